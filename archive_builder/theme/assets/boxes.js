// @ts-check
// The boxes of a page that search as somebody types. When one is touched, all that a search runs on is fetched
// at once: a browser that finds out step by step what a module imports waits for a round trip at each step.

const SEARCH = new URL("search/", import.meta.url);
const MANIFEST = new URL("../search/manifest.bin", import.meta.url);

/** The script of the engine; each is one file once the site is built. */
const ENGINE = ["engine"];
/** That of a box. */
const BOX = ["box"];

/** Has scripts on their way before they are imported. @param {string[]} modules */
function fetchAhead(modules) {
  for (const module of modules) fetch(new URL(`${module}.js`, SEARCH)).catch(() => undefined); // who imports it is told
}

/**
 * Starts the worker before the engine is there, which takes it over: a worker takes as long to start as a file to come.
 * @returns {import("./search/client.js").Ahead}
 */
function startWorker() {
  const worker = new Worker(new URL("worker.js", SEARCH), { type: "module" });
  /** @type {Promise<void>} */
  const failed = new Promise((resolve) => {
    worker.onerror = (event) => {
      event.preventDefault();
      resolve();
    };
  });
  const manifest = fetch(MANIFEST, { cache: "no-cache" });
  manifest.catch(() => undefined); // whoever asks is told
  return { worker, failed, manifest };
}

/** Starts the engine. @returns {Promise<import("./search/types.js").Search>} */
export async function startEngine() {
  fetchAhead(ENGINE);
  const ahead = startWorker();
  const { engine } = await import("./search/engine.js");
  const search = engine(ahead);
  search.complete("", 0).catch(() => undefined); // it opens at the first question
  return search;
}

for (const form of document.querySelectorAll("form[role=search]:not(#search form)")) {
  const input = form.querySelector("input");
  if (!input) continue;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  const start = () => {
    input.removeEventListener("focus", start);
    fetchAhead(BOX);
    startEngine().catch(() => undefined);
    import("./search/box.js").then(
      (box) => box.startBox(input),
      () => input.addEventListener("focus", start), // without it the form still goes to the search page
    );
  };
  input.addEventListener("focus", start);
  if (document.activeElement === input) start();
}
