// One thread on the map: who calls whom, how much and how well.

import { latencies, latency, percent, rate } from "../format.js";
import { pace, thickness } from "../geometry.js";
import { STATE_WORDS } from "../mesh.js";
import { hovered, select, selected } from "../state.js";
import { html, pressable } from "./html.js";

/** @import { MapEdge, PlacedEdge } from "../types.js" */

/** @param {{edge: MapEdge, place: PlacedEdge, near: boolean | undefined}} props */
export function EdgeThread({ edge, place, near }) {
  const { rps } = edge.traffic;
  const width = thickness(rps);
  const chosen = selected.value === edge.id;
  return html`<g class=${classes("edge", edge, near, chosen)} data-id=${edge.id} aria-label=${describe(edge)}
    aria-pressed=${chosen ? "true" : "false"} ...${pressable(() => select(edge.id))} ...${pointing(edge)}>
    <path class="hit" d=${place.path} />
    <path class="thread" d=${place.path} stroke-width=${width} />
    ${rps > 0 && html`<path class="flow pace-${pace(rps)}" d=${place.path} stroke-width=${width + 1} />`}
    <path class="head" d=${place.head} />
  </g>`;
}

/** @param {{edge: MapEdge, place: PlacedEdge, size: {width: number, height: number}, near: boolean | undefined}} props */
export function EdgeLabel({ edge, place, size, near }) {
  const { traffic } = edge;
  const { x, y } = place.label;
  const busy = traffic.success !== null;
  const words = busy ? rate(traffic.rps) : edge.used ? "idle" : "not used";
  const width = busy ? size.width : 64;
  const height = busy ? size.height : 20;
  return html`<g class=${classes("label", edge, near, selected.value === edge.id)} data-label=${edge.id}
    transform="translate(${x - width / 2} ${y - height / 2})" onClick=${() => select(edge.id)} ...${pointing(edge)}>
    <rect width=${width} height=${height} rx="8" />
    <text class="rate" x=${width / 2} y=${busy ? 15 : 14}>${words}</text>
    ${busy && html`<text class="times" x=${width / 2} y="29">${latencies(traffic.p50_ms, traffic.p99_ms)}</text>`}
  </g>`;
}

/** @param {string} name @param {MapEdge} edge @param {boolean | undefined} near @param {boolean} chosen */
function classes(name, edge, near, chosen) {
  return `${name} is-${edge.state} ${edge.used ? "" : "unused"} ${near ? "near" : ""} ${chosen ? "chosen" : ""}`;
}

/** @param {MapEdge} edge */
function pointing(edge) {
  return {
    onPointerEnter: () => { hovered.value = edge.id; },
    onPointerLeave: () => { hovered.value = ""; },
  };
}

/** All of it in one sentence. @param {MapEdge} edge */
function describe(edge) {
  const { traffic } = edge;
  const parts = [`${edge.caller} calls ${edge.callee}: ${edge.used ? STATE_WORDS[edge.state] : "declared, not used yet"}`];
  if (traffic.success !== null) {
    parts.push(rate(traffic.rps), `${percent(traffic.success)} succeed`);
    parts.push(`p50 ${latency(traffic.p50_ms)}`, `p99 ${latency(traffic.p99_ms)}`);
  }
  return parts.join(", ");
}
