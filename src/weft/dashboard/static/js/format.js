// Numbers and times as people read them.
//
//     1234.5 requests a second  ->  "1.2k/s"
//
// Pure; null is "not known" and reads as a dash.

const NONE = "–";

/** Requests a second. @param {number} rps */
export function rate(rps) {
  return `${count(rps)}/s`;
}

/** A number in at most four characters and a letter. @param {number} value */
export function count(value) {
  if (value <= 0) return "0";
  if (value < 0.05) return "<0.1";
  if (value < 9.95) return trimmed(value.toFixed(1));
  if (value < 999.5) return value.toFixed(0);
  if (value < 9_950) return `${trimmed((value / 1000).toFixed(1))}k`;
  if (value < 999_500) return `${(value / 1000).toFixed(0)}k`;
  return `${trimmed((value / 1e6).toFixed(1))}M`;
}

/** All digits, in groups. @param {number} value */
export function whole(value) {
  return Math.round(value).toLocaleString("en-GB").replaceAll(",", "\u2009");
}

/** Milliseconds. @param {number | null} ms */
export function latency(ms) {
  if (ms === null) return NONE;
  if (ms < 9.95) return `${trimmed(ms.toFixed(1))} ms`;
  if (ms < 999.5) return `${ms.toFixed(0)} ms`;
  return ms < 99_500 ? `${trimmed((ms / 1000).toFixed(1))} s` : `${whole(ms / 1000)} s`;
}

/** Two latencies that share a unit where they can. @param {number | null} p50 @param {number | null} p99 */
export function latencies(p50, p99) {
  const [low, high] = [latency(p50), latency(p99)];
  const [, lowUnit] = low.split(" ");
  const [, highUnit] = high.split(" ");
  return lowUnit && lowUnit === highUnit ? `${low.split(" ")[0]} / ${high}` : `${low} / ${high}`;
}

/** A share. Rounded down, so that 100% means that nothing failed. @param {number | null} share */
export function percent(share) {
  if (share === null) return NONE;
  if (share >= 1) return "100%";
  const digits = share >= 0.999 ? 2 : share >= 0.1 ? 1 : 2;
  const scale = 10 ** digits;
  return `${trimmed((Math.floor(share * 100 * scale + 1e-9) / scale).toFixed(digits))}%`;
}

/** A share of traffic: shares of versions are read beside each other. @param {number} share */
export function portion(share) {
  const value = share * 100;
  if (value > 0 && value < 0.95) return "<1%";
  if (value < 100 && value > 99.05) return ">99%";
  return `${value.toFixed(0)}%`;
}

/** A length of time. @param {number} seconds @returns {string} */
export function duration(seconds) {
  if (seconds < 0) return `${duration(-seconds)} ago`;
  if (seconds < 1) return "under 1 s";
  if (seconds < 90) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** The time of day. @param {number} unix seconds */
export function clock(unix) {
  return new Date(unix * 1000).toLocaleTimeString("en-GB");
}

/** At most *length* characters. @param {string} text @param {number} length */
export function shortened(text, length) {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** "1 service", "2 services". @param {number} number @param {string} noun */
export function plural(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** @param {string} digits */
function trimmed(digits) {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}
