// The keys of a text. A key moves the focus, so that what is read on is also where Tab goes on from.

import {keys} from "../base/keys.js";

export const startKeys = view => Object.assign(keys, {
  j: () => step(paragraphs(), 1), n: () => step(paragraphs(), 1), k: () => step(paragraphs(), -1), p: () => step(paragraphs(), -1),
  ".": () => step(calls(), 1), ",": () => step(calls(), -1),
  v: view.cycle,
});

const seen = element => element.getClientRects().length > 0;

/** The links of the paragraphs, one for each pair, in the language that stands first. */
function paragraphs() {
  const all = [...document.querySelectorAll(".dz-here")].filter(seen), pairs = new Set();
  return all.filter(link => {
    const pair = link.closest(".dz-pair") ?? link;
    return !pairs.has(pair) && pairs.add(pair);
  });
}

const calls = () => [...document.querySelectorAll("article .footnote-ref")].filter(seen);

/** From where the focus is, or else from the top of the window, to the next one or the one before. */
function step(all, by) {
  const focused = document.activeElement.closest("article") && document.activeElement !== document.body ? document.activeElement : null;
  const inside = focused && all.findLastIndex(each => each === focused || (each.closest(".dz-pair") ?? each) === focused.closest(".dz-pair") && each.matches(".dz-here"));
  let to;
  if (focused && inside >= 0) to = all[inside + by];
  else if (focused) to = by > 0 ? all.find(each => follows(focused, each)) : all.findLast(each => follows(each, focused));
  else {
    const line = document.querySelector(".md-header").getBoundingClientRect().bottom;
    const top = each => blockOf(each).getBoundingClientRect().top;
    to = by > 0 ? all.find(each => top(each) >= line) : all.findLast(each => top(each) < line);
  }
  if (!to) return;
  blockOf(to).scrollIntoView({block: to.matches(".dz-here") ? "start" : "center", behavior: "instant"});
  to.focus({preventScroll: true});
}

const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
const blockOf = element => (!element.matches(".dz-here") ? element : seen(element.parentElement) ? element.parentElement : element.closest(".dz-pair"));
