// @ts-check
// Elements of a page made from plain values: texts become text, never markup.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} about attributes; true is there without a value, false is left out
 * @param {...(Node | string | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, about = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== false));
  return made;
}

/**
 * Does something whenever somebody has typed, but not while a word is being composed (Japanese, Chinese, accents).
 * @param {HTMLInputElement} input
 * @param {() => void} act
 */
export function onTyped(input, act) {
  input.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) act();
  });
  input.addEventListener("compositionend", act);
}

/**
 * A button that does something on this page.
 * @param {string} className
 * @param {string} text
 * @param {() => void} act
 */
export function button(className, text, act) {
  const made = element("button", { type: "button", class: className }, text);
  made.addEventListener("click", act);
  return made;
}

/**
 * A text with the words that were found marked in it.
 * @param {"p" | "span"} tag
 * @param {string} className
 * @param {import("./types.js").Stretch[]} passage
 */
export function passage(tag, className, passage) {
  const parts = passage.map(({ text, hit }) => (hit ? element("mark", {}, text) : text));
  return element(tag, { class: className }, ...parts);
}
