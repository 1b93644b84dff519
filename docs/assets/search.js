// @ts-check
// The search page: reads the words from the address, loads the index when there are any, lists records.

import { announcement, day, find, passage } from "./search-core.js";

/**
 * @typedef {import("./search-core.js").Entry} Entry
 * @typedef {import("./search-core.js").Engine} Engine
 * @typedef {import("./search-core.js").Found} Found
 */

const ROOT = new URL("../", import.meta.url);
const TITLE = document.title;
const STEP = 20;

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

/** A passage of the text around the words found, with them marked. @param {string} text @param {(word: string) => boolean} isHit */
function snippet(text, isHit) {
  const line = document.createElement("p");
  line.className = "snippet";
  for (const stretch of passage(text, isHit)) {
    const mark = document.createElement("mark");
    mark.textContent = stretch.text;
    line.append(stretch.hit ? mark : stretch.text);
  }
  return line;
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
