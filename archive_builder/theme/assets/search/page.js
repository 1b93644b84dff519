// @ts-check
// The search page: what is asked stands in the address; each change of it is asked and shown.

import { csv, BOUND, fileName, save } from "./csv.js";
import { engine, ROOT } from "./engine.js";
import { layOut } from "./layout.js";
import { OTHER_VERSION } from "./protocol.js";
import { bounded, isEmpty, narrowed, parted, read, STEP, switched, write } from "./state.js";
import { records } from "./wording.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./types.js").Reply} Reply
 */

const TITLE = document.title;
/** Milliseconds after the last letter until it is asked. */
const PAUSE = 200;
/** Milliseconds until a search that takes long says so. */
const PATIENCE = 300;

/** @type {State} */
let state = read(location.search);
let turn = 0;
/** Which publication of the site the results are of. @type {number | undefined} */
let edition;
let timer = 0;
/** True if the address is a step of the reader's history, or follows what is being typed. */
let isStep = true;

const page = layOut({
  typed(text) {
    clearTimeout(timer);
    timer = window.setTimeout(() => change({ text: text.trim() }, false), PAUSE);
  },
  submitted(text) {
    clearTimeout(timer);
    change({ text: text.trim() }, true);
  },
  facet: (facet, value, on) => change({ filters: switched(state.filters, facet, value, on) }, true),
  end: (end, year) => change({ filters: bounded(state.filters, end, year) }, true),
  examined(next) {
    page.fill(next);
    change(next, true);
  },
  cleared: () => change({ filters: {} }, true),
  ordered: (order) => change({ order }, true),
  more,
  download,
  again: () => show(),
});

/**
 * Asks for something else. What is typed letter by letter is one step of the history.
 * @param {Partial<State>} what @param {boolean} step
 */
function change(what, step) {
  const next = { ...state, shown: STEP, ...what };
  const address = write(next);
  const same = address === write(state);
  state = next;
  if (!same) {
    const how = isStep ? "pushState" : "replaceState";
    history[how]({}, "", address || location.pathname);
  }
  if (!same || step) isStep = step;
  if (!same || step) show();
}

/** Asks what the state says, and shows the reply unless something else was asked meanwhile. */
async function show(y = 0) {
  const mine = ++turn;
  document.title = state.text ? `${state.text} · ${TITLE}` : TITLE;
  if (isEmpty(state)) return page.start();
  const slow = setTimeout(() => mine === turn && page.wait(), PATIENCE);
  try {
    const search = engine();
    const reply = await search.search(request(0, state.shown));
    clearTimeout(slow);
    if (mine !== turn) return undefined;
    edition = reply.edition;
    page.found(reply, state);
    if (y) scrollTo(0, y);
    // Numbers take more of the index than results do: they come second.
    const counted = await search.search({ ...request(0, 0), passages: false, facets: true });
    if (mine === turn && counted.edition !== reply.edition) return show(y); // published anew between the two
    const others = counted.total ? 0 : await unfiltered();
    const isVain = Boolean(counted.total) && !reply.marks.length && (await hasNoWord(counted.total));
    if (mine === turn) page.counted(counted, state, { others, isVain });
  } catch (error) {
    if (mine === turn && !isRenewed(error)) page.failed();
    console.info(error);
  } finally {
    clearTimeout(slow);
  }
  return undefined;
}

/**
 * True if the page is loaded anew: it does so once where the site has another version of the search by now.
 * @param {unknown} error
 */
function isRenewed(error) {
  const isOld = error instanceof Error && error.name === OTHER_VERSION;
  if (!isOld || history.state?.renewed) return false;
  history.replaceState({ ...history.state, renewed: true }, "");
  location.reload();
  return true;
}

/** @param {number} offset @param {number} limit @returns {import("./types.js").Request} */
function request(offset, limit) {
  const { text, filters } = state;
  const order = state.order || (text ? "relevance" : "newest");
  return { text, filters, order, offset, limit, passages: true };
}

/** Number of records that the words find without any filter, if there are filters. */
async function unfiltered() {
  if (!state.text || !narrowed(state.filters)) return 0;
  const search = engine();
  const reply = await search.search({ text: state.text, order: "newest", limit: 0, further: false });
  return reply.has === "all" ? reply.total : 0;
}

/** True if there was no word to search for, or none but the most common: without them the same is found. @param {number} total */
async function hasNoWord(total) {
  const { rest, limits } = parted(state.text);
  if (!rest) return false;
  const search = engine();
  const reply = await search.search({ ...request(0, 0), text: limits, passages: false, further: false });
  return reply.exact && reply.total === total;
}

/** Adds the next results. */
async function more() {
  const mine = turn;
  const offset = state.shown;
  try {
    const search = engine();
    const reply = await search.search(request(offset, STEP));
    if (mine !== turn) return;
    state = { ...state, shown: offset + STEP };
    history.replaceState(history.state, "", write(state));
    if (reply.edition !== edition) return void show(scrollY);
    page.added(reply);
  } catch {
    if (mine === turn) page.say("More could not be loaded. Please try again.");
  }
}

/** Hands out the results as a file. */
async function download() {
  page.say("Writing the file …");
  try {
    const search = engine();
    const reply = await search.search({ ...request(0, BOUND), passages: false, texts: true, further: false });
    save(fileName(state.text), csv(reply.results, ROOT));
    page.say(`A file with ${records(reply.results.length)} was written.`);
  } catch {
    page.say("The file could not be written. Please try again.");
  }
}

addEventListener("popstate", (event) => {
  const before = write(state);
  clearTimeout(timer);
  state = read(location.search);
  if (write(state) === before) return; // only the place on the page is another
  isStep = true;
  page.fill(state);
  show(event.state?.y);
});

let settled = 0;
addEventListener("scroll", () => {
  clearTimeout(settled);
  settled = window.setTimeout(() => history.replaceState({ ...history.state, y: scrollY }, ""), PAUSE);
});

history.scrollRestoration = "manual";
page.fill(state);
show(history.state?.y);
if (isEmpty(state)) page.focus();
