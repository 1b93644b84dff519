// @ts-check
// Marks, on the page that a result opens, the words that were searched for; loaded only if the address asks.

import { button, element } from "./elements.js";
import { printedWords } from "./index/terms.js";
import { marker } from "./marking.js";
import { figure } from "./wording.js";

/** More marks do not help, and cost time on a long page. */
const MOST = 1000;

/** @typedef {{text: Text, begin: number, end: number}} Piece of a text of the page */

/** The bar repeats headings of the page and is written anew as one reads on. @param {Node} text */
const inText = (text) => (text.parentElement?.closest(".bar") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);

/** Marks the words in an element. @param {Element} within @param {string[]} marks @returns {HTMLElement[]} */
function mark(within, marks) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT, inText);
  /** @type {(Piece & {word: string})[]} */
  const words = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    for (const word of printedWords(text.data)) words.push({ ...word, text });
  }
  const found = marker(marks)(words.map(({ word }) => word)).slice(0, MOST);
  const pieces = merged(found.flatMap(([first, last]) => joined(words.slice(first, last + 1))));
  // From the end, so that the places before stay where they are.
  return pieces.reverse().map(around).reverse();
}

/** A phrase as one piece, or as one of each text that it stands in: "<em>stop</em> and search". @param {Piece[]} words */
function joined(words) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const { text, begin, end } of words) {
    const before = pieces[pieces.length - 1];
    if (before?.text === text) before.end = end;
    else pieces.push({ text, begin, end });
  }
  return pieces;
}

/** Pieces of one text that overlap, as bigrams do, as one piece. @param {Piece[]} pieces in order */
function merged(pieces) {
  /** @type {Piece[]} */
  const made = [];
  for (const piece of pieces) {
    const before = made[made.length - 1];
    if (before?.text === piece.text && piece.begin <= before.end) before.end = piece.end;
    else made.push(piece);
  }
  return made;
}

/** @param {Piece} piece */
function around({ text, begin, end }) {
  const range = document.createRange();
  range.setStart(text, begin);
  range.setEnd(text, end);
  const made = element("mark", { class: "found" });
  range.surroundContents(made);
  return made;
}

/** The part of an address behind its "#"; as it stands where it is not encoded as it should be ("100%"). @param {URL} address */
function fragment(address) {
  const text = address.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Marks the words that the address names, and offers to go through them and to take them away. */
export function startMarks() {
  const address = new URL(location.href);
  const marks = (address.searchParams.get("marks") ?? "").match(/"[^"]+"|\S+/g) ?? [];
  const text = document.querySelector("article.text");
  const record = document.getElementById(fragment(address));
  const made = text && marks.length ? mark(text, marks) : [];
  if (!made.length) return;
  let at = -1;
  const bar = element("div", { class: "marks-bar", role: "group", "aria-label": "Words searched for" });
  const number = element("span", { role: "status" }, `${figure(made.length)} marked`);

  /** @param {number} step */
  function go(step) {
    const here = at < 0 ? made.findIndex((word) => isAfter(word, record)) - (step > 0 ? 1 : 0) : at;
    made[at]?.classList.remove("current");
    at = (Math.max(here, step > 0 ? -1 : 0) + step + made.length) % made.length;
    made[at].classList.add("current");
    made[at].scrollIntoView({ block: "center" });
    number.textContent = `${figure(at + 1)} of ${figure(made.length)}`;
  }

  function clear() {
    for (const word of made) {
      const parent = word.parentNode;
      word.replaceWith(...word.childNodes);
      parent?.normalize();
    }
    bar.remove();
    document.removeEventListener("keydown", escaped);
    address.searchParams.delete("marks");
    history.replaceState(history.state, "", address);
  }

  /** @param {KeyboardEvent} event */
  function escaped(event) {
    const inField = event.target instanceof HTMLInputElement;
    if (event.key === "Escape" && !event.defaultPrevented && !inField) clear();
  }

  bar.append(number, button("", "Previous", () => go(-1)), button("", "Next", () => go(1)), button("", "Clear marks", clear));
  document.addEventListener("keydown", escaped);
  (text?.closest("main") ?? document.body).prepend(bar);
  record?.scrollIntoView();
}

/** True if an element stands in or behind another. @param {Element} one @param {Element | null} other */
function isAfter(one, other) {
  const { DOCUMENT_POSITION_FOLLOWING, DOCUMENT_POSITION_CONTAINED_BY } = Node;
  const wanted = DOCUMENT_POSITION_FOLLOWING | DOCUMENT_POSITION_CONTAINED_BY;
  return !other || Boolean(other.compareDocumentPosition(one) & wanted);
}
