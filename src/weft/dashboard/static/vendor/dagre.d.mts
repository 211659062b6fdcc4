/** As much of dagre's types as the dashboard uses. */
interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}
export class Graph {
  constructor(options: { multigraph: boolean });
  setGraph(options: { rankdir: "LR"; nodesep: number; edgesep: number; ranksep: number }): void;
  setNode(id: string, size: { width: number; height: number }): void;
  setEdge(from: string, to: string, label: { width: number; height: number; labelpos: "c" }, id: string): void;
  node(id: string): Place;
  edge(from: string, to: string, id: string): { points: { x: number; y: number }[]; x: number; y: number };
}
export function layout(graph: Graph): void;
