// @ts-check
// The groups of a reply: records that have all that is wanted; where they are few, those that have most of it.
import { alternatives } from "./alternatives.js";
import { meets } from "./filters.js";
import { FEW, partly } from "./partial.js";
import { first } from "./ranking.js";
import { nearest, REORDERED, saying } from "./texts.js";

/**
 * @typedef {import("./alternatives.js").Alternative} Alternative
 * @typedef {import("./filters.js").Condition} Condition
 * @typedef {import("./hits.js").Hits} Hits
 * @typedef {import("./matching.js").Matched} Matched
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./scoring.js").Index} Index
 * @typedef {import("../types.js").Request} Request
 * @typedef {(a: number, b: number) => number} Before negative if the first comes first
 *
 * @typedef {object} Group
 * @property {"all" | "most"} has what its records have of what is wanted
 * @property {number[]} records whatever the filters let through
 * @property {number[]} kept those that the filters let through
 * @property {number} total how many are let through; more than `kept` if only the best were read
 * @property {boolean} exact whether that is all
 * @property {Float32Array} score of every record of the index
 * @property {Before} before
 *
 * @typedef {object} Asked
 * @property {Index} index
 * @property {Query} query
 * @property {import("./meeting.js").Meeting} [meeting] the one that is asked for
 * @property {Matched} found
 * @property {Condition[]} limits
 * @property {(score: Float32Array) => Promise<Before>} order
 * @property {Request} request
 */

/**
 * @typedef {object} Grouped
 * @property {Group[]} groups those that have records, at least one
 * @property {Alternative[]} also what was searched for besides the words
 * @property {Asked} asked what was asked in the end: without phrases that no record says
 */

/**
 * The groups of records; where no record says a phrase, those that have its words.
 * @param {Asked} asked @returns {Promise<Grouped>}
 */
export async function groups(asked) {
  const strict = await grouped(asked);
  const isSaid = strict.groups.some(({ kept }) => kept.length) || !asked.query.phrases.some(({ not }) => !not);
  if (isSaid) return strict;
  const loose = await grouped(loosened(asked));
  return { ...loose, groups: [{ ...loose.groups[0], has: "most" }] };
}

/** The same without phrases, only with their words. @param {Asked} asked @returns {Asked} */
function loosened(asked) {
  const { query, found } = asked;
  const plain = found.wanted.map((one) => ({ ...one, wanted: { ...one.wanted, ofPhrase: false } }));
  const phrases = query.phrases.filter(({ not }) => not);
  return { ...asked, query: { ...query, phrases }, found: { ...found, wanted: plain } };
}

/** @param {Asked} asked @returns {Promise<Grouped>} */
async function grouped(asked) {
  const { found, limits, index } = asked;
  const all = await group(asked, "all", found.records, found.score);
  if (all.kept.length === found.records.length && all.exact) all.total = found.total;
  all.exact &&= found.exact;
  const isMany = all.total >= FEW || found.total > found.records.length;
  const isWanted = asked.request.further !== false || !all.kept.length;
  if (isMany || !isWanted) return { groups: [all], also: [], asked };
  const also = await alternatives(index, asked.query, found);
  if (!also.length && !hasFurther(asked.query, found)) return { groups: [all], also, asked };
  const { records, score } = await partly(index, found, also, (record) => meets(limits, record));
  const known = new Set(all.kept);
  const most = await group(asked, "most", records.filter((record) => !known.has(record)), score);
  most.exact &&= found.exact;
  const made = [all, most].filter(({ kept }, n) => kept.length || (n === 0 && !most.kept.length));
  return { groups: made, also, asked };
}

/** True if a record may have some of what is wanted and not all. @param {Query} query @param {Matched} found */
function hasFurther({ wanted }, found) {
  return wanted.filter(({ not }) => !not).length > 1 && found.wanted.some(({ options }) => options.length);
}

/** @param {Asked} asked @param {Group["has"]} has @param {number[]} records @param {Float32Array} score @returns {Promise<Group>} */
async function group({ index, query, limits, order, request }, has, records, score) {
  const before = await order(score);
  const said = await saidBy(index, query, records, limits, before, request);
  const kept = said.records.filter((record) => meets(limits, record));
  return { has, records: said.records, kept, total: kept.length, exact: said.exact, score, before };
}

/**
 * Of some records those whose text says the phrases, those first that are shown first.
 * @param {Index} index @param {Query} query @param {number[]} records @param {Condition[]} limits
 * @param {Before} before @param {Request} request
 */
async function saidBy(index, { phrases }, records, limits, before, { offset = 0, limit = 10, facets = false }) {
  if (!phrases.length) return { records, exact: true };
  const passes = (/** @type {number} */ record) => Number(!meets(limits, record));
  const order = (/** @type {number} */ a, /** @type {number} */ b) => passes(a) - passes(b) || before(a, b);
  return saying(index.segments, records, phrases, order, offset + limit, facets);
}

/**
 * The records of a page of results in order: one group after the other.
 * @param {Pick<Asked, "index" | "meeting" | "request">} asked @param {Group[]} groups @param {Hits} hits
 */
export async function ordered({ index, meeting, request }, groups, hits) {
  const { order = "relevance", offset = 0, limit = 10, passages } = request;
  const isByWords = order === "relevance" && Boolean(passages) && !meeting;
  let before = 0;
  const made = groups.map(async (group) => {
    const count = Math.max(0, offset + limit - before);
    before += group.kept.length;
    // the texts of a word in few records are fetched anyway
    const isNear = isByWords && count > 0 && (hits.number > 1 || group.kept.length <= REORDERED);
    const best = first(group.kept, isNear ? Math.max(count, REORDERED) : count, group.before);
    const near = isNear ? await nearest(index.segments, best, group.score, hits) : best;
    return near.slice(0, count).map((record) => ({ record, has: group.has }));
  });
  return (await Promise.all(made)).flat().slice(offset);
}
