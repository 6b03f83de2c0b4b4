// Where a tip stands: near what it explains, inside the window, and never over the call that comes next.

const GAP = 8; // px

const header = () => document.querySelector(".md-header").getBoundingClientRect().bottom;

/** The calls that come after one, in the same language, those that can be seen. */
function following(from) {
  const language = element => element.closest("[lang]").lang;
  const all = [...document.querySelectorAll("article .footnote-ref")].filter(each => each.getClientRects().length && language(each) === language(from));
  return all.slice(all.indexOf(from) + 1);
}
const lineOf = element => element.getClientRects()[0];
const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Put a tip beside an element, or make room for a sheet. */
export function put(tip, from, sheet) {
  if (sheet) makeRoom(tip, from);
  else move(tip, from);
}

/** Put a tip beside an element: above it, else below it, else at the foot of the window. False if the element is away. */
export function move(tip, from) {
  const line = lineOf(from), top = header();
  if (!line || line.bottom < top || line.top > innerHeight) return false;
  const {width, height} = tip.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(line.left + line.width / 2 - width / 2, document.documentElement.clientWidth - width - GAP));
  const calls = from.matches(".footnote-ref") ? following(from).slice(0, 1).map(lineOf) : [];
  const free = at => at >= top && at + height <= innerHeight && !calls.some(call => meet({left, right: left + width, top: at, bottom: at + height}, call));
  const places = [line.top - height - GAP / 2, line.bottom + GAP / 2, innerHeight - height - GAP, top];
  const place = places.find(free) ?? Math.max(top, places[0]);
  Object.assign(tip.style, {left: `${left}px`, top: `${place}px`});
  return true;
}

/** Scroll so that neither the call nor the next one is below the sheet: both above it, or the next one still out of sight. */
function makeRoom(tip, from) {
  const sheet = tip.getBoundingClientRect(), call = lineOf(from), next = following(from).map(lineOf).find(each => each.bottom > call.bottom) ?? call;
  document.body.style.paddingBottom = `${sheet.height}px`;
  const together = next.bottom - call.top + 2 * GAP <= sheet.top - header();
  if (together) scrollBy({top: Math.max(0, next.bottom + GAP - sheet.top), behavior: "instant"});
  else if (call.bottom + GAP > sheet.top || next.top < innerHeight) scrollBy({top: call.bottom + GAP - sheet.top, behavior: "instant"});
}

/** Give back what a sheet took. */
export function clear(tip) {
  tip.removeAttribute("style");
  document.body.style.paddingBottom = "";
}
