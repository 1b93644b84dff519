// @ts-check
// The words that readers see about what was found: plain English, and no more sure than the search is.

import { filtered } from "./state.js";

/** @typedef {import("./types.js").Reply} Reply */

const MONTHS =
  "January February March April May June July August September October November December".split(" ");

/** Characters of what was typed that are repeated. */
const QUOTED = 60;

/** 2025-10-28 as 28 October 2025. @param {string} iso */
export function day(iso) {
  const [year, month, number] = iso.split("-").map(Number);
  return number && MONTHS[month - 1] ? `${number} ${MONTHS[month - 1]} ${year}` : iso;
}

/** 1234 as 1,234. @param {number} number */
export function figure(number) {
  return number.toLocaleString("en-GB");
}

/** "1 record", "1,234 records". @param {number} number */
export function records(number) {
  return number === 1 ? "1 record" : `${figure(number)} records`;
}

/** Kind, body and date in one line. @param {import("./types.js").Result} result */
export function about(result) {
  return [result.name, result.body, result.date && day(result.date)].filter(Boolean);
}

/**
 * How many records were found, and what they have of the words.
 * @param {Reply} reply
 * @param {string} text as typed
 * @param {number} narrowed how many filters there are
 */
export function outcome(reply, text, narrowed) {
  const { total, exact, has } = reply;
  if (!total) return nothing(reply, text, narrowed);
  const number = exact ? records(total) : `At least ${records(total)}`;
  const them = total === 1 ? "This one has" : `${exact ? "These" : "At least"} ${figure(total)} have`;
  if (reply.apart) return `No record has the words in quotes side by side. ${them} the words apart.`;
  if (has !== "most") return number;
  if (/^\S+$/.test(text) && reply.also.length) return `No record has “${brief(text)}”. ${them} what was also searched for.`;
  return `No record has all of these words. ${them} most of them${others(reply)}.`;
}

/** That records may be listed for what was also searched for. @param {Reply} reply */
const others = ({ also }) => (also.length ? ", or what was also searched for" : "");

/** What the numbers beside the filters count, where that is not all that is listed. @param {Reply} reply */
export function counted({ total, further }) {
  if (!further) return "";
  return `The numbers count the ${total === 1 ? "record that has" : `${figure(total)} records that have`} all words.`;
}

/** That more records follow, which have most of the words. @param {Reply} reply */
export function further(reply) {
  const number = reply.further;
  return `${figure(number)} more ${number === 1 ? "has" : "have"} most of these words${others(reply)}`;
}

/**
 * That no record was found. Filters that were typed are filters, not words that no record has.
 * @param {Reply} reply @param {string} text @param {number} narrowed
 */
function nothing({ unknown }, text, narrowed) {
  const typed = filtered(text);
  const count = narrowed + Math.max(0, typed.filters - unknown.length);
  const filters = count === 1 ? "this filter" : "these filters";
  if (count && !typed.words) return `No record fits ${filters}.`;
  return `No record ${count ? `with ${filters} ` : ""}has “${brief(typed.words || text)}”.`;
}

/** Which words no record has. @param {string[]} missing */
export function absent(missing) {
  const quoted = missing.map((word) => `“${brief(word)}”`);
  const last = quoted.pop();
  return `No record has ${quoted.length ? `${quoted.join(", ")} or ` : ""}${last}.`;
}

const REFUSED = {
  or: "OR joins single words: vans OR cars. Here it was left out, and all words were searched for.",
  parentheses: "Parentheses were left out, and all words were searched for. They can hold words with OR between them.",
};

/** What was typed and not understood. @param {Reply["refused"][number]} what */
export function refused(what) {
  return REFUSED[what];
}

/** Which words of a question were not searched for. @param {string} aside */
export function setAside(aside) {
  return `“${brief(aside)}” was left out of the search. Put words into quotes to search for them too.`;
}

/** What an acronym stands for. @param {string} acronym @param {string[]} meanings */
export function meant(acronym, meanings) {
  return `${acronym.toUpperCase()} stands for ${meanings.map((meaning) => `“${meaning}”`).join(" or ")}.`;
}

/** How many people a part of a name fits. @param {string} typed @param {number} number @param {number} named how many are named */
export function fits(typed, number, named) {
  return `“${brief(typed)}” fits ${figure(number)} people${named < number ? `, most often` : ""}:`;
}

/** The page of what is due, beside the filter for what is open. */
export const LISTED_AS_DUE = "What is overdue or due soon";

/** That a filter is meant. @param {import("./types.js").Offer} offer */
export function offered({ facet, values }) {
  if (facet === "status") return "Show only what is open";
  const names = values.map((value) => `${value}s`);
  return `Show only ${names.length > 1 ? `${names.slice(0, -1).join(", ")} and ` : ""}${names[names.length - 1]}`;
}

/** That there was nothing to search for. @param {string} text */
export function vain(text) {
  if (!/[\p{L}\p{N}]/u.test(text)) return `There is no word to search for in “${brief(text)}”.`;
  return `Words as common as in “${brief(text)}” are not searched for: what is listed does not depend on them.`;
}

/** As much of what was typed as is worth repeating. @param {string} text */
function brief(text) {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

/** A filter that was not understood. @param {Reply["unknown"][number]} unknown */
export function misunderstood({ filter, value, hint }) {
  return `“${filter}:${value}” was not understood.${hint ? ` ${hint}` : ""}`;
}
