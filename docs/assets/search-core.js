// @ts-check
// What the search page works out, without the page: which records are found, which passage is shown.

/**
 * @typedef {{u: string, k: string, b: string, d: string, h: string, t: string, x: string}} Entry
 * A record: address below the site's root, kind, body, date, heading, text, a further line.
 * @typedef {{index: any, lunr: any, entries: Entry[], terms: (text: string) => string[]}} Engine
 * @typedef {{entries: Entry[], all: boolean, most: boolean, hits: Set<string>, prefix: string}} Found
 * What was found: with all words, or with most of them; `prefix` is an unfinished last word.
 * @typedef {{text: string, hit: boolean}} Stretch
 */

/** How many words of a record are shown. */
export const SNIPPET = 42;
/** How many of them stand before the first word found. */
const LEAD = 6;

const MONTHS = "January February March April May June July August September October November December".split(" ");
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/**
 * Records that have all the words; if none has, those that have most of them.
 * The last word may be unfinished.
 * @param {Engine} engine @param {string} text @returns {Found}
 */
export function find({ index, lunr, entries, terms }, text) {
  const words = [...new Set(terms(text))];
  const { REQUIRED, OPTIONAL } = lunr.Query.presence;
  const { TRAILING, NONE } = lunr.Query.wildcard;
  /** @param {string[]} exact @param {string} prefix @param {number} presence */
  const ask = (exact, prefix, presence) =>
    index.query((/** @type {any} */ query) => {
      for (const word of exact) query.term(word, { presence, wildcard: NONE });
      if (prefix) query.term(prefix, { presence, wildcard: TRAILING });
    });
  /** @param {any[]} results @param {number} had @param {string} prefix @returns {Found} */
  const found = (results, had, prefix) => ({
    entries: results.map((result) => entries[Number(result.ref)]),
    all: had === words.length,
    most: had * 2 > words.length,
    hits: new Set(words),
    prefix,
  });
  if (!words.length) return found([], 0, "");
  const exact = ask(words, "", REQUIRED);
  if (exact.length) return found(exact, words.length, "");
  const typed = (text.match(WORD) ?? []).at(-1)?.toLowerCase() ?? "";
  const last = /[\p{L}\p{N}]$/u.test(text) && typed.length > 1 ? typed : "";
  if (last) {
    const begun = ask(words.slice(0, -1), last, REQUIRED);
    if (begun.length) return found(begun, words.length, last);
  }
  const some = ask(words, "", OPTIONAL);
  const most = Math.max(0, ...some.map((/** @type {any} */ result) => matched(result)));
  return found(some.filter((/** @type {any} */ result) => matched(result) === most), most, "");
}

/** How many of the query's words a result has. @param {any} result */
function matched(result) {
  return Object.keys(result.matchData.metadata).length;
}

/**
 * The passage of a text that holds most of the words found, cut into words found and the rest.
 * @param {string} text @param {(word: string) => boolean} isHit @returns {Stretch[]}
 */
export function passage(text, isHit) {
  const words = [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    hit: isHit(match[0]),
  }));
  const first = densest(words.map((word) => word.hit));
  const shown = words.slice(first, first + SNIPPET);
  if (!shown.length) return text ? [{ text, hit: false }] : [];
  const isEnd = first + SNIPPET >= words.length;
  const end = isEnd ? text.length : shown[shown.length - 1].end;
  let at = first ? shown[0].start : 0;
  /** @type {Stretch[]} */
  const stretches = first ? [{ text: "… ", hit: false }] : [];
  for (const word of shown.filter((word) => word.hit)) {
    stretches.push({ text: text.slice(at, word.start), hit: false });
    stretches.push({ text: text.slice(word.start, word.end), hit: true });
    at = word.end;
  }
  stretches.push({ text: text.slice(at, end) + (isEnd ? "" : " …"), hit: false });
  return stretches.filter((stretch) => stretch.text);
}

/** Where the window with most hits begins, a few words before the first of them. @param {boolean[]} hits */
function densest(hits) {
  let best = 0;
  let most = 0;
  for (let start = 0; start < hits.length; start++) {
    if (!hits[start]) continue;
    const number = hits.slice(start, start + SNIPPET - LEAD).filter(Boolean).length;
    if (number > most) [best, most] = [start, number];
  }
  return Math.max(0, best - LEAD);
}

/** 2025-10-28 as 28 October 2025. @param {string} iso */
export function day(iso) {
  const [year, month, number] = iso.split("-").map(Number);
  return number ? `${number} ${MONTHS[month - 1]} ${year}` : iso;
}

/** What is said of the result. @param {Found} found @param {string} text */
export function announcement(found, text) {
  const number = found.entries.length;
  if (!found.hits.size) return "These words are too common to search for. Try a rarer one.";
  if (!number) return `Nothing found for “${text}”.`;
  const records = number === 1 ? "1 record" : `${number.toLocaleString("en-GB")} records`;
  if (found.all) return `${records} found.`;
  const has = number === 1 ? "this one has" : `these ${number.toLocaleString("en-GB")} have`;
  return `No record has all of these words; ${has} ${found.most ? "most" : "some"} of them.`;
}
