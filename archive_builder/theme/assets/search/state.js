// @ts-check
// What a person has asked, and the address that says it: the same address gives the same results.

/**
 * @typedef {import("./types.js").Filters} Filters
 * @typedef {import("./types.js").Order} Order
 * @typedef {"kind" | "body" | "person" | "topic" | "status"} Facet
 * @typedef {object} State
 * @property {string} text
 * @property {Filters} filters
 * @property {Order | ""} order empty: by relevance if there are words, else the newest first
 * @property {number} shown how many results are on the page
 */

/** Number of results that are shown at first, and added by "Show more". */
export const STEP = 10;
/** An address cannot ask for more at once. */
const MOST = 1000;

/** @type {readonly Facet[]} */
export const FACETS = ["kind", "body", "person", "topic", "status"];
/** @type {readonly ("after" | "before")[]} */
export const ENDS = ["after", "before"];

/** The state that an address says; what it says wrongly is left out. @param {string} search "?q=…" @returns {State} */
export function read(search) {
  const said = new URLSearchParams(search);
  /** @type {Filters} */
  const filters = {};
  for (const facet of FACETS) {
    const values = [...new Set(said.getAll(facet).filter(Boolean))];
    if (values.length) filters[facet] = values;
  }
  for (const end of ENDS) {
    const day = said.get(end) ?? "";
    if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(day)) filters[end] = day;
  }
  const order = said.get("sort") ?? "";
  const shown = Math.ceil(Number(said.get("shown")) / STEP) * STEP || STEP;
  return {
    text: (said.get("q") ?? "").trim(),
    filters,
    order: order === "newest" || order === "oldest" || order === "relevance" ? order : "",
    shown: Math.min(Math.max(shown, STEP), MOST),
  };
}

/** The address of a state; one state has one address. @param {State} state @returns {string} "?q=…", or "" */
export function write({ text, filters, order, shown }) {
  const said = new URLSearchParams();
  if (text) said.set("q", text);
  for (const facet of FACETS) {
    for (const value of [...(filters[facet] ?? [])].sort()) said.append(facet, value);
  }
  for (const end of ENDS) {
    if (filters[end]) said.set(end, filters[end]);
  }
  if (order) said.set("sort", order);
  if (shown > STEP) said.set("shown", String(shown));
  return said.size || [...said].length ? `?${said}` : "";
}

/** Number of filters. @param {Filters} filters */
export function narrowed(filters) {
  return [...FACETS, ...ENDS].reduce((sum, name) => sum + [filters[name] ?? []].flat().length, 0);
}

/** True if there is nothing to look for. @param {State} state */
export function isEmpty(state) {
  return !state.text && !narrowed(state.filters);
}

/** A text as what narrows the search, and the rest of it. @param {string} text */
export function parted(text) {
  const limit = /(?:^|\s)(?:-(?:"[^"]*"?|\S+)|\p{L}+:(?:"[^"]*"?|\S+))/gu;
  const limits = (text.match(limit) ?? []).map((one) => one.trim());
  return { limits: limits.join(" "), rest: text.replace(limit, " ").trim() };
}

/** A filter within a text: `kind:question`, `-body:"harbour board"`. The colon of an address is none. */
const TYPED = /(^|\s)-?\p{L}+:(?=[^\s/])(?:"[^"]*"?|\S+)/gu;

/** The number of filters within a text, and the words around them. @param {string} text */
export function filtered(text) {
  return { filters: text.match(TYPED)?.length ?? 0, words: text.replace(TYPED, "$1").replace(/\s+/g, " ").trim() };
}

/** The filters with a value added, or taken away. @param {Filters} filters @param {Facet} facet @param {string} value @param {boolean} on @returns {Filters} */
export function switched(filters, facet, value, on) {
  const others = (filters[facet] ?? []).filter((other) => other !== value);
  return without({ ...filters, [facet]: on ? [...others, value] : others });
}

/**
 * The filters with one end of the years set; the other end gives way to it.
 * @param {Filters} filters @param {"after" | "before"} end @param {string} year empty: no bound
 * @returns {Filters}
 */
export function bounded(filters, end, year) {
  const set = { ...filters, [end]: year };
  const crossed = set.after && set.before && set.after.slice(0, 4) > set.before.slice(0, 4);
  if (crossed) set[end === "after" ? "before" : "after"] = year;
  return without(set);
}

/** The filters without those that let everything through. @param {Filters} filters @returns {Filters} */
function without(filters) {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value?.length));
}
