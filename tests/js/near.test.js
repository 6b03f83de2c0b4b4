import {test} from "node:test";
import assert from "node:assert/strict";
import {load} from "./theme.js";

const {isNear, offers} = await load("search/near.js");
const HELD = {"governance": 7, "智能": 5, "人工智能": 9, "ai plus": 2};
const count = async words => HELD[words] ?? 0;
const words = async letter => Object.keys(HELD).filter(word => word.startsWith(letter));

test("a letter put in, left out, replaced or exchanged is near", () => {
  for (const word of ["governnance", "govrnance", "govermance", "govrenance"]) assert.ok(isNear(word, "governance", 1), word);
  assert.ok(!isNear("government", "governance", 2));
});

test("a misspelt word offers the one that is meant", async () => {
  assert.deepEqual(await offers({typed: "governence", segments: ["governence"]}, count, words), [["governance", 7]]);
});

test("of a Chinese word its longest part that is there, and no shorter part of that", async () => {
  assert.deepEqual(await offers({typed: "人工智能学", segments: ["人工智能学"]}, count, words), [["人工智能", 9]]);
});

test("an exact phrase offers the same words apart", async () => {
  assert.deepEqual(await offers({typed: "ai plus", segments: ["ai", "plus"], exact: true}, count, words), [["ai plus", 2]]);
});

test("what nothing is near to offers nothing", async () => assert.deepEqual(await offers({typed: "xyzzy", segments: ["xyzzy"]}, count, words), []));
