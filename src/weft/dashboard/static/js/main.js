// The page: signals change, the next frame draws them.

import { h, render } from "../vendor/preact.mjs";
import { effect } from "../vendor/signals-core.mjs";
import { remember } from "./history.js";
import { closePanel, connection, hovered, mesh, readAddress, selected, theme, tick, view, wanted } from "./state.js";
import { follow } from "./stream.js";
import { restoreTheme } from "./theme.js";
import { App } from "./view/app.js";
import { viewport } from "./viewport.js";

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
let asked = false;

restoreTheme();
readAddress();
window.addEventListener("popstate", readAddress);
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && selected.value) closePanel();
  if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
    event.preventDefault();
    document.getElementById("find")?.focus();
  }
});

effect(() => {
  if (mesh.value) remember(mesh.value);
});

// However many signals change, one frame draws them once.
effect(() => {
  for (const signal of [mesh, connection, tick, view, selected, hovered, wanted, theme, viewport]) {
    void signal.value;
  }
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    render(h(App, null), root);
  });
});

follow();
