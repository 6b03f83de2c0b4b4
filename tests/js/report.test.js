// Reporting an error in a paragraph: an address that is filled in, in which words are data.

import assert from "node:assert/strict";
import {test} from "node:test";
import {load, open, within} from "./theme.js";

const {reportAddress, startReport} = await load("reading/report.js");

const HOSTILE = `a&body=evil#x\r\nBcc: x@y.example "><script>1</script> 100% +`;

test("a new issue has title and text as data, beside what its address has already", () => {
  const address = new URL(reportAddress("https://code.example/new?labels=text", HOSTILE, [HOSTILE, undefined, "b"]));
  assert.equal(address.origin + address.pathname, "https://code.example/new");
  assert.deepEqual([...address.searchParams.keys()], ["labels", "title", "body"]);
  assert.equal(address.searchParams.get("title"), HOSTILE);
  assert.equal(address.searchParams.get("body"), `${HOSTILE}\nb`);
  assert.equal(address.hash, "");
});

test("a mail has one subject and one text, however hostile", () => {
  const address = reportAddress("errors@texts.example", HOSTILE, ["x", HOSTILE]);
  assert.match(address, /^mailto:errors@texts\.example\?subject=[^&?#\s"<>]*&body=[^&?#\s"<>]*$/);
  const [, subject, body] = /subject=(.*)&body=(.*)$/.exec(address).map(decodeURIComponent);
  assert.equal(subject, HOSTILE);
  assert.equal(body, `x\r\n${HOSTILE}`);
});

const report = {to: "https://code.example/new", label: "Report", title: "Error in", document: "a", raw: "seeds/a/raw.txt", lines: {p4: "7-9"}, version: "0a1b2c3d"};
const BODY = `<details class="dz-cite"></details><p id="p4">文字 &lt;b&gt;有误<sup>1</sup><a class="dz-here" href="#p4"></a></p>
  <p id="p5">${"长".repeat(500)}<a class="dz-here" href="#p5"></a></p>`;

test("a paragraph is reported with its id, words, raw lines and version", test => {
  const window = open(BODY);
  within(window, test);
  const block = window.document.querySelector(".dz-cite");
  block.dataset.report = JSON.stringify(report);
  const link = startReport(block)(window.document.querySelector("#p4 a"));
  const body = new URL(link.href).searchParams.get("body");
  for (const part of ["a#p4", "0a1b2c3d", "seeds/a/raw.txt:7-9", "> 文字 <b>有误\n", "?v=0a1b2c3d#p4"]) assert.ok(body.includes(part), part);
  assert.equal(link.textContent, "Report");
  const long = startReport(block)(window.document.querySelector("#p5 a"));
  assert.ok(long.href.length < 4000 && decodeURIComponent(long.href).includes("…"));
});

test("nobody to report to: no link", test => {
  const window = open(BODY);
  within(window, test);
  assert.equal(startReport(window.document.querySelector(".dz-cite"))(window.document.querySelector("#p4 a")), null);
});
