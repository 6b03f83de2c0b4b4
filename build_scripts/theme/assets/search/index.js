// The index: reads the few files that a query needs and says which passages hold it.

import {isSolid} from "./fold.js";
import {accepts, parse, rootOf, Wordings} from "./query.js";
import {named, parseReference} from "./reference.js";

const PLACES = 2 ** 20; // more letters than any passage has
const PHRASE_FIRST = 8, TITLE_FIRST = 4, BASE_FIRST = 2, MOST_COUNTED = 4;
const MOST_REFERRED = 20; // documents that are looked through for a paragraph of any

/** The last index whose first item is not after `item`. */
function before(firsts, item) {
  let low = 0, high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= item) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The items that are in all lists. */
function common(lists) {
  const [fewest = [], ...others] = lists.sort((a, b) => a.length - b.length);
  return others.reduce((kept, list) => {
    const there = new Set(kept);
    return list.filter(item => there.has(item));
  }, fewest);
}

export class Index {
  #files = new Map();

  /** `folder`: the address of the index; `tree`: which of its texts to show. */
  static async open(folder, tree) {
    const index = new Index();
    const answer = await fetch(`${folder}${tree}.json`, {cache: "no-cache"});
    if (!answer.ok) throw new Error(answer.status);
    Object.assign(index, await answer.json(), {folder, tree});
    const pairs = [...index.fold];
    index.table = new Map(pairs.flatMap((char, n) => (n % 2 ? [] : [[char, pairs[n + 1]]])));
    index.wordings = new Wordings(index.regional, index.short);
    let first = 0;
    index.documents = index.documents.map(([url, kind, count, title, language, base, short]) => {
      first += count;
      return {url, kind, title, language, base, short, count, first: first - count};
    });
    index.firsts = index.documents.map(each => each.first);
    return index;
  }

  #file(path) {
    if (!this.#files.has(path)) {
      const read = fetch(`${this.folder}${path}.json?v=${this.version}`).then(answer => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
      read.catch(() => this.#files.delete(path)); // so that it is asked for again
      this.#files.set(path, read);
    }
    return this.#files.get(path);
  }

  /** Look for a text in itself, so that no pattern and few functions are left to be compiled at the first key; its clauses. */
  rehearse(text) {
    const clauses = parse(text, this.table, this.short);
    for (const clause of clauses) this.wordings.terms(clause);
    this.places(text, clauses);
    return clauses;
  }

  documentOf = passage => this.documents[before(this.firsts, passage)];

  /** The passages that hold what was typed, best first: `{clauses, passages, alone}`; `alone` are `[words, count]` of each clause by itself. */
  async find(typed) {
    const clauses = parse(typed, this.table, this.short);
    if (!clauses.length) return {clauses, passages: [], alone: []};
    const together = {segments: clauses.flatMap(clause => clause.segments), exact: false};
    const [phrases, ...each] = await Promise.all([clauses.length > 1 ? this.#count(together) : new Map(), ...clauses.map(clause => this.#count(clause))]);
    const score = new Map(common(each.map(counts => [...counts.keys()])).map(passage => {
      const {base, first} = this.documentOf(passage);
      const count = each.reduce((sum, counts) => sum + counts.get(passage), 0);
      const points = Math.min(count, MOST_COUNTED) + (phrases.has(passage) && PHRASE_FIRST) + (passage === first && TITLE_FIRST) + (base && BASE_FIRST);
      return [passage, points];
    }));
    const alone = clauses.map(({typed: words, exact}, n) => [exact ? `“${words}”` : words, each[n].size]);
    return {clauses, alone, passages: [...score.keys()].sort((one, other) => score.get(other) - score.get(one) || one - other)};
  }

  /** What would be found where nothing holds a clause: `[words, count]`. */
  async near(clause) {
    const {offers} = await import("./near.js");
    const words = async letter => {
      const [first, last] = [before(this.terms, letter), before(this.terms, `${letter}\uffff`)];
      const shards = await Promise.all(this.terms.slice(first, last + 1).map((_, n) => this.#file(`terms/${first + n}`)));
      return shards.flatMap(shard => Object.keys(shard).filter(word => word.startsWith(letter)));
    };
    return offers(clause, async typed => (await this.find(typed)).passages.length, words);
  }

  /** How often each passage holds a clause. */
  async #count(clause) {
    const {terms, whole} = this.wordings.terms(clause);
    const counts = new Map();
    for (const places of await Promise.all(terms.map(wording => this.#places(wording))))
      for (const place of places) {
        const passage = Math.floor(place / PLACES);
        counts.set(passage, (counts.get(passage) ?? 0) + 1);
      }
    if (whole) return counts;
    const kept = await Promise.all([...counts].map(async ([passage, count]) => {
      const {text} = await this.passage(passage);
      return this.wordings.places(text, [clause], this.table).length ? [[passage, count]] : [];
    }));
    return new Map(kept.flat());
  }

  /** Where all terms of one wording stand together. */
  async #places(terms) {
    const lists = await Promise.all(terms.map(async ({term, at, open}) => {
      const found = [];
      for (const steps of await this.#postings(term, open)) {
        let passage = 0, place = 0;
        for (let n = 0; n < steps.length; n++) {
          if (steps[n] < 0) place -= steps[n];
          else [passage, place] = [passage + steps[n], steps[++n]];
          found.push(passage * PLACES + place - at);
        }
      }
      return found;
    }));
    return common(lists);
  }

  /** The postings of a term or, if it is open, of every term that it begins or is another form of. */
  async #postings(term, open) {
    const root = open && !isSolid(term) ? rootOf(term) : term;
    const first = before(this.terms, root), last = open ? before(this.terms, `${root}\uffff`) : first;
    const shards = await Promise.all(this.terms.slice(first, last + 1).map((_, n) => this.#file(`terms/${first + n}`)));
    if (!open) return shards.length && Object.hasOwn(shards[0], term) ? [shards[0][term]] : [];
    const meant = isSolid(term) ? word => word.startsWith(term) : word => accepts(word, term);
    return shards.flatMap(shard => Object.keys(shard).filter(meant).map(word => shard[word]));
  }

  /** A passage: `{anchor, language, text, document}`. */
  async passage(number) {
    const piece = before(this.texts, number);
    const [anchor, language, text] = (await this.#file(`${this.tree}/${piece}`))[number - this.texts[piece]];
    return {anchor, language, text, document: this.documentOf(number)};
  }

  /** The places that a reference means, each a passage in the tree's language with the id to arrive at; `here`: the path being read. */
  async refer(typed, here) {
    const reference = parseReference(typed);
    if (!reference) return [];
    const {anchor, sentence} = reference, language = this.tree.split("-")[0];
    const found = await Promise.all(named(this.documents, reference.name, here).slice(0, MOST_REFERRED).map(async ({first, count}) => {
      const passages = await Promise.all(Array.from({length: count}, (_, n) => this.passage(first + n)));
      const own = passages.find(each => each.anchor === anchor);
      const other = own?.language.startsWith(language) ? null : passages.find(each => each.anchor === `${anchor}-${language}`);
      return own ? [{...(other ?? own), anchor: sentence ? `${anchor}.${sentence}` : anchor}] : [];
    }));
    return found.flat();
  }

  places = (text, clauses) => this.wordings.places(text, clauses, this.table);
}
