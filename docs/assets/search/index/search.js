// @ts-check
// A search from what was typed to what is shown.
import { Bytes } from "./bytes.js";
import { Columns } from "./columns.js";
import { beginning, spelling } from "./dictionary.js";
import { facets, failing } from "./facets.js";
import { conditions } from "./filters.js";
import { Hits } from "./hits.js";
import { match } from "./matching.js";
import { parse, withPhrases } from "./query.js";
import { first } from "./ranking.js";
import { Segment } from "./segment.js";
import { folded } from "./terms.js";
import { nearest, saying, shown } from "./texts.js";

/**
 * @typedef {import("../types.js").Request} Request
 * @typedef {import("../types.js").Reply} Reply
 * @typedef {import("../types.js").Completion} Completion
 * @typedef {import("./matching.js").Matched} Matched
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./filters.js").Condition} Condition
 */

/**
 * The index behind a function that reads its files.
 * @param {import("./files.js").Read} read @param {import("./terms.js").Words} words
 */
export async function opened(read, words) {
  /** @type {import("./segment.js").Manifest} */
  const manifest = new Bytes(await read("manifest.bin")).json();
  /** @type {Segment[]} */
  const segments = [];
  let records = 0;
  for (const about of manifest.segments) {
    segments.push(new Segment(about, manifest, read, records));
    records += about.records;
  }
  return new Search({ segments, records, words });
}

/** Implements `Search` of types.js. */
export class Search {
  /** @param {import("./scoring.js").Index} index */
  constructor(index) {
    this.index = index;
    this.columns = new Columns(index.segments);
  }

  /** @param {Request} request @returns {Promise<Reply>} */
  async search(request) {
    const { text, filters = {}, offset = 0, limit = 10 } = request;
    const query = withPhrases(parse(text, this.index.words), this.index.words);
    const limits = await conditions(this.columns, filters, query.filters);
    const isEmpty = !query.wanted.length && !query.phrases.length;
    const order = request.order ?? "relevance";
    const count = offset + limit;
    const needsBest = order === "relevance" && !request.facets && count <= 100;
    const needsAll = isEmpty || !needsBest || limits.conditions.length > 0 || query.phrases.length > 0;
    const found = await match(this.index, query, needsAll);
    const before = await this.order(isEmpty && order === "relevance" ? "newest" : order, found.score);
    const said = await this.said(query, found, limits.conditions, before, request.facets ? Infinity : count);
    const kept = said.records.filter((record) => failing(limits.conditions, record) === "");
    const hits = new Hits(found, query.phrases, this.index.words);
    const isNear = order === "relevance" && Boolean(request.passages) && hits.number > 1;
    const best = first(kept, isNear ? Math.max(count, 20) : count, before);
    const ordered = isNear ? await nearest(this.index.segments, best, found.score, hits) : best;
    const results = await shown(this.index.segments, ordered.slice(offset, count), hits, request);
    const isWhole = kept.length === found.records.length;
    return {
      total: isWhole && said.exact ? found.total : kept.length,
      exact: found.exact && said.exact,
      results,
      ...(request.facets && { facets: await facets(this.columns, said.records, limits.conditions, filters) }),
      has: kept.length || found.has === "none" ? (kept.length ? found.has : "none") : "none",
      missing: found.missing,
      suggestion: await this.suggestion(text, found),
      unknown: limits.unknown,
      marks: hits.marks(),
    };
  }

  /**
   * Which of two records comes first.
   * @param {import("../types.js").Order} order @param {Float32Array} score
   * @returns {Promise<(a: number, b: number) => number>}
   */
  async order(order, score) {
    if (order === "relevance") return (a, b) => score[b] - score[a] || b - a;
    const days = await this.columns.days();
    const sign = order === "newest" ? 1 : -1;
    return (a, b) => {
      if (!days[a] || !days[b]) return Number(!days[a]) - Number(!days[b]) || a - b;
      return sign * (days[b] - days[a]) || a - b;
    };
  }

  /**
   * Of the records found those whose text says the phrases, those first that are shown first.
   * @param {Query} query @param {Matched} found @param {Condition[]} limits
   * @param {(a: number, b: number) => number} before @param {number} count how many are wanted
   */
  async said({ phrases }, found, limits, before, count) {
    if (!phrases.length) return { records: found.records, exact: true };
    const passes = (/** @type {number} */ record) => Number(failing(limits, record) !== "");
    return saying(this.index.segments, found.records, phrases, (a, b) => passes(a) - passes(b) || before(a, b), count);
  }

  /**
   * The query with misspelt words put right: words that no record has, or hardly one.
   * @param {string} text @param {Matched} found
   */
  async suggestion(text, found) {
    let suggested = text;
    for (const { wanted, options } of found.wanted) {
      const [word, ...more] = folded(wanted.printed);
      const records = options.flat().reduce((sum, term) => sum + term.records, 0);
      if (!word || more.length || wanted.prefix || records > 2) continue;
      const right = await spelling(this.index.segments, word, records);
      if (right) suggested = suggested.replace(wanted.printed, right.printed);
    }
    return suggested === text ? "" : suggested;
  }

  /** @param {string} text @param {number} limit @returns {Promise<Completion[]>} */
  async complete(text, limit) {
    const typed = /[\p{L}\p{N}'’]+$/u.exec(text)?.[0] ?? "";
    const [word = ""] = folded(typed);
    if (word.length < 2) return [];
    const known = await beginning(this.index.segments, word);
    return known.slice(0, limit).map(({ printed, count }) => ({ word: printed, count }));
  }
}
