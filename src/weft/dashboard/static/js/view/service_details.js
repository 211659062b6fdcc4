// One service: its instances, whom it calls, who may call it, how it is run.

import { clock, duration, latency, plural, portion } from "../format.js";
import { html, HealthMark } from "./html.js";
import { Neighbours } from "./neighbours.js";
import { Facts, Traffic } from "./numbers.js";
import { ProxyFacts } from "./proxy_facts.js";

/** @import { InstanceView, MapNode, Mesh, ServiceView } from "../types.js" */

/** @param {{mesh: Mesh, node: MapNode}} props */
export function ServiceDetails({ mesh, node }) {
  const service = /** @type {ServiceView} */ (node.service);
  return html`
    ${service.description && html`<p class="description">${service.description}</p>`}
    <${Traffic} id=${node.id} traffic=${node.traffic} />
    <${Instances} service=${service} now=${mesh.status.now} />
    <${Versions} node=${node} />
    ${service.calls_differences.length > 0 && html`<h3>Declared and observed differ</h3>
      <ul class="differences">${service.calls_differences.map((words) => html`<li key=${words}>${words}</li>`)}</ul>`}
    <${Neighbours} title="Calls" edges=${mesh.edges.filter((edge) => edge.from === node.id)} end="callee" />
    <${Neighbours} title="Called by" edges=${mesh.edges.filter((edge) => edge.to === node.id)} end="caller" />
    <h3>As applied</h3>
    <${Facts} rows=${applied(service)} />
    <${Run} service=${service} />
    <${ProxyFacts} status=${mesh.status} name=${node.name} kind="service" />`;
}

/** @param {ServiceView} service @returns {[string, unknown][]} */
function applied(service) {
  return [
    ["calls, declared", service.calls === null ? "anything" : list(service.calls)],
    ["calls, observed", list(service.calls_observed)],
    ["who may call", service.allow === null ? "anyone with an identity in the mesh" : list(service.allow)],
    ["fallback", service.fallback ?? "none"],
    ["configuration", service.config_revision === null ? "none" : html`revision <code>${service.config_revision}</code>`],
  ];
}

/** @param {{service: ServiceView, now: number}} props */
function Instances({ service, now }) {
  const { instances } = service;
  if (instances.length === 0) {
    return html`<h3>Instances</h3><p class="faint">None is registered. ${service.run ? "Its process has not started yet." : "Start one, or register its address."}</p>`;
  }
  return html`<h3>${plural(instances.length, "instance")}</h3>
    <div class="scroll"><table class="instances">
      <thead><tr><th scope="col">instance</th><th scope="col">health</th><th scope="col" class="number">probe</th><th scope="col" class="number">restarts</th></tr></thead>
      <tbody>${instances.map((instance) => html`<${Instance} key=${instance.id} instance=${instance} latest=${service.latest_version} now=${now} />`)}</tbody>
    </table></div>`;
}

/** @param {{instance: InstanceView, latest: string, now: number}} props */
function Instance({ instance, latest, now }) {
  const more = [
    instance.pid === null ? "" : `pid ${instance.pid}`,
    instance.app_port === null ? "" : `app at ${instance.app_port}`,
    `on ${instance.host}`,
    instance.weight === 100 ? "" : `weight ${instance.weight}`,
    ...Object.entries(instance.labels).map(([name, value]) => `${name}=${value}`),
  ];
  return html`<tr>
    <th scope="row">${instance.id} ${instance.version && html`<span class="version ${instance.version === latest ? "latest" : ""}">${instance.version}</span>`}
      <span class="under">${instance.address}:${instance.port}</span>
      <span class="under">${more.filter(Boolean).join(", ")}</span></th>
    <td><span class="health-word"><${HealthMark} health=${instance.health} />${instance.health}</span>
      <span class="under" title="since ${clock(instance.since)}">for ${duration(Math.max(0, now - instance.since))}</span>
      ${instance.reason && html`<span class="under reason">${instance.reason}</span>`}</td>
    <td class="number">${latency(instance.probe_ms)}</td>
    <td class="number">${instance.restarts}</td>
  </tr>`;
}

/** @param {{node: MapNode}} props */
function Versions({ node }) {
  const rows = node.rows.filter((row) => row.version);
  if (rows.length === 0) return null;
  return html`<h3>Versions</h3>
    <ul class="versions">${rows.map((row) => html`<li key=${row.version}>
      <span class="version ${row.latest ? "latest" : ""}">${row.version}</span>
      ${plural(row.instances.length, "instance")}${row.share === null ? "" : `, ${portion(row.share)} of what is sent by version`}
      ${row.latest && html`<em>latest</em>`}
    </li>`)}</ul>`;
}

/** @param {{service: ServiceView}} props */
function Run({ service }) {
  if (!service.run) return html`<p class="faint">Somebody else runs it.</p>`;
  return html`<h3>Run by Weft</h3>
    ${Object.entries(service.run.versions).map(([version, run]) => html`<div class="run" key=${version}>
      <p>${version && html`<strong>${version}: </strong>`}${plural(run.instances, "instance")} wanted${run.port === null ? "" : `, port ${run.port}`}${run.address === null ? "" : `, at ${run.address}`}</p>
      ${run.command.length > 0 && html`<pre>${run.command.join(" ")}</pre>`}
    </div>`)}`;
}

/** @param {string[]} names */
function list(names) {
  return names.length === 0 ? "nobody" : names.join(", ");
}
