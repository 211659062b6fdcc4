// The last two minutes of one number, small.

import { html } from "./html.js";

const WIDTH = 150;
const HEIGHT = 34;
/** A young line is drawn over a quarter of the time that an old one takes. */
const LEAST_SAMPLES = 30;

/** @param {{values: (number | null)[], name: string, now: string}} props */
export function Sparkline({ values, name, now }) {
  const top = Math.max(1e-9, ...values.map((value) => value ?? 0)) * 1.1;
  const step = WIDTH / (Math.max(LEAST_SAMPLES, values.length) - 1);
  const points = values.map((value, index) => ({
    x: WIDTH - (values.length - 1 - index) * step,
    y: value === null ? null : HEIGHT - (value / top) * HEIGHT,
  }));
  return html`<figure class="spark">
    <figcaption>${name}<strong>${now}</strong></figcaption>
    <svg viewBox="0 -2 ${WIDTH} ${HEIGHT + 4}" preserveAspectRatio="none" aria-hidden="true">
      <path class="ground" d="M0 ${HEIGHT}H${WIDTH}" />
      <path class="line" d=${lineThrough(points)} />
    </svg>
  </figure>`;
}

/** A gap where nothing was known. @param {{x: number, y: number | null}[]} points */
function lineThrough(points) {
  let path = "";
  let pen = "M";
  for (const { x, y } of points) {
    if (y === null) {
      pen = "M";
      continue;
    }
    path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = "L";
  }
  return path;
}
