// The public JSON as a picture: who is there, who calls whom, and how well.
//
//     Status  ->  meshOf()  ->  { nodes, edges, totals }, in an order that only names decide
//
// Pure. Refuses to know where anything is drawn.
//
// Invariant: every edge of the JSON is part of exactly one drawn edge, so that the
// map's sums are the JSON's sums.

/**
 * @import { EdgeView, HealthCounts, MapEdge, MapNode, Mesh, ServiceView, State,
 *   Status, Totals, TrafficView, VersionRow } from "./types.js"
 */

const WELL = 0.99;
const BEARABLE = 0.95;
/** @type {State[]} */
const FROM_WORST = ["failing", "degraded", "ok", "idle"];
export const QUIET = Object.freeze({
  rps: 0, success: null, p50_ms: null, p90_ms: null, p99_ms: null, requests: 0, failures: 0,
});

/** What each state is called. @type {Record<State, string>} */
export const STATE_WORDS = { ok: "well", degraded: "degraded", failing: "failing", idle: "idle" };

/** @param {Status} status @returns {Mesh} */
export function meshOf(status) {
  const nodes = new Map([...gateways(status), ...services(status)].map((node) => [node.id, node]));
  const edges = edgesOf(status, nodes);
  return {
    status,
    nodes: [...nodes.values()].sort(byId),
    edges: edges.sort(byId),
    totals: totalsOf(status),
  };
}

/** As people write a name: the default namespace is left out. @param {{name: string, namespace: string}} view */
export function fullName({ name, namespace }) {
  return namespace === "default" || name.includes("/") ? name : `${namespace}/${name}`;
}

/** How well answers went. @param {{success: number | null}} traffic @returns {State} */
export function successState({ success }) {
  if (success === null) return "idle";
  return success >= WELL ? "ok" : success >= BEARABLE ? "degraded" : "failing";
}

/** How well a service's instances are. @param {HealthCounts} counts @returns {State} */
export function healthState(counts) {
  const serving = counts.healthy + counts.degraded;
  if (serving === 0) return counts.unhealthy > 0 ? "failing" : "idle";
  return counts.unhealthy > 0 || counts.degraded > 0 ? "degraded" : "ok";
}

/**
 * Several targets' traffic as one. A percentile of the whole lies between those of the
 * parts: the slowest part's is shown, which never flatters.
 * @param {readonly TrafficView[]} parts @returns {TrafficView}
 */
export function merged(parts) {
  const [first] = parts;
  if (!first) return QUIET;
  const busy = parts.filter((part) => part.success !== null);
  const rps = sum(busy.map((part) => part.rps));
  const answered = sum(busy.map((part) => part.rps * (part.success ?? 0)));
  return {
    rps: sum(parts.map((part) => part.rps)),
    success: busy.length === 0 ? null : rps > 0 ? answered / rps : least(busy.map((part) => part.success)),
    p50_ms: most(parts.map((part) => part.p50_ms)),
    p90_ms: most(parts.map((part) => part.p90_ms)),
    p99_ms: most(parts.map((part) => part.p99_ms)),
    requests: sum(parts.map((part) => part.requests)),
    failures: sum(parts.map((part) => part.failures)),
  };
}

/** @param {Status} status @returns {MapNode[]} */
function gateways(status) {
  return status.gateways.map((gateway) => ({
    id: `gateway:${fullName(gateway)}`,
    kind: "gateway",
    name: fullName(gateway),
    state: successState(gateway.traffic),
    traffic: gateway.traffic,
    rows: [],
    service: null,
    gateway,
  }));
}

/** @param {Status} status @returns {MapNode[]} */
function services(status) {
  return status.services.map((service) => ({
    id: `service:${fullName(service)}`,
    kind: "service",
    name: fullName(service),
    state: worst(healthState(service.health), successState(service.traffic)),
    traffic: service.traffic,
    rows: rowsOf(service, status.edges),
    service,
    gateway: null,
  }));
}

/** @param {ServiceView} service @param {EdgeView[]} edges @returns {VersionRow[]} */
function rowsOf(service, edges) {
  const running = service.instances.map((instance) => instance.version);
  const versions = [...new Set([...service.versions, ...running])];
  const aimed = edges.filter((edge) => nameOf(edge.callee) === fullName(service) && versionOf(edge));
  const all = sum(aimed.map((edge) => edge.rps));
  return (versions.length ? versions : [""]).map((version) => ({
    version,
    latest: version !== "" && version === service.latest_version,
    share: all > 0 ? sum(aimed.filter((e) => versionOf(e) === version).map((e) => e.rps)) / all : null,
    instances: service.instances
      .filter((instance) => instance.version === version)
      .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true })),
  }));
}

/** @param {Status} status @param {Map<string, MapNode>} nodes @returns {MapEdge[]} */
function edgesOf(status, nodes) {
  /** @type {Map<string, MapEdge>} */
  const edges = new Map();
  for (const part of status.edges) {
    const edge = edgeAt(edges, nodes, `${part.caller_kind}:${part.caller}`, nameOf(part.callee));
    edge.parts.push(part);
  }
  for (const service of status.services) {
    for (const callee of service.calls ?? []) {
      edgeAt(edges, nodes, `service:${fullName(service)}`, nameOf(callee)).declared = true;
    }
  }
  for (const edge of edges.values()) {
    edge.parts.sort((a, b) => versionOf(a).localeCompare(versionOf(b), "en", { numeric: true }));
    edge.traffic = merged(edge.parts);
    edge.used = edge.traffic.requests > 0 || edge.traffic.rps > 0;
    edge.state = successState(edge.traffic);
  }
  return [...edges.values()];
}

/** @param {Map<string, MapEdge>} edges @param {Map<string, MapNode>} nodes @param {string} from @param {string} callee */
function edgeAt(edges, nodes, from, callee) {
  const to = `service:${callee}`;
  const caller = from.slice(from.indexOf(":") + 1);
  addMissing(nodes, from, caller);
  addMissing(nodes, to, callee);
  const id = `${from}>${to}`;
  const found = edges.get(id);
  if (found) return found;
  /** @type {MapEdge} */
  const edge = {
    id, from, to, caller, callee, state: "idle", declared: false, used: false, traffic: QUIET, parts: [],
  };
  edges.set(id, edge);
  return edge;
}

/** Whoever is called but not registered is still drawn. @param {Map<string, MapNode>} nodes @param {string} id @param {string} name */
function addMissing(nodes, id, name) {
  if (nodes.has(id)) return;
  nodes.set(id, {
    id, kind: "missing", name, state: "idle", traffic: QUIET, rows: [], service: null, gateway: null,
  });
}

/** @param {Status} status @returns {Totals} */
function totalsOf(status) {
  const counts = status.services.map((service) => service.health);
  const incoming = merged(status.gateways.map((gateway) => gateway.traffic));
  return {
    rps: incoming.rps,
    success: incoming.success,
    services: counts.length,
    servicesWell: counts.filter((each) => healthState(each) === "ok").length,
    instances: sum(status.services.map((service) => service.instances.length)),
    instancesServing: sum(counts.map((each) => each.healthy + each.degraded)),
    hosts: status.hosts.length,
    hostsConnected: status.hosts.filter((host) => host.connected).length,
    certificateLeft: least(status.certificates.map((certificate) => certificate.left_s)),
  };
}

/** `orders` of `orders@v2`. @param {string} target */
function nameOf(target) {
  return target.split("@", 1)[0] ?? target;
}

/** The version that an edge aims at, or "". @param {EdgeView} edge */
export function versionOf(edge) {
  return edge.version ?? edge.callee.split("@")[1] ?? "";
}

/** @param {State} a @param {State} b @returns {State} */
function worst(a, b) {
  return FROM_WORST.find((state) => state === a || state === b) ?? "idle";
}

/** @param {{id: string}} a @param {{id: string}} b */
function byId(a, b) {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}

/** @param {(number | null)[]} numbers */
function most(numbers) {
  const known = numbers.filter((each) => each !== null);
  return known.length ? Math.max(...known) : null;
}

/** @param {(number | null)[]} numbers */
function least(numbers) {
  const known = numbers.filter((each) => each !== null);
  return known.length ? Math.min(...known) : null;
}
