// @ts-check
// Texts: whether a phrase stands in one, how near the words are, and the passage that is shown.
import { fold, plain, printedWords, touching } from "./terms.js";

/**
 * @typedef {import("../types.js").Stretch} Stretch
 * @typedef {(word: string) => boolean} IsHit whether a word, as printed, is one that was asked for
 */

/** Number of words of a record that are shown. */
const SHOWN = 42;
/** Number of these before the first word found. */
const LEAD = 6;

/** True if words stand side by side in a text. @param {string[]} words folded, of the text @param {string[]} phrase */
export function says(words, phrase) {
  const last = words.length - phrase.length;
  for (let at = 0; at <= last; at++) if (phrase.every((word, n) => words[at + n] === word)) return true;
  return false;
}

/**
 * How near to one another the words asked for stand: 1 side by side, towards 0 far apart or alone.
 * @param {string[]} words folded, of the text
 * @param {(word: string) => number | undefined} asked what a word was asked for as
 * @param {number} wanted how many were asked for
 */
export function nearness(words, asked, wanted) {
  /** @type {Map<number, number>} */
  const last = new Map();
  let have = 0;
  let best = Infinity;
  words.forEach((word, at) => {
    const as = asked(word);
    if (as === undefined) return;
    last.delete(as);
    last.set(as, at);
    if (last.size > have) [have, best] = [last.size, Infinity];
    const [oldest] = last.values();
    best = Math.min(best, at - oldest + 1);
  });
  if (!have) return 0;
  return have / wanted + (have > 1 ? 1 / (1 + Math.max(0, best - have) / 6) : 0);
}

/**
 * The share of the words asked for, from the second on, that stand right behind the one before: as typed.
 * @param {string[]} words folded, of the text
 * @param {(word: string) => number | undefined} asked what a word was asked for as
 * @param {number} wanted how many were asked for
 */
export function pairs(words, asked, wanted) {
  /** @type {Set<number>} */
  const met = new Set();
  let before = -2;
  for (const word of words) {
    const as = asked(word) ?? -2;
    if (as >= 0 && as === before + 1) met.add(as);
    before = as;
  }
  return met.size / (wanted - 1);
}

/**
 * The passage of a text that has most of the words found, cut into words found and the rest.
 * @param {string} text @param {IsHit} isHit @param {string[][]} phrases @returns {Stretch[]}
 */
export function passage(text, isHit, phrases) {
  const words = printedWords(text).map((one) => ({ ...one, hit: isHit(one.word) }));
  markPhrases(words, phrases);
  const first = densest(words.map(({ hit }) => hit));
  const shown = words.slice(first, first + SHOWN);
  if (!shown.length) return text ? [{ text, hit: false }] : [];
  const isEnd = first + SHOWN >= words.length;
  const end = isEnd ? text.length : shown[shown.length - 1].end;
  let at = first ? shown[0].begin : 0;
  /** @type {Stretch[]} */
  const made = first ? [{ text: "… ", hit: false }] : [];
  for (const { begin, end } of touching(shown.filter(({ hit }) => hit))) {
    made.push({ text: text.slice(at, begin), hit: false });
    made.push({ text: text.slice(begin, end), hit: true });
    at = end;
  }
  made.push({ text: text.slice(at, end) + (isEnd ? "" : " …"), hit: false });
  return made.filter((stretch) => stretch.text);
}

/** Words of a phrase are found where it stands. @param {{word: string, hit: boolean}[]} words @param {string[][]} phrases */
function markPhrases(words, phrases) {
  if (!phrases.length) return;
  const bare = words.map(({ word }) => fold(plain(word)));
  for (const phrase of phrases) {
    for (let at = 0; at + phrase.length <= bare.length; at++) {
      if (phrase.every((word, n) => bare[at + n] === word)) {
        for (let n = 0; n < phrase.length; n++) words[at + n].hit = true;
      }
    }
  }
}

/** Where the window with most hits begins, a few words before the first of them. @param {boolean[]} hits */
function densest(hits) {
  let best = 0;
  let most = 0;
  for (let start = 0; start < hits.length; start++) {
    if (!hits[start]) continue;
    const number = hits.slice(start, start + SHOWN - LEAD).filter(Boolean).length;
    if (number > most) [best, most] = [start, number];
  }
  return Math.max(0, best - LEAD);
}
