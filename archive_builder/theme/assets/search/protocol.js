// @ts-check
// The version of what a page and the search's worker say to each other (types.js). It is raised with each change
// that the other side would not understand: a page may be open while the site is published anew, and a browser may
// have kept an older script.

export const PROTOCOL = 1;

/** Name of the error that is thrown where the site's newest worker speaks another version than the page. */
export const OTHER_VERSION = "OtherVersionError";

/** @returns {Error} */
export function otherVersion() {
  const error = new Error("The site was published anew with another version of the search.");
  error.name = OTHER_VERSION;
  return error;
}
