// Traffic as tiles, with its last two minutes.

import { latency, percent, rate, whole } from "../format.js";
import { historyOf } from "../history.js";
import { successState } from "../mesh.js";
import { html } from "./html.js";
import { Sparkline } from "./sparkline.js";

/** @import { TrafficView } from "../types.js" */

/** @param {{id: string, traffic: TrafficView}} props */
export function Traffic({ id, traffic }) {
  const samples = historyOf(id);
  return html`<div class="sparks">
      <${Sparkline} name="rate" now=${rate(traffic.rps)} values=${samples.map((sample) => sample.rps)} />
      <${Sparkline} name="p99" now=${latency(traffic.p99_ms)} values=${samples.map((sample) => sample.p99)} />
    </div>
    <dl class="tiles">
      <div><dt>success</dt><dd class="is-${successState(traffic)}">${percent(traffic.success)}</dd></div>
      <div><dt>p50</dt><dd>${latency(traffic.p50_ms)}</dd></div>
      <div><dt>p90</dt><dd>${latency(traffic.p90_ms)}</dd></div>
      <div><dt>p99</dt><dd>${latency(traffic.p99_ms)}</dd></div>
      <div><dt>requests</dt><dd>${whole(traffic.requests)}</dd></div>
      <div><dt>failures</dt><dd class=${traffic.failures ? "is-degraded" : ""}>${whole(traffic.failures)}</dd></div>
    </dl>`;
}

/** Names and values. @param {{rows: [string, unknown][]}} props */
export function Facts({ rows }) {
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div key=${name}><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
