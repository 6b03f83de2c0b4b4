// Folding: one script, one case, one width, letters and digits only.

import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "./theme.js";

const {fold, isSolid, segments, stem} = await load("search/fold.js");
const TABLE = new Map([["統", "统"], ["體", "体"], ["Ａ", "A"]]);

test("traditional, full width and capitals are read as simplified, half width and small", () => {
  assert.equal(fold("統一 體Ａ", TABLE).text, "统一体a");
});

test("a space stands between words of other scripts and nowhere else", () => {
  assert.equal(fold("AI, “plus”  行動 4.25", TABLE).text, "ai plus行動4 25");
  assert.equal(fold("「 」", TABLE).text, "");
});

test("each letter knows where it stood, also behind characters of two code units", () => {
  const {text, from} = fold("𠮷、統", TABLE);
  assert.equal(text, "𠮷统");
  assert.deepEqual(from, [0, 0, 3]);
});

test("what is set solid is apart from words with spaces", () => {
  assert.deepEqual(segments("ai plus行动4"), ["ai", "plus", "行动", "4"]);
  assert.deepEqual(segments(""), []);
  assert.equal(isSolid("行"), true);
  assert.equal(isSolid("a行"), false);
});

test("forms of an English word have one stem, other words keep theirs", () => {
  for (const [one, other] of [["policies", "policy"], ["governing", "governed"], ["chips", "chip"], ["planned", "planning"]]) assert.equal(stem(one), stem(other));
  for (const word of ["ai", "gas", "bring", "ndrc5", "人工"]) assert.equal(stem(word), word);
  assert.notEqual(stem("class"), stem("clas"));
});
