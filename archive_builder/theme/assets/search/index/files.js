// @ts-check
// The files of the index: fetched once, unpacked where the host has not done so already.

/**
 * @typedef {object} Stretch of a file that holds several gzip members, each with a line of text
 * @property {number} start the first byte of its member
 * @property {number} end the first byte behind it
 * @property {number} line the number of its line
 *
 * @typedef {(path: string, stretch?: Stretch) => Promise<Uint8Array>} Read gives a file's content, or a stretch
 *   of it, by the file's path below search/
 */

const LINE_FEED = 10;
const PARTIAL = 206;

/**
 * A stretch is asked for alone. From a host that sends whole files it is taken out of one, which is kept.
 * @param {URL} root the site's root
 * @returns {Read}
 */
export function fetching(root) {
  const folder = new URL("search/", root);
  /** @type {Map<string, Uint8Array>} */
  const whole = new Map();
  return async (path, stretch) => {
    const held = stretch && whole.get(path);
    if (held) return within(held, stretch);
    const isManifest = path === "manifest.bin";
    const response = await fetch(new URL(path, folder), {
      cache: isManifest ? "no-cache" : "default",
      ...(stretch && { headers: { range: `bytes=${stretch.start}-${stretch.end - 1}` } }),
    });
    // Some hosts answer with a page where there is no such file.
    const isPage = response.headers.get("content-type")?.startsWith("text/html");
    if (!response.ok || isPage) throw new Error(`${response.url}: ${isPage ? "a page" : response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!stretch || response.status === PARTIAL) return unpacked(bytes);
    whole.set(path, bytes);
    return within(bytes, stretch);
  };
}

/** A stretch of a whole file, also of one that the host has unpacked. @param {Uint8Array} bytes @param {Stretch} stretch */
export async function within(bytes, { start, end, line }) {
  if (isPacked(bytes)) return unpacked(bytes.subarray(start, end));
  let from = 0;
  for (let left = line; left > 0; left--) from = bytes.indexOf(LINE_FEED, from) + 1;
  return bytes.subarray(from, bytes.indexOf(LINE_FEED, from));
}

/**
 * Each file, and each stretch of one, read once; one that could not be read is tried again when it is next wanted.
 * @param {Read} read @returns {Read}
 */
export function remembered(read) {
  /** @type {Map<string, Promise<Uint8Array>>} */
  const known = new Map();
  return (path, stretch) => {
    const name = stretch ? `${path}:${stretch.start}` : path;
    let file = known.get(name);
    if (!file) {
      file = read(path, stretch);
      file.catch(() => known.delete(name));
      known.set(name, file);
    }
    return file;
  };
}

/** @param {Uint8Array} bytes */
function isPacked(bytes) {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** @param {Uint8Array} bytes a gzip member, or what is in one @returns {Promise<Uint8Array>} */
export async function unpacked(bytes) {
  if (!isPacked(bytes)) return bytes;
  if (typeof DecompressionStream === "undefined") return (await import("./inflate.js")).inflated(bytes);
  const stream = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
