// What colours, shapes and numbers mean.

import { HealthMark, html } from "./html.js";

/** @import { Health } from "../types.js" */

/** @type {Health[]} */
const HEALTHS = ["healthy", "degraded", "unhealthy", "starting", "draining"];

/** @param {{quiet: boolean}} props */
export function Legend({ quiet }) {
  return html`<div class="legend">
    ${quiet && html`<p class="hint">No calls in the last ten seconds. Send one through a gateway, or as a service: <code>weft call http://SERVICE/</code></p>`}
    <ul aria-label="Legend">
      ${HEALTHS.map((health) => html`<li><${HealthMark} health=${health} />${health}</li>`)}
      <li class="gap"><span class="swatch is-ok"></span>99% succeed</li>
      <li><span class="swatch is-degraded"></span>95%</li>
      <li><span class="swatch is-failing"></span>fewer</li>
      <li><span class="swatch is-idle"></span>idle</li>
      <li><span class="swatch is-unused"></span>declared, not used</li>
      <li class="gap">threads: rate, p50 / p99 · boxes: rate, success, p99</li>
    </ul>
  </div>`;
}
