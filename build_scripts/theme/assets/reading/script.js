// A converted text in the script it was published in, and back. The page carries only the characters that differ; changing
// over exchanges them with those on the page, so the same data leads both ways.

import {textsOf} from "./offsets.js";

export function startScript(bar) {
  const data = document.querySelector(".dz-published"), button = bar.querySelector(".dz-script");
  if (!data || !button) return;
  const texts = [...read(JSON.parse(data.textContent))];
  let language = data.dataset.language;

  button.addEventListener("click", () => {
    const shown = texts[0]?.element.closest("[lang]").lang;
    for (const text of texts) {
      exchange(text);
      text.element.lang = language;
    }
    language = shown;
    button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") === "false");
  });
}

/** Each element with its characters by offset, in code points; an entry of the contents is its heading again. */
function* read(texts) {
  for (const [name, differences] of Object.entries(texts)) {
    const [field, index] = name.split(":");
    const elements = index ? [document.querySelectorAll(`[data-field="${field}"]`)[index]]
      : [document.getElementById(name), ...document.querySelectorAll(`.md-nav__link[href="#${name}"] .md-ellipsis`)];
    for (const element of elements) if (element) yield {element, characters: offsets(differences)};
  }
}

function offsets(differences) {
  let at = -1;
  return [...differences.matchAll(/(\d+)(\D)/gu)].map(([, gap, character]) => [(at += Number(gap) + 1), character]);
}

/** Exchange the characters on the page with those kept, in the text nodes, so that links and notes stay as they are. */
function exchange({element, characters}) {
  let next = 0;
  for (const [node, start] of textsOf(element)) {
    const points = [...node.data], end = start + points.length;
    for (; next < characters.length && characters[next][0] < end; next++) {
      const [at, character] = characters[next];
      characters[next][1] = points[at - start];
      points[at - start] = character;
    }
    const changed = points.join("");
    if (changed !== node.data) node.data = changed;
    if (next === characters.length) return;
  }
}
