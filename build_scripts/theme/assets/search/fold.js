// Folding as the links have it: one script, one case, one width, letters and digits only. The table comes with the index.

const SOLID = "\u2e80-\u{10ffff}"; // characters that are set without spaces between words
const LETTER = /[\p{L}\p{N}]/u, SIGN = /[+%]/; // signs that make another word of one: “AI+”
const MARK = /\p{M}/u, OTHER_FORM = /[\u00aa-\u2e7f\u3200-\u33ff\uf900-\ufb4f\ufe30-\uffef]/; // accents; forms of other letters
const IS_SOLID = new RegExp(`^[${SOLID}]`, "u");
const SEGMENT = new RegExp(`[${SOLID}]+|[^ ${SOLID}]+`, "gu");
export const WORD = `[^ ${SOLID}]`;

export const isSolid = text => IS_SOLID.test(text);

/** `{text, from}`: the letters, and signs where these count, with a space between words of other scripts, and the offset of each in what was folded. */
export function fold(original, table, signs = false) {
  let text = "", before = "", gap = false, at = 0;
  const from = [];
  const add = (letter, offset) => {
    text += letter;
    for (let n = letter.length; n--; ) from.push(offset);
  };
  for (const char of original) {
    const plain = OTHER_FORM.test(char) ? String.fromCodePoint(char.normalize("NFKD").codePointAt(0)) : char;
    const letter = String.fromCodePoint((table.get(plain) ?? plain).toLowerCase().codePointAt(0));
    if (LETTER.test(letter) || (signs && SIGN.test(letter))) {
      if (gap && before && !isSolid(before) && !isSolid(letter)) add(" ", at);
      add(letter, at);
      [before, gap] = [letter, false];
    } else gap ||= !MARK.test(char);
    at += char.length;
  }
  return {text, from};
}

/** The parts of a folded text that are set solid, and its other words. */
export const segments = folded => folded.match(SEGMENT) ?? [];

/** What is left of an English word without its ending: Porter's first step, shortened. */
export function stem(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return word
    .replace(/ies$|ied$/, "y").replace(/([^sui])s$/, "$1")
    .replace(/^(\w*[aeiouy]\w*)(?<=\w{3})(?:ed|ing)$/, "$1").replace(/([bdfgmnprt])\1$/, "$1")
    .replace(/e$/, "").replace(/([^aeiou])y$/, "$1i");
}
