// @ts-check
// NOT, OR, AND and parentheses: what the search can do of them, and what it cannot.

/**
 * @typedef {"or" | "parentheses"} Refused
 *
 * @typedef {object} Operated
 * @property {string} text with NOT as a minus, and without AND and the words that OR joins
 * @property {string[][]} either words of which any will do
 * @property {Refused[]} refused what was typed and is not done
 */

const WORD = String.raw`[\p{L}\p{N}'’‐‑-]+`;
const EITHER = RegExp(String.raw`(?<before>^|[\s(])(?<words>${WORD}(?:\s+OR\s+${WORD})+)(?=$|[\s)])`, "gu");
/** What is in quotes is passed over. */
const NOT = /"[^"]*"|(?<before>^|[\s(])(?:AND\s+)?NOT\s+(?=[^\s)])/gu;
const AND = /(^|\s)AND(?=\s)/gu;
const OR = /(?:^|[\s)"”])OR(?=[\s("“])/u;
/** Parentheses around several words: around one they are those of a number, or say nothing. */
const GROUP = /\([^()]*\p{L}[^()]*\s[^()]*\p{L}[^()]*\)/u;

/** @param {string} text as typed @returns {Operated} */
export function operated(text) {
  /** @type {string[][]} */
  const either = [];
  if (!/\p{Ll}/u.test(text)) return { text, either, refused: [] }; // in capitals throughout, no word is an operator
  const isOperated = /(?:^|[\s("])(?:NOT|OR|AND)(?=\s)/u.test(text);
  if (!isOperated) return { text, either, refused: [] };
  const rest = text
    .replace(NOT, (piece, before) => (before === undefined ? piece : `${before}-`))
    .replace(EITHER, (_, before, words) => {
      either.push(words.split(/\s+OR\s+/u));
      return `${before} `;
    })
    .replace(/\(\s*\)/g, " ")
    .replace(AND, "$1 ");
  /** @type {Refused[]} */
  const refused = [];
  if (OR.test(rest)) refused.push("or");
  if (GROUP.test(rest)) refused.push("parentheses");
  return { text: rest, either, refused };
}
