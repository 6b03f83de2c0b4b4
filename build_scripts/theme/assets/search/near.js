// What would be found in place of words that nothing holds: the same without quotation marks, a part of a Chinese one, a word
// that is written almost so.

import {isSolid} from "./fold.js";

const MOST = 4, SHORTEST = 2;

/** Whether two words differ by no more than so many letters put in, left out, replaced or exchanged with the next. */
export function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let before = [], row = Array.from({length: other.length + 1}, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length] <= most;
}

/** The parts of a Chinese word that begin or end it, the longest first. */
function* parts(chars) {
  for (let length = chars.length - 1; length >= SHORTEST; length--) {
    yield chars.slice(0, length).join("");
    yield chars.slice(-length).join("");
  }
}

/** `[words, count]` of each offer for a clause; `count` says how many passages hold words, `words` gives those that begin with a letter. */
export async function offers({typed, segments, exact}, count, words) {
  const found = [];
  const add = async offer => {
    const passages = found.length < MOST && !found.some(([known]) => known.includes(offer)) ? await count(offer) : 0;
    if (passages) found.push([offer, passages]);
  };
  if (exact) await add(typed);
  for (const segment of segments) {
    const most = segment.length > 6 ? 2 : 1;
    if (!isSolid(segment) && segment.length > 3) for (const word of await words(segment[0])) isNear(segment, word, most) && await add(word);
    const chars = [...segment], own = [...typed]; // as it was typed, in the reader's own script, where that is this word alone
    if (isSolid(segment)) for (const part of parts(own.length === chars.length ? own : chars)) await add(part);
  }
  return found;
}
