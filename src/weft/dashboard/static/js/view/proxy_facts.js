// A workload's proxies and their certificates, host by host.

import { clock, duration } from "../format.js";
import { html } from "./html.js";
import { Facts } from "./numbers.js";

/** @import { Status } from "../types.js" */

/** @param {{status: Status, name: string, kind: "service" | "gateway"}} props */
export function ProxyFacts({ status, name, kind }) {
  const workload = workloadOf(name, kind);
  const proxies = status.proxies.filter((proxy) => proxy.workload === workload);
  const certificates = status.certificates.filter((each) => each.workload === workload);
  if (proxies.length + certificates.length === 0) return null;
  return html`<h3>${proxies.length > 1 ? "Proxies" : "Proxy"} and identity</h3>
    <${Facts} rows=${[
      ...proxies.map((proxy) => [
        `Envoy on ${proxy.host}`,
        html`${proxy.connected ? "connected" : "not connected"}${proxy.pid === null ? "" : `, pid ${proxy.pid}`},
          up since ${clock(proxy.since)}${proxy.restarts ? `, ${proxy.restarts} restarts (last exit: ${proxy.last_exit || "unknown"})` : ""}`,
      ]),
      ...certificates.map((each) => [
        `certificate on ${each.host}`,
        html`<span class="breaks">${each.identity}</span>, ${each.left_s < 0
          ? html`<strong class="is-failing">over for ${duration(-each.left_s)}</strong>`
          : `${duration(each.left_s)} left`}, serial <span class="breaks">${each.serial}</span>`,
      ]),
    ]} />`;
}

/** As the JSON writes it: `default.orders`, `gateway.default.public`. @param {string} name @param {"service" | "gateway"} kind */
function workloadOf(name, kind) {
  const full = (name.includes("/") ? name : `default/${name}`).replace("/", ".");
  return kind === "gateway" ? `gateway.${full}` : full;
}
