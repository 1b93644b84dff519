// @ts-check
// Results as a CSV file, made in the reader's browser.

/** @typedef {import("./types.js").Result} Result */

/** Maximum number of results in a file. */
export const BOUND = 1000;

const COLUMNS = ["kind", "body", "date", "heading", "text", "url"];
const NUMBER = /^[-+]?[\d,]*(?:\.\d+)?%?$/;

/**
 * With a byte order mark, without which spreadsheets misread accents and dashes.
 * @param {Result[]} results @param {URL} root
 */
export function csv(results, root) {
  const rows = results.map((result) => [
    result.name,
    result.body,
    result.date,
    result.heading,
    result.text ?? result.passage.map((stretch) => stretch.text).join(""),
    new URL(result.url, root).href,
  ]);
  return "\ufeff" + [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A cell, quoted where it must be. @param {string} text */
function cell(text) {
  const plain = harmless(text);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** What some programs drop before they look: controls, marks that are not seen, spaces. */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Mn}\p{Z}]+/u;

/** A spreadsheet would run a cell that opens like a formula: an apostrophe makes it text. @param {string} text */
function harmless(text) {
  const first = text.replace(UNSEEN, "").slice(0, 1).normalize("NFKC");
  const opens = /^[\t\r]/.test(text) || /[=+\-@]/.test(first);
  return opens && !NUMBER.test(text.trim()) ? `'${text}` : text;
}

/** Gives a file to the reader. @param {string} name @param {string} content */
export function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A file name that any computer can keep. @param {string} text */
export function fileName(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${["search", ...words].join("-").slice(0, 60)}.csv`;
}
