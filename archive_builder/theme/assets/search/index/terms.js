// @ts-check
// Text as the terms of the search index, exactly as archive_builder/index/terms.py makes them.

/** @typedef {{stem: (word: string) => string, stops: Set<string>}} Words what search/words.js exports */

/** A number with its points and commas, or letters and digits with apostrophes inside. */
const WORD = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/** The same in a text as it is printed. */
export const PRINTED = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** Scripts that put no spaces between words: Thai and Lao, Burmese, Khmer, Japanese, Chinese. terms.py has the same. */
const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff" +
  "\\u3005-\\u3007\\u3040-\\u30ff\\uff66-\\uff9f" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const IS_UNSPACED = RegExp(`[${UNSPACED}]`, "u");
const PIECE = RegExp(`[${UNSPACED}][${UNSPACED}\\p{M}]*|[^${UNSPACED}]+`, "gu");
/** A character with its marks. */
const SIGN = /\P{M}\p{M}*/gu;

/** Letters that no decomposition takes apart, as those write them who do not have them. */
const LETTERS = new Map(Object.entries({ ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" }));

/** The words of a text, without accents, in their case. @param {string} text @returns {string[]} */
export function split(text) {
  const words = plain(text).match(WORD) ?? [];
  return IS_UNSPACED.test(text) ? words.flatMap((word) => cut(word).map((part) => part.word)) : words;
}

/** True if a word is of a script that puts no spaces between words. @param {string} word */
export function isUnspaced(word) {
  return IS_UNSPACED.test(word);
}

/**
 * The parts of a word with their places in it: bigrams where its script puts no spaces between words, else the word.
 * @param {string} word @returns {{word: string, at: number}[]}
 */
function cut(word) {
  return [...word.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
    const signs = isUnspaced(piece) ? [...piece.matchAll(SIGN)] : [];
    if (signs.length < 2) return [{ word: piece, at: index }];
    return signs.slice(1).map((sign, n) => ({ word: signs[n][0] + sign[0], at: index + signs[n].index }));
  });
}

/** The words of a text as they are printed, with their places; bigrams overlap. @param {string} text */
export function printedWords(text) {
  return [...text.matchAll(PRINTED)].flatMap(({ 0: whole, index }) => {
    const parts = isUnspaced(whole) ? cut(whole) : [{ word: whole, at: 0 }];
    return parts.map(({ word, at }) => ({ word, begin: index + at, end: index + at + word.length }));
  });
}

/**
 * Places in a text, those as one that touch or overlap, as bigrams do.
 * @param {{begin: number, end: number}[]} places in order
 */
export function touching(places) {
  /** @type {{begin: number, end: number}[]} */
  const made = [];
  for (const { begin, end } of places) {
    const before = made[made.length - 1];
    if (before && begin <= before.end) before.end = end;
    else made.push({ begin, end });
  }
  return made;
}

/** The folded words of a text. @param {string} text */
export function folded(text) {
  return split(text).map(fold).filter(Boolean);
}

/**
 * One word without what spellings differ in: case, accents, possessive, apostrophes, 1,000.
 * @param {string} word
 */
export function fold(word) {
  return plain(word).toLowerCase().replace(/'s?$/, "").replace(/[',]/g, "");
}

/** A text without accents and with straight apostrophes. @param {string} text */
export function plain(text) {
  const bare = text.replace(/[’‘]/g, "'").normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.replace(/[łøđðħıßæœþ]/gi, (letter) => LETTERS.get(letter) ?? LETTERS.get(letter.toLowerCase())?.toUpperCase() ?? letter);
}

/** The term that a word is found by; empty for a stop word. @param {Words} words @param {string} word */
export function term(words, word) {
  const bare = fold(word);
  return words.stops.has(bare) ? "" : words.stem(bare);
}

/** The terms that index a text. @param {Words} words @param {string} text */
export function terms(words, text) {
  return split(text)
    .map((word) => term(words, word))
    .filter(Boolean);
}
