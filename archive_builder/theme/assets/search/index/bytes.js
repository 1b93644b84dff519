// @ts-check
// Numbers and sorted words as archive_builder/index/packing.py writes them.

const decoder = new TextDecoder();

/** Reads a file's bytes from first to last. */
export class Bytes {
  /** @param {Uint8Array} bytes @param {number} [at] @param {number} [end] */
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get more() {
    return this.at < this.end;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** A number: seven bits a byte, the lowest first. */
  number() {
    let value = 0;
    let factor = 1;
    let byte;
    do {
      byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte & 128);
    return value;
  }

  /** All numbers that are left. */
  numbers() {
    const made = [];
    while (this.more) made.push(this.number());
    return made;
  }

  /** All sorted words that are left: how much of the word before is kept, and what is new. */
  words() {
    const made = [];
    const word = new Uint8Array(512);
    while (this.more) {
      const kept = this.byte();
      const added = this.byte();
      word.set(this.bytes.subarray(this.at, this.at + added), kept);
      this.at += added;
      made.push(decoder.decode(word.subarray(0, kept + added)));
    }
    return made;
  }

  json() {
    return JSON.parse(decoder.decode(this.bytes.subarray(this.at, this.end)));
  }
}

/**
 * The stretches of a file: the lengths of all but the last stand before them.
 * @param {Uint8Array} bytes @param {number} count @returns {Bytes[]}
 */
export function parts(bytes, count) {
  const head = new Bytes(bytes);
  const lengths = Array.from({ length: count - 1 }, () => head.number());
  let at = head.at;
  const made = lengths.map((length) => new Bytes(bytes, at, (at += length)));
  return [...made, new Bytes(bytes, at)];
}

/**
 * Which of several files of sorted words holds a word, given the boundaries between them.
 * @param {string[]} bounds @param {string} word
 */
export function holder(bounds, word) {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bounds[middle] <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}
