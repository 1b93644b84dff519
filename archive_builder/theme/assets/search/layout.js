// @ts-check
// The search page's parts, and how they show what was found.

import { announcer } from "./announcer.js";
import { button, element, onTyped } from "./elements.js";
import { chips, filterPanel } from "./filters.js";
import { folding } from "./folding.js";
import { notes, ways } from "./notes.js";
import { item, parted } from "./results.js";
import { narrowed, read } from "./state.js";
import { counted, further, outcome, records } from "./wording.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./types.js").Reply} Reply
 * @typedef {import("./types.js").Order} Order
 * @typedef {Omit<import("./filters.js").Act, "narrowed"> & {
 *   typed: (text: string) => void, submitted: (text: string) => void, examined: (state: State) => void,
 *   cleared: () => void, ordered: (order: Order) => void, more: () => void, download: () => void, again: () => void,
 * }} Acts what a person does
 */

/** @type {[Order, string][]} */
const ORDERS = [["relevance", "best match first"], ["newest", "newest first"], ["oldest", "oldest first"]];

/** Builds the page's parts into their places. @param {Acts} act */
export function layOut(act) {
  const place = /** @type {HTMLElement} */ (document.getElementById("search"));
  const help = /** @type {HTMLElement} */ (document.getElementById("search-help"));
  const browse = /** @type {HTMLElement} */ (document.getElementById("search-browse"));
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const groups = new Set((place.dataset.feeds ?? "").split(" ").filter(Boolean));
  const status = announcer();
  const chosen = element("ul", { class: "search-chips", "aria-label": "Filters in use", hidden: true });
  const count = element("p", { class: "search-count" });
  const order = orders(act);
  const taken = element("div", { class: "search-ways" });
  const said = element("div", { class: "search-notes" });
  const list = element("ol", { class: "results" });
  const followed = element("h2", { class: "results-further", hidden: true });
  const others = element("ol", { class: "results" });
  const [mainList, furtherList] = [folding(list, "results-of"), folding(others, "further-of")];
  const more = button("more", "Show more", act.more);
  more.hidden = true;
  const title = element("h2", { class: "visually-hidden", tabindex: "-1", id: "search-results" }, "Results");
  const skip = skipLink(title, [list, others]);
  const filters = filterPanel({ ...act, narrowed: () => title.focus() });
  const found = element("div", { class: "search-found" });
  found.append(title, element("div", { class: "search-head" }, count, order.place), said, list, followed, others, more, taken);
  const body = element("div", { class: "search-body", hidden: true }, filters.place, found);
  const helper = button("as-link help-button", "How to search", () => showHelp(help.hidden));
  helper.setAttribute("aria-controls", "search-help");
  form.append(helper);
  place.append(chosen, body, status.place);
  onTyped(input, () => act.typed(input.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act.submitted(input.value);
  });
  for (const area of [help, said]) area.addEventListener("click", follow);

  /** An example or another spelling is searched for on this page. @param {MouseEvent} event */
  function follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname) return;
    event.preventDefault();
    act.examined(read(link.search));
  }

  /** @param {boolean} open */
  function showHelp(open) {
    help.hidden = !open;
    helper.setAttribute("aria-expanded", String(open));
  }

  /** @param {string} words */
  function tell(words) {
    count.textContent = words;
    status.say(words);
  }

  return {
    /** The page as it is when nothing is asked: what can be asked. */
    start() {
      body.hidden = chosen.hidden = skip.hidden = true;
      helper.hidden = true;
      showHelp(true);
    },
    wait() {
      open();
      body.setAttribute("aria-busy", "true");
      tell("Searching …");
    },
    /** The results, before all that fit are counted. @param {Reply} reply @param {State} state */
    found(reply, state) {
      open();
      mainList.clear();
      furtherList.clear();
      skip.hidden = !add(reply).length;
      order.draw(state, reply.total);
      report(reply, state, { others: 0, isVain: false });
    },
    /**
     * The numbers of all that fit.
     * @param {Reply} reply @param {State} state @param {import("./notes.js").Besides} besides
     */
    counted(reply, state, besides) {
      report(reply, state, besides);
      taken.replaceChildren(...ways(reply, state, groups, act.download));
      const facets = reply.facets ?? none();
      filters.place.hidden = !reply.total && !narrowed(state.filters);
      const number = reply.exact ? records(reply.total) : `at least ${records(reply.total)}`;
      filters.draw(facets, state.filters, number, counted(reply));
      const each = chips(state.filters, facets, act).map(({ label, remove }) => chip(label, remove));
      if (each.length > 1) each.push(element("li", {}, button("as-link", "Remove all", act.cleared)));
      replace(chosen, each);
      chosen.hidden = !each.length;
    },
    /** @param {Reply} reply */
    added(reply) {
      const items = add(reply);
      more.hidden = !items.length || isComplete(reply);
      const first = items.find((one) => one.checkVisibility?.() ?? true);
      (first ?? items[0]?.closest(".folded"))?.querySelector("a, button")?.focus();
      status.say(`${items.length} more`);
    },
    failed() {
      open();
      for (const part of [mainList, furtherList]) part.clear();
      for (const part of [taken, chosen]) part.replaceChildren();
      for (const part of [followed, more, skip, chosen, filters.place, order.place]) part.hidden = true;
      tell("The search could not be loaded.");
      said.replaceChildren(button("", "Try again", act.again));
      browse.classList.add("is-needed");
    },
    say: status.say,
    /** @param {State} state */
    fill(state) {
      input.value = state.text;
    },
    focus: () => input.focus(),
  };

  /** What is said above the results. @param {Reply} reply @param {State} state @param {import("./notes.js").Besides} besides */
  function report(reply, state, besides) {
    const words = outcome(reply, state.text, narrowed(state.filters));
    count.textContent = words;
    replace(said, notes(reply, state, besides, act.cleared));
    status.say([words, said.textContent].filter(Boolean).join(" "));
    more.hidden = reply.exact && isComplete(reply);
    followed.hidden = !reply.further;
    followed.textContent = reply.further ? further(reply) : "";
  }

  /** True if all results are on the page. @param {Reply} reply */
  function isComplete(reply) {
    return mainList.size() >= reply.total && furtherList.size() >= reply.further;
  }

  /** Adds results to their lists. @param {Reply} reply @returns {HTMLElement[]} what was added */
  function add(reply) {
    /** @type {HTMLElement[]} */
    const items = [];
    const [first, rest] = parted(reply);
    for (const [place, results] of /** @type {const} */ ([[mainList, first], [furtherList, rest]])) {
      place.add(results, (result) => {
        const made = item(result, reply.marks);
        items.push(made);
        return made;
      });
    }
    return items;
  }

  /** Other parts in a place; who was on one that goes is taken to the results. @param {Element} place @param {Element[]} parts */
  function replace(place, parts) {
    const wasHere = place.contains(document.activeElement);
    place.replaceChildren(...parts);
    if (wasHere) title.focus();
  }

  /** Shows the place of the results, empty. */
  function open() {
    if (body.hidden) showHelp(false);
    body.hidden = helper.hidden = false;
    body.removeAttribute("aria-busy");
    browse.classList.remove("is-needed");
  }
}

/**
 * The first link of the page, from which the keyboard gets to the first result at once.
 * @param {HTMLElement} title what the address of the link names
 * @param {HTMLElement[]} lists
 */
function skipLink(title, lists) {
  const link = element("a", { class: "md-skip", href: `#${title.id}`, hidden: true }, "Skip to results");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const [first] = lists.map((list) => list.querySelector("a")).filter(Boolean);
    (first ?? title).focus();
  });
  document.body.prepend(link);
  return link;
}

/** @param {string} label @param {() => void} remove */
function chip(label, remove) {
  const made = button("chip", label, remove);
  made.append(element("span", { "aria-hidden": "true" }, " ×"));
  made.setAttribute("aria-label", `Remove the filter: ${label}`);
  return element("li", {}, made);
}

/** The order of the results. @param {Acts} act */
function orders(act) {
  const select = element("select", { id: "search-order" });
  select.append(...ORDERS.map(([value, label]) => new Option(label, value)));
  select.addEventListener("change", () => act.ordered(/** @type {Order} */ (select.value)));
  const place = element("div", { class: "search-order" }, element("label", { for: select.id }, "Order"), select);
  return {
    place,
    /** @param {State} state @param {number} total */
    draw(state, total) {
      select.options[0].hidden = select.options[0].disabled = !state.text;
      select.value = state.order || (state.text ? "relevance" : "newest");
      place.hidden = total < 2;
    },
  };
}

/** @returns {import("./types.js").Facets} */
function none() {
  return { kind: [], body: [], person: [], topic: [], status: [], year: [] };
}
