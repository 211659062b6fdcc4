// One caller and one callee, target by target.

import { latency, percent, portion, rate, whole } from "../format.js";
import { successState, versionOf } from "../mesh.js";
import { select } from "../state.js";
import { html } from "./html.js";
import { Facts, Traffic } from "./numbers.js";

/** @import { EdgeView, MapEdge, Mesh } from "../types.js" */

/** @param {{mesh: Mesh, edge: MapEdge}} props */
export function EdgeDetails({ edge }) {
  if (edge.parts.length === 0) {
    return html`<p>${edge.caller} declares that it calls ${edge.callee}, and has not done so yet.</p><${Ends} edge=${edge} />`;
  }
  const add = (/** @type {(part: EdgeView) => number} */ of) => whole(edge.parts.reduce((all, part) => all + of(part), 0));
  return html`
    <${Traffic} id=${edge.id} traffic=${edge.traffic} />
    ${edge.parts.length > 1 && html`<${Targets} edge=${edge} />`}
    <h3>What the caller's proxy did</h3>
    <${Facts} rows=${[
      ["retries", add((part) => part.retries)],
      ["time-outs", add((part) => part.timeouts)],
      ["refused by the breaker", add((part) => part.overflows)],
      ["instances ejected now", add((part) => part.ejected)],
      ["requests under way", add((part) => part.active)],
      ["declared in calls", edge.declared ? "yes" : edge.from.startsWith("gateway:") ? "by the gateway's rules" : "no"],
    ]} />
    <${Ends} edge=${edge} />`;
}

/** How the traffic is split. @param {{edge: MapEdge}} props */
function Targets({ edge }) {
  const all = edge.traffic.rps;
  return html`<h3>By target</h3>
    <div class="scroll"><table>
      <thead><tr><th scope="col">target</th><th scope="col" class="number">share</th><th scope="col" class="number">rate</th>
        <th scope="col" class="number">success</th><th scope="col" class="number">p50</th><th scope="col" class="number">p99</th></tr></thead>
      <tbody>${edge.parts.map((part) => html`<tr key=${versionOf(part)}>
        <th scope="row">${versionOf(part) ? `@${versionOf(part)}` : "any version"}</th>
        <td class="number">${all > 0 ? portion(part.rps / all) : "–"}</td>
        <td class="number">${rate(part.rps)}</td>
        <td class="number is-${successState(part)}">${percent(part.success)}</td>
        <td class="number">${latency(part.p50_ms)}</td>
        <td class="number">${latency(part.p99_ms)}</td></tr>`)}</tbody>
    </table></div>
    <p class="faint">Latencies above are those of the slowest target.</p>`;
}

/** @param {{edge: MapEdge}} props */
function Ends({ edge }) {
  return html`<div class="ends">
    <button type="button" onClick=${() => select(edge.from)}>${edge.caller}</button>
    <span aria-hidden="true">→</span>
    <button type="button" onClick=${() => select(edge.to)}>${edge.callee}</button>
  </div>`;
}
