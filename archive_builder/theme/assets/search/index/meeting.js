// @ts-check
// A meeting that is asked for by its day, alone or with words of its body's name: "panel 9 January 2023".
import { dayNumber } from "./columns.js";
import { folded } from "./terms.js";

/**
 * @typedef {import("./columns.js").Columns} Columns
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./query.js").Wanted} Wanted
 * @typedef {import("./terms.js").Words} Words
 *
 * @typedef {object} Meeting
 * @property {boolean} isDayAlone whether nothing but the day is asked
 * @property {(record: number) => boolean} has whether a record is of that meeting
 */

/** The day that a thing wanted stands for; 0 where it is no day. @param {Wanted} wanted */
function dayOf({ options, not }) {
  const [, year, month, day] = (!not && /^(\d{4})(\d\d)(\d\d)$/.exec(options[0]?.[0] ?? "")) || [];
  return day ? dayNumber(`${year}-${month}-${day}`) : 0;
}

/** True if a query may ask for a meeting: there is one day among its words, and no phrase. @param {Query} query */
export function hasDay({ wanted, phrases }) {
  return !phrases.length && wanted.filter(dayOf).length === 1;
}

/**
 * The meeting that a query asks for: that of a day, whose body's name has all its other words.
 * @param {Columns} columns @param {Query} query @param {Words} words @returns {Promise<Meeting | undefined>}
 */
export async function meetingOf(columns, query, words) {
  if (!hasDay(query)) return undefined;
  const day = query.wanted.map(dayOf).find(Boolean);
  const others = query.wanted.filter((one) => !dayOf(one));
  const days = await columns.days();
  if (!others.length) return { isDayAlone: true, has: (record) => days[record] === day };
  const { labels, of } = await columns.column("body");
  const fits = labels.map((label) => isNamed(label, others, words));
  if (!fits.includes(true)) return undefined;
  return { isDayAlone: false, has: (record) => days[record] === day && fits[of[record]] };
}

/** True if a body's name has all the words. @param {string} name @param {Wanted[]} wanted @param {Words} words */
function isNamed(name, wanted, words) {
  const terms = new Set(folded(name).map(words.stem));
  return wanted.every(({ options }) => options.some((option) => option.every((term) => terms.has(term))));
}

/**
 * Which of two records comes first where a meeting is asked for: those of the meeting, in their order.
 * @param {Meeting} meeting @param {(a: number, b: number) => number} otherwise
 * @returns {(a: number, b: number) => number}
 */
export function meetingFirst({ has, isDayAlone }, otherwise) {
  return (a, b) => {
    const [isFirst, isSecond] = [has(a), has(b)];
    if (isFirst !== isSecond) return isFirst ? -1 : 1;
    return isFirst || isDayAlone ? a - b : otherwise(a, b);
  };
}
