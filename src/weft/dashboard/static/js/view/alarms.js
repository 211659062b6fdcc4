// What a person should look at: what, why, and what to do.

import { duration, plural } from "../format.js";
import { alarmsOf } from "../mesh.js";
import { select, selected } from "../state.js";
import { html } from "./html.js";

/** @import { AlarmView, HostView, RefusalView, Severity, Status } from "../types.js" */

const SHOWN = 2;

/** @param {{status: Status}} props */
export function Alarms({ status }) {
  const items = [
    ...alarmsOf(status).map((alarm) => html`<${Alarm} key=${alarm.id} alarm=${alarm} now=${status.now} />`),
    ...status.refusals.map((refusal) => html`<${Refusal} key=${`${refusal.host}${refusal.workload}${refusal.resource}`} refusal=${refusal} now=${status.now} />`),
    ...status.hosts.filter((host) => !host.connected).map((host) => html`<${Lost} key=${host.name} host=${host} />`),
  ];
  const more = items.slice(SHOWN);
  return html`<section class="alarms" aria-label="Alarms" aria-live="polite">
    ${items.slice(0, SHOWN)}
    ${more.length > 0 && html`<details><summary>${plural(more.length, "more alarm")}</summary>${more}</details>`}
  </section>`;
}

/** @param {{alarm: AlarmView, now: number}} props */
function Alarm({ alarm, now }) {
  const id = alarm.service === null ? "" : `service:${alarm.service}`;
  return html`<${Notice} severity=${alarm.severity} what=${alarm.what} why=${alarm.why} fix=${alarm.fix}
    since=${alarm.since > 0 ? `for ${duration(Math.max(0, now - alarm.since))}` : ""} id=${id} name=${alarm.service ?? ""} />`;
}

/** @param {{refusal: RefusalView, now: number}} props */
function Refusal({ refusal, now }) {
  const where = refusal.origin ? `${refusal.origin}: ` : "";
  const what = `${where}the proxy of ${refusal.workload} on ${refusal.host} refused ${refusal.document ?? refusal.resource}`;
  return html`<${Notice} severity="critical" what=${what} why=${refusal.error}
    fix="Correct the document; the last good one stays in use."
    since=${`for ${duration(Math.max(0, now - refusal.since))}`} id="" name="" />`;
}

/** @param {{host: HostView}} props */
function Lost({ host }) {
  return html`<${Notice} severity="critical" what=${`host ${host.name} has not reported for ${duration(host.last_report_s)}`}
    why="Its agent is gone or cut off." fix="Its proxies go on with what they have; start its agent again." since="" id="" name="" />`;
}

/** @param {{severity: Severity, what: string, why: string, fix: string, since: string, id: string, name: string}} props */
function Notice({ severity, what, why, fix, since, id, name }) {
  return html`<article class="notice ${severity}">
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 3L22.5 21H1.5zM12 10v5M12 17.6v.8" /></svg>
    <div>
      <p class="what"><span class="unseen">${severity}: </span>${what}${since && html`<span class="since">${since}</span>`}</p>
      ${(why || fix) && html`<p class="why">${why}${fix && html` <span class="fix"><span aria-hidden="true">→ </span><span class="unseen">To do: </span>${fix}</span>`}</p>`}
    </div>
    ${id && html`<button type="button" onClick=${() => selected.value !== id && select(id)}>Show ${name}</button>`}
  </article>`;
}
