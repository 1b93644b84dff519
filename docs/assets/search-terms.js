// @ts-check
/**
 * Text as the terms of the search index, exactly as archive_builder/index/terms.py makes them:
 * split, fold, drop stop words, stem. Needs lunr (search/lunr.js) to be loaded before.
 */

/** A number with its points and commas, or letters and digits with apostrophes inside. */
const WORD = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/** The month is not a stop word here. */
const KEPT = new Set(["may"]);

/**
 * The terms that index a text, in order, repeated as often as they occur.
 * @param {string} text
 * @returns {string[]}
 */
export function terms(text) {
  return (plain(text).match(WORD) ?? [])
    .map(fold)
    .filter((word) => word !== "" && !stops(word))
    .map((word) => lunr().stemmer(token(word)).toString());
}

/**
 * One word without what spellings differ in: case, accents, possessive, apostrophes, 1,000.
 * @param {string} word
 * @returns {string}
 */
export function fold(word) {
  return plain(word).replace(/'s?$/, "").replace(/[',]/g, "");
}

/**
 * @param {string} text
 * @returns {string}
 */
function plain(text) {
  return text.toLowerCase().replace(/[’‘]/g, "'").normalize("NFKD").replace(/\p{M}/gu, "");
}

/**
 * @param {string} word
 * @returns {boolean}
 */
function stops(word) {
  return !KEPT.has(word) && lunr().stopWordFilter(token(word)) === undefined;
}

/** @param {string} word */
function token(word) {
  return new (lunr().Token)(word, {});
}

/** @returns {any} lunr, which is loaded as a classic script and has no module of its own. */
function lunr() {
  return /** @type {any} */ (globalThis).lunr;
}
