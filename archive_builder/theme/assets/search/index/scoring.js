// @ts-check
// Which records have what is wanted, and what it counts: lunr's scores, read from the index.
import { beginning } from "./dictionary.js";
import { isUnspaced } from "./terms.js";

/**
 * @typedef {import("./query.js").Wanted} Wanted
 * @typedef {import("./segment.js").Segment} Segment
 * @typedef {import("./segment.js").Entry} Entry
 * @typedef {import("./segment.js").Among} Among
 *
 * @typedef {object} Term
 * @property {string} term
 * @property {{segment: Segment, entry: Entry}[]} places
 * @property {number} records
 * @property {number} rarity lunr's idf
 *
 * @typedef {object} Resolved what is wanted, looked up
 * @property {Wanted} wanted
 * @property {Term[][]} options any of these will do; of one, all its terms
 * @property {boolean} whole whether every word that begins so is among them
 *
 * @typedef {object} Index
 * @property {Segment[]} segments
 * @property {number} records
 * @property {import("./terms.js").Words} words
 * @property {() => import("./lay.js").Lay} lay made when it is first asked for
 * @property {ReturnType<typeof import("./question.js").questions>} asked
 */

/** Maximum number of words that the beginning of a word stands for. */
const EXPANDED = 48;

/** @param {Index} index @param {Wanted} wanted @returns {Promise<Resolved>} */
export async function resolve(index, wanted) {
  if (wanted.prefix) return expanded(index, wanted, wanted.prefix);
  let options = await known(index, wanted.options);
  if (!options.length) options = await known(index, wanted.otherwise);
  return { wanted, options, whole: true };
}

/**
 * What is wanted, with the last word as the beginning of one.
 * @param {Index} index @param {Wanted} wanted @param {string} prefix
 * @returns {Promise<Resolved>}
 */
export async function expanded(index, wanted, prefix) {
  if (prefix.length < 2 && !isUnspaced(prefix)) return { wanted, options: [], whole: false };
  const words = await beginning(index.segments, prefix);
  const stems = new Set(words.slice(0, EXPANDED).map(({ word }) => index.words.stem(word)));
  const options = await known(index, [...stems].map((stem) => [stem]));
  return { wanted: { ...wanted, prefix }, options, whole: words.length <= EXPANDED };
}

/** The options whose terms the index has. @param {Index} index @param {string[][]} options */
export async function known(index, options) {
  const made = await Promise.all(options.map((terms) => Promise.all(terms.map((term) => lookup(index, term)))));
  return made.filter((terms) => terms.length && terms.every(({ records }) => records));
}

/** @param {Index} index @param {string} term @returns {Promise<Term>} */
async function lookup({ segments, records: all }, term) {
  const entries = await Promise.all(segments.map((segment) => segment.entry(term)));
  const places = segments.flatMap((segment, n) => {
    const entry = entries[n];
    return entry ? [{ segment, entry }] : [];
  });
  const fields = places.reduce((sum, { entry }) => sum + entry.fields, 0);
  const records = places.reduce((sum, { entry }) => sum + entry.records, 0);
  return { term, places, records, rarity: Math.log(1 + Math.abs((all - fields + 0.5) / (fields + 0.5))) };
}

/** True if a thing that is wanted is in more records than the shards hold. @param {Resolved} resolved */
export function overflowing({ options }) {
  return options.flat().some(({ places }) => places.some(({ entry }) => entry.blocks));
}

/** Fetch what more is needed of some terms, all at once. @param {Resolved[]} resolved @param {Among} among */
export async function overflows(resolved, among) {
  const places = resolved.flatMap(({ options }) => options.flat().flatMap(({ places }) => places));
  await Promise.all(places.flatMap(({ segment, entry }) => [...segment.others(entry, among).values()]));
}

/**
 * The score of each record for one thing that is wanted; 0 where the record does not have it.
 * @param {Index} index @param {Resolved} resolved
 * @param {Among} among the records that it is needed of; the best of a term are scored in any case
 * @returns {Promise<Float32Array>}
 */
export async function scores(index, { options }, among) {
  const sum = new Float32Array(index.records);
  for (const terms of options) {
    if (terms.length === 1) await add(terms[0], among, sum);
    else {
      const made = await every(index, terms, among);
      for (let record = 0; record < made.length; record++) sum[record] = Math.max(sum[record], made[record]);
    }
  }
  return sum;
}

/** Records that have all of some terms. @param {Index} index @param {Term[]} terms @param {Among} among */
async function every(index, terms, among) {
  /** @type {Float32Array | undefined} */
  let made;
  for (const term of terms) {
    const one = new Float32Array(index.records);
    await add(term, among, one);
    const before = made;
    made = before ? one.map((score, record) => (score && before[record] ? score + before[record] : 0)) : one;
  }
  return made ?? new Float32Array(index.records);
}

/** @param {Term} term @param {Among} among @param {Float32Array} sum */
async function add({ places, rarity }, among, sum) {
  for (const { segment, entry } of places) {
    await segment.postings(entry, among, (record, weight) => {
      sum[record] += weight * rarity;
    });
  }
}
