// All that the page remembers, as signals. Views read them; only this file and the
// stream write them.
//
// What is looked at is kept in the address behind `#`, so that it can be sent to
// someone and the browser's back button works.

import { computed, signal } from "../vendor/signals-core.mjs";
import { meshOf } from "./mesh.js";

/** @import { Connection, Status, Theme, View } from "./types.js" */

export const status = signal(/** @type {Status | null} */ (null));
export const mesh = computed(() => (status.value ? meshOf(status.value) : null));
export const connection = signal(
  /** @type {Connection} */ ({ state: "connecting", since: Date.now() / 1000, last: null }),
);
/** Counts seconds while something on the page says how long ago. */
export const tick = signal(0);
export const view = signal(/** @type {View} */ ("map"));
/** The id of the node or edge whose details are open. */
export const selected = signal("");
export const hovered = signal("");
export const wanted = signal("");
export const theme = signal(/** @type {Theme} */ ("auto"));

/** @param {string} id */
export function select(id) {
  selected.value = selected.value === id ? "" : id;
  writeAddress();
}

export function closePanel() {
  const id = selected.value;
  selected.value = "";
  writeAddress();
  // Whoever came by keyboard goes on from where they were.
  const opener = document.querySelector(`[data-id="${CSS.escape(id)}"]`);
  if (opener instanceof SVGElement || opener instanceof HTMLElement) opener.focus();
}

/** @param {View} name */
export function show(name) {
  view.value = name;
  writeAddress();
}

export function readAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  view.value = words.get("view") === "table" ? "table" : "map";
  selected.value = words.get("show") ?? "";
}

function writeAddress() {
  const words = new URLSearchParams();
  if (view.value !== "map") words.set("view", view.value);
  if (selected.value) words.set("show", selected.value);
  const hash = words.toString();
  if (hash !== location.hash.slice(1)) history.pushState(null, "", hash ? `#${hash}` : location.pathname);
}
