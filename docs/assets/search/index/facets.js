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
  const [days, ...read] = await Promise.all([columns.days(), ...NAMES.map((name) => columns.column(name))]);
  const counts = read.map(({ values }) => new Uint32Array(values.length));
  /** @type {Map<number, number>} */
  const years = new Map();
  for (const record of found) {
    const only = failing(conditions, record);
    if (only === undefined) continue;
    if ((!only || only === "year") && days[record]) {
      const year = yearOf(days[record]);
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    read.forEach(({ starts, of }, n) => {
      if (only && only !== NAMES[n]) return;
      for (let at = starts[record]; at < starts[record + 1]; at++) counts[n][of[at]]++;
    });
  }
  const made = NAMES.map((name, n) => [name, listed(name, read[n], counts[n], filters[name] ?? [])]);
  const byYear = [...years].sort(([a], [b]) => b - a);
  const year = byYear.map(([value, count]) => ({ value: `${value}`, label: `${value}`, count }));
  return /** @type {Facets} */ (Object.fromEntries([...made, ["year", year]]));
}

/**
 * The only facet whose conditions a record does not meet; empty if it meets all, undefined if several fail.
 * @param {Condition[]} conditions @param {number} record
 */
export function failing(conditions, record) {
  let only = "";
  for (const { facet, holds } of conditions) {
    if (only === facet || holds(record)) continue;
    if (only) return undefined;
    only = facet;
  }
  return only;
}

/** @param {string} name @param {Column} column @param {Uint32Array} counts @param {string[]} chosen @returns {Count[]} */
function listed(name, { values, labels }, counts, chosen) {
  const all = values.map((value, place) => ({ value, label: labels[place], count: counts[place] }));
  const known = all.filter(({ value, count }) => value && (count || chosen.includes(value)));
  if (name === "kind") return known;
  const sorted = known.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return sorted.filter(({ value }, n) => n < MOST || chosen.includes(value));
}
