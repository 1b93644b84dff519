// @ts-check
// What a person typed, as words, phrases and filters.
import { forms } from "./forms.js";
import { operated } from "./operators.js";
import { without } from "./question.js";
import { fold, folded, isUnspaced, split, terms } from "./terms.js";

/** @typedef {import("./terms.js").Words} Words */

/**
 * One thing that a record must have, or must not.
 * @typedef {object} Wanted
 * @property {string} printed as typed
 * @property {string[][]} options any of these will do; of one, all its terms
 * @property {string[][]} otherwise will do too, if the index has none of the options
 * @property {string} [prefix] the beginning of a word, folded
 * @property {boolean} [unfinished] whether it may be the beginning of a word: the last one typed
 * @property {boolean} [not] whether a record must not have it
 * @property {boolean} [isFilter] whether it means a filter, which is offered: overdue
 * @property {boolean} [ofPhrase] whether it was typed within a phrase
 *
 * @typedef {import("../types.js").Offer} Offer
 * @typedef {{words: string[], not: boolean}} Phrase folded words that must stand side by side
 * @typedef {{filter: string, value: string, not: boolean, printed?: string}} Typed a filter within the text, as typed
 *
 * @typedef {object} Query
 * @property {Wanted[]} wanted
 * @property {Phrase[]} phrases
 * @property {Typed[]} filters
 * @property {string} aside what was set aside of a question
 * @property {Offer[]} offers filters that the words mean
 * @property {import("./operators.js").Refused[]} refused operators that were typed and are not understood
 * @property {string[]} terms those of the plain words, in the order in which they were typed
 */

const PIECE = /(-?)(?:(\p{L}+):(?=[^\s/]))?(?:"([^"]*)(?:"|$)|(\S+))/gu;

/**
 * @param {string} text @param {Words} words
 * @param {(text: string) => import("./question.js").Asked} asked tells a question from what it is about
 * @returns {Query}
 */
export function parse(text, words, asked) {
  /** @type {Query} */
  const query = { wanted: [], phrases: [], filters: [], terms: [], aside: "", offers: [], refused: [] };
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const { text: plain, either, refused } = operated(text.replace(/[“”„]/g, '"'));
  query.refused = refused;
  const rest = plain
    .replace(/(^|\s)[–−](?=\S)/g, "$1-")
    .replace(PIECE, (piece, minus, filter, phrase, bare, at, all) => {
      const isFirst = at === 0 || /\s/.test(all[at - 1]);
      const not = minus === "-" && isFirst;
      if (filter) query.filters.push({ filter: filter.toLowerCase(), value: phrase ?? bare, not, printed: piece.trim() });
      else if (phrase !== undefined) addPhrase(query, phrase, not, words);
      else if (/^[\p{L}\p{N}'’]{2,}\*$/u.test(bare)) query.wanted.push(beginning(bare, not));
      else if (not) query.wanted.push(...plainWanted(bare, words).map((wanted) => ({ ...wanted, not })));
      else return piece;
      return " ";
    });
  const { text: about, aside, offers } = asked(rest);
  const meant = new Set(offers.flatMap((offer) => [...offer.words]));
  const plainly = plainWanted(about, words).map((one) => (meant.has(fold(one.printed)) ? { ...one, isFilter: true } : one));
  query.wanted.unshift(...plainly, ...either.map((some) => anyOf(some, words)));
  query.aside = aside;
  query.terms = terms(words, about);
  query.offers = offers.map(({ facet, values, words }) => {
    return { facet, values, text: without(aside ? text.replace(aside, "") : text, words) };
  });
  const last = query.wanted.filter((wanted) => !wanted.not).at(-1);
  const isWord = last && !last.prefix && !last.otherwise.length;
  if (isWord && isOpen && rest.trimEnd() === rest) last.unfinished = true;
  return query;
}

/** @param {Query} query @param {string} phrase @param {boolean} not @param {Words} words */
function addPhrase(query, phrase, not, words) {
  const parts = folded(phrase);
  if (parts.length > 1) query.phrases.push({ words: parts, not });
  if (parts.length === 1) query.wanted.push({ ...single(parts[0], words), not });
}

/**
 * A query in which the words of its phrases are wanted too: where a phrase stands, all of them do. Where nothing
 * else is asked, a phrase of stop words alone is left out as they are: no index could say which texts to look through.
 * @param {Query} query @param {Words} words @returns {Query}
 */
export function withPhrases(query, words) {
  const known = new Set(query.wanted.flatMap(({ options }) => options.flat()));
  const parts = query.phrases.filter(({ not }) => !not).flatMap((phrase) => phrase.words);
  const bare = parts.filter((word) => !words.stops.has(word) && !known.has(words.stem(word)));
  const more = [...new Set(bare)].map((word) => ({ ...single(word, words), ofPhrase: true }));
  const wanted = [...query.wanted, ...more];
  const isAsked = wanted.some(({ not }) => !not);
  const phrases = query.phrases.filter(({ not }) => not || isAsked);
  return { ...query, wanted, phrases };
}

/** @param {string} text @param {boolean} not @returns {Wanted} */
function beginning(text, not) {
  return { printed: text, options: [], otherwise: [], prefix: fold(text.slice(0, -1)), not };
}

/** @param {string} text @param {Words} words @returns {Wanted[]} */
function plainWanted(text, words) {
  const { forms: found, rest } = forms(text, words);
  const made = found.map(({ printed, term, instead }) => {
    const parts = distinct(printed, words);
    const options = instead || !parts.length ? [[term]] : [[term], parts];
    return { printed, options, otherwise: parts.length ? [parts] : [] };
  });
  const bare = split(rest).filter((word) => !words.stops.has(fold(word)) && fold(word));
  /** @type {Map<string, Wanted>} */
  const unique = new Map();
  for (const word of bare) {
    const wanted = single(word, words);
    const key = wanted.prefix ?? wanted.options[0][0];
    if (!unique.has(key)) unique.set(key, wanted);
  }
  return [...made, ...unique.values()];
}

/** Any of some words. @param {string[]} some @param {Words} words @returns {Wanted} */
function anyOf(some, words) {
  const made = some.flatMap((word) => plainWanted(word, words));
  const [options, otherwise] = [made.flatMap((one) => one.options), made.flatMap((one) => one.otherwise)];
  return { printed: some.join(" OR "), options, otherwise };
}

/**
 * A word. One character of a script that puts no spaces between words begins those that the index has.
 * @param {string} word @param {Words} words @returns {Wanted}
 */
function single(word, words) {
  const isSign = [...word].length === 1 && isUnspaced(word);
  if (isSign) return { printed: word, options: [], otherwise: [], prefix: fold(word) };
  return { printed: word, options: [[words.stem(fold(word))]], otherwise: [] };
}

/** @param {string} text @param {Words} words */
function distinct(text, words) {
  return [...new Set(terms(words, text))];
}
