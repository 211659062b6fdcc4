// The same as tables: for those who prefer them, and for screen readers.

import { clock, duration, latency, percent, rate, whole } from "../format.js";
import { STATE_WORDS, successState } from "../mesh.js";
import { select, selected, wanted } from "../state.js";
import { HealthMark, html, StateText } from "./html.js";

/** @import { Health, MapEdge, MapNode, Mesh, TrafficView } from "../types.js" */

/** @param {{mesh: Mesh}} props */
export function Tables({ mesh }) {
  const words = wanted.value.trim().toLowerCase();
  const nodes = mesh.nodes.filter((node) => node.name.includes(words));
  const edges = mesh.edges.filter((edge) => edge.caller.includes(words) || edge.callee.includes(words));
  return html`<section class="tables" aria-label="Tables of services and calls" tabindex="0">
    <${Table} caption="Services" head=${["service", "state", "instances", "versions", ...TRAFFIC]} numbers=${4}
      rows=${nodes.filter((node) => node.kind !== "gateway").map(serviceRow)} />
    <${Table} caption="Who calls whom" head=${["caller and callee", "state", "declared", "retries", ...TRAFFIC]} numbers=${3}
      rows=${edges.map(edgeRow)} />
    <${Table} caption="Gateways" head=${["gateway", "state", "listens at", "", ...TRAFFIC]} numbers=${4}
      rows=${nodes.filter((node) => node.kind === "gateway").map(gatewayRow)} />
    <${Rest} mesh=${mesh} />
  </section>`;
}

const TRAFFIC = ["rate", "success", "p50", "p90", "p99", "requests", "failures"];

/** @param {TrafficView} traffic */
function cells(traffic) {
  return [
    rate(traffic.rps),
    html`<${StateText} state=${successState(traffic)}>${percent(traffic.success)}<//>`,
    latency(traffic.p50_ms),
    latency(traffic.p90_ms),
    latency(traffic.p99_ms),
    whole(traffic.requests),
    whole(traffic.failures),
  ];
}

/** @param {MapNode} node */
function serviceRow(node) {
  const versions = node.rows.filter((row) => row.version);
  return {
    id: node.id,
    cells: [
      html`<${Opener} id=${node.id} name=${node.name} />`,
      html`<${StateText} state=${node.state}>${STATE_WORDS[node.state]}<//>`,
      node.service ? html`<${Counts} node=${node} />` : "not registered",
      versions.map((row) => html`<span class="version ${row.latest ? "latest" : ""}">${row.version}${row.latest && html`<span class="unseen"> (latest)</span>`}</span> `),
      ...cells(node.traffic),
    ],
  };
}

/** @param {{node: MapNode}} props */
function Counts({ node }) {
  const counts = Object.entries(node.service?.health ?? {}).filter(([, number]) => number > 0);
  if (counts.length === 0) return html`<span class="faint">none</span>`;
  return html`${counts.map(([health, number]) => html`<span class="health-word"><${HealthMark} health=${/** @type {Health} */ (health)} />${number} ${health}</span> `)}`;
}

/** @param {MapEdge} edge */
function edgeRow(edge) {
  const retries = edge.parts.reduce((all, part) => all + part.retries, 0);
  return {
    id: edge.id,
    cells: [
      html`<${Opener} id=${edge.id} name=${`${edge.caller} → ${edge.callee}`} />`,
      html`<${StateText} state=${edge.state}>${edge.used ? STATE_WORDS[edge.state] : "not used"}<//>`,
      edge.declared ? "yes" : edge.from.startsWith("gateway:") ? "by rules" : "no",
      whole(retries),
      ...cells(edge.traffic),
    ],
  };
}

/** @param {MapNode} node */
function gatewayRow(node) {
  return {
    id: node.id,
    cells: [
      html`<${Opener} id=${node.id} name=${node.name} />`,
      html`<${StateText} state=${node.state}>${STATE_WORDS[node.state]}<//>`,
      `${node.gateway?.address}:${node.gateway?.port}`,
      "",
      ...cells(node.traffic),
    ],
  };
}

/** Hosts, proxies and certificates. @param {{mesh: Mesh}} props */
function Rest({ mesh }) {
  const { status } = mesh;
  return html`
    <${Table} caption="Hosts" head=${["host", "address", "agent", "revision"]} numbers=${3}
      rows=${status.hosts.map((host) => ({ id: `host:${host.name}`, cells: [
        host.name, host.address,
        host.connected ? "connected" : html`<${StateText} state="failing">silent for ${duration(host.last_report_s)}<//>`,
        host.revision,
      ] }))} />
    <${Table} caption="Proxies" head=${["workload", "host", "state", "up since", "last exit", "pid", "restarts"]} numbers=${5}
      rows=${status.proxies.map((proxy) => ({ id: `proxy:${proxy.host} ${proxy.workload}`, cells: [
        proxy.workload, proxy.host,
        proxy.connected ? "connected" : html`<${StateText} state="failing">not connected<//>`,
        clock(proxy.since), proxy.last_exit, proxy.pid ?? "–", proxy.restarts,
      ] }))} />
    <${Table} caption="Certificates" head=${["identity", "workload", "host", "serial", "left"]} numbers=${4}
      rows=${status.certificates.map((each) => ({ id: `certificate:${each.host} ${each.serial}`, cells: [
        each.identity, each.workload, each.host, html`<code class="breaks">${each.serial}</code>`,
        each.left_s < 0 ? html`<${StateText} state="failing">over<//>` : duration(each.left_s),
      ] }))} />`;
}

/** @param {{id: string, name: string}} props */
function Opener({ id, name }) {
  return html`<button type="button" class="opener" data-id=${id} aria-pressed=${selected.value === id ? "true" : "false"}
    onClick=${() => select(id)}>${name}</button>`;
}

/**
 * Columns from *numbers* on are aligned as numbers. No rows, no table.
 * @param {{caption: string, head: string[], numbers: number, rows: {id: string, cells: unknown[]}[]}} props
 */
function Table({ caption, head, numbers, rows }) {
  if (rows.length === 0) return null;
  const side = (/** @type {number} */ column) => (column >= numbers ? "number" : "");
  return html`<div class="scroll"><table>
    <caption>${caption} <span class="faint">${rows.length}</span></caption>
    <thead><tr>${head.map((name, column) => html`<th scope="col" class=${side(column)}>${name}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${row.id} class=${selected.value === row.id ? "chosen" : ""}>
      ${row.cells.map((cell, column) => column === 0
        ? html`<th scope="row">${cell}</th>`
        : html`<td class=${side(column)}>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
