// What a reader typed, as clauses that a passage must all hold, and where they stand in a text.

import {fold, isSolid, segments, stem, WORD} from "./fold.js";

const PHRASE = /(?<=^|\s)["“”„「『]([^"“”„」』]+)(["“”」』](?=\s|$)|$)/g;
const MOST_WORDINGS = 8, MOST_TERMS = 6;

/** The clauses: `{segments, exact}`. Words apart are clauses of their own; what stands in quotation marks is exact. */
export function parse(typed, table) {
  const clauses = [];
  const rest = typed.replace(PHRASE, (_, words, closed) => {
    clauses.push({segments: segments(fold(words, table).text), exact: Boolean(closed)});
    return " ";
  });
  for (const words of glue(rest.split(/\s+/).map(word => fold(word, table).text)))
    clauses.push({segments: segments(words), exact: false});
  return clauses.filter(clause => clause.segments.length);
}

/** Single characters set apart, as in a letter-spaced line, belong to what stands beside them. */
function glue(words) {
  const glued = [];
  let single = false;
  for (const word of words.filter(Boolean)) {
    const alone = isSolid(word) && [...word].length === 1;
    if (glued.length && (alone || single)) glued.push(glued.pop() + word);
    else glued.push(word);
    single = alone;
  }
  return glued;
}

export class Wordings {
  constructor(groups) {
    this.groups = new Map(groups.flatMap(group => group.map(word => [word, group])));
    this.any = new RegExp([...this.groups.keys()].sort((a, b) => b.length - a.length).join("|") || "(?!)", "g");
  }

  /** A solid segment as a list of lists: the wordings of each regional word, and what stands between them. */
  split(segment) {
    const parts = [];
    let at = 0;
    for (const {0: word, index} of segment.matchAll(this.any)) {
      parts.push([segment.slice(at, index)], this.groups.get(word));
      at = index + word.length;
    }
    return [...parts, [segment.slice(at)]].filter(([part]) => part);
  }

  /** Every wording of a clause, as terms to look up; `whole` unless some terms were left out, being too many. */
  terms(clause) {
    let wordings = [[]], whole = true;
    for (const segment of clause.segments) {
      let here = [""];
      for (const part of isSolid(segment) ? this.split(segment) : [[segment]]) {
        if (here.length * wordings.length * part.length > MOST_WORDINGS) whole = false;
        if (whole) here = here.flatMap(before => part.map(word => before + word));
      }
      if (here[0]) wordings = wordings.flatMap(before => here.map(word => [...before, word]));
      if (!whole) break;
    }
    const terms = wordings.map(wording => termsOf(wording, clause.exact || !whole));
    return {terms: terms.map(thin), whole: whole && terms.every(each => each.length <= MOST_TERMS)};
  }

  /** A pattern for the clause in a folded text. The last word of another script may go on, unless the clause is exact. */
  pattern(clause) {
    const last = clause.segments.length - 1;
    const parts = clause.segments.map((segment, n) => {
      if (isSolid(segment)) return this.split(segment).map(part => (part[1] ? `(?:${part.join("|")})` : part[0])).join("");
      const open = n === last && !clause.exact;
      const gap = n && !isSolid(clause.segments[n - 1]) ? " " : "";
      return `${gap}(?<!${WORD})${open ? `(?:${segment}|${rootOf(segment)})${WORD}*` : segment}(?!${WORD})`;
    });
    return new RegExp(parts.join(""), "gu");
  }

  /** `[start, end)` of every place of the clauses in a text, in its UTF-16 code units and in order; neighbours are one. */
  places(text, clauses, table) {
    const folded = fold(text, table), found = [];
    for (const clause of clauses) {
      const sought = clause.segments.at(-1);
      for (const {0: match, index} of folded.text.matchAll(this.pattern(clause))) {
        if (!isSolid(sought) && !clause.exact && !accepts(segments(match).at(-1), sought)) continue;
        found.push([index, index + match.length]);
      }
    }
    return join(found, folded.text).map(([start, end]) => {
      const last = folded.from[end - 1];
      return [folded.from[start], last + (text.codePointAt(last) > 0xffff ? 2 : 1)];
    });
  }
}

/** Spans of a text in order, those that overlap or have nothing but a space between them joined. */
function join(spans, text) {
  const joined = [];
  for (const [start, end] of spans.sort((one, other) => one[0] - other[0])) {
    const before = joined.at(-1);
    if (before && !text.slice(before[1], start).trim()) before[1] = Math.max(before[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Whether a word of a text is meant by a word of a query: it begins so, or is another form of it. */
export const accepts = (word, sought) => word === sought || (sought.length > 1 && (word.startsWith(sought) || stem(word) === stem(sought)));

/** The letters that all forms of a word begin with. */
export const rootOf = word => (word.length < 4 ? word : stem(word).replace(/i$/, ""));

/** Pairs and words with their places, counted in letters: `{term, at, open}`; an open term is the beginning of one. */
function termsOf(wording, exact) {
  const terms = [];
  let at = 0;
  wording.forEach((segment, n) => {
    const chars = [...segment], last = n === wording.length - 1;
    if (!isSolid(segment) || chars.length === 1) terms.push({term: segment, at, open: last && (isSolid(segment) || !exact)});
    else for (let k = 0; k < chars.length; k += 2) {
      const pair = Math.min(k, chars.length - 2);
      terms.push({term: chars[pair] + chars[pair + 1], at: at + pair});
    }
    at += chars.length;
  });
  return terms;
}

/** Not more than some terms of a long wording, evenly spread. */
const thin = terms => (terms.length <= MOST_TERMS ? terms : Array.from({length: MOST_TERMS}, (_, n) => terms[Math.floor((n * (terms.length - 1)) / (MOST_TERMS - 1))]));
