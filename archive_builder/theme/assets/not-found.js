// @ts-check
// The page for an address that does not exist: the address' own words are put into its search box.

/** What addresses hold besides words. */
const NO_WORDS = new Set(["index", "404"]);

/**
 * The words of an address: of "meetings/pab/2025-03-18/firearms-licensng/" meetings, pab, the date as it
 * stands, firearms, licensng.
 * @param {string} path
 */
export function wordsOf(path) {
  let readable = path;
  try {
    readable = decodeURIComponent(path);
  } catch {
    // A stray percent sign: the address as it stands.
  }
  const words = readable.replace(/\.\w+$/, "").match(/\d{4}-\d{2}-\d{2}|[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !NO_WORDS.has(word)).join(" ");
}

if (typeof document !== "undefined") {
  const input = document.querySelector("#not-found-search");
  const home = document.querySelector(".site-name");
  if (input instanceof HTMLInputElement && home instanceof HTMLAnchorElement && !input.value) {
    const root = new URL(home.href).pathname;
    const path = location.pathname;
    input.value = wordsOf(path.startsWith(root) ? path.slice(root.length) : path);
  }
}
