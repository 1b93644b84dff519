// @ts-check
// The search page: reads the words from the address, loads the index when there are any, lists records.

/**
 * @typedef {{u: string, k: string, b: string, d: string, h: string, t: string, x: string}} Entry
 * A record: address below the site's root, kind, body, date, heading, text, a further line.
 * @typedef {{index: any, lunr: any, entries: Entry[], terms: (text: string) => string[]}} Engine
 * @typedef {{entries: Entry[], all: boolean, most: boolean, hits: Set<string>, prefix: string}} Found
 * What was found: with all words, or with most of them.
 */

const ROOT = new URL("../", import.meta.url);
const TITLE = document.title;
const STEP = 20;
const SNIPPET = 42;
const MONTHS = "January February March April May June July August September October November December".split(" ");
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** @type {Promise<Engine> | undefined} */
let loading;

/** Loads the index once; a failure is not remembered, so that the next try can succeed. */
function engine() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @returns {Promise<Engine>} */
async function load() {
  const [index, entries] = await Promise.all([
    json("search/index.json"),
    json("search/records.json"),
    script("search/lunr.js"),
  ]);
  const { terms } = await import("./search-terms.js");
  const lunr = /** @type {any} */ (window).lunr;
  return { index: lunr.Index.load(index), lunr, entries, terms };
}

/** @param {string} path */
async function json(path) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** @param {string} path @returns {Promise<void>} */
function script(path) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL(path, ROOT).href;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(path));
    document.head.append(element);
  });
}

/**
 * Records that have all the words; if none has, those that have most of them.
 * The last word may be unfinished.
 * @param {Engine} engine @param {string} text @returns {Found}
 */
function find({ index, lunr, entries, terms }, text) {
  const words = [...new Set(terms(text))];
  const { REQUIRED, OPTIONAL } = lunr.Query.presence;
  const { TRAILING, NONE } = lunr.Query.wildcard;
  /** @param {string[]} exact @param {string} prefix @param {number} presence */
  const ask = (exact, prefix, presence) =>
    index.query((/** @type {any} */ query) => {
      for (const word of exact) query.term(word, { presence, wildcard: NONE });
      if (prefix) query.term(prefix, { presence, wildcard: TRAILING });
    });
  /** @param {any[]} results @param {number} had @param {string} prefix @returns {Found} */
  const found = (results, had, prefix) => ({
    entries: results.map((result) => entries[Number(result.ref)]),
    all: had === words.length,
    most: had * 2 > words.length,
    hits: new Set(words),
    prefix,
  });
  if (!words.length) return found([], 0, "");
  const exact = ask(words, "", REQUIRED);
  if (exact.length) return found(exact, words.length, "");
  const typed = (text.match(WORD) ?? []).at(-1)?.toLowerCase() ?? "";
  const last = /[\p{L}\p{N}]$/u.test(text) && typed.length > 1 ? typed : "";
  if (last) {
    const begun = ask(words.slice(0, -1), last, REQUIRED);
    if (begun.length) return found(begun, words.length, last);
  }
  const some = ask(words, "", OPTIONAL);
  const most = Math.max(0, ...some.map((/** @type {any} */ result) => matched(result)));
  return found(some.filter((/** @type {any} */ result) => matched(result) === most), most, "");
}

/** How many of the query's words a result has. @param {any} result */
function matched(result) {
  return Object.keys(result.matchData.metadata).length;
}

/**
 * A passage of the text around the words found, with them marked.
 * @param {string} text @param {(word: string) => boolean} isHit
 */
function snippet(text, isHit) {
  const words = [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    hit: isHit(match[0]),
  }));
  const first = densest(words.map((word) => word.hit));
  const shown = words.slice(first, first + SNIPPET);
  const line = document.createElement("p");
  line.className = "snippet";
  if (!shown.length) {
    line.textContent = text;
    return line;
  }
  let at = first ? shown[0].start : 0;
  if (first) line.append("… ");
  for (const word of shown.filter((word) => word.hit)) {
    line.append(text.slice(at, word.start));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(word.start, word.end);
    line.append(mark);
    at = word.end;
  }
  const isEnd = first + SNIPPET >= words.length;
  line.append(isEnd ? text.slice(at) : `${text.slice(at, shown[shown.length - 1].end)} …`);
  return line;
}

/** Where the window with most hits begins, a few words before the first of them. @param {boolean[]} hits */
function densest(hits) {
  let best = 0;
  let most = 0;
  for (let start = 0; start < hits.length; start++) {
    if (!hits[start]) continue;
    const number = hits.slice(start, start + SNIPPET - 6).filter(Boolean).length;
    if (number > most) [best, most] = [start, number];
  }
  return Math.max(0, best - 6);
}

/** 2025-10-28 as 28 October 2025. @param {string} iso */
function day(iso) {
  const [year, month, number] = iso.split("-").map(Number);
  return number ? `${number} ${MONTHS[month - 1]} ${year}` : iso;
}

/** @param {Entry} entry @param {(word: string) => boolean} isHit */
function result(entry, isHit) {
  const item = document.createElement("li");
  const about = document.createElement("p");
  about.className = "meta";
  about.textContent = [entry.k, entry.b, entry.d && day(entry.d)].filter(Boolean).join(" · ");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = new URL(entry.u, ROOT).href;
  link.textContent = entry.h || entry.k;
  heading.append(link);
  item.append(about, heading, snippet(entry.t, isHit));
  if (entry.x) {
    const line = document.createElement("p");
    line.className = "meta";
    line.textContent = entry.x;
    item.append(line);
  }
  return item;
}

/** The page's own form and places for what is found. */
function build() {
  const place = document.querySelector("#search-results");
  if (!place) return undefined;
  const form = document.createElement("form");
  form.className = "search-form";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Search this archive");
  const label = document.createElement("label");
  label.htmlFor = "query";
  label.textContent = "Search questions, answers, actions and decisions";
  const input = document.createElement("input");
  Object.assign(input, { id: "query", name: "q", type: "search", autocomplete: "off" });
  const button = document.createElement("button");
  button.type = "submit";
  button.textContent = "Search";
  const line = document.createElement("div");
  line.className = "search-line";
  line.append(input, button);
  form.append(label, line);
  const status = document.createElement("p");
  status.className = "search-status";
  status.setAttribute("role", "status");
  const list = document.createElement("ol");
  list.className = "results";
  const more = document.createElement("button");
  Object.assign(more, { type: "button", className: "more", textContent: "Show more", hidden: true });
  place.replaceChildren(form, status, list, more);
  return { form, input, status, list, more };
}

/** @param {Found} found @param {string} text */
function announcement(found, text) {
  const number = found.entries.length;
  if (!found.hits.size) return "These words are too common to search for. Try a rarer one.";
  if (!number) return `Nothing found for “${text}”.`;
  const records = number === 1 ? "1 record" : `${number.toLocaleString("en-GB")} records`;
  if (found.all) return `${records} found.`;
  const has = number === 1 ? "this one has" : `these ${number.toLocaleString("en-GB")} have`;
  return `No record has all of these words; ${has} ${found.most ? "most" : "some"} of them.`;
}

function start() {
  const page = build();
  if (!page) return;
  const { form, input, status, list, more } = page;
  let asked = 0;
  let timer = 0;

  /** @param {string} text */
  async function search(text) {
    const turn = ++asked;
    keepAddress(text);
    if (!text) {
      status.textContent = "";
      list.replaceChildren();
      more.hidden = true;
      return;
    }
    if (!loading) status.textContent = "Loading the index …";
    try {
      const ready = await engine();
      if (turn === asked) show(ready, find(ready, text), text);
    } catch {
      if (turn === asked) status.textContent = "The search could not be loaded. Please try again.";
    }
  }

  /** @param {Engine} ready @param {Found} found @param {string} text */
  function show(ready, found, text) {
    status.textContent = announcement(found, text);
    list.replaceChildren();
    /** @type {Map<string, boolean>} */
    const known = new Map();
    /** @param {string} word */
    const isHit = (word) => {
      let hit = known.get(word);
      if (hit === undefined) {
        hit = ready.terms(word).some((term) => found.hits.has(term));
        hit ||= Boolean(found.prefix) && word.toLowerCase().startsWith(found.prefix);
        known.set(word, hit);
      }
      return hit;
    };
    let shown = 0;
    const next = () => {
      const batch = found.entries.slice(shown, shown + STEP).map((entry) => result(entry, isHit));
      list.append(...batch);
      shown += batch.length;
      more.hidden = shown >= found.entries.length;
      return batch[0];
    };
    more.onclick = () => next()?.querySelector("a")?.focus();
    next();
  }

  /** @param {string} text */
  function keepAddress(text) {
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    document.title = text ? `${text} · ${TITLE}` : TITLE;
  }

  const header = document.querySelector(".header-search input");
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (header instanceof HTMLInputElement) header.value = input.value;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search(input.value.trim());
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => search(input.value.trim()), 250);
  });
  if (input.value) search(input.value.trim());
  else input.focus();
}

start();
