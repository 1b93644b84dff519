// @ts-check
// Text as the terms of the search index, exactly as archive_builder/index/terms.py makes them.

/** @typedef {{stem: (word: string) => string, stops: Set<string>}} Words what search/words.js exports */

/** A number with its points and commas, or letters and digits with apostrophes inside. */
const WORD = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/** The same in a text as it is printed. */
export const PRINTED = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** Letters that no decomposition takes apart, as those write them who do not have them. */
const LETTERS = new Map(Object.entries({ ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" }));

/** The words of a text, without accents, in their case. @param {string} text @returns {string[]} */
export function split(text) {
  return plain(text).match(WORD) ?? [];
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
