// @ts-check
// One segment of the index: where its files are, and what they hold. See archive_builder/index/segments.py.
import { Bytes, holder, parts } from "./bytes.js";

/**
 * @typedef {import("./files.js").Read} Read
 *
 * @typedef {object} About what the manifest says of a segment
 * @property {number} records
 * @property {string} folder
 * @property {string[]} shards first words of the shards, cut short; not in the JSON
 * @property {string[]} words the same of the dictionary's files; not in the JSON
 * @property {number} each records in a file of texts
 * @property {string[]} shelves names of the folders of its stored fields
 * @property {string} texts the folder of its texts
 *
 * @typedef {object} Manifest
 * @property {number} levels steps of a weight of the best records of a term
 * @property {number} rest the same of the others
 * @property {number} head records of a term in its shard
 * @property {number} piece mean number of records of a term in a file of the others
 * @property {number} shelf files in such a folder
 * @property {string} topics the file of the topics
 * @property {import("./question.js").Around} around
 * @property {About[]} segments
 *
 * @typedef {object} Entry a term of a shard
 * @property {number} records how many have it
 * @property {number} fields in how many fields of them
 * @property {number} best the weight in the best
 * @property {Bytes} postings of the best records
 * @property {number} overflow the number of the first file with the others
 * @property {number} blocks how many such files there are; each is for an equal range of records
 *
 * @typedef {(record: number, weight: number) => void} Take
 * @typedef {"all" | number[]} Among which records are wanted besides the best: all, or these at least
 *
 * @typedef {{url: string, kind: string, name: string, body: string, date: string, heading: string,
 *   extra: string, text: string, title: string, beside: string, stands: string}} Shown
 */

export class Segment {
  /** @param {About} about @param {Manifest} manifest @param {Read} read @param {number} first */
  constructor(about, manifest, read, first) {
    this.about = about;
    this.manifest = manifest;
    this.read = read;
    this.first = first; // the number of its first record among those of all segments
    /** @type {Map<number, Promise<Map<string, Entry>>>} */
    this.shards = new Map();
    /** @type {Map<string, Promise<Shown[]>>} */
    this.shown = new Map();
  }

  /** @param {string} term @returns {Promise<Entry | undefined>} */
  async entry(term) {
    if (!this.about.shards.length) return undefined;
    const number = holder(this.about.shards, term);
    let shard = this.shards.get(number);
    if (!shard) {
      shard = this.file(`s/${number}.bin`).then((bytes) => entries(bytes, this.manifest));
      shard.catch(() => this.shards.delete(number));
      this.shards.set(number, shard);
    }
    return (await shard).get(term);
  }

  /** A file of the segment's folder. @param {string} path */
  file(path) {
    return this.read(`${this.about.folder}/${path}`);
  }

  /**
   * Give the best records of an entry with their weights, and of the others those that are wanted.
   * @param {Entry} entry @param {Among} among @param {Take} take
   */
  async postings(entry, among, take) {
    const { postings, best } = entry;
    const reader = new Bytes(postings.bytes, postings.at, postings.end);
    if (entry.records === 1) return take(this.first + reader.number(), best);
    this.levels(reader, best / this.manifest.levels, take);
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
      if (!files.has(block)) files.set(block, this.file(`o/${overflow + block}.bin`));
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
    const { each, shelves, texts } = this.about;
    const file = Math.floor(at / each);
    const folder = Math.floor(file / this.manifest.shelf);
    const path = `${texts}/t/${folder}-${shelves[folder]}/${file % this.manifest.shelf}.bin`;
    let shown = this.shown.get(path);
    if (!shown) {
      shown = this.read(path).then((bytes) => new Bytes(bytes).json().map(named));
      shown.catch(() => this.shown.delete(path));
      this.shown.set(path, shown);
    }
    return (await shown)[at % each];
  }
}

/** @param {string[]} row @returns {Shown} */
function named([url, kind, name, body, date, heading, extra = "", text = "", title = "", beside = "", stands = ""]) {
  return { url, kind, name, body, date, heading, extra, text, title, beside, stands };
}

/** The terms of a shard. @param {Uint8Array} bytes @param {Manifest} manifest @returns {Map<string, Entry>} */
function entries(bytes, { head, piece }) {
  const [words, records, fields, best, lengths, postings] = parts(bytes, 6);
  /** @type {Map<string, Entry>} */
  const made = new Map();
  let at = postings.at;
  for (const word of words.words()) {
    const count = records.number();
    const start = at;
    at += lengths.number();
    made.set(word, {
      records: count,
      fields: count + fields.number(),
      best: best.number() / 1000,
      postings: new Bytes(bytes, start, at),
      overflow: count > head ? lengths.number() : 0,
      blocks: Math.ceil(Math.max(0, count - head) / piece),
    });
  }
  return made;
}
