// @ts-check
// A list of results in which those of one meeting beyond three are folded below the third.

import { element } from "./elements.js";
import { figure } from "./wording.js";

/** Number of results of a meeting that are shown. */
const SHOWN = 3;

/** @typedef {import("./types.js").Result} Result */
/** @typedef {{list: HTMLElement, button: HTMLButtonElement}} Fold */

/** The meeting that a result is of; empty for what is of none. @param {Result} result */
function meeting({ body, date }) {
  return body && date && `${body} ${date}`;
}

/**
 * Adds results to a list.
 * @param {HTMLElement} place @param {string} name makes the ids of folded lists differ from those of other lists
 */
export function folding(place, name) {
  /** @type {Map<string, HTMLElement[]>} the results shown of each meeting */
  const shown = new Map();
  /** @type {Map<string, Fold>} */
  const folds = new Map();
  let number = 0;

  /** The fold of a meeting, made below its last result that is shown. @param {string} of */
  function fold(of) {
    const known = folds.get(of);
    if (known) return known;
    const list = element("ol", { class: "results", id: `${name}-${folds.size}`, hidden: true });
    const button = element("button", { type: "button", class: "as-link", "aria-expanded": "false", "aria-controls": list.id });
    button.addEventListener("click", () => {
      list.hidden = !list.hidden;
      button.setAttribute("aria-expanded", String(!list.hidden));
    });
    shown.get(of)?.at(-1)?.append(element("div", { class: "folded" }, button, list));
    const made = { list, button };
    folds.set(of, made);
    return made;
  }

  /** @param {Result} result @param {HTMLElement} item @param {boolean} isAlone whether there is no other meeting */
  function put(result, item, isAlone) {
    number++;
    const of = meeting(result);
    const before = shown.get(of) ?? [];
    if (!of || isAlone || before.length < SHOWN) {
      shown.set(of, [...before, item]);
      place.append(item);
      return;
    }
    const { list, button } = fold(of);
    list.append(item);
    button.textContent = `${figure(list.children.length)} more of this meeting`;
  }

  return {
    clear() {
      place.replaceChildren();
      shown.clear();
      folds.clear();
      number = 0;
    },
    /** @param {Result[]} results @param {(result: Result) => HTMLElement} made */
    add(results, made) {
      const isAlone = !folds.size && new Set([...results.map(meeting), ...shown.keys()]).size < 2;
      for (const result of results) put(result, made(result), isAlone);
    },
    /** Number of results in the list, folded ones too. */
    size: () => number,
  };
}
