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
 * @typedef {import("./alternatives.js").Alternative} Alternative
 *
 * @typedef {object} Weighed something wanted, with all that may stand for it
 * @property {{one: Resolved, worth: number}[]} ways itself, if the index has it, and its alternatives
 * @property {number} weight its rarity
 */

/** Number of records with all words from which on no others are looked for. */
export const FEW = 10;
/** Share of the weight of the best match that a record must have. */
const SHARE = 0.5;
/** How much it counts that a record has more of the words, beside what they score: a power of the share it has. */
const COVER = 2;

/**
 * The records that have most of the words, those with all of them among them.
 * @param {Index} index @param {Matched} found @param {Alternative[]} alternatives
 * @param {(record: number) => boolean} passes whether a record is let through by the filters
 * @returns {Promise<Partial>}
 */
export async function partly(index, found, alternatives, passes) {
  let known = weighed(index, found.wanted, alternatives);
  let made = await most(index, found, known, passes);
  // the words of a date may be known and stand together nowhere, or filters take away what has the heaviest word
  while (!made.records.length && known.length > 1) {
    known = known.slice(1);
    made = await most(index, found, known, passes);
  }
  return made;
}

/**
 * The records that have most of some words.
 * @param {Index} index @param {Matched} found @param {Weighed[]} known the heaviest first
 * @param {(record: number) => boolean} passes @returns {Promise<Partial>}
 */
async function most(index, found, known, passes) {
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  const top = Math.max(0, ...known.map(({ weight, ways }) => weight * Math.max(...ways.map(({ worth }) => worth))));
  const rare = essential(known, SHARE * (found.records.length ? whole : top));
  await overflows(rare.flatMap(resolved), "all");
  const weight = new Float32Array(index.records);
  const score = new Float32Array(index.records);
  for (const one of rare) await add(index, one, "all", weight, score);
  const among = having(weight);
  const common = known.slice(rare.length);
  await overflows([...common.flatMap(resolved), ...found.not], among);
  for (const one of common) await add(index, one, among, weight, score);
  await withoutUnwanted(index, found, among, weight);
  const best = found.records.length ? whole : heaviest(among, weight, passes);
  for (const record of among) score[record] *= (weight[record] / whole) ** COVER;
  const least = SHARE * best - 1e-4;
  return { records: among.filter((record) => weight[record] && weight[record] >= least), score };
}

/** @param {Weighed} known */
const resolved = ({ ways }) => ways.map(({ one }) => one);

/**
 * What is wanted and known to the index with its weight, the heaviest first.
 * @param {Index} index @param {Resolved[]} wanted @param {Alternative[]} alternatives @returns {Weighed[]}
 */
function weighed(index, wanted, alternatives) {
  const all = wanted.map((one) => {
    const others = alternatives.filter(({ covers }) => covers.includes(one));
    const own = one.options.length ? [{ one, worth: 1 }] : [];
    const ways = [...own, ...others.map(({ instead, worth }) => ({ one: instead, worth }))];
    return { ways, weight: rarity(index, ways[0]?.one) };
  });
  return all.filter(({ ways }) => ways.length).sort((a, b) => b.weight - a.weight);
}

/** The rarity of what is wanted: lunr's idf of all that will do. @param {Index} index @param {Resolved | undefined} one */
function rarity({ records: all }, one) {
  const having = one?.options.reduce((sum, terms) => sum + Math.min(...terms.map(({ records }) => records)), 0) ?? 0;
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
async function add(index, { ways, weight: whole }, among, weight, score) {
  const has = new Float32Array(index.records);
  const best = new Float32Array(index.records);
  for (const { one, worth } of ways) {
    const made = await scores(index, one, among);
    for (let record = 0; record < made.length; record++) {
      if (!made[record]) continue;
      has[record] = Math.max(has[record], worth);
      best[record] = Math.max(best[record], worth * made[record]);
    }
  }
  for (let record = 0; record < has.length; record++) {
    weight[record] += whole * has[record];
    score[record] += best[record];
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
