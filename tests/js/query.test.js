// What a reader typed: clauses, the wordings of each region, the places in a text.

import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "./theme.js";

const {accepts, parse, rootOf, Wordings} = await load("search/query.js");
const TABLE = new Map([["軟", "软"], ["體", "体"], ["識", "识"]]);
const wordings = new Wordings([["软件", "软体"], ["人工智能", "人工智慧"]]);
const places = (text, typed) => wordings.places(text, parse(typed, TABLE), TABLE).map(([start, end]) => text.slice(start, end));

test("words apart are clauses, quotation marks make one that is exact", () => {
  assert.deepEqual(parse("算力 “新型 舉國”", TABLE), [{segments: ["新型舉國"], exact: true}, {segments: ["算力"], exact: false}]);
  assert.deepEqual(parse("「未完", TABLE), [{segments: ["未完"], exact: false}]);
  assert.deepEqual(parse(" 。 ", TABLE), []);
});

test("characters set apart are one with what stands beside them", () => {
  assert.deepEqual(parse("軟 體 AI 算力", TABLE).map(({segments}) => segments), [["软体", "ai"], ["算力"]]);
});

test("one region's word finds another's, in either script", () => {
  assert.deepEqual(places("开发软件与軟體。", "软件"), ["软件", "軟體"]);
  assert.deepEqual(places("人工智慧技术", "“人工智能”"), ["人工智慧"]);
});

test("an English word may go on, unless it is exact, and finds its other forms", () => {
  assert.deepEqual(places("policies and policymakers", "policy"), ["policies", "policymakers"]);
  assert.deepEqual(places("chips and chip", "“chip”"), ["chip"]);
  assert.deepEqual(places("information", "form"), []);
});

test("neighbouring places are one, and places are of the text as it stands", () => {
  assert.deepEqual(places("𠮷 AI Plus 行动", "ai plus"), ["AI Plus"]);
  assert.deepEqual(places("AI, then plus", "ai plus"), ["AI", "plus"]);
});

test("a query with many wordings says that it is not whole", () => {
  const [short] = parse("软件", TABLE), [long] = parse("软件软件软件软件", TABLE);
  assert.deepEqual(wordings.terms(short), {terms: [[{term: "软件", at: 0}], [{term: "软体", at: 0}]], whole: true});
  assert.equal(wordings.terms(long).whole, false);
});

test("a short word is its own root, and accepts itself alone", () => {
  assert.equal(rootOf("ai"), "ai");
  assert.equal(accepts("a", "a"), true);
  assert.equal(accepts("ab", "a"), false);
});
