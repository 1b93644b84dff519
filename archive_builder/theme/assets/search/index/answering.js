// @ts-check
// Questions to the index of a site, in whichever thread they are asked.
import { fetching, remembered, unpacked } from "./files.js";
import { opened } from "./search.js";

/** @typedef {import("../types.js").Search} Search */

/**
 * The index is opened at the first question, and again after one that failed.
 * @param {URL} root the site's root @param {import("./terms.js").Words} words
 * @param {Promise<ArrayBuffer>} [manifest] the manifest, if it is on its way already
 * @returns {Search}
 */
export function answering(root, words, manifest) {
  const fetched = fetching(root);
  const read = remembered(async (path, stretch) => {
    const given = path === "manifest.bin" && new Uint8Array((await manifest) ?? []);
    manifest = undefined;
    return given && given.length ? unpacked(given) : fetched(path, stretch);
  });
  /** @type {Promise<Search> | undefined} */
  let search;

  /** @returns {Promise<Search>} */
  function ready() {
    if (!search) {
      search = opened(read, words);
      search.catch(() => (search = undefined));
    }
    return search;
  }

  return {
    search: async (request) => (await ready()).search(request),
    complete: async (text, limit) => (await ready()).complete(text, limit),
  };
}
