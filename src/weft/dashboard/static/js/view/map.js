// The live map: an SVG that fits, pans and zooms.

import { Component } from "../../vendor/preact.mjs";
import { LABEL, layoutOf } from "../layout.js";
import { hovered, selected, wanted } from "../state.js";
import { FAR, fit, pan, setContent, setRoom, viewport, zoom } from "../viewport.js";
import { EdgeLabel, EdgeThread } from "./edge.js";
import { html } from "./html.js";
import { Legend } from "./legend.js";
import { Node } from "./node.js";

/** @import { Mesh } from "../types.js" */

const STEP = 1.25;
const DRAG_PX = 4;

/** @param {{mesh: Mesh}} props */
export function MeshMap({ mesh }) {
  const layout = layoutOf(mesh.nodes, mesh.edges);
  setContent(layout);
  const { x, y, scale, fitted } = viewport.value;
  const near = closeTo(mesh);
  // What is chosen stays so for long: it quiets nothing, as what is pointed at does.
  const focused = near && (hovered.value || wanted.value.trim());
  const quiet = mesh.edges.every((edge) => edge.traffic.rps === 0);
  return html`<section class="map ${scale < FAR ? "far" : ""} ${focused ? "focused" : ""}" aria-label="Map of who calls whom">
    <${Canvas}>
      <g class="content" transform="translate(${x} ${y}) scale(${scale})">
        <g>${mesh.edges.map((edge) => html`<${EdgeThread} key=${edge.id} edge=${edge} place=${layout.edges.get(edge.id)} near=${near?.has(edge.id)} />`)}</g>
        <g>${mesh.nodes.map((node) => html`<${Node} key=${node.id} node=${node} place=${layout.nodes.get(node.id)} near=${near?.has(node.id)} />`)}</g>
        <g aria-hidden="true">${mesh.edges.map((edge) => html`<${EdgeLabel} key=${edge.id} edge=${edge} place=${layout.edges.get(edge.id)} size=${LABEL} near=${near?.has(edge.id)} />`)}</g>
      </g>
    <//>
    <${Controls} fitted=${fitted} />
    <${Legend} quiet=${quiet} />
  </section>`;
}

/** What belongs to what is pointed at, chosen or searched for; null: nothing is. @param {Mesh} mesh */
function closeTo(mesh) {
  const words = wanted.value.trim().toLowerCase();
  const found = words ? mesh.nodes.filter((node) => node.name.includes(words)).map((node) => node.id) : [];
  const centre = hovered.value || selected.value;
  const known = mesh.nodes.some((node) => node.id === centre) || mesh.edges.some((edge) => edge.id === centre);
  if (!words && !known) return null;
  const centres = new Set(words ? found : [centre]);
  const near = new Set(centres);
  for (const edge of mesh.edges) {
    if (!centres.has(edge.id) && !centres.has(edge.from) && !centres.has(edge.to)) continue;
    for (const id of [edge.id, edge.from, edge.to]) near.add(id);
  }
  return near;
}

/** The surface, with its gestures. Lives through every redraw. */
class Canvas extends Component {
  /** @type {SVGSVGElement | null} */
  surface = null;
  /** @type {{x: number, y: number, moved: boolean} | null} */
  drag = null;
  watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect));

  componentDidMount() {
    if (!this.surface) return;
    this.watch.observe(this.surface);
    // Preact listens passively to wheels; the page must not scroll under the map.
    this.surface.addEventListener("wheel", this.wheel, { passive: false });
  }

  componentWillUnmount() {
    this.watch.disconnect();
  }

  /** @param {WheelEvent} event */
  wheel = (event) => {
    event.preventDefault();
    const box = /** @type {SVGSVGElement} */ (this.surface).getBoundingClientRect();
    const around = { x: event.clientX - box.left, y: event.clientY - box.top };
    if (event.shiftKey) pan(-event.deltaY, -event.deltaX);
    else zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) * 0.004), around);
  };

  /** @param {PointerEvent} event */
  down = (event) => {
    if (event.button === 0) this.drag = { x: event.clientX, y: event.clientY, moved: false };
  };

  /** @param {PointerEvent} event */
  move = (event) => {
    const { drag, surface } = this;
    if (!drag || !surface) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < DRAG_PX) return;
    surface.setPointerCapture(event.pointerId);
    this.drag = { x: event.clientX, y: event.clientY, moved: true };
    pan(dx, dy);
  };

  up = () => {
    this.drag = null;
  };

  /** Arrow keys move the map, unless a node or an edge has them. @param {KeyboardEvent} event */
  key = (event) => {
    const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move) pan(move[0] ?? 0, move[1] ?? 0);
    else if (event.key === "+") zoom(STEP);
    else if (event.key === "-") zoom(1 / STEP);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  };

  render() {
    return html`<svg class="canvas" role="group" aria-label="Services and their calls"
      ref=${(/** @type {SVGSVGElement | null} */ surface) => { this.surface = surface; }}
      onPointerDown=${this.down} onPointerMove=${this.move} onPointerUp=${this.up} onPointerCancel=${this.up}
      onKeyDown=${this.key}>${this.props.children}</svg>`;
  }
}

/** @param {{fitted: boolean}} props */
function Controls({ fitted }) {
  return html`<div class="controls" role="group" aria-label="Size of the map">
    <button type="button" aria-label="Larger" onClick=${() => zoom(STEP)}>+</button>
    <button type="button" aria-label="Smaller" onClick=${() => zoom(1 / STEP)}>−</button>
    <button type="button" disabled=${fitted} onClick=${fit}>Fit</button>
  </div>`;
}
