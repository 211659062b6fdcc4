"""Questions to a page, in its own language: what overlaps, and what is too faint to read."""

#: Pairs of labels, and of a label and a box, that cover each other.
LABEL_BOXES = """() => {
  const boxes = (selector, name) => [...document.querySelectorAll(selector)].map(
    (element) => [name(element), element.getBoundingClientRect()]);
  const labels = boxes('.label rect', (e) => e.parentElement.dataset.label);
  const all = [...labels, ...boxes('.node .card', (e) => e.parentElement.dataset.id)];
  const apart = (a, b) =>
    a.right <= b.left + 1 || b.right <= a.left + 1
    || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  if (labels.length === 0) return ['there is no label'];
  return labels.flatMap(([name, box], i) => all.slice(i + 1)
    .filter(([, other]) => !apart(box, other)).map(([other]) => `${name} and ${other}`));
}"""

#: Words in a box that cover other words or marks in it, or leave it.
OVERLAPS_IN_NODES = """() => [...document.querySelectorAll('.node')].flatMap((node) => {
  const card = node.querySelector('.card').getBoundingClientRect();
  const parts = [...node.querySelectorAll('text, .health')].map((e) => [
    e.firstChild?.data ?? e.textContent, e.getBoundingClientRect()]);
  const covers = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const over = parts.flatMap(([name, box], i) => parts.slice(i + 1)
    .filter(([, other]) => covers(box, other)).map(([other]) => `${name} and ${other}`));
  const out = parts.filter(([, box]) => box.right > card.right || box.left < card.left
    || box.bottom > card.bottom + 1 || box.top < card.top - 1).map(([name]) => `${name} leaves`);
  return [...over, ...out].map((words) => `${node.dataset.id}: ${words}`);
})"""

#: Words whose contrast with what is behind them is under WCAG 2's 4.5 (3 for large ones).
CONTRAST = """(within) => {
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => top.slice(0, 3)
    .map((c, i) => c * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = ([r, g, b]) => [r, g, b]
    .map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    const drawn = element.closest('svg') && [
      element.closest('.label, .chip')?.querySelector('rect'),
      element.closest('.node')?.querySelector('.card')].find(Boolean);
    if (drawn) return rgba(getComputedStyle(drawn).fill);
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      layers.push(rgba(getComputedStyle(e).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const wrong = [];
  let seen = 0;
  for (const element of document.querySelector(within ?? 'body').querySelectorAll('*')) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || ['TITLE', 'NOSCRIPT', 'title'].includes(element.tagName)) continue;
    if (!element.checkVisibility() || element.closest('.unseen')) continue;
    seen += 1;
    const style = getComputedStyle(element);
    const back = behind(element);
    const ink = over(rgba(element.closest('svg') ? style.fill : style.color), back);
    const [a, b] = [light(ink), light(back)].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) wrong.push(`${element.textContent.trim()}: ${ratio.toFixed(2)}`);
  }
  return seen ? wrong : ['there are no words'];
}"""
