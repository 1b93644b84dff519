// @ts-check
// Further spellings of what is asked, as archive_builder/index/forms.py puts them into the index.
import { fold, plain } from "./terms.js";

/** @typedef {import("./terms.js").Words} Words */

/**
 * A stretch of a query that has a term of its own in the index.
 * @typedef {object} Form
 * @property {string} printed as typed
 * @property {string} term
 * @property {boolean} instead whether the term alone will do, if the index has it; else its words will too
 */

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const TEN = { b: 9, m: 6, k: 3, t: 3 };

/** @type {[RegExp, (match: string[], words: Words) => string, boolean][]} */
const FORMS = [
  [/\b(\d{4})-(\d\d)-(\d\d)\b/, ([, year, month, day]) => date(+year, +month, +day), true],
  [/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/, ([, day, month, year]) => date(+year, +month, +day), true],
  [
    RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH}),? (\\d{4})\\b`, "i"),
    ([, day, month, year]) => date(+year, monthOf(month), +day),
    true,
  ],
  [
    RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "i"),
    ([, month, day, year]) => date(+year, monthOf(month), +day),
    true,
  ],
  [
    /£\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(bn|billion|m|million|k|thousand)\b)?/i,
    ([, figure, many]) => amount(figure, many ?? ""),
    true,
  ],
  [/\b\d+ ?\(?[ivxl]+\)?(?![\p{L}\p{N}])(?: ?\(?[a-z]\)?(?![\p{L}\p{N}]))?/iu, ([number], words) => joined(number, words), true],
  [
    /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*(?:[-‐‑–/][\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*)+/u,
    ([compound], words) => joined(compound, words),
    false,
  ],
];

/**
 * What of a query has terms of its own, and the rest of it.
 * @param {string} text @param {Words} words
 * @returns {{forms: Form[], rest: string}}
 */
export function forms(text, words) {
  /** @type {Form[]} */
  const found = [];
  let rest = text;
  for (const [pattern, made, instead] of FORMS) {
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      const term = made(match, words);
      const printed = match[0];
      if (term) found.push({ printed, term, instead: instead || /\d/.test(printed) });
      rest = rest.replace(printed, term ? " " : printed.replace(/[^\p{L}\p{N}]+/gu, " ").trim() + "\u0000");
      if (!term) break;
    }
  }
  return { forms: found, rest: rest.replaceAll("\u0000", " ") };
}

/** Words as one: "co-operate" as "cooper". @param {string} compound @param {Words} words */
export function joined(compound, words) {
  return words.stem((plain(compound).match(/[\p{L}\p{N}]+/gu) ?? []).map(fold).join(""));
}

/** A sum in whole pounds. @param {string} figure @param {string} many */
function amount(figure, many) {
  const [whole, part = ""] = figure.replaceAll(",", "").split(".");
  const places = many ? TEN[/** @type {"b" | "m" | "k" | "t"} */ (many[0].toLowerCase())] : 0;
  return `£${Number(whole + part.slice(0, places).padEnd(places, "0"))}`;
}

/** @param {string} name */
function monthOf(name) {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The term of a day; empty where the calendar has no such day. @param {number} year @param {number} month @param {number} day */
function date(year, month, day) {
  const made = new Date(Date.UTC(year, month - 1, day));
  const is = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return is ? made.toISOString().slice(0, 10).replaceAll("-", "") : "";
}
