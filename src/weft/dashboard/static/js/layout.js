// Where everything stands: left to right from the gateways.
//
//     nodes, edges  ->  layoutOf()  ->  boxes, curves and places for labels
//
// Pure, and blind to numbers: the same structure always gets the same places, so
// nothing jumps while only rates change.

import { Graph, layout as place } from "../vendor/dagre.mjs";
import { settle } from "./columns.js";
import { curve, head, loop, ports } from "./geometry.js";

/** @import { Item } from "./columns.js" */
/** @import { Layout, MapEdge, MapNode, PlacedEdge, PlacedNode, Point } from "./types.js" */
/** @typedef {{edge: MapEdge, inner: Point[], label: Point}} Routed */
/** @typedef {{id: string, width: number, height: number, above: number}} Size */

export const LABEL = Object.freeze({ width: 98, height: 36 });
export const SERVICE = Object.freeze({ width: 232, head: 36, row: 22, foot: 36, rows: 4 });
const GATEWAY = Object.freeze({ width: 220, height: 84 });
const MISSING = Object.freeze({ width: 176, height: 60 });
const MARGIN = 30;
const NODE_GAP = 26;
const LABEL_GAP = 8;
const THREAD = Object.freeze({ height: 4, gap: 8 });
/** Room over a box for the thread of a service that calls itself. */
const LOOP = 52;
/** A map that is taller than this is drawn wider, so that its threads lie flatter. */
const ASPECT = 1.75;
const MOST_STRETCH = 1.7;

/** @type {{key: string, layout: Layout} | null} */
let latest = null;

/** @param {MapNode[]} nodes @param {MapEdge[]} edges @returns {Layout} */
export function layoutOf(nodes, edges) {
  const loops = new Set(edges.filter((edge) => edge.from === edge.to).map((edge) => edge.from));
  const sizes = nodes.map((node) => ({ id: node.id, above: loops.has(node.id) ? LOOP : 0, ...sizeOf(node) }));
  const key = JSON.stringify([sizes, edges.map((edge) => edge.id)]);
  if (latest?.key !== key) latest = { key, layout: computed(sizes, edges) };
  return latest.layout;
}

/** @param {MapNode} node */
export function sizeOf(node) {
  if (node.kind === "gateway") return GATEWAY;
  if (node.kind === "missing") return MISSING;
  const rows = Math.min(node.rows.length, SERVICE.rows);
  return { width: SERVICE.width, height: SERVICE.head + SERVICE.row * rows + SERVICE.foot };
}

/** @param {Size[]} sizes @param {MapEdge[]} edges @returns {Layout} */
function computed(sizes, edges) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: NODE_GAP, edgesep: LABEL_GAP, ranksep: 84 });
  for (const { id, width, height, above } of sizes) graph.setNode(id, { width, height: height + above });
  const between = edges.filter((edge) => edge.from !== edge.to);
  for (const edge of between) graph.setEdge(edge.from, edge.to, { ...LABEL, labelpos: "c" }, edge.id);
  place(graph);

  const routed = between.map((edge) => {
    const { points, x, y } = graph.edge(edge.from, edge.to, edge.id);
    const inner = points.slice(1, -1);
    return { edge, inner, label: inner.find((point) => point.x === x && point.y === y) ?? { x, y } };
  });
  const centres = new Map(sizes.map(({ id }) => [id, { x: graph.node(id).x, y: graph.node(id).y }]));
  compact(sizes, centres, routed);
  return framed(sizes, centres, routed, edges);
}

/** Heights by neighbourhood. @param {Size[]} sizes @param {Map<string, Point>} centres @param {Routed[]} routed */
function compact(sizes, centres, routed) {
  /** @type {Map<Point, Item>} */
  const items = new Map();
  for (const { id, height, above } of sizes) {
    const centre = /** @type {Point} */ (centres.get(id));
    items.set(centre, { y: centre.y, height: height + above, gap: NODE_GAP, tied: [] });
  }
  for (const { edge, inner, label } of routed) {
    for (const point of inner) {
      const size = point === label ? { height: LABEL.height, gap: LABEL_GAP } : THREAD;
      items.set(point, { y: point.y, tied: [], ...size });
    }
    const chain = [centres.get(edge.from), ...inner, centres.get(edge.to)].map((point) => point && items.get(point));
    chain.forEach((item, index) => {
      const next = chain[index + 1];
      if (!item || !next) return;
      item.tied.push(next);
      next.tied.push(item);
    });
  }
  settle(columnsOf(items));
  for (const [point, item] of items) point.y = item.y;
}

/** @param {Map<Point, Item>} items */
function columnsOf(items) {
  /** @type {Map<number, Item[]>} */
  const columns = new Map();
  for (const [point, item] of items) {
    const x = Math.round(point.x);
    columns.set(x, [...(columns.get(x) ?? []), item]);
  }
  const sorted = [...columns].sort(([a], [b]) => a - b);
  return sorted.map(([, column]) => column.sort((a, b) => a.y - b.y));
}

/**
 * Everything moved so that the map begins at its margin, and wide enough.
 * @param {Size[]} sizes @param {Map<string, Point>} centres @param {Routed[]} routed @param {MapEdge[]} edges
 * @returns {Layout}
 */
function framed(sizes, centres, routed, edges) {
  const labels = routed.map(({ label }) => ({ at: label, width: LABEL.width, height: LABEL.height }));
  const boxes = sizes.map(({ id, width, height, above }) => ({ at: /** @type {Point} */ (centres.get(id)), width, height: height + above }));
  const all = [...boxes, ...labels];
  const top = Math.min(...all.map(({ at, height }) => at.y - height / 2));
  const height = Math.max(...all.map((item) => item.at.y + item.height / 2)) - top + 2 * MARGIN;
  const right = Math.max(...all.map((item) => item.at.x + item.width / 2));
  const stretch = Math.min(MOST_STRETCH, Math.max(1, (ASPECT * height) / (right + 2 * MARGIN)));
  const left = Math.min(...boxes.map(({ at, width }) => at.x * stretch - width / 2));
  for (const point of new Set([...centres.values(), ...routed.flatMap(({ inner, label }) => [...inner, label])])) {
    point.x = point.x * stretch - left + MARGIN;
    point.y = point.y - top + MARGIN;
  }
  const nodes = new Map(sizes.map((size) => [size.id, boxOf(size, /** @type {Point} */ (centres.get(size.id)))]));
  const width = Math.max(...[...nodes.values()].map((box) => box.x + box.width)) + MARGIN;
  return { width, height, nodes, edges: curves(nodes, routed, edges) };
}

/** @param {Size} size @param {Point} centre @returns {PlacedNode} */
function boxOf({ width, height, above }, { x, y }) {
  return { x: x - width / 2, y: y - (height + above) / 2 + above, width, height };
}

/** @param {Map<string, PlacedNode>} nodes @param {Routed[]} routed @param {MapEdge[]} edges */
function curves(nodes, routed, edges) {
  const ends = ports(nodes, routed);
  /** @type {Map<string, PlacedEdge>} */
  const placed = new Map();
  for (const { edge, inner, label } of routed) {
    const { start, end } = /** @type {{start: Point, end: Point}} */ (ends.get(edge.id));
    const points = [start, ...inner, end];
    placed.set(edge.id, { path: curve(points), head: head(points), label });
  }
  for (const edge of edges) {
    const box = nodes.get(edge.from);
    if (edge.from === edge.to && box) placed.set(edge.id, loop(box, LABEL.height));
  }
  return placed;
}
