// @ts-check
// What people type around what they look for: the words of a question are set aside, filters they mean are offered.
import { fold, plain, PRINTED } from "./terms.js";

/**
 * @typedef {import("../types.js").Offer} Offer
 * @typedef {{facet: "kind" | "status", values: string[], said: string, named: string, anywhere: string}} Meant
 *
 * @typedef {object} Around the words of lang/en/query.toml, each list with spaces between
 * @property {string} openings
 * @property {string} asides
 * @property {string} links
 * @property {Meant[]} filters
 *
 * @typedef {object} Asked
 * @property {string} text what is looked for
 * @property {string} aside what was set aside before it
 * @property {(Pick<Offer, "facet" | "values"> & {words: Set<string>})[]} offers filters that were meant, and the words
 *   that meant them besides those set aside
 */

/** @param {Around} [around] @param {Set<string>} stops @returns {(text: string) => Asked} */
export function questions(around, stops) {
  if (!around) return (text) => ({ text, aside: "", offers: [] });
  const openings = list(around.openings);
  const small = new Set([...list(around.asides), ...openings, ...stops]);
  const links = list(around.links);
  const filters = around.filters.map(({ facet, values, said, named, anywhere }) => {
    return { facet, values, said: list(said), named: list(named), anywhere: list(anywhere) };
  });

  /** Number of words that are set aside at the beginning. @param {string[]} words */
  function leading(words) {
    const isNamed = filters.some(({ named }) => named.has(words[0])) && links.has(words[1]);
    if (!isNamed && !openings.has(words[0])) return 0;
    const rest = words.findIndex((word, n) => n >= (isNamed ? 2 : 1) && !(isNamed ? stops : small).has(word));
    return Math.max(rest, 0); // -1: there is nothing else
  }

  return (text) => {
    const places = [...text.matchAll(PRINTED)];
    const words = places.map(([word]) => fold(plain(word)));
    const count = leading(words);
    const start = count ? places[count].index : 0;
    const asides = words.slice(0, count);
    const aside = text.slice(0, start).trim();
    const rest = text.slice(start);
    const offers = filters.flatMap(({ facet, values, said, named, anywhere }) => {
      const isMeant = asides.some((word) => said.has(word) || named.has(word));
      const isThere = words.slice(count).some((word) => anywhere.has(word));
      return isMeant || isThere ? [{ facet, values, words: anywhere }] : [];
    });
    return { text: rest, aside, offers };
  };
}

/** A text without some words. @param {string} text @param {Set<string>} words */
export function without(text, words) {
  return text.replace(PRINTED, (word) => (words.has(fold(plain(word))) ? "" : word)).trim();
}

/** @param {string} words with spaces between */
function list(words) {
  return new Set(words.split(/\s+/).filter(Boolean));
}
