// Pinyin above Chinese words, by dictionary: what its longest words say, read from the front and from the back. Where the two do not
// agree, or a word is read in several ways, there is none. It is remembered, and never part of what is copied.

import {textsOf} from "./offsets.js";

const FILE = new URL("../../../dictionary/pinyin.json", import.meta.url).href;
const LONGEST = 8; // as writers/dictionary/shards.py has it
const TEXTS = ":is(p, h1, h2, h3, h4, li)[lang^=zh], [lang^=zh] :is(p, h1, h2, h3, h4, li)";
const BESIDE = "details, .dz-tip, .dz-told, .footnote, [hidden]";
const HAN = /\p{Script=Han}/u;

/** The reading of each character of a text, "" where there is none for certain; `words` is `{word: pinyin}`. */
export function readingsOf(chars, words) {
  const one = readings(chars, words, false), other = readings(chars, words, true);
  return one.map((reading, at) => (reading === other[at] ? reading : ""));
}

function readings(chars, words, backward) {
  const found = chars.map(() => "");
  for (let done = 0; done < chars.length;) {
    const most = Math.min(LONGEST, chars.length - done);
    const span = length => (backward ? [chars.length - done - length, chars.length - done] : [done, done + length]);
    let length = most;
    while (length > 1 && !Object.hasOwn(words, chars.slice(...span(length)).join(""))) length--;
    const [start, end] = span(length), word = chars.slice(start, end).join("");
    if (Object.hasOwn(words, word)) words[word].split(" ").forEach((reading, at) => { found[start + at] = reading; });
    done += length;
  }
  return found;
}

/** Put pinyin above the words of a text. */
function annotate(text, words) {
  const nodes = [...textsOf(text)], chars = nodes.flatMap(([node]) => [...node.data]), found = readingsOf(chars, words);
  for (const [node, start] of nodes) {
    const pieces = [];
    [...node.data].forEach((char, index) => {
      const reading = HAN.test(char) && found[start + index];
      if (!reading) return typeof pieces.at(-1) === "string" ? pieces.push(pieces.pop() + char) : pieces.push(char);
      const ruby = document.createElement("ruby"), above = document.createElement("rt");
      Object.assign(above, {textContent: reading, lang: "zh-Latn", ariaHidden: "true"});
      ruby.append(char, above);
      pieces.push(ruby);
    });
    if (pieces.some(piece => typeof piece !== "string")) node.replaceWith(...pieces);
  }
}

function clear(text) {
  for (const ruby of text.querySelectorAll("ruby")) {
    ruby.querySelector("rt").remove();
    ruby.replaceWith(...ruby.childNodes);
  }
  text.normalize();
}

/** Put it above all Chinese texts of the page, or take it away. */
async function show(on) {
  const texts = [...document.querySelectorAll("article")].flatMap(each => [...each.querySelectorAll(TEXTS)]).filter(each => !each.closest(BESIDE));
  const words = on && await (await fetch(FILE)).json();
  for (const text of texts) {
    clear(text);
    text.classList.toggle("dz-read", on);
    if (on) annotate(text, words);
  }
}

/** Show it where it is not shown, and hide it where it is; what is chosen is remembered, and `tell` says whence it is. */
export async function toggle(button, tell) {
  const on = button.getAttribute("aria-pressed") !== "true", place = anchor(), before = place?.getBoundingClientRect().top;
  button.setAttribute("aria-pressed", on);
  try { localStorage.setItem(button.dataset.key, on ? "on" : ""); } catch { /* then it is not remembered */ }
  await show(on);
  if (place && before < 0) scrollBy({top: place.getBoundingClientRect().top - before, behavior: "instant"});
  if (on) tell?.(button.title);
}

const anchor = () => [...document.querySelectorAll(".dz-pair, article p")].find(each => each.getBoundingClientRect().bottom > 60);
