// @ts-check
// The search as the parts of a page share it: opened once, when somebody wants it, and tried again if that fails.

/**
 * @typedef {import("./types.js").Search} Search
 * @typedef {import("./types.js").Request} Request
 * @typedef {import("./types.js").Reply} Reply
 */

/** The site's root, wherever the site lies on its host. */
export const ROOT = new URL("../../", import.meta.url);

/** @type {Promise<Search> | undefined} */
let opened;

/** @returns {Promise<Search>} */
export function engine() {
  opened ??= import("./client.js")
    .then((client) => client.open(ROOT))
    .catch((error) => {
      opened = undefined;
      throw error;
    });
  return opened;
}

/**
 * The search's reply to what is typed. A last word that no record has and that begins others is an
 * unfinished one, and is asked as a beginning.
 * @param {Request} request
 * @returns {Promise<Reply & {text: string}>} with the text that was asked
 */
export async function ask(request) {
  const search = await engine();
  const reply = await search.search(request);
  const last = request.text.match(/(?<![\p{L}\p{N}:"*-])[\p{L}\p{N}]{2,}$/u)?.[0];
  if (last && reply.has !== "all" && isOpen(reply, last)) {
    const [word] = await search.complete(last, 1);
    const text = `${request.text}*`;
    const begun = word && (await search.search({ ...request, text }));
    if (begun?.has === "all") return { ...begun, text };
  }
  return { ...reply, text: request.text };
}

/** Whether the last word is one that no record has. @param {Reply} reply @param {string} last */
function isOpen(reply, last) {
  const plain = last.toLowerCase();
  return !reply.total || reply.missing.some((word) => word.toLowerCase() === plain);
}
