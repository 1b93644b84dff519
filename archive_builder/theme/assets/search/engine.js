// @ts-check
// The search that all parts of a page share: opened once, on first use.
import { open } from "./client.js";

/** @typedef {import("./types.js").Search} Search */

/** The site's root, wherever the site lies on its host. */
export const ROOT = new URL("../../", import.meta.url);

/** @type {Search | undefined} */
let opened;

/** @param {import("./client.js").Ahead} [ahead] what was started before @returns {Search} */
export function engine(ahead) {
  if (opened) ahead?.worker.terminate();
  opened ??= open(ROOT, ahead);
  return opened;
}
