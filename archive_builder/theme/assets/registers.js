// @ts-check
// A register's table: sorted by any column, narrowed to words and to how things stand. It is complete
// and in order without this.

import { element } from "./search/elements.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** What a cell is sorted by: a date by its day, a number by its size, words as they are. @param {string} text */
export function sortKey(text) {
  const date = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})/.exec(text);
  const month = date ? MONTHS.indexOf(date[2]) : -1;
  if (date && month >= 0) return `${date[3]}${String(month).padStart(2, "0")}${date[1].padStart(2, "0")}`;
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, "0"));
}

/** True if a row's text has all the words. @param {string} text @param {string} words */
export function hasAll(text, words) {
  const lower = text.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => lower.includes(word));
}

/** "12 of 40 rows shown." @param {number} shown @param {number} all */
export function counted(shown, all) {
  const rows = all === 1 ? "row" : "rows";
  return shown === all ? `All ${all} ${rows} shown.` : `${shown} of ${all} ${rows} shown.`;
}

/** How a row stands, in a word or two: its chip, without the day beside it. @param {HTMLTableCellElement} cell */
function standing(cell) {
  return (cell.querySelector(".chip") ?? cell).textContent?.trim() ?? "";
}

/** On narrow screens a row is set as a card: roles keep it a table, and each cell says its column. @param {HTMLTableElement} table */
function keepRoles(table) {
  const columns = [...table.tHead?.rows[0]?.cells ?? []].map((cell) => cell.textContent ?? "");
  table.setAttribute("role", "table");
  for (const row of table.rows) {
    row.setAttribute("role", "row");
    for (const [at, cell] of [...row.cells].entries()) {
      cell.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "cell");
      cell.dataset.column = columns[at];
    }
  }
}

/** @param {HTMLElement} register */
function start(register) {
  const table = register.querySelector("table");
  const body = table?.tBodies[0];
  const heads = [...table?.tHead?.rows[0]?.cells ?? []];
  if (!table || !body) return;
  keepRoles(table);
  const rows = [...body.rows];
  const stands = heads.length - 1;
  const status = element("p", { class: "register-status", role: "status" });
  const words = element("input", { type: "search", id: "register-words", autocomplete: "off" });
  const choice = element("select", { id: "register-stands" }, element("option", { value: "" }, "All"));
  const values = [...new Set(rows.map((row) => standing(row.cells[stands])))].filter(Boolean).sort();
  choice.append(...values.map((value) => element("option", { value }, value)));

  const narrow = () => {
    let shown = 0;
    for (const row of rows) {
      const fits = hasAll(row.textContent ?? "", words.value.trim());
      const chosen = !choice.value || standing(row.cells[stands]) === choice.value;
      row.hidden = !(fits && chosen);
      if (!row.hidden) shown += 1;
    }
    status.textContent = counted(shown, rows.length);
  };
  words.addEventListener("input", narrow);
  choice.addEventListener("change", narrow);
  register.before(
    element(
      "div",
      { class: "register-tools" },
      element("label", { for: "register-words" }, "Show rows with the words"),
      words,
      element("label", { for: "register-stands" }, heads[stands].textContent ?? ""),
      choice,
    ),
    status,
  );
  for (const [at, head] of heads.entries()) {
    const button = element("button", { type: "button" }, head.textContent ?? "");
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const keyed = rows.map((row) => ({ row, key: sortKey(row.cells[at].textContent?.trim() ?? "") }));
      keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (up ? 1 : -1));
      body.append(...keyed.map(({ row }) => row));
      status.textContent = `Sorted by ${button.textContent?.toLowerCase()}, ${up ? "ascending" : "descending"}.`;
    });
  }
}

if (typeof document !== "undefined") {
  for (const register of document.querySelectorAll(".register")) {
    if (register instanceof HTMLElement) start(register);
  }
}
