// @ts-check
// What takes the texts of records: true phrases, the order of the best, what is shown of a result.
import { nearness, pairs, passage, says } from "./passages.js";
import { first } from "./ranking.js";
import { folded } from "./terms.js";

/**
 * @typedef {import("./segment.js").Segment} Segment
 * @typedef {import("./segment.js").Shown} Shown
 * @typedef {import("./hits.js").Hits} Hits
 * @typedef {import("./query.js").Phrase} Phrase
 * @typedef {import("../types.js").Result} Result
 */

/** Maximum number of texts that are searched for a phrase before enough are found; beyond it the total is a lower bound. */
const LOOKED_THROUGH = 400;
/** Minimum number of texts that are searched. */
const FEW = 100;
/** Maximum number of texts that are searched if counts are wanted. */
const COUNTED = 60;
/** Number of texts that are fetched at a time. */
const BATCH = 20;
/** Number of the best records that are ordered by how near the words are to each other. */
export const REORDERED = 10;
/** How much it counts that words stand together as they were typed, beside their nearness. */
const PAIRS = 0.5;
/** What a record without a text loses beside one that has a text. */
const BARE = 0.5;
/** Characters of a text that are shown where no words in context are asked for. */
const OPENING = 180;

/** @param {Segment[]} segments @param {number} record @returns {Promise<Shown>} */
function text(segments, record) {
  const segment = /** @type {Segment} */ (segments.filter(({ first }) => first <= record).at(-1));
  return segment.record(record);
}

/** @type {WeakMap<Shown, string[]>} */
const read = new WeakMap();

/** The folded words of all that is printed of a record. @param {Shown} shown */
function printed(shown) {
  const { heading, extra, text } = shown;
  let words = read.get(shown);
  if (!words) read.set(shown, (words = folded(`${heading}\n${extra}\n${text}`)));
  return words;
}

/**
 * Records whose text says the phrases that it must, and none that it must not.
 * @param {Segment[]} segments @param {number[]} records @param {Phrase[]} phrases
 * @param {(a: number, b: number) => number} before @param {number} count how many are wanted
 * @param {boolean} counts whether they are to be counted
 */
export async function saying(segments, records, phrases, before, count, counts) {
  const candidates = first(records, LOOKED_THROUGH, before);
  const least = candidates.length <= FEW ? FEW : counts ? COUNTED : 0;
  /** @type {number[]} */
  const kept = [];
  let at = 0;
  for (; at < candidates.length && (kept.length < count || at < least); at += BATCH) {
    const batch = candidates.slice(at, at + BATCH);
    const texts = await Promise.all(batch.map(async (record) => printed(await text(segments, record))));
    kept.push(...batch.filter((_, n) => phrases.every(({ words, not }) => says(texts[n], words) !== not)));
  }
  return { records: kept.sort((a, b) => a - b), exact: at >= records.length };
}

/**
 * The best records, those before in which the words stand nearer to one another, or a single word as typed.
 * @param {Segment[]} segments @param {number[]} best @param {Float32Array} score @param {Hits} hits
 */
export async function nearest(segments, best, score, hits) {
  const head = best.slice(0, REORDERED);
  const texts = await Promise.all(head.map((record) => text(segments, record)));
  const top = head.length ? score[head[0]] : 1;
  const worth = new Map(head.map((record, n) => [record, score[record] / top + together(texts[n], hits)]));
  const order = (/** @type {number} */ a, /** @type {number} */ b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0);
  return [...head.sort(order), ...best.slice(REORDERED)];
}

/**
 * How well the words stand together in a record; a heading without a text of its own answers less.
 * @param {Shown} shown @param {Hits} hits
 */
function together(shown, hits) {
  const words = printed(shown);
  const bare = shown.text ? 0 : BARE;
  if (hits.number < 2) return Number(words.some((word) => hits.typed.has(word))) - bare;
  const as = (/** @type {string} */ word) => hits.as(word);
  return nearness(words, as, hits.number) + PAIRS * pairs(words, as, hits.number) - bare;
}

/**
 * @param {Segment[]} segments @param {{record: number, has: Result["has"]}[]} records @param {Hits} hits
 * @param {{passages?: boolean, texts?: boolean}} wanted
 * @returns {Promise<Result[]>}
 */
export function shown(segments, records, hits, { passages, texts }) {
  return Promise.all(
    records.map(async ({ record, has }) => {
      const { text: whole, ...rest } = await text(segments, record);
      const opening = whole.length > OPENING ? `${whole.slice(0, OPENING).replace(/\s+\S*$/, "")} …` : whole;
      const shown = passages ? whole : opening;
      const cut = passage(shown, (word) => hits.isHit(word), hits.phrases);
      return { ...rest, has, passage: cut, ...(texts && { text: whole }) };
    }),
  );
}
