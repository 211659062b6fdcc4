// The event stream, for as long as the page is open.
//
//     GET /v1/events  ->  status, connection
//
// A browser's own reconnecting gives up after some errors and never says why; so each
// connection is made here, and one that falls silent is given up.

import { batch } from "../vendor/signals-core.mjs";
import { connection, status, tick } from "./state.js";

/** @import { Connection, Status } from "./types.js" */

const SILENCE_MS = 5_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

/** @type {EventSource | null} */
let source = null;
let pause = FIRST_PAUSE_MS;
let silence = 0;
let retry = 0;

/** Connect, and stay connected. */
export function follow() {
  connect();
  setInterval(() => {
    if (connection.value.state !== "live") tick.value += 1;
  }, 1_000);
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
}

function connect() {
  clearTimeout(retry);
  source?.close();
  source = new EventSource("/v1/events");
  source.addEventListener("status", receive);
  source.addEventListener("error", lose);
  expect();
}

/** @param {MessageEvent<string>} event */
function receive(event) {
  /** @type {Status} */
  const received = JSON.parse(event.data);
  if (status.value && status.value.version !== received.version) {
    location.reload(); // another Weft answers now; its own page understands it
    return;
  }
  pause = FIRST_PAUSE_MS;
  expect();
  const now = Date.now() / 1000;
  batch(() => {
    const since = connection.value.state === "live" ? connection.value.since : now;
    connection.value = { state: "live", since, last: now };
    status.value = received;
  });
}

function lose() {
  clearTimeout(silence);
  source?.close();
  source = null;
  note("reconnecting");
  askWhy();
  clearTimeout(retry);
  retry = setTimeout(connect, pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
}

/** An event stream hides the status of its answer. */
async function askWhy() {
  try {
    const answer = await fetch("/v1/status", { cache: "no-store" });
    if (answer.status === 401) note("logged-out");
  } catch {
    // Out of reach: that is what the page says already.
  }
}

/** @param {Connection["state"]} state */
function note(state) {
  const { state: before, since, last } = connection.value;
  if (before === state) return;
  const lost = before === "live" ? Date.now() / 1000 : since;
  // A refusal says more than that there is no connection.
  if (before === "logged-out" && state === "reconnecting") return;
  connection.value = { state, since: lost, last };
}

/** A server that was stopped in mid-stream says nothing and never will. */
function expect() {
  clearTimeout(silence);
  silence = setTimeout(lose, SILENCE_MS);
}

function hurry() {
  if (document.hidden || source) return;
  pause = FIRST_PAUSE_MS;
  connect();
}
