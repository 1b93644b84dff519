// @ts-check
// A search from what was typed to what is shown.
import { Bytes, parts } from "./bytes.js";
import { Columns } from "./columns.js";
import { beginning, meanings } from "./dictionary.js";
import { facets } from "./facets.js";
import { conditions } from "./filters.js";
import { groups, ordered } from "./groups.js";
import { Hits } from "./hits.js";
import { Lay } from "./lay.js";
import { match } from "./matching.js";
import { hasDay, meetingFirst, meetingOf } from "./meeting.js";
import { parse, withPhrases } from "./query.js";
import { questions } from "./question.js";
import { Segment } from "./segment.js";
import { suggestion } from "./suggesting.js";
import { folded } from "./terms.js";
import { shown } from "./texts.js";

/**
 * @typedef {import("../types.js").Request} Request
 * @typedef {import("../types.js").Reply} Reply
 * @typedef {import("../types.js").Completion} Completion
 * @typedef {import("./matching.js").Matched} Matched
 * @typedef {import("./query.js").Query} Query
 */

/** Maximum number of letters of an acronym. */
const LONGEST = 8;
/** Maximum number of results that can be shown from the best records of a word. */
const BEST = 100;

/**
 * The index behind a function that reads its files.
 * @param {import("./files.js").Read} read @param {import("./terms.js").Words} words
 */
export async function opened(read, words) {
  const bytes = await read("manifest.bin");
  const head = new Bytes(bytes);
  const [told, ...tables] = parts(bytes.subarray(1), head.number());
  /** @type {import("./segment.js").Manifest} */
  const manifest = told.json();
  /** @type {Segment[]} */
  const segments = [];
  let records = 0;
  for (const about of manifest.segments) {
    const [shards, words, texts] = tables.splice(0, 3);
    [about.shards, about.words, about.texts] = [shards.words(), words.words(), texts.numbers()];
    segments.push(new Segment(about, manifest, read, records));
    records += about.records;
  }
  const known = { stem: remembering(words.stem), stops: words.stops };
  const lay = once(() => new Lay(manifest.topics, known));
  return new Search({ segments, records, words: known, lay, asked: questions(manifest.around, known.stops) });
}

/** A function that does its work once. @template T @param {() => T} work */
function once(work) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= work());
}

/** A function of a word that works each out once. @param {(word: string) => string} made */
function remembering(made) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return (/** @type {string} */ word) => {
    let is = known.get(word);
    if (is === undefined) known.set(word, (is = made(word)));
    return is;
  };
}

/** The words, as typed, that stand for something else than another spelling. @param {import("./alternatives.js").Alternative[]} also */
function understood(also) {
  const others = also.filter(({ isSpelt }) => !isSpelt);
  return new Set(others.flatMap(({ covers }) => covers.map(({ wanted }) => wanted.printed)));
}

/** True if nothing but filters is asked. @param {Query} query */
function isEmpty({ wanted, phrases }) {
  return !wanted.length && !phrases.length;
}

/** True if every record is needed, not only the best of a word. @param {Query} query @param {Request} request */
function takesAll(query, { filters = {}, facets, order = "relevance", offset = 0, limit = 10 }) {
  const isNarrowed = query.filters.length > 0 || Object.values(filters).some((value) => value?.length);
  const isPhrase = query.phrases.length > 0;
  return isEmpty(query) || hasDay(query) || isNarrowed || isPhrase || Boolean(facets) || order !== "relevance" || offset + limit > BEST;
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
    const { text, filters = {} } = request;
    const query = withPhrases(parse(text, this.index.words, this.index.asked), this.index.words);
    if (request.facets) this.columns.all().catch(() => {}); // they come while the words are looked up
    const [found, limits, meeting] = await Promise.all([
      match(this.index, query, takesAll(query, request)),
      conditions(this.columns, filters, query.filters),
      request.limit === 0 ? undefined : meetingOf(this.columns, query, this.index.words),
    ]);
    const order = request.order ?? "relevance";
    const by = (/** @type {Float32Array} */ score) => this.order(order, { query, meeting }, score);
    const typed = { index: this.index, query, meeting, found, limits: limits.conditions, request, order: by };
    const { groups: made, also, asked } = await groups(typed);
    const [main, further] = made;
    const hits = new Hits(asked.found, asked.query.phrases, this.index.words);
    const shownRecords = await ordered(asked, made, hits);
    return {
      total: main.total,
      exact: main.exact,
      further: further?.total ?? 0,
      results: await shown(this.index.segments, shownRecords, hits, request),
      ...(request.facets && { facets: await facets(this.columns, main.records, limits.conditions, filters) }),
      has: main.total ? main.has : "none",
      apart: asked !== typed,
      missing: found.missing,
      also: also.filter(({ said }) => said).map(({ typed, said, topic }) => ({ typed, said, path: topic?.path ?? "" })),
      topics: request.facets || also.length ? this.topics(query) : [],
      aside: query.aside,
      meanings: request.facets ? await this.meanings(text) : [],
      offers: query.offers,
      several: limits.several,
      refused: query.refused,
      suggestion: await suggestion(this.index, text, query, found, understood(also)),
      unknown: limits.unknown,
      marks: hits.marks(),
    };
  }

  /** What an acronym that is asked alone stands for. @param {string} text */
  async meanings(text) {
    const [word, ...more] = folded(text);
    const isShort = /^[\p{L}\p{N}&'’.]{2,}$/u.test(text.trim()) && word?.length <= LONGEST && !more.length;
    return isShort ? meanings(this.index.segments, word) : [];
  }

  /** The topics that the words name or are words of, each once. @param {Query} query */
  topics({ terms }) {
    const touched = this.index.lay().touched(terms).map(({ topic }) => topic);
    return [...new Set(touched)].map(({ name, path }) => ({ name, path }));
  }

  /**
   * Which of two records comes first.
   * @param {import("../types.js").Order} order
   * @param {{query: Query, meeting?: import("./meeting.js").Meeting}} asked @param {Float32Array} score
   * @returns {Promise<(a: number, b: number) => number>}
   */
  async order(order, { query, meeting }, score) {
    if (order === "relevance" && isEmpty(query)) return this.order("newest", { query }, score);
    if (order === "relevance") {
      const byScore = (/** @type {number} */ a, /** @type {number} */ b) => score[b] - score[a] || b - a;
      return meeting ? meetingFirst(meeting, byScore) : byScore;
    }
    const days = await this.columns.days();
    const sign = order === "newest" ? 1 : -1;
    return (a, b) => {
      if (!days[a] || !days[b]) return Number(!days[a]) - Number(!days[b]) || a - b;
      return sign * (days[b] - days[a]) || a - b;
    };
  }

  /** @param {string} text @param {number} limit @returns {Promise<Completion[]>} */
  async complete(text, limit) {
    const typed = /[\p{L}\p{N}'’]+$/u.exec(text)?.[0] ?? "";
    const [word = "", ...more] = folded(typed);
    if (word.length < 2 || more.length) return [];
    const known = await beginning(this.index.segments, word);
    return known.slice(0, limit).map(({ printed, count }) => ({ word: printed, count }));
  }
}
