// @ts-check
// The words of the archive: completions, beginnings of words, misspellings. See archive_builder/index/dictionary.py.
import { holder, parts } from "./bytes.js";

/**
 * @typedef {import("./segment.js").Segment} Segment
 * @typedef {{word: string, printed: string, count: number}} Known
 */

/** Number of stretches of a file. */
const STRETCHES = 5;

/**
 * The words of a segment that begin so.
 * @param {Segment} segment @param {string} beginning @returns {Promise<Known[]>}
 */
async function within(segment, beginning) {
  const bounds = segment.about.words;
  if (!bounds.length) return [];
  const first = holder(bounds, beginning);
  const last = holder(bounds, beginning + "\uffff");
  const numbers = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const files = await Promise.all(numbers.map((number) => segment.file("d", number)));
  return files.flatMap(words).filter(({ word }) => word.startsWith(beginning));
}

/** @param {Uint8Array} bytes @returns {Known[]} */
function words(bytes) {
  const [sorted, counts, cases, odd] = parts(bytes, STRETCHES);
  const others = odd.json();
  return sorted.words().map((word) => {
    const how = cases.byte();
    const printed =
      how === 0 ? word : how === 1 ? word[0].toUpperCase() + word.slice(1) : how === 2 ? word.toUpperCase() : others.shift();
    return { word, printed, count: counts.number() };
  });
}

/**
 * The words of all segments that begin so, those in most records first.
 * @param {Segment[]} segments @param {string} beginning @returns {Promise<Known[]>}
 */
export async function beginning(segments, beginning) {
  const found = await Promise.all(segments.map((segment) => within(segment, beginning)));
  /** @type {Map<string, Known & {most: number}>} */
  const known = new Map();
  for (const one of found.flat()) {
    const same = known.get(one.word);
    if (!same) known.set(one.word, { ...one, most: one.count });
    else {
      if (one.count > same.most) [same.most, same.printed] = [one.count, one.printed];
      same.count += one.count;
    }
  }
  return [...known.values()].sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/**
 * What an acronym stands for; nothing if the word is none.
 * @param {Segment[]} segments @param {string} word folded @returns {Promise<string[]>}
 */
export async function meanings(segments, word) {
  const held = segments.filter(({ about }) => about.words.length);
  const files = await Promise.all(held.map((segment) => segment.file("d", holder(segment.about.words, word))));
  const found = files.flatMap((bytes) => new Map(Object.entries(parts(bytes, STRETCHES)[4].json())).get(word) ?? []);
  return [...new Set(found)];
}

/** Minimum number of letters of a word that is taken for misspelt: of a shorter one any slip is another word. */
const SHORTEST = 5;
/** Number of letters from which on two slips are allowed. */
const LONG = 8;

/**
 * The likeliest right spelling of a word that no record has: few letters changed, and frequent.
 * @param {Segment[]} segments @param {string} word @param {number} fewest minimum number of records that have it
 * @returns {Promise<Known | undefined>}
 */
export async function spelling(segments, word, fewest) {
  if (word.length < SHORTEST || /\d/.test(word)) return undefined;
  for (const start of openings(word)) {
    const known = await beginning(segments, start);
    const best = likeliest(known, word, fewest);
    if (best) return best;
  }
  return undefined;
}

/** Where the right word may stand in the dictionary, the likeliest first: few mistake a first letter. @param {string} word */
function openings(word) {
  return [...new Set([word.slice(0, 2), word[0] + word[2], word[1] + word[0], word.slice(1, 3)])];
}

/** @param {Known[]} known @param {string} word @param {number} fewest */
function likeliest(known, word, fewest) {
  const most = word.length < LONG ? 1 : 2; // two of five letters make another word: zebra, zero
  let best;
  let least = Infinity;
  for (const one of known) {
    if (one.count < fewest) continue;
    const edits = distance(word, one.word, most);
    if (edits && one.word[0] !== word[0] && !isSwapped(one.word, word)) continue; // few mistake a first letter
    const cost = edits - Math.log10(one.count) / 4;
    if (edits <= most && cost < least) [least, best] = [cost, one];
  }
  return best;
}

/** True if the first two letters of two words are swapped. @param {string} one @param {string} other */
function isSwapped(one, other) {
  return one[0] === other[1] && one[1] === other[0];
}

/**
 * How many letters are to be added, left out, changed or swapped; more than `most` is not counted out.
 * @param {string} one @param {string} other @param {number} most
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let older = [];
  let before = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const now = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, older[j - 2] + 1);
      now.push(cost);
    }
    if (Math.min(...now) > most) return most + 1;
    [older, before] = [before, now];
  }
  return before[other.length];
}
