// @ts-check
// How many of the records found have each value of each facet.
import { yearOf } from "./columns.js";

/**
 * @typedef {import("../types.js").Facets} Facets
 * @typedef {import("../types.js").Count} Count
 * @typedef {import("../types.js").Filters} Filters
 * @typedef {import("./columns.js").Columns} Columns
 * @typedef {import("./columns.js").Column} Column
 * @typedef {import("./filters.js").Condition} Condition
 */

/** @type {import("./columns.js").Name[]} */
const NAMES = ["kind", "body", "person", "topic", "status"];

/** Values of a facet that are given at most; those that are narrowed to come on top of them. */
const MOST = 50;

/**
 * @param {Columns} columns @param {Iterable<number>} found what the words find
 * @param {Condition[]} conditions @param {Filters} filters
 * @returns {Promise<Facets>}
 */
export async function facets(columns, found, conditions, filters) {
  const [spans, ...read] = await Promise.all([columns.spans(), ...NAMES.map((name) => columns.column(name))]);
  const records = [...found];
  const open = NAMES.map((name) => counted(records, conditions, name));
  const made = NAMES.map((name, n) => [name, listed(name, read[n], tally(read[n], open[n]), filters[name] ?? [])]);
  const year = years(spans, counted(records, conditions, "year"));
  return /** @type {Facets} */ (Object.fromEntries([...made, ["year", year]]));
}

/** The records that meet all conditions but those of a facet. @param {number[]} records @param {Condition[]} conditions @param {string} facet */
function counted(records, conditions, facet) {
  const others = conditions.filter((condition) => condition.facet !== facet);
  return others.length ? records.filter((record) => others.every(({ holds }) => holds(record))) : records;
}

/** Number of records with each value. @param {Column} column @param {number[]} records */
function tally({ values, starts, of }, records) {
  const counts = new Uint32Array(values.length);
  for (let n = 0; n < records.length; n++) {
    const record = records[n];
    for (let at = starts[record]; at < starts[record + 1]; at++) counts[of[at]]++;
  }
  return counts;
}

/**
 * Number of records of each year; a record that covers two counts in both, as the filter lets it through in both.
 * @param {{first: Uint32Array, last: Uint32Array}} spans @param {number[]} records @returns {Count[]}
 */
function years({ first, last }, records) {
  /** @type {Map<number, number>} */
  const byDay = new Map();
  const add = (/** @type {number} */ day) => byDay.set(day, (byDay.get(day) ?? 0) + 1);
  for (const record of records) {
    add(last[record]);
    if (first[record] !== last[record]) add(first[record]); // a year from April to March: two years
  }
  byDay.delete(0);
  /** @type {Map<number, number>} */
  const byYear = new Map();
  for (const [day, count] of byDay) byYear.set(yearOf(day), (byYear.get(yearOf(day)) ?? 0) + count);
  const sorted = [...byYear].sort(([one], [other]) => other - one);
  return sorted.map(([value, count]) => ({ value: `${value}`, label: `${value}`, count }));
}

/** @param {string} name @param {Column} column @param {Uint32Array} counts @param {string[]} chosen @returns {Count[]} */
function listed(name, { values, labels }, counts, chosen) {
  const all = values.map((value, place) => ({ value, label: labels[place], count: counts[place] }));
  const known = all.filter(({ value, count }) => value && (count || chosen.includes(value)));
  if (name === "kind") return known;
  const sorted = known.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return sorted.filter(({ value }, n) => n < MOST || chosen.includes(value));
}
