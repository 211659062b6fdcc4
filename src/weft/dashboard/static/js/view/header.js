// The head of the page: which mesh, how fresh, and the switches.

import { clock, duration } from "../format.js";
import { connection, mesh, show, theme, view, wanted } from "../state.js";
import { turnTheme } from "../theme.js";
import { Brand, html } from "./html.js";

/** @import { Theme } from "../types.js" */

/** @type {Record<Theme, string>} */
const SIGNS = {
  auto: "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16M12 4v16M12 8.5h7M12 12h8M12 15.5h7",
  light: "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M5 19l1.5-1.5M17.5 6.5L19 5",
  dark: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
};

export function Header() {
  const status = mesh.value?.status;
  return html`<header>
    <${Brand} />
    <div class="title">
      <h1>${status?.mesh ?? "Weft"}</h1>
      <p>${status ? `Weft ${status.version} · ${host(status.url)} · revision ${status.revision}` : "a service mesh"}</p>
    </div>
    <${Freshness} />
    <div class="tools">
      ${status && html`<${Find} /><${Views} />`}
      <button class="theme" type="button" onClick=${turnTheme}
        aria-label="Colours: ${theme.value}" title="Colours: ${theme.value}">
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" class="sign sign-${theme.value}">
          <path d=${SIGNS[theme.value]} />
        </svg>
      </button>
    </div>
  </header>`;
}

/** Live, or since when not. */
function Freshness() {
  const { state, since, last } = connection.value;
  const for_ = duration(Math.max(0, Date.now() / 1000 - since));
  const seen = last === null ? "" : `; what you see is from ${clock(last)}`;
  const words = {
    connecting: "connecting",
    live: "live",
    reconnecting: `reconnecting since ${clock(since)} (${for_})${seen}`,
    "logged-out": `logged out${seen}`,
  };
  return html`<p class="freshness ${state}" data-connection=${state}>
    <span class="pulse" aria-hidden="true"></span>${words[state]}
    <span class="unseen" role="status">${state === "live" ? "Connected" : state === "connecting" ? "" : "Connection lost"}</span>
  </p>`;
}

function Find() {
  return html`<input id="find" type="search" placeholder="Find a service" aria-label="Find a service" title="Press / to come here"
    autocomplete="off" spellcheck="false" value=${wanted.value}
    onInput=${(/** @type {InputEvent & {target: HTMLInputElement}} */ event) => {
      wanted.value = event.target.value;
    }} />`;
}

function Views() {
  return html`<div class="views" role="group" aria-label="Show as">
    ${(/** @type {const} */ (["map", "table"])).map(
      (name) => html`<button type="button" aria-pressed=${view.value === name ? "true" : "false"}
        onClick=${() => show(name)}>${name === "map" ? "Map" : "Table"}</button>`,
    )}
  </div>`;
}

/** @param {string} url */
function host(url) {
  return url.replace(/^https?:\/\//, "");
}
