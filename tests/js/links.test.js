// The lists of links: one open at a time, the address says which, closing goes the way back.

import assert from "node:assert/strict";
import {test} from "node:test";
import {open, until} from "./theme.js";

const list = (block, number) => `
  <p id="${block}"><span class="dz-t" data-l="${number} 9">words</span></p>
  <details class="dz-links" name="dz-links" data-close="Close"><summary><span class="dz-said">one text</span></summary>
    <section class="dz-panel" id="links-${block}"><ol><li class="dz-entry" data-to="${number}"><a href="#x">it</a></li></ol></section></details>`;
const BODY = `${list("p1", 1)}${list("p2", 2)}<a id="l2" data-l="2">taken</a>`;
const page = hash => open(BODY, {hash, scripts: ["links/links.js"]});
const shown = window => [...window.document.querySelectorAll("details[open]")].map(each => each.querySelector("section").id);
const click = (window, selector) => window.document.querySelector(selector).click();

test("without an address no list is open, and each has a control to close it", () => {
  const window = page("");
  assert.deepEqual(shown(window), []);
  assert.deepEqual([...window.document.querySelectorAll(".dz-bar button")].map(each => each.textContent), ["Close", "Close"]);
});

test("an address opens its list alone", () => assert.deepEqual(shown(page("#links-p2")), ["links-p2"]));

test("opening a list gives its address, opening another changes it", () => {
  const window = page("");
  click(window, "details summary");
  assert.deepEqual([shown(window), window.location.hash], [["links-p1"], "#links-p1"]);
  const steps = window.history.length;
  click(window, "details:last-of-type summary");
  assert.deepEqual([shown(window), window.location.hash, window.history.length], [["links-p2"], "#links-p2", steps]);
});

test("closing leads back to where the reader was", async () => {
  const window = page("#p1");
  click(window, "details summary");
  click(window, ".dz-bar button");
  await until(() => window.location.hash === "#p1");
  assert.deepEqual([shown(window), window.location.hash], [[], "#p1"]);
});

test("a list that the address opened is closed without leaving the page", () => {
  const window = page("#links-p1");
  window.document.body.dispatchEvent(new window.KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
  assert.deepEqual([shown(window), window.location.hash], [[], ""]);
});

test("an entry under the hand lights its words, among them those of several links", () => {
  const window = page("#links-p1"), panel = window.document.querySelector(".dz-panel");
  panel.querySelector("a").dispatchEvent(new window.MouseEvent("mouseover", {bubbles: true}));
  assert.deepEqual([...window.document.querySelectorAll(".dz-lit")].map(each => each.dataset.l), ["1 9"]);
  panel.dispatchEvent(new window.MouseEvent("mouseleave"));
  assert.equal(window.document.querySelector(".dz-lit"), null);
});

test("words that the address leads to are marked", () => {
  const window = page("#l2");
  assert.deepEqual([...window.document.querySelectorAll(".dz-arrived")].map(each => each.dataset.l), ["2 9", "2"]);
});
