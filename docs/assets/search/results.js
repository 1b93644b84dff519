// @ts-check
// Results as a list: each leads to its record, with the words to mark there in the address.

import { element, passage } from "./elements.js";
import { ROOT } from "./engine.js";
import { marker, stretches } from "./marking.js";
import { about } from "./wording.js";

/** @typedef {import("./types.js").Result} Result */

/** More would make the address too long to paste. */
const MARKS = 12;

/** The address of a record, with the words to mark on its page. @param {Result} result @param {string[]} marks */
export function address(result, marks) {
  const url = new URL(result.url, ROOT);
  if (marks.length) url.searchParams.set("marks", marks.slice(0, MARKS).join(" "));
  return url.href;
}

/** Kind, body and date; the kind in the colour that it has on its page. @param {Result} result @param {"p" | "span"} tag */
export function origin(result, tag) {
  const [kind, ...rest] = about(result);
  const label = element("span", { class: `kind ${result.kind}` }, kind);
  return element(tag, { class: "meta" }, label, rest.map((part) => ` · ${part}`).join(""));
}

/** What a result is called, with the words marked. @param {Result} result @param {string[]} marks */
export function title(result, marks) {
  return passage("span", "box-heading", stretches(result.heading || result.name, marker(marks)));
}

/**
 * Those of a reply's results that come first, and those that follow because they have most of the words.
 * @param {import("./types.js").Reply} reply
 * @returns {[Result[], Result[]]}
 */
export function parted({ results, has }) {
  const isFurther = (/** @type {Result} */ result) => has === "all" && result.has === "most";
  return [results.filter((result) => !isFurther(result)), results.filter(isFurther)];
}

/** @param {Result} result @param {string[]} marks */
export function item(result, marks) {
  const link = element("a", { href: address(result, marks) }, title(result, marks));
  return element(
    "li",
    {},
    origin(result, "p"),
    element("h3", {}, link),
    passage("p", "snippet", result.passage),
    Boolean(result.extra) && element("p", { class: "meta" }, result.extra),
  );
}
