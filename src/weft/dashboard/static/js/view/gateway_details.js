// One way into the mesh.

import { html } from "./html.js";
import { Neighbours } from "./neighbours.js";
import { Facts, Traffic } from "./numbers.js";
import { ProxyFacts } from "./proxy_facts.js";

/** @import { GatewayView, MapNode, Mesh } from "../types.js" */

/** @param {{mesh: Mesh, node: MapNode}} props */
export function GatewayDetails({ mesh, node }) {
  const gateway = /** @type {GatewayView} */ (node.gateway);
  const link = /^https?:\/\//.test(gateway.url)
    ? html`<a href=${gateway.url} target="_blank" rel="noreferrer">${gateway.url}</a>`
    : gateway.url;
  return html`
    <${Traffic} id=${node.id} traffic=${node.traffic} />
    <${Facts} rows=${[["listens at", `${gateway.address}:${gateway.port}`], ["open", link]]} />
    <${Neighbours} title="Sends to" edges=${mesh.edges.filter((edge) => edge.from === node.id)} end="callee" />
    <${ProxyFacts} status=${mesh.status} name=${node.name} kind="gateway" />`;
}
