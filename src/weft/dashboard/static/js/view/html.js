// Markup in plain JavaScript, and the marks that every view uses.

import { h } from "../../vendor/preact.mjs";
import htm from "../../vendor/htm.mjs";

/** @import { Health, State } from "../types.js" */

export const html = htm.bind(h);

/** Enter and Space do what a click does. @param {() => void} act */
export function pressable(act) {
  return {
    role: "button",
    tabindex: 0,
    onClick: act,
    onKeyDown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    },
  };
}

/** A shape for each health, so that colour is never the only difference. @type {Record<Health, string>} */
const SHAPES = {
  healthy: "M0 -5.5A5.5 5.5 0 1 1 0 5.5A5.5 5.5 0 1 1 0 -5.5Z",
  degraded: "M0 -6L6.2 5H-6.2Z",
  unhealthy: "M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5",
  starting: "M0 -4.6A4.6 4.6 0 1 1 0 4.6A4.6 4.6 0 1 1 0 -4.6Z",
  draining: "M-5.6 -4H5.6L0 5.6Z",
};

/** @param {{health: Health, x?: number, y?: number, title?: string}} props */
export function HealthShape({ health, x = 0, y = 0, title }) {
  return html`<path class="health health-${health}" transform="translate(${x} ${y})" d=${SHAPES[health]}>
    ${title && html`<title>${title}</title>`}
  </path>`;
}

/** The shape in running text. @param {{health: Health}} props */
export function HealthMark({ health }) {
  return html`<svg class="mark" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
    <${HealthShape} health=${health} />
  </svg>`;
}

/** A state in words, coloured. @param {{state: State, children?: unknown}} props */
export function StateText({ state, children }) {
  return html`<span class="state is-${state}">${children}</span>`;
}

/** The woven mark. */
export function Brand() {
  return html`<svg class="brand" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
    <path class="warp" d="M9 3v9M9 18v11M23 3v17M23 26v3" />
    <path class="weft" d="M3 9h1M4 9h15M26 9h3M3 23h3M12 23h17" />
  </svg>`;
}
