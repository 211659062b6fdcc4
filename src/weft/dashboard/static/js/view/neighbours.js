// Whom something calls, or who calls it.

import { select } from "../state.js";
import { html } from "./html.js";

/** @import { MapEdge } from "../types.js" */

/** The calls at one end of a service. @param {{title: string, edges: MapEdge[], end: "caller" | "callee"}} props */
export function Neighbours({ title, edges, end }) {
  return html`<h3>${title}</h3>
    ${edges.length === 0
      ? html`<p class="faint">Nobody so far.</p>`
      : html`<ul class="neighbours">${edges.map((edge) => html`<li key=${edge.id}>
          <button type="button" class="is-${edge.state}" onClick=${() => select(edge.id)}>
            <span class="swatch is-${edge.used ? edge.state : "unused"}"></span>${edge[end]}
          </button></li>`)}</ul>`}`;
}
