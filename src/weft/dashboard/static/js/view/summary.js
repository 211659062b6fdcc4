// The mesh in six numbers.

import { duration, percent, rate } from "../format.js";
import { successState } from "../mesh.js";
import { html } from "./html.js";

/** @import { Mesh, State } from "../types.js" */

const SOON_S = 300;

/** @param {{mesh: Mesh}} props */
export function Summary({ mesh }) {
  const { totals } = mesh;
  const left = totals.certificateLeft;
  return html`<dl class="summary">
    <${Number} name="into the mesh" value=${rate(totals.rps)} state="plain" />
    <${Number} name="answered well" value=${percent(totals.success)} state=${successState(totals)} />
    <${Number} name="services well" ...${share(totals.servicesWell, totals.services)} />
    <${Number} name="instances serving" ...${share(totals.instancesServing, totals.instances)} />
    <${Number} name=${totals.hosts === 1 ? "host connected" : "hosts connected"} ...${share(totals.hostsConnected, totals.hosts)} />
    <${Number} name="least certificate time left" value=${left === null ? "–" : left < 0 ? "over" : duration(left)}
      state=${left === null ? "plain" : left < 0 ? "failing" : left < SOON_S ? "degraded" : "plain"} />
  </dl>`;
}

/** @param {{name: string, value: string, state: State | "plain"}} props */
function Number({ name, value, state }) {
  return html`<div><dt>${name}</dt><dd class="is-${state}">${value}</dd></div>`;
}

/** @param {number} part @param {number} all @returns {{value: string, state: State | "plain"}} */
function share(part, all) {
  const state = all === 0 || part === all ? "plain" : part === 0 ? "failing" : "degraded";
  return { value: `${part} of ${all}`, state };
}
