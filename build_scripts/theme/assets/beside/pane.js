// One of the two texts: its page in a frame, with the words of a link lit in it and what of them the other text does not have.

import {rangeOf} from "../reading/offsets.js";

const ABOVE = 24; // px; the words stand so far below the head of the pane
const ELSEWHERE = "[]/s?"; // keys for the page around it
const OPEN = ".dz-tip:not([hidden]), dialog[open]";

export class Pane {
  constructor() {
    this.frame = document.createElement("iframe");
    this.name = document.createElement("a");
    this.element = document.createElement("section");
    this.element.append(this.name, this.frame);
    this.page = "";
  }

  /** Show a side, `{name, texts}`, of the text at a path; resolves when its words are in sight. */
  async show({name, texts}, path, view) {
    Object.assign(this.name, {textContent: name, href: path});
    this.frame.title = name;
    if (this.page !== path) {
      this.page = path;
      const loaded = new Promise(resolve => {
        this.frame.addEventListener("load", resolve, {once: true});
      });
      const address = new URL(path, location);
      address.searchParams.set("view", view);
      if (this.frame.contentWindow?.location.href === "about:blank" || !this.frame.src) this.frame.src = address;
      else this.frame.contentWindow.location.replace(address);
      await loaded;
      this.listen();
    }
    const page = this.frame.contentDocument;
    page.querySelector(`.dz-view [value="${view}"]:not(:checked)`)?.click();
    this.light(texts);
  }

  light(texts) {
    const {contentDocument: page, contentWindow: own} = this.frame;
    const ranges = which => Object.entries(texts).flatMap(([id, places]) => {
      const text = page.getElementById(id);
      return text ? places[which].map(([start, end]) => rangeOf(text, start, end)).filter(Boolean) : [];
    });
    const [words, changed] = [ranges(0), ranges(1)];
    if (own.Highlight) for (const [name, those] of [["dz-pair", words], ["dz-changed", changed]]) own.CSS.highlights.set(name, new own.Highlight(...those));
    const tops = words.map(each => each.getBoundingClientRect()).filter(each => each.height).map(each => each.top);
    if (tops.length) own.scrollBy({top: Math.min(...tops) - ABOVE, behavior: "instant"});
  }

  /** Other words that both texts have are shown in turn; what leads to another page leads there out of the window. */
  listen() {
    const page = this.frame.contentDocument;
    page.addEventListener("keydown", event => {
      if (event.key === "Escape" && !page.querySelector(OPEN)) this.close();
      if (ELSEWHERE.includes(event.key)) event.stopImmediatePropagation();
    }, true);
    page.addEventListener("click", event => {
      const link = event.target.closest("a[href]"), marked = event.target.closest("[data-l]");
      const sentence = marked?.closest(".dz-s")?.id.replace(/-.*/, "");
      const known = marked?.dataset.l.split(" ").some(number => this.choose(number, sentence));
      const away = link && link.pathname !== page.location.pathname;
      if (!known && !away) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!known) location.assign(link.href);
    }, true);
  }
}
