// References in any usual form, and what is none.

import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "./theme.js";

const {named, parseReference, siglum} = await load("search/reference.js");
const DOCUMENTS = ["speech/readout/", "news/paper-readout/", "news/paper-points/"].map(url => ({url}));

test("a paragraph, a sentence or a note, with a name or without", () => {
  const forms = {
    "A ¶6": ["A", "p6", 0], "wang-wenze p6": ["wang-wenze", "p6", 0], "readout p4.2": ["readout", "p4", 2], "note 13": ["", "n13", 0],
    "¶6": ["", "p6", 0], "readout, para. 3": ["readout", "p3", 0], "readout#p4.2": ["readout", "p4", 2], "readout 第3段": ["readout", "p3", 0],
    "注13": ["", "n13", 0], "註［13］": ["", "n13", 0], "第６段": ["", "p6", 0], "B §2": ["B", "p2", 0],
  };
  for (const [typed, [name, anchor, sentence]] of Object.entries(forms)) assert.deepEqual(parseReference(typed), {name, anchor, sentence}, typed);
});

test("words are no reference", () => {
  for (const typed of ["人工智能", "top 10", "2025", "AI", "GPT4", "map 3", "言3"]) assert.equal(parseReference(typed), null, typed);
});

test("a name is an id, a siglum or the beginning of an id; without one the text that is read is meant", () => {
  assert.deepEqual(named(DOCUMENTS, "readout"), [DOCUMENTS[0]]);
  assert.deepEqual(named(DOCUMENTS, "b"), [DOCUMENTS[1]]);
  assert.deepEqual(named(DOCUMENTS, "paper"), DOCUMENTS.slice(1));
  assert.deepEqual(named(DOCUMENTS, "", "/en/news/paper-points/"), [DOCUMENTS[2]]);
  assert.equal(named(DOCUMENTS, "", "/en/").length, 3);
  assert.deepEqual([0, 25, 26, 27].map(siglum), ["A", "Z", "AA", "AB"]);
});
