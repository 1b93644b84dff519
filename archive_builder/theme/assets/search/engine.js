// @ts-check
// The search that all parts of a page share: opened once, on first use.
import { open } from "./client.js";

/** @typedef {import("./types.js").Search} Search */

/** The site's root, wherever the site lies on its host. */
export const ROOT = new URL("../../", import.meta.url);

/** @type {Search | undefined} */
let opened;

/** @param {Promise<Response>} [manifest] the index's manifest, if it is on its way @returns {Search} */
export function engine(manifest) {
  opened ??= open(ROOT, manifest);
  return opened;
}
