// Heights within the columns of a layered drawing.
//
//     columns of items in order, and who is tied to whom  ->  each item's y
//
// dagre decides the columns and the order in them; its own heights leave a map three
// times as tall as what is in it. Here each item goes to the middle of its neighbours,
// as near as the order and the gaps let it. Pure.

const SWEEPS = 120;

/**
 * Something in a column; *y* is its centre.
 * @typedef {{y: number, height: number, gap: number, tied: Item[]}} Item
 */

/** Sets every item's y. @param {Item[][]} columns from left to right, each in order */
export function settle(columns) {
  for (const column of columns) stack(column);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const order = sweep % 2 ? [...columns].reverse() : columns;
    for (const column of order) attract(column);
  }
}

/** As close as the gaps allow, around 0. @param {Item[]} column */
function stack(column) {
  const places = offsets(column);
  const middle = (places.at(-1) ?? 0) / 2;
  column.forEach((item, index) => {
    item.y = (places[index] ?? 0) - middle;
  });
}

/**
 * The nearest places to where the items want to be that keep order and gaps: with the
 * gaps taken out this is isotonic regression, solved exactly by pooling neighbours that
 * are in each other's way.
 * @param {Item[]} column
 */
function attract(column) {
  const places = offsets(column);
  /** @type {{sum: number, weight: number, count: number}[]} */
  const pools = [];
  column.forEach((item, index) => {
    // By weight, so that each step shortens the sum of all squared distances, and it ends.
    const weight = Math.max(1, item.tied.length);
    let pool = { sum: weight * (wish(item) - (places[index] ?? 0)), weight, count: 1 };
    for (let last = pools.at(-1); last && mean(last) >= mean(pool); last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  let index = 0;
  for (const pool of pools) {
    for (let left = pool.count; left > 0; left--, index++) {
      const item = column[index];
      if (item) item.y = mean(pool) + (places[index] ?? 0);
    }
  }
}

/** @param {Item} item */
function wish({ y, tied }) {
  return tied.length === 0 ? y : tied.reduce((all, other) => all + other.y, 0) / tied.length;
}

/** Where each item stands when nothing lies between them, from the first one's centre. @param {Item[]} column */
function offsets(column) {
  let at = 0;
  return column.map((item, index) => {
    const before = column[index - 1];
    if (before) at += (before.height + item.height) / 2 + Math.max(before.gap, item.gap);
    return at;
  });
}

/** @param {{sum: number, weight: number}} pool */
function mean({ sum, weight }) {
  return sum / weight;
}
