import {test} from "node:test";
import assert from "node:assert/strict";
import {load, open} from "./theme.js";

const {rangeOf, textsOf} = await load("reading/offsets.js");
const page = open('<p id="p1"><a class="dz-here">¶</a><span>推动𠮷人</span><sup><a>1</a></sup><ruby>工<rt>gōng</rt></ruby>智能。</p>');
const text = page.document.getElementById("p1");
globalThis.NodeFilter = page.NodeFilter;

test("offsets count code points of the text alone", () => {
  assert.deepEqual([...textsOf(text)].map(([node, start]) => [node.data, start]), [["推动𠮷人", 0], ["工", 4], ["智能。", 5]]);
});

test("a range goes from one element into the next", () => {
  const range = rangeOf(text, 2, 6);
  assert.equal(range.startContainer.data.slice(range.startOffset), "𠮷人");
  assert.equal(range.endContainer.data.slice(0, range.endOffset), "智");
  assert.equal(rangeOf(text, 3, 4).toString(), "人");
});

test("what a text does not have has no range", () => assert.equal(rangeOf(text, 5, 99), null));
