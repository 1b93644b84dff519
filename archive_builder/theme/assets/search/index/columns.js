// @ts-check
// What records are filtered and counted by, over all segments. See archive_builder/index/columns.py.
import { Bytes, parts } from "./bytes.js";

/**
 * @typedef {import("./segment.js").Segment} Segment
 * @typedef {"kind" | "body" | "person" | "topic" | "status"} Name
 *
 * @typedef {object} Column
 * @property {string[]} values
 * @property {string[]} labels
 * @property {Uint32Array} starts where the values of each record begin in `of`
 * @property {Uint32Array} of numbers of values
 */

/** The stretches of a segment's file. */
const ORDER = ["days", "kind", "body", "status", "person", "topic"];

const MANY = new Set(["person", "topic"]);

/** Day 1 of the index, 1700-01-01, in days before 1970. */
const FIRST_DAY = Date.UTC(1700, 0, 1) / 86_400_000;

/** Added to the last day of a year that a record covers: see columns.py. */
const PERIODS = 1_000_000;
const YEAR = 365;

export class Columns {
  /** @param {Segment[]} segments */
  constructor(segments) {
    this.segments = segments;
    this.records = segments.reduce((sum, { about }) => sum + about.records, 0);
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /** @param {Name} name @returns {Promise<Column>} */
  column(name) {
    return this.once(name, (files) => joined(files, this.segments, this.records, MANY.has(name)));
  }

  /** All columns, for those who count. */
  all() {
    /** @type {Name[]} */
    const names = ["kind", "body", "person", "topic", "status"];
    return Promise.all([this.days(), ...names.map((name) => this.column(name))]);
  }

  /** The day of each record, the last one of those that cover a year, 0 where it has none. */
  async days() {
    return (await this.spans()).last;
  }

  /** The first and the last day that each record is about. @returns {Promise<{first: Uint32Array, last: Uint32Array}>} */
  spans() {
    return this.once("days", (files) => {
      const last = new Uint32Array(this.records);
      files.forEach((file, n) => spread(new Bytes(file), last, this.segments[n].first));
      const first = last.map((day) => (day >= PERIODS ? day - PERIODS - YEAR + 1 : day));
      return { first, last: last.map((day) => (day >= PERIODS ? day - PERIODS : day)) };
    });
  }

  /** @template T @param {string} name @param {(files: Uint8Array[]) => T} made @returns {Promise<T>} */
  once(name, made) {
    let known = this.known.get(name);
    if (!known) {
      known = Promise.all(this.segments.map(async (segment) => stretch(await segment.columns(), name))).then(made);
      known.catch(() => this.known.delete(name));
      this.known.set(name, known);
    }
    return known;
  }
}

/** The stretch of a column in a segment's file. @param {Uint8Array} file @param {string} name */
function stretch(file, name) {
  const { bytes, at, end } = parts(file, ORDER.length)[ORDER.indexOf(name)];
  return bytes.subarray(at, end);
}

/** @param {Uint8Array[]} files @param {Segment[]} segments @param {number} records @param {boolean} many @returns {Column} */
function joined(files, segments, records, many) {
  /** @type {Map<string, number>} */
  const places = new Map();
  /** @type {string[]} */
  const labels = [];
  const starts = new Uint32Array(records + 1);
  /** @type {number[]} */
  const of = [];
  files.forEach((file, n) => {
    const [table, counts, values] = parts(file, 3);
    const place = table.json().map((/** @type {[string, string]} */ [value, label]) => {
      if (!places.has(value)) labels[places.size] = label;
      return places.get(value) ?? places.set(value, places.size).size - 1;
    });
    const { first, about } = segments[n];
    for (let record = first; record < first + about.records; record++) {
      for (let left = many ? counts.number() : 1; left > 0; left--) of.push(place[values.number()]);
      starts[record + 1] = of.length;
    }
  });
  return { values: [...places.keys()], labels, starts, of: Uint32Array.from(of) };
}

/** @param {Bytes} runs @param {Uint32Array} days @param {number} record */
function spread(runs, days, record) {
  let day = 0;
  while (runs.more) {
    const step = runs.number();
    day += step % 2 ? -(step + 1) / 2 : step / 2;
    const count = runs.number();
    days.fill(day, record, record + count);
    record += count;
  }
}

/** The number of a day: 2025-10-28. @param {string} iso */
export function dayNumber(iso) {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 - FIRST_DAY;
}

/** @param {number} day */
export function yearOf(day) {
  return new Date((day + FIRST_DAY) * 86_400_000).getUTCFullYear();
}
