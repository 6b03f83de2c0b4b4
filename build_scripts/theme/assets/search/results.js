// What the sheet shows: how many passages, of which kinds, and each with its words in bold.

export const LIT = "h"; // the parameter that carries the words to be lit up on arrival
// How much of a longer paragraph is shown, in UTF-16 code units: about three lines, of which one is before the words.
const AROUND = {before: 36, length: 130}, AROUND_ENGLISH = {before: 80, length: 290};
const MOST_LIT = 5;
const SENTENCE_END = /[。！？；][”’」』）]*|[.!?;][”’"')]* /, DANGLING = /[\s，、；：,;:“‘「『（(—–]+$/;

const put = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const fill = (words, value) => words.replace("{}", value);

/** Say how many there are, and of which kinds, over an empty list. */
export function head({source, clauses, counts, kind, list, status, kinds}) {
  const total = counts.get(kind) ?? 0, {words} = source;
  status.textContent = !clauses.length ? "" : total ? fill(words[total === 1 ? "search-count-one" : "search-count"], total) : words["search-none"];
  kinds.replaceChildren(...(counts.get("") ? filters(source, counts, kind) : []));
  list.replaceChildren();
  requestAnimationFrame(() => (list.scrollTop = 0)); // at once would lay the sheet out twice
}

/** Put a passage in its place in the list, that of an offer of more if there is one. */
export function add(passage, at, source, clauses, root, list) {
  const item = result(passage, source, clauses, root);
  if (list.children[at]) list.children[at].replaceWith(item);
  else list.append(item);
}

/** Offer so many more. */
export const offer = (count, {words}, list) => list.append(put("li", {}, put("button", {type: "button", textContent: fill(words["search-more"], count)})));

/** Where nothing holds all that was typed: what something holds, `[words, count]`, each as a search of its own. */
export const instead = (some, said, list) => list.append(...some.map(([typed, count]) => put("li", {}, put("button", {type: "button", value: typed, textContent: fill(fill(said, typed), count)}))));

function* filters(source, counts, chosen) {
  for (const [kind, name] of [["", source.words["search-all"]], ...Object.entries(source.kinds)]) {
    const count = put("span", {textContent: counts.get(kind) ?? 0});
    const button = put("button", {type: "button", value: kind, disabled: !counts.get(kind) && kind !== chosen}, `${name} `, count);
    button.setAttribute("aria-pressed", kind === chosen);
    yield button;
  }
}

function result({anchor, language, text, document: its}, source, clauses, root) {
  const places = source.places(text, clauses);
  const address = new URL(its.url, root);
  for (const words of new Set(places.map(([start, end]) => text.slice(start, end)).slice(0, MOST_LIT))) address.searchParams.append(LIT, words);
  address.hash = anchor;
  const note = /^n(\d+)(?:-|$)/.exec(anchor);
  const about = put("span", {className: "dz-search__from"}, put("span", {className: its.kind === "speech" ? "dz-speech" : "", textContent: source.kinds[its.kind]}));
  if (its.short) about.append(put("span", {textContent: its.short}));
  if (text !== its.title) about.append(put("span", {lang: its.language, textContent: its.title}));
  if (note) about.append(put("span", {textContent: fill(source.words["note-number"], note[1])}));
  return put("li", {}, put("a", {href: address.href}, about, excerpt(text, language, places)));
}

/** The text around the first place, every place in it marked. */
function excerpt(text, language, places) {
  const {before, length} = language === "en" ? AROUND_ENGLISH : AROUND;
  const [first, last] = places[0] ?? [0, 0], whole = text.length <= length;
  let at = whole ? 0 : startOf(text, Math.max(0, first - before), first);
  const stop = whole ? text.length : wordStart(text, Math.min(text.length, Math.max(at + length, last + before)));
  const element = put("span", {className: "dz-search__text", lang: language}, at ? "…" : "");
  for (const [start, end] of places) {
    if (start < at || start >= stop) continue;
    element.append(text.slice(at, start), put("mark", {textContent: text.slice(start, Math.min(end, stop))}));
    at = Math.min(end, stop);
  }
  element.append(stop < text.length ? `${text.slice(at, stop).replace(DANGLING, "")}…` : text.slice(at));
  return element;
}

/** Where an excerpt begins: with a sentence if one begins before the words, else with a word. */
function startOf(text, from, words) {
  const stop = from && SENTENCE_END.exec(text.slice(from, words));
  return stop ? from + stop.index + stop[0].length : wordStart(text, from);
}

/** The beginning of the word, or the character, that an offset stands in. */
function wordStart(text, at) {
  const start = at - /[A-Za-z0-9'’-]*$/.exec(text.slice(Math.max(0, at - 20), at))[0].length;
  return /[\udc00-\udfff]/.test(text[start] ?? "") ? start - 1 : start;
}
