// @ts-check
// What can be chosen below a search box: words, records, and all results.

import { element, passage } from "./elements.js";
import { address, isTitle, origin, parted, title } from "./results.js";
import { figure, further, records } from "./wording.js";

/**
 * @typedef {import("./types.js").Reply} Reply
 * @typedef {import("./types.js").Completion} Completion
 * @typedef {(text: string) => void} Take
 */

/**
 * @param {string} text as typed
 * @param {Completion[]} words
 * @param {Reply} reply
 * @param {string} page address of the search page
 * @param {Take} take puts a text into the box
 * @returns {HTMLElement[]} groups of options
 */
export function drawn(text, words, reply, page, take) {
  const groups = [];
  const spellings = reply.suggestion ? [spelling(reply.suggestion, take)] : [];
  const others = words.filter(({ word }) => !text.toLowerCase().endsWith(word.toLowerCase()));
  const completions = others.map((completion) => word(text, completion, take));
  if (spellings.length + completions.length) groups.push(group("Words", [...spellings, ...completions]));
  if (reply.results.length) {
    const [first, others] = parted(reply);
    groups.push(group("Records", first.map((result) => record(result, reply.marks))));
    if (others.length) groups.push(titled(further(reply), others.map((result) => record(result, reply.marks))));
    const number = reply.exact ? records(reply.total) : `at least ${records(reply.total)}`;
    if (reply.total + reply.further > reply.results.length) groups.push(group("All results", [all(text, number, page)]));
  }
  return groups;
}

/** @param {string} name @param {HTMLElement[]} options */
function group(name, options) {
  return element("div", { role: "group", "aria-label": name }, ...options);
}

/** A group under a line that says what it is. @param {string} name @param {HTMLElement[]} options */
function titled(name, options) {
  return group(name, [element("p", { class: "box-group", "aria-hidden": "true" }, name), ...options]);
}

/** @param {string} suggestion @param {Take} take */
function spelling(suggestion, take) {
  const made = element("div", { role: "option", "aria-selected": "false", class: "box-word" });
  made.append("Did you mean ", element("strong", {}, suggestion), "?");
  made.addEventListener("click", () => take(suggestion));
  return made;
}

/** The text with its last word finished. @param {string} text @param {Completion} completion @param {Take} take */
function word(text, { word, count }, take) {
  const begun = text.replace(/[^\s"]*$/u, "");
  const made = element("div", { role: "option", "aria-selected": "false", class: "box-word" });
  made.append(begun, element("strong", {}, word));
  // The number of a word says nothing of the words together.
  if (!begun) made.append(" ", element("span", { class: "count" }, figure(count)));
  made.addEventListener("click", () => take(`${begun}${word}`));
  return made;
}

/** @param {import("./types.js").Result} result @param {string[]} marks */
function record(result, marks) {
  const about = { role: "option", "aria-selected": "false", tabindex: "-1", class: "box-record" };
  return element(
    "a",
    { ...about, href: address(result, marks) },
    origin(result, "span"),
    title(result, marks),
    !isTitle(result) && passage("span", "snippet", result.passage),
  );
}

/** @param {string} text @param {string} number @param {string} page */
function all(text, number, page) {
  const url = new URL(page, location.href);
  url.searchParams.set("q", text);
  const about = { role: "option", "aria-selected": "false", tabindex: "-1", class: "box-all" };
  return element("a", { ...about, href: url.href }, `All results: ${number}`);
}
