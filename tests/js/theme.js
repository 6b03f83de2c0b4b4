// The theme's scripts for tests: modules as they are, scripts of a page in a document made up for it.

import {readFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {JSDOM} from "jsdom";

const ASSETS = new URL("../../build_scripts/theme/assets/", import.meta.url);

/** A module of the theme by its path in assets/. */
export const load = path => import(new URL(path, ASSETS));

/** A page with this body, at this address, in which the given scripts (no modules) have run. */
export function open(body, {hash = "", scripts = []} = {}) {
  const dom = new JSDOM(`<!doctype html><html lang="zh-Hans"><body>${body}</body></html>`, {
    url: `https://example.org/zh-Hans/speech/a/${hash}`, runScripts: "outside-only", pretendToBeVisual: true,
  });
  dom.window.Element.prototype.scrollIntoView = () => {};
  dom.window.scrollBy = () => {};
  for (const path of scripts) dom.window.eval(readFileSync(new URL(path, ASSETS), "utf8"));
  return dom.window;
}

/** For a module that expects the globals of a page: those of this one, until the test is over. */
export function within(window, test) {
  for (const name of ["document", "navigator", "addEventListener", "getSelection", "localStorage", "location", "Option", "fetch"]) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    const value = typeof window[name] === "function" && name !== "Option" ? window[name].bind(window) : window[name];
    Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
    test.after(() => (before ? Object.defineProperty(globalThis, name, before) : delete globalThis[name]));
  }
}

/** Wait until something holds, as what history and promises do comes later; gives up after twenty seconds. */
export async function until(holds) {
  for (const end = Date.now() + 20000; !holds() && Date.now() < end; ) await sleep(5);
}
