// @ts-check
// What may stand for words that few records have: the halves of a compound, a topic for its lay words.
import { spelling } from "./dictionary.js";
import { topicTerm } from "./lay.js";
import { known } from "./scoring.js";
import { fold, folded, plain } from "./terms.js";

/**
 * @typedef {import("./lay.js").Topic} Topic
 * @typedef {import("./matching.js").Matched} Matched
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./scoring.js").Index} Index
 * @typedef {import("./scoring.js").Resolved} Resolved
 *
 * @typedef {object} Alternative
 * @property {Resolved[]} covers the wanted things that it stands for
 * @property {Resolved} instead what is looked for in their place
 * @property {number} worth how much it counts beside the words themselves
 * @property {string} typed the words, as typed
 * @property {string} said what is searched for instead, for readers
 * @property {Topic} [topic]
 * @property {boolean} [isSpelt] whether it is another spelling
 */

/** How much a topic counts beside its lay words, a half of a compound beside the whole, another spelling. */
const TOPIC = 0.5;
const HALF = 0.6;
const JOINED = 0.9;
const SPELT = 0.7;
/** Minimum number of letters of half a compound. */
const SHORTEST = 3;

/** A compound of words. A date, a number or a sum has parts too, which say nothing alone. */
const COMPOUND = /^[\p{L}'’]+(?:[-‐‑–/][\p{L}'’]+)+$/u;

/** @param {Index} index @param {Query} query @param {Matched} found @returns {Promise<Alternative[]>} */
export async function alternatives(index, query, { wanted, records }) {
  const plain = wanted.filter(({ wanted: { ofPhrase, prefix, isFilter } }) => !ofPhrase && !prefix && !isFilter);
  const made = [
    ...topics(index, query, plain),
    ...plain.flatMap((one) => halves(index, one)),
    ...(records.length ? [] : joined(index, plain)),
  ];
  const found = await lookedUp(index, made);
  const others = plain.filter((one) => !one.options.length && !found.some(({ covers }) => covers.includes(one)));
  const near = await Promise.all(others.map((one) => spelt(index, one)));
  return [...found, ...(await lookedUp(index, near.flat()))];
}

/** Those that the index has. @param {Index} index @param {Possible[]} made @returns {Promise<Alternative[]>} */
async function lookedUp(index, made) {
  const found = await Promise.all(
    made.map(async ({ terms, ...rest }) => ({ ...rest, options: await known(index, terms) })),
  );
  return found
    .filter(({ options }) => options.length)
    .map(({ options, ...rest }) => ({ ...rest, instead: { wanted: rest.covers[0].wanted, options, whole: true } }));
}

/** A word that no record has, as it may be spelt. @param {Index} index @param {Resolved} one @returns {Promise<Possible[]>} */
async function spelt({ segments, words }, one) {
  const [word, ...more] = folded(one.wanted.printed);
  const right = word && !more.length && (await spelling(segments, word, 1));
  if (!right) return [];
  return [{ covers: [one], terms: [[words.stem(right.word)]], worth: SPELT, typed: word, said: right.printed, isSpelt: true }];
}

/** @typedef {Omit<Alternative, "instead"> & {terms: string[][]}} Possible one that the index may not have */

/** @param {Index} index @param {Query} query @param {Resolved[]} wanted @returns {Possible[]} */
function topics({ lay }, query, wanted) {
  return lay().named(query.terms).flatMap(({ topic, terms, isLay }) => {
    const covers = wanted.filter((one) => one.wanted.options.some((option) => terms.includes(option[0])));
    if (!covers.length) return [];
    const typed = covers.map((one) => one.wanted.printed).join(" ");
    return [{ covers, terms: [[topicTerm(topic)], ...topic.words], worth: TOPIC, typed, said: isLay ? topic.name : "", topic }];
  });
}

/** The parts of a compound that no record has, and a word that no record has cut in two. @param {Index} index @param {Resolved} one @returns {Possible[]} */
function halves({ words: { stem } }, one) {
  const { printed, otherwise: [parts] } = one.wanted;
  if (one.options.some((terms) => terms.length === 1)) return [];
  if (parts) {
    const words = COMPOUND.test(printed) ? printed.toLowerCase().split(/[-‐‑–/]/) : [];
    return words.flatMap((said) => {
      const term = stem(fold(plain(said)));
      const isPart = parts.includes(term) && term.length >= SHORTEST;
      return isPart ? [{ covers: [one], terms: [[term]], worth: HALF, typed: printed, said }] : [];
    });
  }
  const word = printed.toLowerCase();
  if (one.options.length || !/^\p{L}+$/u.test(word)) return [];
  const cuts = Array.from({ length: Math.max(0, word.length - 2 * SHORTEST + 1) }, (_, n) => n + SHORTEST);
  return cuts.flatMap((cut) => {
    const both = [word.slice(0, cut), word.slice(cut)];
    const terms = both.map(stem);
    if (terms.some((term) => term.length < SHORTEST)) return [];
    return [{ covers: [one], terms: [terms], worth: JOINED, typed: printed, said: both.join(" ") }];
  });
}

/** Neighbouring words as one: "pot holes" as "potholes". @param {Index} index @param {Resolved[]} wanted @returns {Possible[]} */
function joined({ words }, wanted) {
  const single = wanted.filter((one) => /^\p{L}+$/u.test(one.wanted.printed));
  return single.slice(1).map((second, n) => {
    const covers = [single[n], second];
    const word = covers.map((one) => one.wanted.printed).join("");
    const typed = covers.map((one) => one.wanted.printed).join(" ");
    return { covers, terms: [[words.stem(word.toLowerCase())]], worth: JOINED, typed, said: word };
  });
}
