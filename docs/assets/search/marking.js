// @ts-check
// Which words of a text are among those that were searched for.

import { fold } from "./index/terms.js";

const WORD = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

/** A word without what spellings differ in: case, accents, possessive, apostrophes. @param {string} word */
export function plain(word) {
  return fold(word).replace(/[^\p{L}\p{N}.]/gu, "");
}

/** True if a word is to be marked. @param {string[]} marks words, and word beginnings with * */
export function marker(marks) {
  const words = new Set(marks.filter((mark) => !mark.endsWith("*")).map(plain));
  const beginnings = marks.filter((mark) => mark.endsWith("*")).map((mark) => plain(mark.slice(0, -1)));
  const known = beginnings.filter(Boolean);
  return (/** @type {string} */ word) => {
    const bare = plain(word);
    return words.has(bare) || known.some((beginning) => bare.startsWith(beginning));
  };
}

/**
 * Where the words to mark stand in a text.
 * @param {string} text
 * @param {(word: string) => boolean} isMarked
 * @returns {[number, number][]} begin and end
 */
export function places(text, isMarked) {
  const words = [...text.matchAll(WORD)].filter((match) => isMarked(match[0]));
  return words.map((match) => [match.index, match.index + match[0].length]);
}

/** A text cut into the words to mark and the rest. @param {string} text @param {(word: string) => boolean} isMarked */
export function stretches(text, isMarked) {
  /** @type {import("./types.js").Stretch[]} */
  const cut = [];
  let at = 0;
  for (const [begin, end] of places(text, isMarked)) {
    cut.push({ text: text.slice(at, begin), hit: false }, { text: text.slice(begin, end), hit: true });
    at = end;
  }
  return [...cut, { text: text.slice(at), hit: false }].filter((stretch) => stretch.text);
}
