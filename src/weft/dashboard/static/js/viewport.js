// Which part of the map is seen, and how large.
//
//     the map's size, the window's size, gestures  ->  { x, y, scale }
//
// Until someone moves it, the whole map fits; the "Fit" button goes back to that.

import { signal } from "../vendor/signals-core.mjs";

const LARGEST = 1.1;
const MOST = 2.5;
const LEAST = 0.2;
/** Below this, words on threads are too small to read. */
export const FAR = 0.56;

/** @type {import("../vendor/signals-core.mjs").Signal<{x: number, y: number, scale: number} | null>} */
const moved = signal(null);
const room = signal({ width: 0, height: 0 });
const content = signal({ width: 0, height: 0 });
/** Changes whenever the view does. */
export const viewport = signal({ x: 0, y: 0, scale: 1, fitted: true });

/** @param {{width: number, height: number}} size */
export function setRoom({ width, height }) {
  room.value = { width, height };
  update();
}

/** @param {{width: number, height: number}} size */
export function setContent({ width, height }) {
  if (content.peek().width === width && content.peek().height === height) return;
  content.value = { width, height };
  update();
}

export function fit() {
  moved.value = null;
  update();
}

/** @param {number} dx @param {number} dy */
export function pan(dx, dy) {
  const { x, y, scale } = viewport.peek();
  moved.value = { x: x + dx, y: y + dy, scale };
  update();
}

/** Larger or smaller, around a point that stays where it is. @param {number} factor @param {{x: number, y: number}} [around] */
export function zoom(factor, around = { x: room.peek().width / 2, y: room.peek().height / 2 }) {
  const { x, y, scale } = viewport.peek();
  const next = Math.min(MOST, Math.max(LEAST, scale * factor));
  const ratio = next / scale;
  moved.value = { x: around.x - (around.x - x) * ratio, y: around.y - (around.y - y) * ratio, scale: next };
  update();
}

function update() {
  const manual = moved.peek();
  viewport.value = manual ? { ...manual, fitted: false } : { ...fitted(), fitted: true };
}

function fitted() {
  const { width, height } = room.peek();
  const inside = content.peek();
  if (!width || !inside.width) return { x: 0, y: 0, scale: 1 };
  const scale = Math.max(LEAST, Math.min(LARGEST, width / inside.width, height / inside.height));
  return { x: (width - inside.width * scale) / 2, y: (height - inside.height * scale) / 2, scale };
}
