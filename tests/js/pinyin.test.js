import {test} from "node:test";
import assert from "node:assert/strict";
import {load} from "./theme.js";

const {readingsOf} = await load("reading/pinyin.js");
const WORDS = {"重": "", "要": "", "重要": "zhòng yào", "人": "rén", "人工": "rén gōng", "工": "gōng", "人工智能": "rén gōng zhì néng", "的": "", "的确": "dí què", "确立": "què lì", "立": "lì", "确": "què", "制度": "zhì dù"};
const read = text => readingsOf([...text], WORDS).map(each => each || "·").join(" ");

test("the longest word reads its characters", () => assert.equal(read("重要，人工智能"), "zhòng yào · rén gōng zhì néng"));
test("a character that has several readings by itself has none", () => assert.equal(read("要人"), "· rén"));
test("where two words share a character, only what both ways read alike is told", () => assert.equal(read("制度的确立"), "zhì dù · què lì"));
test("what the dictionary does not have is left alone", () => assert.equal(read("AI 㐀人"), "· · · · rén"));
