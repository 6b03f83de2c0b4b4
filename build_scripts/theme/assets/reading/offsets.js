// Places in a text by offset in code points, as the program counts them: without the calls of notes and what else the page adds.

const NOT_TEXT = "sup, rt, .footnote-backref, .dz-here, .dz-cite-here, .dz-ref";

/** The text nodes of an element in order, each with the offset at which it begins: `[node, start]`. */
export function* textsOf(element) {
  const accept = node => (node.parentElement.closest(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT, accept);
  for (let node, start = 0; (node = walker.nextNode()); start += [...node.data].length) yield [node, start];
}

/** The range of `[start, end)` of an element; null where it does not go so far. */
export function rangeOf(element, start, end) {
  const range = element.ownerDocument.createRange();
  let began = false;
  for (const [node, first] of textsOf(element)) {
    const points = [...node.data], within = at => points.slice(0, at - first).join("").length;
    if (!began && start < first + points.length) {
      range.setStart(node, within(start));
      began = true;
    }
    if (began && end <= first + points.length) {
      range.setEnd(node, within(end));
      return range;
    }
  }
  return null;
}
