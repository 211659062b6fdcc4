// What a person should look at, each thing once.
//
//     Status  ->  troublesOf()  ->  notices, the worst first
//
// The server raises an alarm for whatever is wrong. What a list of the JSON tells in
// more detail (a refusal knows its file and line) stands in its alarm's place. Pure.

import { duration } from "./format.js";

/** @import { AlarmView, HostView, RefusalView, Status, Trouble } from "./types.js" */

/** @param {Status} status @returns {Trouble[]} */
export function troublesOf(status) {
  const refused = new Set(status.refusals.map(alarmOf));
  const alarms = status.alarms.filter((alarm) => !refused.has(alarm.id));
  const known = new Set(alarms.map((alarm) => alarm.id));
  const lost = status.hosts.filter((host) => !host.connected && !known.has(`host/${host.name}`));
  const all = [...alarms.map(ofAlarm), ...status.refusals.map(ofRefusal), ...lost.map((host) => ofHost(host, status.now))];
  const rank = (/** @type {Trouble} */ trouble) => (trouble.severity === "critical" ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b) || a.since - b.since);
}

/** The id of the alarm that tells the same. @param {RefusalView} refusal */
function alarmOf({ host, workload, resource }) {
  return `refusal/${host}/${workload}/${resource}`;
}

/** @param {AlarmView} alarm @returns {Trouble} */
function ofAlarm({ id, severity, what, why, fix, since, service }) {
  return { key: id, severity, what, why, fix, since, service };
}

/** @param {RefusalView} refusal @returns {Trouble} */
function ofRefusal(refusal) {
  const { document, origin, host, workload, resource, error, since } = refusal;
  return {
    key: `${alarmOf(refusal)} ${document}`,
    severity: "warning",
    what: `${origin ? `${origin}: ` : ""}the proxy of ${workload} on ${host} refuses ${resource}`,
    why: error,
    fix: `change ${document ?? "its documents"}; until then the last good configuration stays in use`,
    since,
    service: null,
  };
}

/** @param {HostView} host @param {number} now @returns {Trouble} */
function ofHost({ name, last_report_s }, now) {
  return {
    key: `host/${name}`,
    severity: "critical",
    what: `host ${name} is lost`,
    why: `its agent has said nothing for ${duration(last_report_s)}`,
    fix: "see whether the agent runs; its services and proxies go on without it",
    since: now - last_report_s,
    service: null,
  };
}
