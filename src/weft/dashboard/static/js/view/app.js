// The whole page.

import { connection, mesh, selected, view } from "../state.js";
import { troublesOf } from "../troubles.js";
import { Alarms } from "./alarms.js";
import { Empty, LoggedOut, Waiting } from "./empty.js";
import { Header } from "./header.js";
import { html } from "./html.js";
import { MeshMap } from "./map.js";
import { Panel } from "./panel.js";
import { Summary } from "./summary.js";
import { Tables } from "./tables.js";

export function App() {
  const shown = mesh.value;
  const { state } = connection.value;
  if (!shown) return html`<${Header} />${state === "logged-out" ? html`<${LoggedOut} />` : html`<${Waiting} />`}`;
  const empty = shown.nodes.length === 0;
  const stale = state !== "live";
  const troubles = troublesOf(shown.status);
  document.title = titleOf(shown.status.mesh, troubles.length);
  return html`
    <${Header} />
    <main class=${stale ? "stale" : ""} aria-label="The mesh">
      ${!empty && html`<${Summary} mesh=${shown} />`}
      <${Alarms} troubles=${troubles} now=${shown.status.now} />
      <div class="stage ${selected.value && !empty ? "with-panel" : ""}">
        ${empty
          ? html`<${Empty} />`
          : view.value === "table"
            ? html`<${Tables} mesh=${shown} />`
            : html`<${MeshMap} mesh=${shown} />`}
        ${selected.value && !empty && html`<${Panel} mesh=${shown} id=${selected.value} />`}
      </div>
    </main>
  `;
}

/** @param {string} mesh @param {number} troubles */
function titleOf(mesh, troubles) {
  return `${troubles ? `(${troubles}) ` : ""}${mesh} · Weft`;
}
