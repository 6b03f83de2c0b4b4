import {makeSheet} from "./paper.js";
import {wordsOf} from "../reading/report.js";

// A sheet for a class: the reader chooses paragraphs, and the browser prints them with exercises, the key on the back.

const BEGINNING = 90; // as many characters tell a paragraph from others, and fill its line

/** The choice of paragraphs, of a view and of the key, as a dialog of this page. */
export function choice(sheet, bar, view) {
  const {labels} = sheet, dialog = make("dialog", {className: "dz-handout-choice"}), form = make("form", {method: "dialog"});
  dialog.setAttribute("aria-label", labels.title);
  dialog.lang = document.documentElement.lang;
  const views = [...bar.querySelectorAll(".dz-view label")].map(label => field("radio", "dz-handout-view", label.textContent, label.querySelector("input").value));
  const asked = Object.entries(sheet.paragraphs).filter(([id]) => document.getElementById(id));
  const first = (asked.find(([, each]) => each.exercises.length) ?? asked[0])?.[0];
  const paragraphs = asked.map(([id, each]) => field("checkbox", "dz-handout-paragraph", named(id, each, labels), id, id === first));
  const print = make("button", {type: "submit", textContent: labels.print}), close = make("button", {type: "button", textContent: labels.close});
  form.append(
    make("h2", {textContent: labels.title}),
    ...(views.length ? [group(labels.view, views)] : []),
    group(labels.choose, paragraphs),
    field("checkbox", "dz-handout-key", labels.key, "key", true),
    make("p", {}, [print, close]),
  );
  const chosen = name => [...form.querySelectorAll(`[name=${name}]:checked`)].map(each => each.value);
  const heed = () => { print.disabled = !chosen("dz-handout-paragraph").length; };
  form.addEventListener("change", heed);
  close.addEventListener("click", () => dialog.close());
  form.addEventListener("submit", () => {
    const made = {paragraphs: chosen("dz-handout-paragraph"), view: chosen("dz-handout-view")[0] ?? view.now(), key: chosen("dz-handout-key").length > 0};
    setTimeout(() => printed(makeSheet(sheet, made))); // when the dialog is closed
  });
  dialog.append(form);
  document.body.append(dialog);
  heed();
  return dialog;
}

/** Print a sheet in place of the page. */
function printed(sheet) {
  const root = document.documentElement;
  document.querySelector(".dz-handout")?.remove();
  document.body.append(sheet);
  root.dataset.sheet = "";
  addEventListener("afterprint", () => {
    sheet.remove();
    delete root.dataset.sheet;
  }, {once: true});
  print();
}

/** A paragraph by its number and first words, in the language of the page where it has them, with the number of what is asked of it. */
function named(id, {number, exercises}, labels) {
  const shown = document.getElementById(`${id}-${document.documentElement.lang}`) ?? document.getElementById(id);
  const beginning = [...wordsOf(shown)].slice(0, BEGINNING).join("");
  const asked = exercises.length ? [make("small", {textContent: labels.exercises.replace("{}", exercises.length)})] : [];
  return [make("span", {textContent: number}), make("span", {lang: shown.closest("[lang]").lang, textContent: beginning}), ...asked];
}

const field = (type, name, label, value, checked = false) =>
  make("label", {}, [make("input", {type, name, value, checked}), ...[label].flat().map(each => typeof each === "string" ? make("span", {textContent: each}) : each)]);
const group = (name, fields) => make("fieldset", {}, [make("legend", {textContent: name}), ...fields]);

function make(tag, properties, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
