// The sheet itself: text with numbers, exercises with room to write, terms; on the back the key. All text goes in as text.

const BESIDE = ".dz-here, .dz-cite-here, .dz-witness, .dz-ref, sup, details, rt";
const TAGS = {omitted: "del", inserted: "ins", regional: "i"};

/** The sheet of the chosen paragraphs, in a view, with its key or without one. */
export function makeSheet({labels, line, paragraphs}, {paragraphs: ids, view, key}) {
  const exercises = ids.flatMap(id => paragraphs[id].exercises.map(each => ({...each, number: paragraphs[id].number})));
  const terms = new Map(ids.flatMap(id => paragraphs[id].terms));
  const address = document.querySelector(".dz-cite dd a")?.href ?? location.href.replace(/#.*/, "");
  const whence = () => element("div", [element("p", line), element("p", address)], {class: "dz-handout-whence"});
  const front = element("section", [
    element("p", [blank(labels.student), blank(labels.day)], {class: "dz-handout-who"}),
    element("h1", document.querySelector("article h1").textContent.trim()),
    whence(), // below the title: at the end it may stand on a page of its own
    ...ids.map(id => row(id, paragraphs[id].number, view)),
    element("ol", exercises.map(asked)),
    ...(terms.size ? [element("h2", labels.terms), element("dl", [...terms].map(term))] : []),
  ]);
  const back = element("section", [element("h2", labels.answers), element("p", labels.legend), element("ol", exercises.map(answered)), whence()], {class: "dz-handout-key"});
  return element("div", key && exercises.length ? [front, back] : [front], {class: "dz-handout", lang: document.documentElement.lang});
}

/** A paragraph in the languages of the view, its number in the margin. */
function row(id, number, view) {
  const own = document.getElementById(id), pair = own.closest(".dz-pair");
  const translated = pair?.querySelector(".dz-translated");
  const sides = {source: [own], translation: [translated ?? own]}[view] ?? (pair ? [...pair.querySelectorAll(`[id="${id}"], .dz-translated`)] : [own]);
  return element("div", [element("b", number), ...new Set(sides)].map(each => (each.id ? bare(each) : each)), {class: `dz-handout-row dz-handout-${new Set(sides).size}`});
}

/** The words of a paragraph, its sentences numbered, without what the page says of them. */
function bare(paragraph) {
  const copy = paragraph.cloneNode(true);
  copy.querySelectorAll(BESIDE).forEach(beside => beside.remove());
  const sentences = [...copy.querySelectorAll("[data-s]")];
  if (sentences.length > 1) for (const each of sentences) each.prepend(element("small", each.dataset.s.replace(/[^ ,]*\./g, "")));
  for (const each of [copy, ...copy.querySelectorAll("*")]) {
    for (const {name} of [...each.attributes]) if (name !== "lang") each.removeAttribute(name);
  }
  return copy;
}

const asked = ({asked: question, words, language, number}) => element("li", [element("p", `¶${number}  ${question}`), element("blockquote", words, {lang: language}), element("p", "", {class: "dz-handout-lines"})]);
const answered = ({key, language, number}) => element("li", [element("p", [`¶${number}  `, element("q", key.map(([kind, words]) => (kind ? element(TAGS[kind], words) : words)), {lang: language})])]);
const term = ([chinese, english]) => element("div", [element("dt", chinese, {lang: /\p{Script=Han}/u.test(chinese) ? "zh" : "en"}), element("dd", english, {lang: "en"})]);
const blank = label => element("span", label);

function element(tag, content, attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...[content].flat());
  return made;
}
