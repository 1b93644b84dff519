// @ts-check
// The boxes of a page that search as somebody types. When one is touched, all that a search runs on is fetched
// at once: a browser that finds out step by step what a module imports waits for a round trip at each step.

const SEARCH = new URL("search/", import.meta.url);
const MANIFEST = new URL("../search/manifest.bin", import.meta.url);

/** The scripts of the engine and of its worker; each is one file once the site is built. */
const ENGINE = ["engine", "worker"];
/** That of a box. */
const BOX = ["box"];

/** Has scripts on their way before they are imported. @param {string[]} modules */
function fetchAhead(modules) {
  for (const module of modules) fetch(new URL(`${module}.js`, SEARCH)).catch(() => undefined); // who imports it is told
}

/** Starts the engine. @returns {Promise<import("./search/types.js").Search>} */
export async function startEngine() {
  fetchAhead(ENGINE);
  const manifest = fetch(MANIFEST, { cache: "no-cache" });
  manifest.catch(() => undefined); // whoever asks is told
  const { engine } = await import("./search/engine.js");
  const search = engine(manifest);
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
