// @ts-check
// Another spelling of what was typed, where it helps: for words that no record has, if it finds something.
import { spelling } from "./dictionary.js";
import { match } from "./matching.js";
import { folded } from "./terms.js";

/**
 * @typedef {import("./matching.js").Matched} Matched
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./query.js").Wanted} Wanted
 * @typedef {import("./scoring.js").Index} Index
 */

/** Minimum number of records with a word that is suggested. */
const FEWEST = 2;

/**
 * What was typed with misspelt words put right; empty where no word is misspelt, or where it would find nothing.
 * @param {Index} index @param {string} text as typed @param {Query} query @param {Matched} found
 * @param {Set<string>} known words that are none the less understood, as typed
 */
export async function suggestion(index, text, query, found, known) {
  /** @type {Map<Wanted, string>} */
  const right = new Map();
  for (const { wanted, options } of found.wanted) {
    const [word, ...more] = folded(wanted.printed);
    if (!word || more.length || options.length || wanted.prefix || known.has(wanted.printed)) continue;
    const spelt = await spelling(index.segments, word, FEWEST);
    if (spelt) right.set(wanted, spelt.printed);
  }
  if (!right.size || !(await finds(index, query, found, right))) return "";
  return [...right].reduce((text, [{ printed }, spelt]) => text.replace(printed, spelt), text);
}

/**
 * True if some record has all words of a query as they are put right, without those that no record has.
 * @param {Index} index @param {Query} query @param {Matched} found @param {Map<Wanted, string>} right
 */
async function finds(index, query, found, right) {
  const missing = new Set(found.wanted.filter(({ options }) => !options.length).map(({ wanted }) => wanted));
  const wanted = query.wanted.flatMap((one) => {
    const spelt = right.get(one);
    if (spelt) return [{ ...one, options: [folded(spelt).map(index.words.stem)] }];
    return missing.has(one) ? [] : [one];
  });
  return (await match(index, { ...query, wanted }, true)).records.length > 0;
}
