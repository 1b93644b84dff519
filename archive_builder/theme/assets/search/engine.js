// @ts-check
// The search that all parts of a page share: opened once, on first use, and opened again if that fails.

/** @typedef {import("./types.js").Search} Search */

/** The site's root, wherever the site lies on its host. */
export const ROOT = new URL("../../", import.meta.url);

/** @type {Promise<Search> | undefined} */
let opened;

/** @param {Promise<Response>} [manifest] the index's manifest, if it is on its way @returns {Promise<Search>} */
export function engine(manifest) {
  opened ??= import("./client.js")
    .then((client) => client.open(ROOT, manifest))
    .catch((error) => {
      opened = undefined;
      throw error;
    });
  return opened;
}
