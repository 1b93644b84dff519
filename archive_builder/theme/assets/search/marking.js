// @ts-check
// Which words and phrases of a text are those that were searched for.

import { fold, printedWords, touching } from "./index/terms.js";

/** A word without what spellings differ in: case, accents, possessive, apostrophes. @param {string} word */
export function plain(word) {
  return fold(word).replace(/[^\p{L}\p{N}.]/gu, "");
}

/**
 * Returns which of a text's words are to be marked: the first and the last of each word or phrase, in order.
 * @param {string[]} marks words, word beginnings with *, and "phrases" in quotes
 * @returns {(words: string[]) => [number, number][]}
 */
export function marker(marks) {
  const phrases = marks.filter(isPhrase).map((mark) => mark.slice(1, -1).split(/\s+/).map(plain).filter(Boolean));
  const single = marks.filter((mark) => !isPhrase(mark));
  const words = new Set(single.filter((mark) => !mark.endsWith("*")).map(plain));
  const beginnings = single.filter((mark) => mark.endsWith("*")).map((mark) => plain(mark.slice(0, -1)));
  const known = beginnings.filter(Boolean);
  const isWord = (/** @type {string} */ bare) => words.has(bare) || known.some((start) => bare.startsWith(start));

  return (printed) => {
    const bare = printed.map(plain);
    /** @type {[number, number][]} */
    const found = [];
    for (let at = 0; at < bare.length; at++) {
      const length = phraseAt(bare, at, phrases) || Number(isWord(bare[at]));
      if (!length) continue;
      found.push([at, at + length - 1]);
      at += length - 1;
    }
    return found;
  };
}

/** @param {string} mark */
function isPhrase(mark) {
  return mark.length > 2 && mark.startsWith('"') && mark.endsWith('"');
}

/** Number of words of the longest phrase that begins at a word, or 0. @param {string[]} bare @param {number} at @param {string[][]} phrases */
function phraseAt(bare, at, phrases) {
  const here = phrases.filter((phrase) => phrase.every((word, n) => bare[at + n] === word));
  return Math.max(0, ...here.map(({ length }) => length));
}

/** A text cut into the words to mark and the rest. @param {string} text @param {ReturnType<typeof marker>} find */
export function stretches(text, find) {
  const words = printedWords(text);
  /** @type {import("./types.js").Stretch[]} */
  const cut = [];
  let at = 0;
  const found = find(words.map(({ word }) => word));
  const places = found.map(([first, last]) => ({ begin: words[first].begin, end: words[last].end }));
  for (const { begin, end } of touching(places)) {
    cut.push({ text: text.slice(at, begin), hit: false }, { text: text.slice(begin, end), hit: true });
    at = end;
  }
  return [...cut, { text: text.slice(at), hit: false }].filter((stretch) => stretch.text);
}
