// @ts-check
// Filters, chosen or typed, as conditions on a record's columns.
import { dayNumber } from "./columns.js";
import { folded } from "./terms.js";

/**
 * @typedef {import("../types.js").Filters} Filters
 * @typedef {import("./query.js").Typed} Typed
 * @typedef {import("./columns.js").Columns} Columns
 * @typedef {import("./columns.js").Column} Column
 * @typedef {import("./columns.js").Name} Name
 * @typedef {{filter: string, value: string, hint: string}} Unknown
 * @typedef {import("../types.js").Several} Several
 *
 * @typedef {object} Condition
 * @property {string} facet the facet that is narrowed: a column, or year
 * @property {(record: number) => boolean} holds
 * @property {{value: string, label: string}[]} [fitting] the values that a part of a name fits, if there are several
 */

/** What a filter may be called. A map: a person may type the name of a property that every object has. @type {Map<string, Name | "after" | "before">} */
const NAMES = new Map([
  ["after", "after"], ["since", "after"], ["from", "after"],
  ["before", "before"], ["until", "before"], ["to", "before"],
  ["by", "person"], ["person", "person"],
  ["kind", "kind"], ["type", "kind"],
  ["body", "body"], ["topic", "topic"], ["status", "status"],
]); // prettier-ignore

/** Maximum number of names that are offered where a part of a name fits several. */
const OFFERED = 8;

const HINTS = {
  person: "Nobody in the archive has this name.",
  body: "No body in the archive has this name.",
  topic: "The archive has no such topic.",
  status: "A status is open, closed, dropped or unknown.",
  date: "Write a day as 2025-10-28 or 28/10/2025, a month as 2025-10, a year, or a period as 2023-24.",
  other: "Filters are after:, before:, by:, kind:, body:, topic: and status:.",
};

/** @type {Name[]} */
const FACETS = ["kind", "body", "person", "topic", "status"];

/**
 * @param {Columns} columns @param {Filters} filters @param {Typed[]} typed
 * @returns {Promise<{conditions: Condition[], unknown: Unknown[], several: Several[]}>}
 */
export async function conditions(columns, filters, typed) {
  /** @type {Condition[]} */
  const made = [];
  /** @type {Unknown[]} */
  const unknown = [];
  /** @type {Several[]} */
  const several = [];
  for (const facet of FACETS) {
    const chosen = filters[facet];
    if (chosen?.length) made.push(among(await columns.column(facet), facet, (value) => chosen.includes(value)));
  }
  for (const edge of /** @type {const} */ (["after", "before"])) {
    const value = filters[edge];
    if (value) typed = [...typed, { filter: edge, value, not: false }];
  }
  for (const one of typed) {
    const facet = NAMES.get(one.filter);
    const condition = facet && (await typedCondition(columns, facet, one));
    if (condition) made.push(condition);
    if (condition?.fitting && facet === "person" && !one.not) several.push(fittingOf(one, condition.fitting));
    if (!condition) unknown.push({ filter: one.filter, value: one.value, hint: await hint(columns, facet) });
  }
  return { conditions: made, unknown, several };
}

/** @param {Typed} typed @param {{value: string, label: string}[]} fitting @returns {Several} */
function fittingOf({ printed = "" }, fitting) {
  return { typed: printed, number: fitting.length, values: fitting.slice(0, OFFERED) };
}

/** What a filter that fits nothing may be set to. @param {Columns} columns @param {Name | "after" | "before" | undefined} facet */
async function hint(columns, facet) {
  if (!facet) return HINTS.other;
  if (facet === "kind") {
    const kinds = (await columns.column("kind")).labels.map((label) => label.toLowerCase());
    return `Kinds are ${kinds.slice(0, -1).join(", ")} and ${kinds[kinds.length - 1]}.`;
  }
  return facet === "after" || facet === "before" ? HINTS.date : HINTS[facet];
}

/** @param {Columns} columns @param {Name | "after" | "before"} facet @param {Typed} typed @returns {Promise<Condition | undefined>} */
async function typedCondition(columns, facet, { value, not }) {
  const condition =
    facet === "after" || facet === "before"
      ? await within(columns, facet, value)
      : await named(columns, facet, value);
  if (!condition || !not) return condition;
  return { ...condition, holds: (record) => !condition.holds(record) };
}

/** Records with a value that has all the words. @param {Columns} columns @param {Name} facet @param {string} value */
async function named(columns, facet, value) {
  const column = await columns.column(facet);
  const exact = column.values.indexOf(value);
  if (exact >= 0 && value) return among(column, facet, (_, place) => place === exact);
  const words = folded(value.replace(/[-_]/g, " ")).map(singular);
  if (!words.length) return undefined;
  const named = column.values.map((slug, place) => {
    return slug ? folded(`${slug.replace(/[-/_]/g, " ")} ${column.labels[place]}`).map(singular) : [];
  });
  const isPart = (/** @type {string} */ part, /** @type {string} */ word) => word.length > 1 && part.startsWith(word);
  const whole = named.map((parts) => words.every((word) => parts.includes(word)));
  const begun = named.map((parts) => words.every((word) => parts.some((part) => isPart(part, word))));
  const fits = whole.includes(true) ? whole : begun;
  if (!fits.includes(true)) return undefined;
  const fitting = column.values.flatMap((value, n) => (fits[n] ? [{ value, label: column.labels[n] }] : []));
  return { ...among(column, facet, (_, place) => fits[place]), ...(fitting.length > 1 && { fitting }) };
}

/** @param {string} word */
function singular(word) {
  return word.length > 3 ? word.replace(/s$/, "") : word;
}

/** @param {Column} column @param {string} facet @param {(value: string, place: number) => boolean} wanted @returns {Condition} */
function among({ values, starts, of }, facet, wanted) {
  const fits = values.map(wanted);
  return {
    facet,
    holds: (record) => {
      for (let at = starts[record]; at < starts[record + 1]; at++) if (fits[of[at]]) return true;
      return false;
    },
  };
}

/** @param {Columns} columns @param {"after" | "before"} edge @param {string} value @returns {Promise<Condition | undefined>} */
async function within(columns, edge, value) {
  const day = edgeDay(value, edge);
  if (Number.isNaN(day)) return undefined;
  const { first, last } = await columns.spans();
  const holds =
    edge === "after"
      ? (/** @type {number} */ record) => last[record] >= day
      : (/** @type {number} */ record) => last[record] > 0 && first[record] <= day;
  return { facet: "year", holds };
}

/** The first day that a date, a month, a year or a period as 2023-24 has, or its last. @param {string} value @param {"after" | "before"} edge */
function edgeDay(value, edge) {
  const turned = value.trim().replace(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/, (_, day, month, year) => {
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
  const [, start, end] = /^(\d{4})[-/–](?:\d\d)?(\d\d)$/.exec(turned) ?? [];
  const isPeriod = end !== undefined && Number(end) === (Number(start) + 1) % 100;
  if (isPeriod && (Number(end) > 12 || !/^\d{4}-\d\d$/.test(turned))) {
    return edge === "after" ? dayNumber(`${start}-04-01`) : dayNumber(`${Number(start) + 1}-03-31`);
  }
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(turned);
  if (!match) return NaN;
  const [, year, month, day] = match;
  if (day || edge === "after") return dayNumber(`${year}-${month ?? "01"}-${day ?? "01"}`);
  const next = month ? new Date(Date.UTC(+year, +month, 1)) : new Date(Date.UTC(+year + 1, 0, 1));
  return dayNumber(next.toISOString().slice(0, 10)) - 1;
}

/** True if a record meets all conditions. @param {Condition[]} conditions @param {number} record */
export function meets(conditions, record) {
  return conditions.every(({ holds }) => holds(record));
}
