// Curves between boxes.
//
//     points  ->  an SVG path that leaves, passes and arrives level
//
// Pure.

/** @import { MapEdge, PlacedEdge, PlacedNode, Point } from "./types.js" */

const PORT_GAP = 14;
const CORNER = 16;
const HEAD = 8;

/**
 * Where each edge leaves its caller and reaches its callee: spread along the side, in the
 * order of where they come from and go to, so that they do not cross at the box.
 * @param {Map<string, PlacedNode>} nodes
 * @param {{edge: MapEdge, inner: Point[]}[]} routed
 */
export function ports(nodes, routed) {
  /** @type {Map<string, {start: Point, end: Point}>} */
  const ends = new Map();
  /** @type {Map<string, {id: string, end: "start" | "end", box: PlacedNode, side: number, towards: number}[]>} */
  const sides = new Map();
  for (const { edge, inner } of routed) {
    const from = /** @type {PlacedNode} */ (nodes.get(edge.from));
    const to = /** @type {PlacedNode} */ (nodes.get(edge.to));
    const forward = from.x <= to.x ? 1 : -1;
    ends.set(edge.id, { start: { x: 0, y: 0 }, end: { x: 0, y: 0 } });
    const first = inner[0]?.y ?? to.y;
    const last = inner.at(-1)?.y ?? from.y;
    add(edge.from, { id: edge.id, end: "start", box: from, side: forward, towards: first });
    add(edge.to, { id: edge.id, end: "end", box: to, side: -forward, towards: last });
  }
  for (const side of sides.values()) spread(side, ends);
  return ends;

  /** @param {string} node @param {{id: string, end: "start" | "end", box: PlacedNode, side: number, towards: number}} port */
  function add(node, port) {
    const key = `${node} ${port.side}`;
    sides.set(key, [...(sides.get(key) ?? []), port]);
  }
}

/**
 * @param {{id: string, end: "start" | "end", box: PlacedNode, side: number, towards: number}[]} side
 * @param {Map<string, {start: Point, end: Point}>} ends
 */
function spread(side, ends) {
  side.sort((a, b) => a.towards - b.towards || (a.id < b.id ? -1 : 1));
  side.forEach((port, index) => {
    const { box } = port;
    const room = box.height - 2 * CORNER;
    const gap = side.length > 1 ? Math.min(PORT_GAP, room / (side.length - 1)) : 0;
    const found = ends.get(port.id);
    if (!found) return;
    found[port.end] = {
      x: port.side > 0 ? box.x + box.width : box.x,
      y: box.y + box.height / 2 + (index - (side.length - 1) / 2) * gap,
    };
  });
}

/** A path through *points*, level at each of them. @param {Point[]} points */
export function curve(points) {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${round(first.x)} ${round(first.y)}`;
  let last = first;
  for (const point of rest) {
    const middle = (last.x + point.x) / 2;
    path += `C${round(middle)} ${round(last.y)} ${round(middle)} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    last = point;
  }
  return path;
}

/** The tip at the last of *points*. @param {Point[]} points */
export function head(points) {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return "";
  const back = before.x <= end.x ? -HEAD : HEAD;
  return `M${round(end.x)} ${round(end.y)}l${back} ${-HEAD * 0.62}v${HEAD * 1.24}z`;
}

/** Over the top of a box and back into it. @param {PlacedNode} box @param {number} label its height @returns {PlacedEdge} */
export function loop(box, label) {
  const middle = box.x + box.width / 2;
  const y = box.y - label / 2 - 10;
  const reach = box.width * 0.36;
  const path = `M${round(middle - reach)} ${round(box.y)}C${round(middle - reach)} ${round(y)} ${round(middle - reach)} ${round(y)} ${round(middle)} ${round(y)}`
    + `C${round(middle + reach)} ${round(y)} ${round(middle + reach)} ${round(y)} ${round(middle + reach)} ${round(box.y)}`;
  const tip = `M${round(middle + reach)} ${round(box.y)}l${-HEAD * 0.62} ${-HEAD}h${HEAD * 1.24}z`;
  return { path, head: tip, label: { x: middle, y } };
}

/** How thick a thread is. Steps, so that it is calm. @param {number} rps */
export function thickness(rps) {
  return rps <= 0 ? 1.5 : Math.round((1.5 + Math.min(4.5, 1.5 * Math.log10(1 + rps))) * 2) / 2;
}

/** How fast what flows in it moves, 1 to 6. Steps: a changed speed starts anew. @param {number} rps */
export function pace(rps) {
  return 1 + Math.min(5, Math.floor(Math.log10(Math.max(rps, 1)) * 2));
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
