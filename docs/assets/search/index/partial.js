// @ts-check
// The records that have most of what is wanted: a word counts as much as it is rare.
import { having } from "./matching.js";
import { overflows, scores } from "./scoring.js";

/**
 * @typedef {import("./scoring.js").Index} Index
 * @typedef {import("./scoring.js").Resolved} Resolved
 * @typedef {import("./segment.js").Among} Among
 * @typedef {import("./matching.js").Matched} Matched
 *
 * @typedef {object} Partial
 * @property {number[]} records in the order of their numbers
 * @property {Float32Array} score of every record of the index
 *
 * @typedef {{one: Resolved, weight: number}} Weighed
 */

/** Number of records with all words from which on no others are looked for. */
export const FEW = 10;
/** Share of the weight of the best match that a record must have. */
const SHARE = 0.5;
/** How much it counts that a record has more of the words, beside what they score: a power of the share it has. */
const COVER = 1;

/**
 * The records that have most of the words, those with all of them among them.
 * @param {Index} index @param {Matched} found
 * @param {(record: number) => boolean} passes whether a record is let through by the filters
 * @returns {Promise<Partial>}
 */
export async function partly(index, found, passes) {
  const known = weighed(index, found.wanted);
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  const most = known.length ? known[0].weight : 0;
  const rare = essential(known, SHARE * (found.records.length ? whole : most));
  await overflows(rare.map(({ one }) => one), "all");
  const weight = new Float32Array(index.records);
  const score = new Float32Array(index.records);
  for (const one of rare) await add(index, one, "all", weight, score);
  const among = having(weight);
  const common = known.slice(rare.length);
  await overflows([...common.map(({ one }) => one), ...found.not], among);
  for (const one of common) await add(index, one, among, weight, score);
  await withoutUnwanted(index, found, among, weight);
  const best = found.records.length ? whole : heaviest(among, weight, passes);
  for (const record of among) score[record] *= (weight[record] / whole) ** COVER;
  const least = SHARE * best - 1e-4;
  return { records: among.filter((record) => weight[record] && weight[record] >= least), score };
}

/** What is wanted and known to the index with its weight, the heaviest first. @param {Index} index @param {Resolved[]} wanted @returns {Weighed[]} */
function weighed(index, wanted) {
  const known = wanted.filter(({ options }) => options.length);
  return known.map((one) => ({ one, weight: rarity(index, one) })).sort((a, b) => b.weight - a.weight);
}

/** The rarity of what is wanted: lunr's idf of all that will do. @param {Index} index @param {Resolved} wanted */
function rarity({ records: all }, { options }) {
  const having = options.reduce((sum, terms) => sum + Math.min(...terms.map(({ records }) => records)), 0);
  const count = Math.min(having, all);
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/**
 * Those of which a record must have one at least to reach a weight: all the others together fall short of it.
 * @param {Weighed[]} known the heaviest first @param {number} least
 */
function essential(known, least) {
  let left = known.reduce((sum, { weight }) => sum + weight, 0);
  let count = 0;
  while (count < known.length && left >= least) left -= known[count++].weight;
  return known.slice(0, count);
}

/**
 * @param {Index} index @param {Weighed} known @param {Among} among
 * @param {Float32Array} weight @param {Float32Array} score
 */
async function add(index, known, among, weight, score) {
  const made = await scores(index, known.one, among);
  for (let record = 0; record < made.length; record++) {
    if (made[record]) {
      weight[record] += known.weight;
      score[record] += made[record];
    }
  }
}

/** Takes the weight from records that have what they must not, or lack a word of a phrase. @param {Index} index @param {Matched} found @param {number[]} among @param {Float32Array} weight */
async function withoutUnwanted(index, { wanted, not }, among, weight) {
  for (const one of not) {
    const made = await scores(index, one, among);
    for (const record of among) if (made[record]) weight[record] = 0;
  }
  for (const one of wanted.filter(({ wanted }) => wanted.ofPhrase)) {
    const made = await scores(index, one, among);
    for (const record of among) if (!made[record]) weight[record] = 0;
  }
}

/** @param {number[]} among @param {Float32Array} weight @param {(record: number) => boolean} passes */
function heaviest(among, weight, passes) {
  return among.reduce((most, record) => (weight[record] > most && passes(record) ? weight[record] : most), 0);
}
