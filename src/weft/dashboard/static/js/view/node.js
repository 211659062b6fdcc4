// One gateway or service on the map.

import { latency, percent, plural, portion, rate, shortened } from "../format.js";
import { SERVICE } from "../layout.js";
import { STATE_WORDS, successState } from "../mesh.js";
import { hovered, select, selected } from "../state.js";
import { FAR, viewport } from "../viewport.js";
import { HealthShape, html, pressable } from "./html.js";
import { fitted, measured } from "./measure.js";

/** @import { InstanceView, MapNode, PlacedNode, VersionRow } from "../types.js" */

const FACE = '"Inter", "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif';
const SIZES = { name: `650 15px ${FACE}`, aside: `400 12px ${FACE}` };
const FAR_SIZES = { name: `650 21px ${FACE}`, aside: `400 15px ${FACE}` };
const VERSION_LENGTH = 9;
const MARKS_FROM = 112;
const MARK_GAP = 15;
const MOST_MARKS = 7;

/** @param {{node: MapNode, place: PlacedNode, near: boolean | undefined}} props */
export function Node({ node, place, near }) {
  const { width, height } = place;
  const chosen = selected.value === node.id;
  return html`<g class="node ${node.kind} is-${node.state} ${near ? "near" : ""} ${chosen ? "chosen" : ""}"
    data-id=${node.id} transform="translate(${place.x} ${place.y})" aria-label=${describe(node)}
    aria-pressed=${chosen ? "true" : "false"} ...${pressable(() => select(node.id))}
    onPointerEnter=${() => { hovered.value = node.id; }} onPointerLeave=${() => { hovered.value = ""; }}>
    <rect class="card" width=${width} height=${height} rx="12" />
    <path class="strip" d="M7 1.1A12 12 0 0 0 0 12V${height - 12}A12 12 0 0 0 7 ${height - 1.1}Z" />
    <${Name} node=${node} width=${width} />
    ${node.kind === "service" && html`<${Service} node=${node} />`}
    ${node.kind === "gateway" && html`<${Gateway} node=${node} />`}
    ${node.kind === "missing"
      ? html`<text class="note" x="20" y="44">not registered</text>`
      : html`<${Numbers} node=${node} width=${width} y=${height - 14} />`}
  </g>`;
}

/** The name, and in the same line what it is. @param {{node: MapNode, width: number}} props */
function Name({ node, width }) {
  const far = viewport.value.scale < FAR;
  const aside = asideOf(node);
  const size = far ? FAR_SIZES : SIZES;
  const room = width - 20 - 14 - (aside ? measured(aside, size.aside) + 8 : 0);
  const name = fitted(node.name, room, size.name);
  return html`<text class="name" x="20" y="25" style=${{ font: size.name }}>${name}${name !== node.name && html`<title>${node.name}</title>`}</text>
    ${aside && html`<text class="count" x=${width - 14} y="24" style=${{ font: size.aside }}>${aside}</text>`}`;
}

/** @param {MapNode} node */
function asideOf(node) {
  if (node.kind === "gateway") return "gateway";
  if (!node.service) return "";
  const all = node.service.instances.length;
  return all === 0 ? "none" : `${serving(node)} of ${all}`;
}

/** @param {{node: MapNode}} props */
function Service({ node }) {
  const shown = node.rows.length > SERVICE.rows ? node.rows.slice(0, SERVICE.rows - 1) : node.rows;
  const hidden = node.rows.length - shown.length;
  return html`
    ${shown.map((row, index) => html`<${Row} key=${row.version} row=${row} y=${SERVICE.head + index * SERVICE.row} />`)}
    ${hidden > 0 && html`<text class="note" x="20" y=${SERVICE.head + shown.length * SERVICE.row + 15}>and ${plural(hidden, "more version")}</text>`}
  `;
}

/** A version and its instances. @param {{row: VersionRow, y: number}} props */
function Row({ row, y }) {
  const from = row.version ? MARKS_FROM : 26;
  const room = row.version ? MOST_MARKS : MOST_MARKS + 4;
  const shown = row.instances.length > room ? row.instances.slice(0, room - 2) : row.instances;
  const rest = row.instances.length - shown.length;
  return html`<g transform="translate(0 ${y})">
    ${row.version && html`<${Chip} row=${row} />`}
    ${shown.map((instance, index) => html`<${HealthShape} key=${instance.id} health=${instance.health}
      x=${from + index * MARK_GAP} y=${10} title=${titleOf(instance)} />`)}
    ${rest > 0 && html`<text class="note" x=${from + shown.length * MARK_GAP - 5} y="14">+${rest}</text>`}
  </g>`;
}

/** @param {{row: VersionRow}} props */
function Chip({ row }) {
  const text = shortened(row.version, VERSION_LENGTH);
  const width = Math.max(26, text.length * 6.6 + 12);
  return html`<g class="chip ${row.latest ? "latest" : ""}">
    <title>${row.version}${row.latest ? ", the latest version" : ""}</title>
    <rect x="20" y="1" width=${width} height="18" rx="9" />
    <text x=${20 + width / 2} y="14">${text}</text>
    ${row.share !== null && width < 50 && html`<text class="share" x="100" y="14">${portion(row.share)}</text>`}
  </g>`;
}

/** @param {{node: MapNode}} props */
function Gateway({ node }) {
  const { address, port } = /** @type {import("../types.js").GatewayView} */ (node.gateway);
  return html`<text class="note" x="20" y="44">${shortened(`${address}:${port}`, 26)}</text>`;
}

/** @param {{node: MapNode, width: number, y: number}} props */
function Numbers({ node, width, y }) {
  const { traffic } = node;
  const quiet = traffic.success === null;
  return html`<g class="numbers" transform="translate(0 ${y})">
    <text class="rate" x="20">${rate(traffic.rps)}</text>
    ${quiet
      ? html`<text class="quiet" x=${width - 14}>${traffic.requests > 0 ? "idle" : "not called yet"}</text>`
      : html`<text class="success is-${successState(traffic)}" x=${width * 0.54}>${percent(traffic.success)}</text>
          <text class="late" x=${width - 14}>${latency(traffic.p99_ms)}<title>99 of 100 answers came within this time</title></text>`}
  </g>`;
}

/** @param {MapNode} node */
function serving(node) {
  return node.service ? node.service.health.healthy + node.service.health.degraded : 0;
}

/** @param {InstanceView} instance */
function titleOf(instance) {
  const reason = instance.reason ? `: ${instance.reason}` : "";
  return `${instance.id}${instance.version ? ` (${instance.version})` : ""} is ${instance.health}${reason}`;
}

/** All of it in one sentence. @param {MapNode} node */
function describe(node) {
  const { traffic, service } = node;
  const parts = [`${node.kind === "missing" ? "unregistered service" : node.kind} ${node.name}: ${STATE_WORDS[node.state]}`];
  if (service) {
    parts.push(`${serving(node)} of ${plural(service.instances.length, "instance")} serving`);
    const versions = node.rows.filter((row) => row.version).map((row) => row.version);
    if (versions.length) parts.push(`versions ${versions.join(", ")}`);
  }
  parts.push(rate(traffic.rps));
  if (traffic.success !== null) parts.push(`${percent(traffic.success)} succeed`, `p99 ${latency(traffic.p99_ms)}`);
  return parts.join(", ");
}
