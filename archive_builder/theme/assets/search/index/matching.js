// @ts-check
// The records that have all that is wanted.
import { expanded, overflowing, overflows, resolve, scores } from "./scoring.js";
import { folded } from "./terms.js";

/**
 * @typedef {import("./scoring.js").Index} Index
 * @typedef {import("./scoring.js").Resolved} Resolved
 * @typedef {import("./segment.js").Among} Among
 * @typedef {import("./query.js").Query} Query
 *
 * @typedef {object} Matched
 * @property {number[]} records in the order of their numbers
 * @property {Float32Array} score of every record of the index
 * @property {number} total how many there are; more than `records` if only the best were read
 * @property {boolean} exact whether that is all
 * @property {Resolved[]} wanted what was looked for, as it was understood
 * @property {Resolved[]} not what no record may have
 * @property {string[]} missing words that no record has
 */

/**
 * @param {Index} index @param {Query} query
 * @param {boolean} all whether every record is needed, not only the best
 * @returns {Promise<Matched>}
 */
export async function match(index, query, all) {
  const wanted = await Promise.all(query.wanted.map((one) => resolve(index, one)));
  const must = wanted.filter((one) => !one.wanted.not);
  const not = wanted.filter((one) => one.wanted.not && one.options.length);
  const isBest = !all && must.length === 1 && !not.length && must[0].options.every((terms) => terms.length === 1);
  if (isBest && must[0].options.length) return best(index, must[0]);
  const found = await together(index, must, not);
  if (found.records.length) return found;
  const open = must.findIndex(({ wanted: { unfinished } }) => unfinished);
  if (open < 0) return found;
  const [word = ""] = folded(must[open].wanted.printed).slice(-1);
  const begun = [...must];
  begun[open] = await expanded(index, must[open].wanted, word);
  const more = await together(index, begun, not);
  const isOnlyBegun = !must[open].options.length && begun[open].options.length > 0;
  return more.records.length || isOnlyBegun ? more : found;
}

/** The best records of one word; a search for one word takes no more. @param {Index} index @param {Resolved} wanted @returns {Promise<Matched>} */
async function best(index, wanted) {
  const score = await scores(index, wanted, []);
  const records = having(score);
  const counts = wanted.options.flat().map((term) => term.records);
  const isExact = wanted.whole && (counts.length === 1 || !overflowing(wanted));
  const total = counts.length === 1 ? counts[0] : Math.max(records.length, ...counts);
  return { records, score, total, exact: isExact, wanted: [wanted], not: [], missing: [] };
}

/**
 * What is wanted, together. If something is in few records, all else is read of these only.
 * @param {Index} index @param {Resolved[]} must @param {Resolved[]} not @returns {Promise<Matched>}
 */
async function together(index, must, not) {
  if (must.some(({ options }) => !options.length)) return none(must, not);
  const [few] = must.filter((one) => !overflowing(one)).sort((one, other) => records(one) - records(other));
  if (few && [...must, ...not].some(overflowing)) {
    const found = await read(index, must, not, having(await scores(index, few, [])));
    if (found.records.length) return found;
  }
  return read(index, must, not, "all");
}

/** Maximum number of records that have a wanted thing. @param {Resolved} resolved */
function records({ options }) {
  return options.reduce((sum, terms) => sum + Math.min(...terms.map((term) => term.records)), 0);
}

/** @param {Index} index @param {Resolved[]} must @param {Resolved[]} not @param {Among} among @returns {Promise<Matched>} */
async function read(index, must, not, among) {
  await overflows([...must, ...not], among);
  const score = new Float32Array(index.records);
  const has = new Uint8Array(index.records);
  for (const one of must) {
    const made = await scores(index, one, among);
    for (let record = 0; record < made.length; record++) {
      if (made[record]) {
        score[record] += made[record];
        has[record]++;
      }
    }
  }
  if (!must.length) has.fill(1);
  for (const one of not) {
    const made = await scores(index, one, among);
    for (let record = 0; record < made.length; record++) if (made[record]) has[record] = 0;
  }
  const records = having(has, Math.max(1, must.length));
  return { ...none(must, not), records, score, total: records.length };
}

/** What is found where no record has all that is wanted. @param {Resolved[]} must @param {Resolved[]} not @returns {Matched} */
function none(must, not) {
  const missing = must.filter(({ options }) => !options.length).map(({ wanted }) => wanted.printed);
  const exact = must.every(({ whole }) => whole);
  return { records: [], score: new Float32Array(0), total: 0, exact, wanted: must, not, missing };
}

/** @param {ArrayLike<number>} values @param {number} [value] any but 0 if not given */
export function having(values, value) {
  const made = [];
  for (let record = 0; record < values.length; record++) {
    if (value === undefined ? values[record] : values[record] === value) made.push(record);
  }
  return made;
}
