// Details of what was chosen.

import { closePanel } from "../state.js";
import { EdgeDetails } from "./edge_details.js";
import { GatewayDetails } from "./gateway_details.js";
import { html } from "./html.js";
import { Neighbours } from "./neighbours.js";
import { ServiceDetails } from "./service_details.js";

/** @import { Mesh } from "../types.js" */

/** @param {{mesh: Mesh, id: string}} props */
export function Panel({ mesh, id }) {
  const node = mesh.nodes.find((each) => each.id === id);
  const edge = mesh.edges.find((each) => each.id === id);
  const name = node ? node.name : edge ? `${edge.caller} → ${edge.callee}` : "Gone";
  const kind = node ? (node.kind === "missing" ? "not registered" : node.kind) : edge ? "calls" : "";
  return html`<aside class="panel" aria-label="Details of ${name}" key=${id}>
    <div class="panel-head">
      <div><p class="kind">${kind}</p><h2>${name}</h2></div>
      <button type="button" aria-label="Close details" onClick=${closePanel}>
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path d="M5 5l14 14M19 5L5 19" /></svg>
      </button>
    </div>
    <div class="panel-body" tabindex="0" role="group" aria-label="All about ${name}">
      ${edge && html`<${EdgeDetails} mesh=${mesh} edge=${edge} />`}
      ${node?.kind === "service" && html`<${ServiceDetails} mesh=${mesh} node=${node} />`}
      ${node?.kind === "gateway" && html`<${GatewayDetails} mesh=${mesh} node=${node} />`}
      ${node?.kind === "missing" && html`<p>Something calls this name, and no applied document has it. Apply the file that holds it, or correct the caller.</p>
        <${Neighbours} title="Called by" edges=${mesh.edges.filter((each) => each.to === id)} end="caller" />`}
      ${!node && !edge && html`<p>It is not part of the mesh any more.</p>`}
    </div>
  </aside>`;
}
