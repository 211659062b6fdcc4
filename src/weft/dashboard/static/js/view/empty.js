// What stands where the map will be, and what to do next.

import { html } from "./html.js";

export function Waiting() {
  return html`<main class="blank" aria-busy="true"><h2>Waiting for the server</h2>
    <p>The first status arrives within a second.</p></main>`;
}

export function LoggedOut() {
  return html`<main class="blank"><h2>Log in to see this mesh</h2>
    <p>Run <code>weft dashboard</code> beside its mesh.yaml and open the link that it prints.</p></main>`;
}

export function Empty() {
  return html`<section class="blank" aria-label="Nothing here yet">
    <h2>Nothing is woven in yet</h2>
    <p>The server runs, and no service has been applied. From here:</p>
    <ol>
      <li><code>weft init</code><span>writes a mesh.yaml to start from</span></li>
      <li><code>weft validate</code><span>says what is wrong in it, line by line</span></li>
      <li><code>weft apply -f mesh.yaml</code><span>brings its services onto this page</span></li>
    </ol>
    <pre>services:
  web:
    run: python web.py
    calls: [orders]
  orders:
    run: python orders.py</pre>
  </section>`;
}
