// Search: the sheet, its keyboard, and the words lit up in the paragraph that a result led to.

import {Index} from "./index.js";
import {add, head, instead, LIT, offer} from "./results.js";

const HERE = new URL("../..", import.meta.url); // the root of this tree
const FOLDER = new URL("../search/", HERE).href;
const AT_ONCE = 10;

const button = document.querySelector(".dz-search-open");
const sheet = document.querySelector(".dz-search");
const input = sheet.querySelector("input");
const status = sheet.querySelector("[role=status]");
const kinds = sheet.querySelector(".dz-search__kinds");
const list = sheet.querySelector("ol");

const TREE = HERE.pathname.split("/").at(-2);

let opened, kind = "", turn = 0;
/** The index of the texts, and that of the pages about them. */
const indexes = () => (opened ??= Promise.all([Index.open(FOLDER, TREE), Index.open(`${FOLDER}pages/${TREE}/`, TREE)]).catch(error => {
  opened = undefined; // to be tried again
  throw error;
}));

/** Have ready what every search begins with, and all compiled: find the first title in itself and draw it on no page. */
const warm = () => indexes().then(([source]) => {
  const its = source.documents[0], clauses = source.rehearse(its.title);
  add({anchor: "", language: its.language, text: its.title, document: its}, 0, source, clauses, HERE.href, document.createElement("ol"));
}).catch(() => {});

/** Search for what stands in the field and show it from the `from`th result on, unless more is typed meanwhile. */
async function search(from = 0) {
  const mine = ++turn;
  list.ariaBusy = true; // until all are drawn
  try {
    const [source, pages] = await indexes();
    const [meant, {clauses, passages, alone}, about] = await Promise.all([source.refer(input.value, location.pathname), source.find(input.value), pages.find(input.value)]);
    const found = [
      ...meant.map(each => ({its: each.document, read: () => each})),
      ...passages.map(each => ({its: source.documentOf(each), read: () => source.passage(each)})),
      ...about.passages.map(each => ({its: pages.documentOf(each), read: () => pages.passage(each)})),
    ];
    const counts = new Map([["", found.length]]);
    for (const {its} of found) counts.set(its.kind, (counts.get(its.kind) ?? 0) + 1);
    const wanted = found.filter(({its}) => !kind || its.kind === kind);
    const texts = wanted.slice(from, from + AT_ONCE).map(each => each.read());
    let shown = from;
    for (const text of texts.length ? texts : [undefined]) {
      const passage = await text;
      if (mine !== turn) return;
      if (shown === 0) head({source, clauses, counts, kind, list, status, kinds});
      if (passage) add(passage, shown++, source, meant.includes(passage) ? [] : clauses, HERE.href, list);
    }
    list.ariaBusy = false;
    const {words} = source, some = alone.length > 1 ? alone.filter(([, count]) => count) : [];
    if (!found.length) instead(some, words["search-instead"], list);
    if (!found.length && !some.length) {
      const near = (await Promise.all(clauses.map(clause => source.near(clause)))).flat();
      if (mine === turn) instead(near, words["search-offer"], list);
    }
    if (shown < wanted.length) offer(Math.min(AT_ONCE, wanted.length - shown), source, list);
  } catch (error) {
    if (mine === turn) [status.textContent, list.ariaBusy] = [status.dataset.failed, false];
    console.warn(error);
  }
}

function open() {
  indexes().catch(() => {}); // again, should it have failed before
  sheet.togglePopover(true); // not as a modal dialog: that has the browser go through the whole page, which takes as long as a search
  input.select();
}

/** The controls of the list that the arrows go through. */
const stops = () => [input, ...list.querySelectorAll("a, button")];

function step(event) {
  const all = stops(), at = all.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  all[Math.min(all.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
}

button.addEventListener("click", open);
input.addEventListener("input", event => event.isComposing || search());
input.addEventListener("compositionend", () => search());
sheet.querySelector(".dz-search__close").addEventListener("click", () => sheet.hidePopover());
sheet.addEventListener("click", event => event.target === sheet && sheet.hidePopover());
sheet.addEventListener("focusout", ({relatedTarget: to}) => to && !sheet.contains(to) && sheet.hidePopover());
sheet.addEventListener("keydown", event => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event);
  else if (event.key === "Escape") { // the field would take the first one to empty itself
    event.preventDefault();
    sheet.hidePopover();
  } else if (event.key === "Enter" && event.target === input) list.querySelector("a")?.click();
  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " " && event.target.closest("ol")) input.focus();
  event.stopPropagation(); // the keys of the page are for the page
});
kinds.addEventListener("click", async event => {
  const chosen = event.target.closest("button");
  if (!chosen) return;
  kind = chosen.value;
  await search();
  kinds.querySelector("[aria-pressed=true]")?.focus();
});
list.addEventListener("click", async event => {
  if (event.target.closest("a")) sheet.hidePopover();
  const more = event.target.closest("button");
  if (!more) return;
  if (more.value) {
    input.value = more.value;
    input.focus();
    return search();
  }
  const at = stops().indexOf(more);
  await search(at - 1);
  stops()[at]?.focus();
});

// Arriving -----------------------------------------------------------------------------------------------------------

const NOT_TEXT = "sup, .footnote-backref, .dz-here, button, details, rt, [hidden], [aria-hidden=true]";
const TITLES = "h1, .dz-original-title, .dz-translation-title";

/** Ranges over each place of the words in an element; what other features put into the text does not count. */
function* rangesOf(element, words) {
  const accept = node => (node.parentElement.closest(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, accept);
  const nodes = [];
  let text = "";
  for (let node; (node = walker.nextNode()); text += node.data) nodes.push({node, start: text.length});
  const set = (range, end, at) => {
    const {node, start} = nodes.findLast(each => each.start + (end ? 1 : 0) <= at);
    range[end ? "setEnd" : "setStart"](node, at - start);
  };
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + words.length)) {
    const range = new Range();
    set(range, false, at);
    set(range, true, at + words.length);
    yield range;
  }
}

/** Light up the words that the address names in the paragraph that it leads to. */
function arrive() {
  const words = new URLSearchParams(location.search).getAll(LIT);
  if (!words.length || !window.CSS?.highlights) return;
  const target = document.getElementById(location.hash.slice(1));
  const places = target ? [target] : [...document.querySelectorAll(TITLES)];
  CSS.highlights.set("dz-search", new Highlight(...places.flatMap(place => words.flatMap(each => [...rangesOf(place, each)]))));
}

arrive();
addEventListener("hashchange", arrive); // another result of the same words on the same page
warm();

// A search that the address asks for, as that of a browser's own field.
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  open();
  input.value = asked;
  search();
}
