// How wide words are, without asking the page to lay itself out.

const brush = document.createElement("canvas").getContext("2d");
/** @type {Map<string, number>} */
const known = new Map();

/** @param {string} text @param {string} font as CSS writes it */
export function measured(text, font) {
  const key = `${font} ${text}`;
  let width = known.get(key);
  if (width === undefined) {
    if (brush) brush.font = font;
    width = brush ? brush.measureText(text).width : text.length * 8;
    if (known.size > 5_000) known.clear();
    known.set(key, width);
  }
  return width;
}

/** *text*, or as much of it as *room* holds. @param {string} text @param {number} room @param {string} font */
export function fitted(text, room, font) {
  if (measured(text, font) <= room) return text;
  let length = text.length - 1;
  while (length > 1 && measured(`${text.slice(0, length)}…`, font) > room) length -= 1;
  return `${text.slice(0, length)}…`;
}
