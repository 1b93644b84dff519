// @ts-check
// One segment of the index: where its files are, and what they hold. See archive_builder/index/segments.py.
import { Bytes, holder, parts } from "./bytes.js";

/**
 * @typedef {import("./files.js").Read} Read
 *
 * @typedef {"s" | "o" | "d" | "t"} Kind of file: see archive_builder/index/folders.py
 *
 * @typedef {object} About what the manifest says of a segment
 * @property {number} records
 * @property {string} name of its folder
 * @property {string} columns name of the file of its columns
 * @property {string[]} shards first words of the shards, cut short; not in the JSON
 * @property {string[]} words the same of the dictionary's files; not in the JSON
 * @property {number[]} texts lengths of the stretches of its texts, in steps; not in the JSON
 * @property {number} each records in a stretch of texts
 * @property {number} step bytes
 * @property {string} s names of the folders of its shards, one after the other
 * @property {string} o the same of the postings that overflow
 * @property {string} d the same of its dictionary
 * @property {string} t the same of its stored fields
 *
 * @typedef {object} Manifest
 * @property {number} levels steps of a weight of the best records of a term
 * @property {number} rest the same of the others
 * @property {number} head records of a term in its shard
 * @property {number} within other records of a term that its shard holds too
 * @property {number} piece mean number of records of a term in a file of the others
 * @property {Record<Kind, number>} folders files in a folder, by kind of file
 * @property {number} file stretches in a file of texts
 * @property {import("./lay.js").About[]} topics
 * @property {import("./question.js").Around} around
 * @property {About[]} segments
 *
 * @typedef {object} Entry a term of a shard
 * @property {number} records how many have it
 * @property {number} fields in how many fields of them
 * @property {number} best the weight in the best
 * @property {Bytes} postings of the best records
 * @property {Bytes} [rest] of the others, where the shard holds them
 * @property {number} overflow the number of the first file with the others
 * @property {number} blocks how many such files there are; each is for an equal range of records
 *
 * @typedef {(record: number, weight: number) => void} Take
 * @typedef {"all" | number[]} Among which records are wanted besides the best: all, or these at least
 *
 * @typedef {{url: string, kind: string, name: string, body: string, date: string, heading: string,
 *   extra: string, text: string, title: string, beside: string, stands: string}} Shown
 */

/** Letters of the name of a folder. */
const NAME = 8;

export class Segment {
  /** @param {About} about @param {Manifest} manifest @param {Read} read @param {number} first */
  constructor(about, manifest, read, first) {
    this.about = about;
    this.manifest = manifest;
    this.read = read;
    this.first = first; // the number of its first record among those of all segments
    /** @type {Map<number, Promise<Map<string, Entry>>>} */
    this.shards = new Map();
    /** @type {Map<number, Promise<Shown[]>>} */
    this.shown = new Map();
  }

  /** @param {string} term @returns {Promise<Entry | undefined>} */
  async entry(term) {
    if (!this.about.shards.length) return undefined;
    const number = holder(this.about.shards, term);
    let shard = this.shards.get(number);
    if (!shard) {
      shard = this.file("s", number).then((bytes) => entries(bytes, this.manifest));
      shard.catch(() => this.shards.delete(number));
      this.shards.set(number, shard);
    }
    return (await shard).get(term);
  }

  /** A numbered file. @param {Kind} kind @param {number} number @param {import("./files.js").Stretch} [stretch] of it */
  file(kind, number, stretch) {
    const { name, [kind]: names } = this.about;
    const size = this.manifest.folders[kind];
    const folder = Math.floor(number / size);
    const called = names.slice(folder * NAME, (folder + 1) * NAME);
    return this.read(`${name}/${kind}/${folder}-${called}/${number % size}.bin`, stretch);
  }

  /** A numbered stretch of the texts. @param {number} number */
  texts(number) {
    const { texts, step } = this.about;
    const { file } = this.manifest;
    const line = number % file;
    let start = 0;
    for (const length of texts.slice(number - line, number)) start += length * step;
    return this.file("t", Math.floor(number / file), { start, end: start + texts[number] * step, line });
  }

  /** The file of the columns. */
  columns() {
    return this.read(`${this.about.name}/${this.about.columns}`);
  }

  /**
   * Give the best records of an entry with their weights, and of the others those that are wanted.
   * @param {Entry} entry @param {Among} among @param {Take} take
   */
  async postings(entry, among, take) {
    const { postings, best, rest } = entry;
    const reader = new Bytes(postings.bytes, postings.at, postings.end);
    if (entry.records === 1) return take(this.first + reader.number(), best);
    this.levels(reader, best / this.manifest.levels, take);
    if (rest) this.near(new Bytes(rest.bytes, rest.at), this.first - 1, take);
    const stretch = this.stretch(entry);
    for (const [block, file] of this.others(entry, among)) {
      this.near(new Bytes(await file), this.first + block * stretch - 1, take);
    }
  }

  /** Number of records that a file of the other postings of an entry covers. @param {Entry} entry */
  stretch({ blocks }) {
    return Math.ceil(this.about.records / blocks);
  }

  /**
   * The files of the records of an entry that are not among its best, by the stretch that they are for.
   * @param {Entry} entry @param {Among} among
   */
  others(entry, among) {
    const { overflow, blocks } = entry;
    /** @type {Map<number, Promise<Uint8Array>>} */
    const files = new Map();
    const fetch = (/** @type {number} */ block) => {
      if (!files.has(block)) files.set(block, this.file("o", overflow + block));
    };
    if (among === "all") for (let block = 0; block < blocks; block++) fetch(block);
    else if (blocks) {
      for (const record of among) {
        const own = record - this.first;
        if (own >= 0 && own < this.about.records) fetch(Math.floor(own / this.stretch(entry)));
      }
    }
    return files;
  }

  /** Records in their order, see posting_blocks.py. @param {Bytes} reader @param {number} record the one before @param {Take} take */
  near(reader, record, take) {
    const step = reader.number() / 1000 / this.manifest.rest;
    const count = reader.number();
    const far = new Bytes(reader.bytes, reader.at + count);
    for (let left = count; left > 0; left--) {
      const byte = reader.byte();
      record += byte >> 4 || 16 + far.number();
      take(record, ((byte & 15) + 1) * step);
    }
  }

  /** @param {Bytes} reader @param {number} step from one level to the next @param {Take} take */
  levels(reader, step, take) {
    while (reader.more) {
      const weight = reader.byte() * step;
      let record = this.first;
      for (let left = reader.number(); left > 0; left--) take((record += reader.number()), weight);
    }
  }

  /** What is shown of a record, and its text. @param {number} record @returns {Promise<Shown>} */
  async record(record) {
    const at = record - this.first;
    const { each } = this.about;
    const number = Math.floor(at / each);
    let shown = this.shown.get(number);
    if (!shown) {
      shown = this.texts(number).then((bytes) => new Bytes(bytes).json().map(named));
      shown.catch(() => this.shown.delete(number));
      this.shown.set(number, shown);
    }
    return (await shown)[at % each];
  }
}

/** @param {string[]} row @returns {Shown} */
function named([url, kind, name, body, date, heading, extra = "", text = "", title = "", beside = "", stands = ""]) {
  return { url, kind, name, body, date, heading, extra, text, title, beside, stands };
}

/** The terms of a shard. @param {Uint8Array} bytes @param {Manifest} manifest @returns {Map<string, Entry>} */
function entries(bytes, { head, within, piece }) {
  const [words, records, fields, best, lengths, postings] = parts(bytes, 6);
  /** @type {Map<string, Entry>} */
  const made = new Map();
  let at = postings.at;
  for (const word of words.words()) {
    const count = records.number();
    const more = Math.max(0, count - head);
    const isWithin = more > 0 && more <= within;
    const start = at;
    const end = (at += lengths.number());
    const told = more ? lengths.number() : 0;
    if (isWithin) at += told;
    made.set(word, {
      records: count,
      fields: count + fields.number(),
      best: best.number() / 1000,
      postings: new Bytes(bytes, start, end),
      ...(isWithin && { rest: new Bytes(bytes, end, at) }),
      overflow: told,
      blocks: isWithin ? 0 : Math.ceil(more / piece),
    });
  }
  return made;
}
