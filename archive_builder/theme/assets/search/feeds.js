// @ts-check
// The feed that is nearest to what is searched for.

/**
 * @typedef {import("./types.js").Filters} Filters
 * @typedef {{path: string, name: string, facet: "body" | "person" | "topic" | "", value: string}} Feed
 * Below the site's root; its name, or the filter whose label is its name.
 */

const REGISTERS = {
  questions: "Questions",
  actions: "Actions and undertakings",
  decisions: "Decisions and recommendations",
};
/** In which register's feed a kind of record is. @type {Map<string, keyof typeof REGISTERS>} */
const KINDS = new Map([
  ["question", "questions"],
  ["answer", "questions"],
  ["action", "actions"],
  ["undertaking", "actions"],
  ["decision", "decisions"],
]);

/**
 * @param {Filters} filters
 * @param {Set<string>} groups which feeds this archive has: all, kinds, bodies, topics, people
 * @returns {Feed | undefined}
 */
export function nearest(filters, groups) {
  const person = only(filters.person);
  const topic = only(filters.topic);
  const body = only(filters.body);
  const kind = only(filters.kind);
  const register = KINDS.get(kind);
  /** @type {[string, string, string, Feed["facet"], string][]} the most telling first */
  const candidates = [
    ["people", person && `feeds/${person.replace(/\/$/, "")}.xml`, "", "person", person],
    ["topics", topic && `feeds/topics/${topic}.xml`, "", "topic", topic],
    ["bodies", body && `feeds/bodies/${body}.xml`, "", "body", body],
    ["kinds", register ? `feeds/${register}.xml` : "", register ? REGISTERS[register] : "", "", ""],
    ["all", "feeds/all.xml", "all documents", "", ""],
  ];
  const found = candidates.find(([group, path]) => path && groups.has(group));
  return found && { path: found[1], name: found[2], facet: found[3], value: found[4] };
}

/** The value of a filter that has only one. @param {string[] | undefined} values */
function only(values) {
  return values?.length === 1 ? values[0] : "";
}
