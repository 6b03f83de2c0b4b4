// Citing: what is filled into a citation, and in which style.

import assert from "node:assert/strict";
import {test} from "node:test";
import {load, open, until, within} from "./theme.js";

const {startCite} = await load("reading/cite.js");

const style = (name, read, paragraph) => `<div><dt>${name.toUpperCase()}</dt><dd>
  <p data-name="${name}" data-read='${JSON.stringify(read)}' data-paragraph='${JSON.stringify(paragraph)}'>x<a href="./">path</a></p>
  <button type="button">Copy</button></dd></div>`;
const BODY = `<details class="dz-cite" data-copied="Copied" data-paragraph="Cite this paragraph" data-style="Style"><dl>
  ${style("gb", ["题名[", 2, "]. ", 1], ["题名: 第", 0, "段. ", 1])}${style("mla", ["Title. ", 1, "."], ["Title. ", 1, " (par. ", 0, ")"])}</dl></details>
  <p id="p4">text<a class="dz-here" href="#p4"></a></p><p id="dateline">text<a class="dz-here" href="#dateline"></a></p>`;

/** A page with its citations started: what was copied, and what was told. */
function cited(test) {
  const window = open(BODY), copied = [], told = [];
  Object.defineProperty(window.navigator, "clipboard", {value: {writeText: async text => void copied.push(text)}});
  within(window, test);
  return {window, copied, told, ...startCite(words => told.push(words))};
}

test("a style copied has the address of the page and the day", async test => {
  const {window, copied, told} = cited(test);
  window.document.querySelector("button").click();
  await until(() => copied.length && told.length);
  assert.match(copied[0], /^题名\[\d{4}-\d\d-\d\d\]\. https:\/\/example\.org\/zh-Hans\/speech\/a\/$/);
  assert.deepEqual(told, ["Copied"]);
});

test("what is copied from the text is cited in the style last chosen, with the sentence in its address", async test => {
  const {window, copied, offer, cited: give} = cited(test);
  assert.match(give("#p4.2"), /^题名: 第4段\. https:\/\/example\.org\/zh-Hans\/speech\/a\/#p4\.2$/);
  offer(window.document.querySelector("#p4 a"));
  window.document.querySelector("select").value = "mla";
  window.document.querySelector(".dz-cite-here button").click();
  await until(() => copied.length);
  assert.match(give(""), /^Title\. https/);
});

test("a link shows its whole address", test => {
  const {window} = cited(test);
  assert.equal(window.document.querySelector("[data-name] a").textContent, "https://example.org/zh-Hans/speech/a/");
});

test("a paragraph is cited by its number, in the style chosen, which is remembered", async test => {
  const {window, copied, told, offer} = cited(test);
  offer(window.document.querySelector("#p4 a"));
  const choice = window.document.querySelector("select");
  assert.deepEqual([...choice.options].map(each => each.textContent), ["GB", "MLA"]);
  choice.value = "mla";
  window.document.querySelector(".dz-cite-here button").click();
  await until(() => copied.length && told.length);
  assert.deepEqual(copied, ["Title. https://example.org/zh-Hans/speech/a/#p4 (par. 4)"]);
  assert.equal(window.document.querySelector(".dz-cite-here"), null);
  offer(window.document.querySelector("#p4 a"));
  assert.equal(window.document.querySelector("select").value, "mla");
});

test("a block without a number is cited as the text, at its place", async test => {
  const {window, copied, told, offer} = cited(test);
  offer(window.document.querySelector("#dateline a"));
  window.document.querySelector(".dz-cite-here button").click();
  await until(() => copied.length && told.length);
  assert.match(copied[0], /^题名\[[\d-]+\]\. .*#dateline$/);
});

test("a page without citations offers none", test => {
  within(open("<p></p>"), test);
  assert.equal(startCite(() => {}).offer({}), undefined);
});
