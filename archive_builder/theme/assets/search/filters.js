// @ts-check
// The filters beside the results: one list of values with counts for each facet, and the years.

import { button, element } from "./elements.js";
import { FACETS, narrowed } from "./state.js";
import { day, figure } from "./wording.js";

/**
 * @typedef {import("./types.js").Filters} Filters
 * @typedef {import("./types.js").Facets} Facets
 * @typedef {import("./types.js").Count} Count
 * @typedef {import("./state.js").Facet} Facet
 * @typedef {object} Act what a person does with the filters
 * @property {(facet: Facet, value: string, on: boolean) => void} facet
 * @property {(end: "after" | "before", year: string) => void} end
 * @property {() => void} narrowed leaves the filters for the results
 */

/** @type {Record<Facet, string>} */
export const NAMES = {
  kind: "Kind of record",
  body: "Body",
  person: "Person",
  topic: "Topic",
  status: "Status of actions and decisions",
};
/** What is said where a name is looked for in vain: a list has only the most frequent. @type {Partial<Record<Facet, string>>} */
const NONE = { person: "Nobody of this name is among the most frequent. Type by: and the name into the search box." };
/** Number of values that are shown at first if that hides more than two, and the number from which on there is a field to search them. */
const OPEN = 8;
const LOOKED_FOR = 12;

/**
 * The panel of filters; `draw` shows the counts of a reply.
 * @param {Act} act
 */
export function filterPanel(act) {
  const isOpen = () => toggle.getAttribute("aria-expanded") === "true";
  const show = (/** @type {boolean} */ open) => toggle.setAttribute("aria-expanded", String(open));
  const toggle = button("filters-button", "Filters", () => show(!isOpen()));
  const done = button("filters-done", "", () => {
    show(false);
    act.narrowed();
  });
  show(false);
  toggle.setAttribute("aria-controls", "filters");
  const heading = element("h2", { class: "filters-heading" }, "Filters");
  const years = yearRange(act);
  const lists = FACETS.map((facet) => facetList(facet, act));
  const panel = element("div", { id: "filters", class: "filters-panel" });
  const note = element("p", { class: "filters-counted", hidden: true });
  panel.append(note, lists[0].place, lists[1].place, years.place, ...lists.slice(2).map((list) => list.place), done);
  const place = element("section", { class: "search-filters", "aria-label": "Filters" }, toggle, heading, panel);
  return {
    place,
    /**
     * @param {Facets} facets @param {Filters} filters
     * @param {string} found how many records there are @param {string} counted what the numbers count
     */
    draw(facets, filters, found, counted) {
      note.textContent = counted;
      note.hidden = !counted;
      const number = narrowed(filters);
      done.textContent = `Show ${found}`;
      toggle.textContent = number ? `Filters (${number})` : "Filters";
      for (const list of lists) list.draw(facets[list.facet] ?? [], filters[list.facet] ?? []);
      years.draw(facets.year ?? [], filters);
    },
  };
}

/** One facet: boxes to tick. @param {Facet} facet @param {Act} act */
function facetList(facet, act) {
  const list = element("ul", {});
  const more = button("filters-more", "", () => show(!isOpen));
  const word = element("input", { type: "search", autocomplete: "off", "aria-label": `Look for a ${facet}` });
  word.placeholder = `Look for a ${facet}`;
  word.addEventListener("input", () => show(isOpen));
  const legend = element("legend", {}, NAMES[facet]);
  const none = element("p", { class: "filters-none" }, NONE[facet] ?? "There is none of this name.");
  const place = element("fieldset", { hidden: true }, legend, word, list, none, more);
  /** @type {{row: HTMLElement, label: string, ticked: boolean}[]} */
  let rows = [];
  let isOpen = false;

  /** @param {boolean} open */
  function show(open) {
    isOpen = open;
    const sought = word.value.trim().toLowerCase();
    const fitting = rows.filter(({ label }) => label.toLowerCase().includes(sought));
    const shown = new Set(fitting.filter((row, at) => open || sought || at < OPEN || rows.length <= OPEN + 2 || row.ticked));
    for (const row of rows) row.row.hidden = !shown.has(row);
    const isAll = shown.size === rows.length;
    more.hidden = Boolean(sought) || (isAll && (!open || rows.length <= OPEN + 2));
    none.hidden = Boolean(fitting.length);
    more.textContent = open ? "Show fewer" : `Show ${figure(rows.length - shown.size)} more`;
    more.setAttribute("aria-expanded", String(open));
  }

  return {
    facet,
    place,
    /** @param {Count[]} counts @param {string[]} chosen */
    draw(counts, chosen) {
      const focused = document.activeElement?.id;
      const isChosen = (/** @type {Count} */ count) => chosen.includes(count.value);
      rows = counts.map((count) => ({
        row: box(facet, count, isChosen(count), act),
        label: count.label,
        ticked: isChosen(count),
      }));
      list.replaceChildren(...rows.map(({ row }) => row));
      place.hidden = !rows.length;
      word.hidden = rows.length <= LOOKED_FOR;
      show(isOpen);
      if (focused?.startsWith(`${facet}-`)) document.getElementById(focused)?.focus({ preventScroll: true });
    },
  };
}

/** @param {Facet} facet @param {Count} count @param {boolean} ticked @param {Act} act */
function box(facet, { value, label, count }, ticked, act) {
  const input = element("input", { type: "checkbox", id: `${facet}-${value}` });
  input.checked = ticked;
  input.addEventListener("change", () => act.facet(facet, value, input.checked));
  const number = element("span", { class: "count" }, figure(count));
  return element("li", {}, element("label", {}, input, element("span", {}, label), " ", number));
}

/** The first and the last year. @param {Act} act */
function yearRange(act) {
  const ends = /** @type {const} */ (["after", "before"]).map((end) => {
    const select = element("select", { id: `year-${end}` });
    select.addEventListener("change", () => act.end(end, select.value));
    return { end, select };
  });
  const labels = ends.map(({ end, select }) => {
    const label = element("label", { for: select.id }, end === "after" ? "From" : "To");
    return element("div", {}, label, select);
  });
  const place = element("fieldset", { class: "years", hidden: true }, element("legend", {}, "Year"), ...labels);
  return {
    place,
    /** @param {Count[]} counts @param {Filters} filters */
    draw(counts, filters) {
      const years = [...counts].sort((a, b) => a.value.localeCompare(b.value));
      place.hidden = !years.length && !filters.after && !filters.before;
      for (const { end, select } of ends) {
        const chosen = filters[end] ?? "";
        const options = years.map((year) => new Option(`${year.label} (${figure(year.count)})`, year.value));
        if (chosen && !years.some((year) => year.value === chosen)) options.push(new Option(day(chosen), chosen));
        select.replaceChildren(new Option("any year", ""), ...options);
        select.value = chosen;
      }
    },
  };
}

/**
 * The filters as words, each with what takes it away.
 * @param {Filters} filters
 * @param {Facets} facets
 * @param {Pick<Act, "facet" | "end">} act
 * @returns {{label: string, remove: () => void}[]}
 */
export function chips(filters, facets, act) {
  const values = FACETS.flatMap((facet) =>
    (filters[facet] ?? []).map((value) => {
      const label = facets[facet]?.find((count) => count.value === value)?.label ?? value;
      const remove = () => act.facet(facet, value, false);
      return { label: facet === "status" ? `status: ${label.toLowerCase()}` : label, remove };
    }),
  );
  const { after, before } = filters;
  if (after) values.push({ label: `from ${day(after)}`, remove: () => act.end("after", "") });
  if (before) values.push({ label: `to ${day(before)}`, remove: () => act.end("before", "") });
  return values;
}
