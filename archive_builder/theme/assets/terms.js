// @ts-check
// Acronyms in a document's text: the first of each section becomes a button that says what it stands for.
// The words stay as they are. Without this script, or in a browser without popovers, they are plain text.

/** @typedef {{ meanings: string[], place: string }} Term what an acronym means, and its place in the glossary */
/** @typedef {Map<string, Term>} Terms by acronym */

const GLOSSARY = new URL("../glossary/", import.meta.url);

const SKIPPED = "a, button, summary, code, pre, h1, h2, h3, h4, h5, h6, .label, .links, .toc, [popover]";
const WORD = /[^\s()[\]“”"',;:.?!]+/g;

/** The page's acronyms, as the page was built. @returns {Terms} */
function termsOfPage() {
  const data = document.querySelector("#__terms");
  return new Map(Object.entries(JSON.parse(data?.textContent ?? "{}")));
}

/** What is shown of an acronym. @param {string} short @param {Term} term @param {string} id */
function note(short, term, id) {
  const box = document.createElement("div");
  box.id = id;
  box.className = "term-note";
  box.popover = "auto";
  const name = document.createElement("strong");
  name.textContent = short;
  const more = document.createElement("a");
  more.href = `${GLOSSARY}#${term.place}`;
  more.textContent = "Glossary";
  box.append(name, `: ${term.meanings.join("; or ")}. `, more);
  return box;
}

/** Puts an open note below its button, inside the window. @param {HTMLElement} box @param {HTMLElement} button */
function place(box, button) {
  const at = button.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = `${Math.max(8, Math.min(at.left, room))}px`;
  const below = at.bottom + 6;
  const fits = below + box.offsetHeight < innerHeight;
  box.style.top = `${fits ? below : Math.max(8, at.top - box.offsetHeight - 6)}px`;
}

/** The button that stands for an acronym in the text. @param {string} short @param {HTMLElement} box */
function buttonFor(short, box) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "term";
  button.textContent = short;
  button.popoverTargetElement = box;
  box.addEventListener("toggle", () => {
    if (box.matches(":popover-open")) place(box, button);
  });
  return button;
}

/**
 * The text nodes, each with the number of the section it stands in.
 * @param {Element} root
 * @returns {[Text, number][]}
 */
function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  /** @type {[Text, number][]} */
  const found = [];
  let section = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element && /^H[1-6]$/.test(node.tagName)) section += 1;
    if (node instanceof Text && !node.parentElement?.closest(SKIPPED)) found.push([node, section]);
  }
  return found;
}

/** True if a definition stands just before: "Performance and Accountability Board (PAB)". @param {string} before @param {string[]} meanings */
function isDefined(before, meanings) {
  const words = before.replace(/[\s(“"]+$/, "").toLowerCase();
  return before.trimEnd().endsWith("(") && meanings.some((meaning) => words.endsWith(meaning.toLowerCase()));
}

/** @param {Element} root @param {Terms} terms */
function mark(root, terms) {
  /** @type {Set<string>} */
  const told = new Set();
  let number = 0;
  for (const [text, section] of textNodes(root)) {
    let rest = text;
    let from = 0;
    for (const match of text.data.matchAll(WORD)) {
      const short = match[0];
      const term = terms.get(short);
      const key = `${section} ${short}`;
      if (!term || told.has(key)) continue;
      told.add(key);
      if (isDefined(text.data.slice(0, match.index), term.meanings)) continue;
      const word = rest.splitText(match.index - from);
      rest = word.splitText(short.length);
      from = match.index + short.length;
      const box = note(short, term, `term-${(number += 1)}`);
      root.after(box);
      word.replaceWith(buttonFor(short, box));
    }
  }
}

const source = document.querySelector(".source");
if (source && "popover" in HTMLElement.prototype) mark(source, termsOfPage());
