// @ts-check
// Tells a screen reader what happened, once it has settled: not the results of each letter.

import { element } from "./elements.js";

const SETTLED = 500;

/** A place that is read out; `say` replaces what has not been said yet. */
export function announcer() {
  const place = element("p", { class: "visually-hidden", role: "status" });
  let timer = 0;
  return {
    place,
    /** @param {string} words */
    say(words) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        place.textContent = words;
      }, SETTLED);
    },
  };
}
