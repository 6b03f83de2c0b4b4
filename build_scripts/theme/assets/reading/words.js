// A Chinese word that a reader selects, by double click, by a long touch or by keys: its pinyin and its English.

import {wordsOf} from "./copy.js";
import {move} from "./place.js";

const FOLDER = new URL("../../../dictionary/", import.meta.url).href;
const SHARDS = 64, LONGEST = 8, MOST = 4; // as writers/dictionary/shards.py has it; words shown at once
const HAN = /^\p{Script=Han}{1,8}$/u;
const shards = new Map();

function shard(char) {
  const number = char.codePointAt(0) % SHARDS;
  if (!shards.has(number)) shards.set(number, fetch(`${FOLDER}${number}.json`).then(answer => (answer.ok ? answer.json() : {}), () => ({})));
  return shards.get(number);
}

/** The words of a selection, the longest first: `[word, readings]`. */
async function wordsIn(text) {
  const chars = [...text], found = [];
  for (let at = 0; at < chars.length && found.length < MOST;) {
    const known = await shard(chars[at]);
    let length = Math.min(LONGEST, chars.length - at);
    const word = () => chars.slice(at, at + length).join("");
    while (length && !Object.hasOwn(known, word())) length--;
    if (length) found.push([word(), known[word()]]);
    at += length || 1;
  }
  return found;
}

const chosen = selection => (selection.rangeCount ? wordsOf(selection.getRangeAt(0).cloneContents()) : ""); // without pinyin above it
const put = (tag, textContent, lang) => Object.assign(document.createElement(tag), {textContent, ...(lang && {lang})});

export function startWords() {
  const article = document.querySelector("article"), tip = document.createElement("div");
  Object.assign(tip, {className: "dz-tip dz-gloss md-typeset", hidden: true, role: "status"});
  article.append(tip);
  let timer, words; // the words that the tip explains, as an element of which their place is asked
  const hide = () => (tip.hidden = true);
  const look = async () => {
    const selection = getSelection(), text = chosen(selection);
    const parent = selection.anchorNode?.parentElement;
    if (!HAN.test(text) || !parent?.closest("article [lang^=zh]")) return hide();
    const found = await wordsIn(text), range = selection.rangeCount && selection.getRangeAt(0);
    if (!found.length || !range || chosen(selection) !== text) return hide();
    tip.replaceChildren(...found.map(([word, readings]) => {
      const entry = document.createElement("p");
      entry.append(put("b", word, parent.closest("[lang]").lang));
      for (const [pinyin, english] of readings.slice(0, 3)) entry.append(" ", put("i", pinyin, "zh-Latn"), " ", put("span", english, "en"));
      return entry;
    }), put("small", "CC-CEDICT", "en"));
    tip.toggleAttribute("hidden", false);
    words = {getClientRects: () => range.getClientRects(), matches: () => false};
    move(tip, words);
  };
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 150);
  });
  addEventListener("scroll", () => tip.hidden || move(tip, words) || hide(), {passive: true}); // it goes with its words
  addEventListener("keydown", event => event.key === "Escape" && hide());
  look();
}
