// What is copied: the words alone, and where they stand.

import assert from "node:assert/strict";
import {test} from "node:test";
import {load, open} from "./theme.js";

const {fragmentOf, wordsOf} = await load("reading/copy.js");

test("the marks of notes, the links of paragraphs and the lists stay behind, and blocks are lines", () => {
  const {document} = open('<p>一，<sup><a href="#fn:1">1</a></sup>二。<a class="dz-here" href="#p1"></a></p>\n <details><p>x</p></details><p>Three\n four.</p>');
  const copy = document.createDocumentFragment();
  copy.append(...document.body.cloneNode(true).childNodes);
  assert.equal(wordsOf(copy), "一，二。\nThree four.");
});

test("a text fragment gives short words whole and the ends of others", () => {
  assert.equal(fragmentOf("a-b, c"), ":~:text=a%2Db%2C%20c");
  const [start, end] = fragmentOf(`${"甲".repeat(80)}\n${"乙".repeat(80)}`).slice(8).split(",").map(decodeURIComponent);
  assert.deepEqual([start, end], ["甲".repeat(16), "乙".repeat(16)]);
});
