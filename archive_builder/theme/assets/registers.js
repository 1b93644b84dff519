// @ts-check
// A register's table: sorted by any column, narrowed to words and to how things stand; the address keeps
// both. It is complete and in order without this.

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

/** What the address says of a table: the words and the standing that narrow it, the column that sorts it. */
const STATE = ["words", "stands", "sort", "order"];

/** Writes into the address what the page shows, so that it can be kept and sent. @param {Record<string, string>} state */
function keepInAddress(state) {
  const address = new URL(location.href);
  for (const name of STATE) {
    if (state[name]) address.searchParams.set(name, state[name]);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
}

/** @returns {Record<string, string>} */
function stateOfAddress() {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(STATE.map((name) => [name, asked.get(name) ?? ""]));
}

/** The field, the list and the button that narrow a table. @param {string} last what its last column is called @param {string[]} values */
function makeTools(last, values) {
  const words = element("input", { type: "search", id: "register-words", autocomplete: "off" });
  const choice = element("select", { id: "register-stands" }, element("option", { value: "" }, "All"));
  choice.append(...values.map((value) => element("option", { value }, value)));
  const reset = element("button", { type: "button", class: "register-reset", hidden: true }, "Show all rows");
  const tools = element(
    "div",
    { class: "register-tools" },
    element("label", { for: "register-words" }, "Show rows with the words"),
    words,
    element("label", { for: "register-stands" }, last),
    choice,
  );
  return { tools, words, choice, reset };
}

/** @param {HTMLTableSectionElement} body @param {HTMLTableRowElement[]} rows @param {number} column @param {boolean} up */
function sortRows(body, rows, column, up) {
  const keyed = rows.map((row) => ({ row, key: sortKey(row.cells[column].textContent?.trim() ?? "") }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (up ? 1 : -1));
  body.append(...keyed.map(({ row }) => row));
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
  const state = stateOfAddress();
  const values = [...new Set(rows.map((row) => standing(row.cells[stands])))].filter(Boolean).sort();
  const { tools, words, choice, reset } = makeTools(heads[stands].textContent ?? "", values);
  const status = element("p", { class: "register-status", role: "status" });
  register.before(tools, status, reset);

  const narrow = () => {
    Object.assign(state, { words: words.value.trim(), stands: choice.value });
    for (const row of rows) {
      const chosen = !state.stands || standing(row.cells[stands]) === state.stands;
      row.hidden = !(chosen && hasAll(row.textContent ?? "", state.words));
    }
    status.textContent = counted(rows.filter((row) => !row.hidden).length, rows.length);
    reset.hidden = !(state.words || state.stands);
    keepInAddress(state);
  };
  words.addEventListener("input", narrow);
  choice.addEventListener("change", narrow);
  reset.addEventListener("click", () => {
    words.value = choice.value = "";
    narrow();
    words.focus();
  });
  const sort = startSorting(heads, (column, up) => {
    sortRows(body, rows, column, up);
    Object.assign(state, { sort: String(column), order: up ? "up" : "down" });
    status.textContent = `Sorted by ${heads[column].textContent?.toLowerCase()}, ${up ? "ascending" : "descending"}.`;
    keepInAddress(state);
  });

  words.value = state.words;
  choice.value = values.includes(state.stands) ? state.stands : "";
  if (heads[Number(state.sort)] && state.order) sort(Number(state.sort), state.order === "up");
  if (words.value || choice.value) narrow();
}

/**
 * Makes the head of each column a button that sorts by it, one way and then the other.
 * @param {HTMLTableCellElement[]} heads @param {(column: number, up: boolean) => void} act
 */
function startSorting(heads, act) {
  const sort = (/** @type {number} */ column, /** @type {boolean} */ up) => {
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", up ? "ascending" : "descending");
    act(column, up);
  };
  for (const [at, head] of heads.entries()) {
    const button = element("button", { type: "button" }, head.textContent ?? "");
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(at, head.getAttribute("aria-sort") !== "ascending"));
  }
  return sort;
}

if (typeof document !== "undefined") {
  for (const register of document.querySelectorAll(".register")) {
    if (register instanceof HTMLElement) start(register);
  }
}
