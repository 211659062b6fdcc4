// What a person should look at: what, why, and what to do.

import { duration, plural } from "../format.js";
import { select, selected } from "../state.js";
import { html } from "./html.js";

/** @import { Trouble } from "../types.js" */

const SHOWN = 2;

/** @param {{troubles: Trouble[], now: number}} props */
export function Alarms({ troubles, now }) {
  const notices = troubles.map((trouble) => html`<${Notice} key=${trouble.key} trouble=${trouble} now=${now} />`);
  const more = notices.slice(SHOWN);
  return html`<section class="alarms" aria-label="Alarms" aria-live="polite">
    ${notices.slice(0, SHOWN)}
    ${more.length > 0 && html`<details><summary>${plural(more.length, "more alarm")}</summary>${more}</details>`}
  </section>`;
}

/** @param {{trouble: Trouble, now: number}} props */
function Notice({ trouble, now }) {
  const { severity, what, why, fix, since, service } = trouble;
  const id = `service:${service}`;
  return html`<article class="notice ${severity}">
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 3L22.5 21H1.5zM12 10v5M12 17.6v.8" /></svg>
    <div>
      <p class="what"><span class="unseen">${severity}: </span>${what}
        ${since > 0 && html`<span class="since" aria-hidden="true">for ${duration(Math.max(0, now - since))}</span>`}</p>
      ${why && html`<p class="why"><${Words} text=${why} /></p>`}
      ${fix && html`<p class="fix"><span aria-hidden="true">→ </span><span class="unseen">To do: </span><${Words} text=${fix} /></p>`}
    </div>
    ${service !== null && html`<button type="button" onClick=${() => selected.value !== id && select(id)}>Show ${service}</button>`}
  </article>`;
}

/** What stands between backticks is a command. @param {{text: string}} props */
function Words({ text }) {
  return text.split("`").map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));
}
