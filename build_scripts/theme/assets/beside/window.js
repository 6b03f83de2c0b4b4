// The window with two texts: which link is shown, the ways to the one before and the next, which side of the texts, and the address.

import {Pane} from "./pane.js";

const FOLDER = new URL("../../../beside/", import.meta.url).href;
let shown = null; // the window, made once

/** Show a step, one of those that lead to the same text, in the view of the page. */
export async function show(step, steps, view) {
  shown ??= make(view);
  const {open} = await shown;
  open(step, steps);
}

async function make(view) {
  const bar = document.querySelector(".dz-reading"), [tree, , page] = location.pathname.split("/").slice(-4);
  const {labels, sentences} = await (await fetch(`${FOLDER}${tree}/${page}.json`)).json();
  const dialog = element("dialog", {className: "dz-split", lang: document.documentElement.lang, tabIndex: -1});
  dialog.setAttribute("aria-label", labels.title);
  const what = element("p", {}), legend = element("p", {className: "dz-split-legend", textContent: labels.legend});
  what.setAttribute("role", "status");
  const [back, on, close] = [labels.previous, labels.next, bar.dataset.close].map(textContent => element("button", {type: "button", textContent}));
  const views = bar.querySelector(".dz-view")?.cloneNode(true);
  for (const input of views?.querySelectorAll("input") ?? []) input.name = "dz-split-view";
  const panes = [new Pane(), new Pane()], around = element("div", {className: "dz-split-panes"}, panes.map(each => each.element));
  dialog.append(element("div", {className: "dz-split-bar"}, [what, back, on, ...(views ? [views] : []), close]), legend, around);
  document.body.append(dialog);

  let at = 0, all = [];
  const say = () => {
    const address = new URL(location), {number, sentence} = all[at];
    address.searchParams.set("beside", number);
    address.hash = sentence;
    history.replaceState(history.state, "", address);
  };
  const unsay = () => {
    const address = new URL(location);
    address.searchParams.delete("beside");
    history.replaceState(history.state, "", address);
  };
  const now = () => {
    const chosen = view.now() || "source";
    for (const input of views?.querySelectorAll("input") ?? []) input.checked = input.value === chosen;
    return chosen;
  };
  const go = async to => {
    at = (to + all.length) % all.length;
    const {number, sentence, link} = all[at], sides = sentences[sentence][number], chosen = now(); // first the text whose words they are
    what.textContent = `${at + 1}/${all.length} · ${link.closest("li").querySelector(".dz-kind").textContent}`;
    if (history.state?.over) say();
    await Promise.all(panes.map((pane, index) => pane.show(sides[index], (sides[index].document === page ? location : link).pathname, chosen)));
  };
  const choose = (number, id) => {
    const found = all.findIndex(each => each.number === number && each.sentence === id);
    const to = found < 0 ? all.findIndex(each => each.number === number) : found;
    if (to >= 0) go(to);
    return to >= 0;
  };
  for (const pane of panes) Object.assign(pane, {choose, close: () => dialog.close()});
  back.addEventListener("click", () => go(at - 1));
  on.addEventListener("click", () => go(at + 1));
  close.addEventListener("click", () => dialog.close());
  views?.addEventListener("change", event => {
    document.querySelector(`.dz-reading .dz-view [value="${event.target.value}"]`).click();
    go(at);
  });
  dialog.addEventListener("close", unsay);
  dialog.addEventListener("toggle", () => setTimeout(() => dialog.open && say())); // when it has its step of the history
  addEventListener("popstate", () => setTimeout(() => dialog.open && say()));
  return {open(step, steps) {
    all = steps;
    unsay(); // of the page itself, to which one goes back
    if (!dialog.open) dialog.showModal();
    dialog.focus();
    go(steps.findIndex(each => each.link === step.link));
  }};
}

function element(tag, properties, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
