// Light or dark: what the system says, or what was chosen here.

import { theme } from "./state.js";

/** @import { Theme } from "./types.js" */

const KEY = "weft-theme";
/** @type {Theme[]} */
const CHOICES = ["auto", "light", "dark"];

/** Take up what was chosen before. */
export function restoreTheme() {
  const kept = CHOICES.find((choice) => choice === read());
  apply(kept ?? "auto");
}

/** The next choice. */
export function turnTheme() {
  const next = CHOICES[(CHOICES.indexOf(theme.value) + 1) % CHOICES.length] ?? "auto";
  apply(next);
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A browser that keeps nothing still changes this page.
  }
}

/** @param {Theme} choice */
function apply(choice) {
  theme.value = choice;
  document.documentElement.dataset.theme = choice;
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
