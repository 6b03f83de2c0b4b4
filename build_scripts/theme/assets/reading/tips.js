// Notes, terms and regional words where they are called: beside the pointer or the focus as a tip, under a finger as a sheet.

import {closed, opened} from "../base/back.js";
import {clear, move, put} from "./place.js";

const CALLS = ".footnote-ref", TERMS = ".dz-term", HAS_TIP = `${CALLS}, ${TERMS}, .dz-word`;
const LINGER = 180; // ms; time to cross from the call to its tip

export function startTips(bar) {
  const tip = document.createElement("div"), body = document.createElement("div"), button = document.createElement("button");
  Object.assign(tip, {className: "dz-tip md-typeset", id: "dz-tip", hidden: true});
  Object.assign(button, {type: "button", textContent: bar.dataset.close});
  tip.append(body, button);
  document.querySelector("article").append(tip);
  for (const word of document.querySelectorAll(".dz-word")) { // its own tip takes the place of the browser's
    word.dataset.said = word.title;
    word.removeAttribute("title");
  }

  let open = null, timer, touched = false;
  const close = () => {
    clearTimeout(timer);
    if (open && tip.classList.contains("dz-sheet")) closed();
    open?.removeAttribute("aria-describedby");
    open = null;
    tip.hidden = true;
    clear(tip);
  };
  const show = (from, sheet) => {
    clearTimeout(timer);
    if (open === from && tip.classList.contains("dz-sheet") === sheet) return;
    close();
    const content = contentOf(from);
    if (!content) return;
    body.replaceChildren(...content);
    tip.hidden = false;
    tip.classList.toggle("dz-sheet", sheet);
    tip.setAttribute("role", sheet ? "note" : "tooltip");
    open = from;
    from.setAttribute("aria-describedby", tip.id);
    put(tip, from, sheet);
    if (sheet) opened(close);
  };
  const later = () => {
    clearTimeout(timer);
    if (!tip.classList.contains("dz-sheet")) timer = setTimeout(close, LINGER);
  };

  const article = document.querySelector("article");
  addEventListener("pointerdown", event => {
    touched = event.pointerType !== "mouse";
    if (open && !tip.contains(event.target) && event.target.closest(HAS_TIP) !== open) close();
  });
  article.addEventListener("pointerover", event => {
    if (event.pointerType !== "mouse" || tip.classList.contains("dz-sheet")) return;
    const from = event.target.closest(HAS_TIP);
    if (from) show(from, false);
    else if (tip.contains(event.target)) clearTimeout(timer);
  });
  article.addEventListener("pointerout", event => event.pointerType === "mouse" && open && document.activeElement !== open && later());
  article.addEventListener("focusin", event => {
    const from = event.target.closest(HAS_TIP);
    if (from && from.matches(":focus-visible") && !touched) show(from, false);
    else if (open && !tip.contains(event.target) && !touched) close();
  });
  article.addEventListener("focusout", event => event.target === open && !touched && later());
  article.addEventListener("click", event => {
    const from = event.target.closest(HAS_TIP);
    if (!from || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const opens = from.matches(touched ? `${CALLS}, ${TERMS}` : TERMS); // a click on a term shows its entry, which leads to the glossary
    if (opens) event.preventDefault();
    else if (!touched || from.closest("a")) return; // a finger on a link follows it
    show(from, opens && touched);
  });
  button.addEventListener("click", () => {
    const from = open;
    close();
    from?.focus({preventScroll: true});
  });
  addEventListener("keydown", event => {
    touched = false;
    if (event.key === "Escape" && open) {
      const from = tip.contains(document.activeElement) ? open : null;
      close();
      from?.focus({preventScroll: true});
    }
  });
  addEventListener("scroll", () => open && !tip.classList.contains("dz-sheet") && (move(tip, open) || close()), {passive: true});
  addEventListener("resize", () => open && !tip.classList.contains("dz-sheet") && close());
  addEventListener("beforeprint", close);
}

/** What the tip says: the equivalents of a word, or a copy of the note without its ids and the way back. */
function contentOf(from) {
  if (from.matches(".dz-word")) return [from.dataset.said];
  const note = document.getElementById(decodeURIComponent(from.hash.slice(1)))?.cloneNode(true);
  if (!note) return null;
  for (const back of note.querySelectorAll(".footnote-backref")) back.remove();
  for (const word of note.querySelectorAll(".dz-word")) word.replaceWith(...word.childNodes);
  for (const each of note.querySelectorAll("[id]")) each.removeAttribute("id");
  return note.childNodes;
}
