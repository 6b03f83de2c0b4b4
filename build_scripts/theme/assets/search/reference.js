// A reference that a reader typed in place of words: a text by its id or siglum, and a paragraph, a sentence of it or a note.

const BEFORE = String.raw`(?:^|[\s#,，·:]+)`, PARAGRAPH = String.raw`(?:${BEFORE}p(?:ar(?:a(?:graph)?)?)?\.?|[\s,，·:]*[¶§第])\s*(\d+)(?:[.．](\d+))?\s*段?`;
const NOTE = String.raw`${BEFORE}(?:notes?|n\.?|注释?|註釋?)\s*[［[（(]?(\d+)[］\])）]?`;
const PLACE = new RegExp(`^(.*?)(?:${PARAGRAPH}|${NOTE})$`, "iu");

/** `{name, anchor, sentence}`, the name as typed and perhaps empty; nothing where it is no reference. */
export function parseReference(typed) {
  const [, name, paragraph, sentence, note] = PLACE.exec(typed.normalize("NFKC").trim()) ?? [];
  if (paragraph) return {name, anchor: `p${Number(paragraph)}`, sentence: Number(sentence ?? 0)};
  return note ? {name, anchor: `n${Number(note)}`, sentence: 0} : null;
}

/** A, B … Z, AA …: what paper calls the document at an index, from 0. */
export const siglum = index => (index >= 26 ? siglum(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const idOf = ({url}) => url.split("/").at(-2);

/** The documents that a name means: by id or siglum, else by the beginning of an id; without a name the one that is read, or all. */
export function named(documents, name, here = "") {
  const wanted = name.toLowerCase(), current = documents.filter(each => here.endsWith(each.url));
  if (!wanted) return current.length ? current : documents;
  const exact = documents.filter((each, index) => idOf(each) === wanted || siglum(index).toLowerCase() === wanted);
  return exact.length ? exact : documents.filter(each => idOf(each).startsWith(wanted.replaceAll(" ", "-")));
}
