// @ts-check
// A search box with what it finds below it while somebody types: an ARIA combobox with a listbox.
// Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (list autocomplete, manual selection).

import { announcer } from "./announcer.js";
import { element, onTyped } from "./elements.js";
import { engine } from "./engine.js";
import { drawn } from "./options.js";
import { outcome } from "./wording.js";

const PAUSE = 120;
const PATIENCE = 400;
const RESULTS = 6;
const WORDS = 3;
/** Space below the list and minimum height of the list, in pixels. */
const MARGIN = 20;
const LEAST = 200;
/** Minimum number of letters for suggestions: fewer match too much. */
const FEWEST = 2;

/** Makes a box of a form's search field. @param {HTMLInputElement} input */
export function startBox(input) {
  const form = /** @type {HTMLFormElement} */ (input.form);
  const status = announcer();
  const list = element("div", { role: "listbox", id: `${input.id}-found`, "aria-label": "Words and records found" });
  const note = element("p", { class: "box-note" });
  const popup = element("div", { class: "box-found", hidden: true }, note, list);
  /** @type {HTMLElement[]} */
  let options = [];
  let active = -1;
  let turn = 0;
  let timer = 0;
  form.append(popup, status.place);
  input.setAttribute("aria-controls", list.id);

  /** @param {boolean} open */
  function show(open) {
    popup.hidden = !open;
    const room = (visualViewport?.height ?? innerHeight) - input.getBoundingClientRect().bottom - MARGIN;
    list.style.setProperty("--room", `${Math.max(room, LEAST)}px`);
    list.hidden = !options.length;
    note.hidden = !note.textContent;
    input.setAttribute("aria-expanded", String(open && options.length > 0));
    if (!open) point(-1);
  }

  /** @param {number} at which option is the one that Enter takes; -1: none */
  function point(at) {
    options[active]?.setAttribute("aria-selected", "false");
    active = at;
    const option = options[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /** @param {string} words said instead of options @param {HTMLElement[]} next */
  function fill(words, next) {
    note.textContent = words;
    options = next.flatMap((group) => [...group.querySelectorAll("[role=option]")]).filter((e) => e instanceof HTMLElement);
    options.forEach((option, at) => (option.id = `${list.id}-${at}`));
    active = -1;
    list.replaceChildren(...next);
    show(true);
    point(-1);
  }

  function close() {
    turn++;
    clearTimeout(timer);
    show(false);
  }

  async function look() {
    const mine = ++turn;
    const text = input.value.trim();
    if (text.length < FEWEST) return close();
    const slow = setTimeout(() => mine === turn && popup.hidden && fill("Searching …", []), PATIENCE);
    try {
      const search = engine();
      const [words, reply] = await Promise.all([
        search.complete(text, WORDS),
        search.search({ text, limit: RESULTS, passages: true }),
      ]);
      if (mine !== turn) return undefined;
      const said = outcome(reply, text, 0);
      fill(reply.total && reply.has === "all" ? "" : said, drawn(text, words, reply, form.action, take));
      status.say(options.length ? `${said}. ${options.length} to choose from with the arrow keys.` : said);
    } catch {
      if (mine === turn) fill("The search could not be loaded.", []);
    } finally {
      clearTimeout(slow);
    }
    return undefined;
  }

  /** Puts a word, or another spelling, into the box. @param {string} text */
  function take(text) {
    input.value = text;
    input.focus();
    look();
  }

  /** Goes to an option; who chooses from a list wants it to stay as it is. @param {number} at */
  function choose(at) {
    turn++;
    clearTimeout(timer);
    point(at);
  }

  /** What a key does; true if it does nothing else. @param {KeyboardEvent} event */
  function isTaken(event) {
    const last = options.length - 1;
    const isOpen = !popup.hidden;
    switch (event.key) {
      case "ArrowDown":
        if (!isOpen) look();
        else choose(active === last ? -1 : active + 1);
        return true;
      case "ArrowUp":
        if (isOpen) choose(active === -1 ? last : active - 1);
        return isOpen;
      case "Home":
      case "End":
        if (active < 0) return false;
        choose(event.key === "Home" ? 0 : last);
        return true;
      case "Enter":
        if (active < 0) return false;
        options[active].click();
        return true;
      case "Escape":
        if (isOpen) close();
        return isOpen;
      default:
        return false;
    }
  }

  onTyped(input, () => {
    clearTimeout(timer);
    turn++;
    timer = window.setTimeout(look, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (!event.isComposing && isTaken(event)) event.preventDefault();
  });
  form.addEventListener("submit", close);
  input.addEventListener("blur", close);
  // The field keeps the focus while an option is clicked.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  if (input.value.trim() && document.activeElement === input) look();
}
