// The last two minutes, as far as this page saw them.
//
//     Mesh, once a second  ->  a row of samples for each node and edge
//
// What is gone from the mesh is forgotten with the next sample.

/** @import { Mesh, Sample } from "./types.js" */

const MOST = 120;

/** @type {Map<string, Sample[]>} */
let rows = new Map();

/** @param {Mesh} mesh */
export function remember(mesh) {
  /** @type {Map<string, Sample[]>} */
  const next = new Map();
  for (const { id, traffic } of [...mesh.nodes, ...mesh.edges]) {
    const sample = { rps: traffic.rps, p99: traffic.p99_ms, success: traffic.success };
    next.set(id, [...(rows.get(id) ?? []), sample].slice(-MOST));
  }
  rows = next;
}

/** @param {string} id @returns {Sample[]} */
export function historyOf(id) {
  return rows.get(id) ?? [];
}
