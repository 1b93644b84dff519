// @ts-check
// Unpacks a gzip member (RFC 1951 and 1952), for browsers that cannot do so themselves: Safari before 16.4.
// It is fetched by them only. No package that this project installs carries one.

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = Array.from({ length: 30 }, (_, n) => (n < 2 ? n + 1 : ((2 + (n % 2)) << ((n >> 1) - 1)) + 1));
const CODES = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** @typedef {{counts: Uint16Array, symbols: Uint16Array}} Tree how many codes have each length, and their symbols */

/** Says that an extra field follows the head of a gzip member. */
const EXTRA = 4;

/** @param {Uint8Array} bytes a gzip member with no optional fields in its head but an extra one @returns {Uint8Array} */
export function inflated(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const size = view.getUint32(bytes.length - 4, true);
  const input = new Bits(bytes, bytes[3] & EXTRA ? 12 + view.getUint16(10, true) : 10);
  const out = new Uint8Array(size);
  let at = 0;
  let isLast = false;
  while (!isLast) {
    isLast = input.take(1) === 1;
    const kind = input.take(2);
    if (kind === 0) at = stored(input, out, at);
    else if (kind < 3) at = packed(input, out, at, kind === 1 ? fixed() : trees(input));
    else throw new Error("not a gzip member");
  }
  return out;
}

class Bits {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
    this.held = 0;
    this.count = 0;
  }

  /** @param {number} count of bits, at most 16 */
  take(count) {
    while (this.count < count) {
      this.held |= this.bytes[this.at++] << this.count;
      this.count += 8;
    }
    const taken = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.count -= count;
    return taken;
  }

  /** The symbol of the next code. @param {Tree} tree */
  symbol({ counts, symbols }) {
    let code = 0;
    let first = 0;
    let before = 0;
    for (let length = 1; length < 16; length++) {
      code |= this.take(1);
      if (code - first < counts[length]) return symbols[before + code - first];
      before += counts[length];
      first = (first + counts[length]) << 1;
      code <<= 1;
    }
    throw new Error("not a gzip member");
  }
}

/** @param {ArrayLike<number>} lengths of the code of each symbol @returns {Tree} */
function tree(lengths) {
  const counts = new Uint16Array(16);
  for (let n = 0; n < lengths.length; n++) counts[lengths[n]]++;
  counts[0] = 0;
  const starts = new Uint16Array(17);
  for (let length = 1; length < 16; length++) starts[length + 1] = starts[length] + counts[length];
  const symbols = new Uint16Array(lengths.length);
  for (let n = 0; n < lengths.length; n++) if (lengths[n]) symbols[starts[lengths[n]]++] = n;
  return { counts, symbols };
}

/** @returns {[Tree, Tree]} */
function fixed() {
  const lengths = Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8));
  return [tree(lengths), tree(new Uint8Array(30).fill(5))];
}

/** @param {Bits} input @returns {[Tree, Tree]} */
function trees(input) {
  const literals = input.take(5) + 257;
  const distances = input.take(5) + 1;
  const codes = new Uint8Array(19);
  const used = input.take(4) + 4;
  for (let n = 0; n < used; n++) codes[CODES[n]] = input.take(3);
  const coded = tree(codes);
  const lengths = new Uint8Array(literals + distances);
  for (let n = 0; n < lengths.length; ) {
    const symbol = input.symbol(coded);
    if (symbol < 16) lengths[n++] = symbol;
    else {
      const value = symbol === 16 ? lengths[n - 1] : 0;
      const times = symbol === 16 ? 3 + input.take(2) : symbol === 17 ? 3 + input.take(3) : 11 + input.take(7);
      lengths.fill(value, n, (n += times));
    }
  }
  return [tree(lengths.subarray(0, literals)), tree(lengths.subarray(literals))];
}

/** @param {Bits} input @param {Uint8Array} out @param {number} at */
function stored(input, out, at) {
  input.at -= input.count >> 3;
  input.held = input.count = 0;
  const length = input.take(16);
  input.take(16);
  out.set(input.bytes.subarray(input.at, input.at + length), at);
  input.at += length;
  return at + length;
}

/** @param {Bits} input @param {Uint8Array} out @param {number} at @param {[Tree, Tree]} trees */
function packed(input, out, at, [literals, distances]) {
  for (;;) {
    const symbol = input.symbol(literals);
    if (symbol === 256) return at;
    if (symbol < 256) out[at++] = symbol;
    else {
      const length = LENGTHS[symbol - 257] + input.take(LENGTH_BITS[symbol - 257]);
      const far = input.symbol(distances);
      const distance = DISTANCES[far] + input.take(far < 2 ? 0 : (far >> 1) - 1);
      for (const end = at + length; at < end; at++) out[at] = out[at - distance];
    }
  }
}
