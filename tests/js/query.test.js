// What a reader typed: clauses, the wordings of each region, the places in a text.

import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "./theme.js";

const {accepts, parse, rootOf, Wordings} = await load("search/query.js");
const TABLE = new Map([["軟", "软"], ["體", "体"], ["識", "识"]]);
const wordings = new Wordings([["软件", "软体"], ["人工智能", "人工智慧"]]);
const places = (text, typed) => wordings.places(text, parse(typed, TABLE), TABLE).map(([start, end]) => text.slice(start, end));

test("words apart are clauses, quotation marks make one that is exact", () => {
  assert.deepEqual(parse("算力 “新型 舉國”", TABLE), [{typed: "新型 舉國", segments: ["新型舉國"], exact: true}, {typed: "算力", segments: ["算力"], exact: false}]);
  assert.deepEqual(parse("「未完", TABLE), [{typed: "未完", segments: ["未完"], exact: false}]);
  assert.deepEqual(parse(" 。 ", TABLE), []);
});

test("three characters set apart are a letter-spaced word, fewer are words of their own", () => {
  const words = typed => parse(typed, TABLE).map(({segments}) => segments.join("|"));
  assert.deepEqual(words("基 礎 軟 體 AI 算力"), ["基礎软体", "ai", "算力"]);
  assert.deepEqual(words("党 人工智能"), ["党", "人工智能"]);
});

test("signs that were typed count", () => {
  assert.deepEqual(places("人工智能行动，“人工智能+”行动，人工智慧＋", "“人工智能+”"), ["人工智能+", "人工智慧＋"]);
  assert.deepEqual(places("AI, AI+, AI Plus", "AI+"), ["AI+"]);
  assert.equal(wordings.terms(parse("AI+", TABLE)[0]).whole, false);
});

test("an abbreviation and its words are one", () => {
  const known = new Wordings([], [["ai", ["artificial", "intelligence"]]]), text = "AI and artificial intelligence, artificial light";
  const found = typed => known.places(text, parse(typed, TABLE, known.short), TABLE).map(([start, end]) => text.slice(start, end));
  assert.deepEqual(found("AI"), ["AI", "artificial intelligence"]);
  assert.deepEqual(found("artificial intelligence"), ["AI", "artificial intelligence"]);
  assert.deepEqual(found("“artificial intelligence”"), ["AI", "artificial intelligence"]);
});

test("accents and other forms of a letter fold", () => {
  assert.deepEqual(places("Café or cafe", "CAFÉ"), ["Café", "cafe"]);
  assert.deepEqual(places("a cafe\u0301s", "cafés"), ["cafe\u0301s"]);
  assert.deepEqual(places("ＡＩ ①", "ai"), ["ＡＩ"]);
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
