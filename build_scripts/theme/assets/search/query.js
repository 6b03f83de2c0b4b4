// What a reader typed, as clauses that a passage must all hold, and where they stand in a text.

import {fold, isSolid, segments, stem, WORD} from "./fold.js";

const PHRASE = /(?<=^|\s)["“”„「『]([^"“”„」』]+)(["“”」』](?=\s|$)|$)/g;
const MOST_WORDINGS = 8, MOST_TERMS = 6;

/** The clauses: `{typed, segments, exact}`. Words apart are clauses of their own, unless they are what an abbreviation of `short`
    stands for; what stands in quotation marks is exact. Where signs were typed, `signed` are the segments with them. */
export function parse(typed, table, short = []) {
  const clauses = [];
  const add = (words, exact) => {
    const plain = segments(fold(words, table).text), signed = segments(fold(words, table, true).text);
    clauses.push({typed: words, segments: plain, exact, ...(signed.join() === plain.join() ? {} : {signed})});
  };
  const rest = typed.normalize("NFC").replace(PHRASE, (_, words, closed) => {
    add(words, Boolean(closed));
    return " ";
  });
  const words = glue(rest.split(/\s+/).filter(word => fold(word, table).text), table);
  const long = short.map(([, meant]) => meant.join(" "));
  for (let at = 0; at < words.length;) {
    const end = [3, 2].map(count => at + count).find(stop => stop <= words.length && long.includes(fold(words.slice(at, stop).join(" "), table).text)) ?? at + 1;
    add(words.slice(at, end).join(" "), false);
    at = end;
  }
  return clauses.filter(clause => clause.segments.length);
}

/** Three or more single characters apart are a letter-spaced line, and one word; fewer are words of their own. */
function glue(words, table) {
  const glued = [];
  let run = [];
  const end = () => {
    glued.push(...(run.length > 2 ? [run.join("")] : run));
    run = [];
  };
  for (const word of words) {
    const {text} = fold(word, table);
    const alone = isSolid(text) && [...text].length === 1;
    if (!alone) end();
    (alone ? run : glued).push(word);
  }
  end();
  return glued;
}

export class Wordings {
  /** `groups` of regional words; `short`: abbreviations, each with the words that it stands for. */
  constructor(groups, short = []) {
    this.short = short;
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

  /** Segments as they are, and with an abbreviation in place of its words or these in its place. */
  said(segments) {
    const sides = this.short.flatMap(([one, meant]) => [[[one], meant], [meant, [one]]]);
    const found = sides.flatMap(([from, to]) => {
      const at = segments.findIndex((_, n) => from.every((word, k) => segments[n + k] === word));
      return at < 0 ? [] : [[...segments.slice(0, at), ...to, ...segments.slice(at + from.length)]];
    });
    return [segments, ...found];
  }

  /** Every wording of a clause, as terms to look up; `whole` unless some terms were left out, being too many, or signs count. */
  terms(clause) {
    const all = this.said(clause.segments).map(segments => this.#terms({...clause, segments}));
    return {terms: all.flatMap(each => each.terms), whole: !clause.signed && all.every(each => each.whole)};
  }

  #terms(clause) {
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
    return new RegExp(this.said(clause.signed ?? clause.segments).map(segments => this.#pattern(segments, clause.exact)).join("|"), "gu");
  }

  #pattern(all, exact) {
    const last = all.length - 1, plain = text => text.replaceAll("+", "\\+");
    return all.map((segment, n) => {
      if (isSolid(segment)) return this.split(segment).map(part => (part[1] ? `(?:${part.join("|")})` : part[0])).join("");
      const open = n === last && !exact;
      const gap = n && !isSolid(all[n - 1]) ? " " : "";
      return `${gap}(?<!${WORD})${open ? `(?:${plain(segment)}|${plain(rootOf(segment))})${WORD}*` : plain(segment)}(?!${WORD})`;
    }).join("");
  }

  /** `[start, end)` of every place of the clauses in a text, in its UTF-16 code units and in order; neighbours are one. */
  places(text, clauses, table) {
    const folded = fold(text, table, clauses.some(clause => clause.signed)), found = [];
    for (const clause of clauses) {
      const sought = this.said(clause.signed ?? clause.segments).map(each => each.at(-1));
      for (const {0: match, index} of folded.text.matchAll(this.pattern(clause))) {
        const last = segments(match).at(-1);
        if (!isSolid(last) && !clause.exact && !sought.some(each => accepts(last, each))) continue;
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
