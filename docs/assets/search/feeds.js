// @ts-check
// The feed that is nearest to what is searched for.

/**
 * @typedef {import("./types.js").Filters} Filters
 * @typedef {{path: string, facet: "kind" | "body" | "person" | "topic" | "", value: string}} Feed
 * Below the site's root, and the one filter that it has; none for the feed of everything.
 */

/** Kinds of record that have a feed, and the name of it. @type {Record<string, string>} */
const KINDS = {
  question: "questions",
  answer: "questions",
  action: "actions",
  undertaking: "actions",
  decision: "decisions",
};

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
  /** @type {[string, string, Feed["facet"], string][]} the most telling first */
  const candidates = [
    ["people", person && `feeds/${person.replace(/\/$/, "")}.xml`, "person", person],
    ["topics", topic && `feeds/topics/${topic}.xml`, "topic", topic],
    ["bodies", body && `feeds/bodies/${body}.xml`, "body", body],
    ["kinds", Object.hasOwn(KINDS, kind) ? `feeds/${KINDS[kind]}.xml` : "", "kind", kind],
    ["all", "feeds/all.xml", "", ""],
  ];
  const found = candidates.find(([group, path]) => path && groups.has(group));
  return found && { path: found[1], facet: found[2], value: found[3] };
}

/** The value of a filter that has only one. @param {string[] | undefined} values */
function only(values) {
  return values?.length === 1 ? values[0] : "";
}
