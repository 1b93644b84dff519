// @ts-check
// Results as a list: each leads to its record, with the words to mark there in the address.

import { element, passage } from "./elements.js";
import { ROOT } from "./engine.js";
import { marker, stretches } from "./marking.js";
import { about as from } from "./wording.js";

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
  const [kind, ...rest] = from(result);
  const label = element("span", { class: `kind ${result.kind}` }, kind);
  return element(tag, { class: "meta" }, label, rest.map((part) => ` · ${part}`).join(""));
}

/** What a result is called, with the words marked. @param {Result} result @param {string[]} marks */
export function title(result, marks) {
  return passage("span", "box-heading", stretches(result.title || result.heading || result.name, marker(marks)));
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
    !isTitle(result) && passage("p", "snippet", result.passage),
    ...beside(result, marks),
    Boolean(about(result)) && element("p", { class: "meta" }, about(result)),
  );
}

/** True if the words found are those of the title and would only be said twice. @param {Result} result */
export function isTitle({ title, passage }) {
  return Boolean(title) && passage.map(({ text }) => text).join("").trim() === title;
}

/** The other half of an exchange: the answer of a question. @param {Result} result @param {string[]} marks */
function beside({ beside }, marks) {
  if (!beside) return [];
  const answer = passage("span", "", stretches(beside, marker(marks)));
  return [element("p", { class: "snippet beside" }, element("strong", {}, "Answer: "), answer)];
}

/** How it stands, who asked, and what it stands under. @param {Result} result */
function about({ stands, extra, title, heading }) {
  return [stands, extra, title && heading].filter(Boolean).join(" · ");
}
