// @ts-check
// The files of the index: fetched once, unpacked where the host has not done so already.

/** @typedef {(path: string) => Promise<Uint8Array>} Read gives a file's content by its path below search/ */

/**
 * @param {URL} root the site's root
 * @returns {Read}
 */
export function fetching(root) {
  const folder = new URL("search/", root);
  return async (path) => {
    const isManifest = path === "manifest.bin";
    const response = await fetch(new URL(path, folder), { cache: isManifest ? "no-cache" : "default" });
    // Some hosts answer with a page where there is no such file.
    const isPage = response.headers.get("content-type")?.startsWith("text/html");
    if (!response.ok || isPage) throw new Error(`${response.url}: ${isPage ? "a page" : response.status}`);
    return unpacked(new Uint8Array(await response.arrayBuffer()));
  };
}

/**
 * Each file read once; one that could not be read is tried again when it is next wanted.
 * @param {Read} read @returns {Read}
 */
export function remembered(read) {
  /** @type {Map<string, Promise<Uint8Array>>} */
  const known = new Map();
  return (path) => {
    let file = known.get(path);
    if (!file) {
      file = read(path);
      file.catch(() => known.delete(path));
      known.set(path, file);
    }
    return file;
  };
}

/** @param {Uint8Array} bytes a gzip member, or what is in one @returns {Promise<Uint8Array>} */
export async function unpacked(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  if (typeof DecompressionStream === "undefined") return (await import("./inflate.js")).inflated(bytes);
  const stream = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
