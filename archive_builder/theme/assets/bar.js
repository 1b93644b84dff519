// @ts-check
// The bar that stays in sight: the item and record that one reads, the record before and after, the contents.
// Without this script it is a line of links.

import { element } from "./search/elements.js";

const wide = matchMedia("(min-width: 62em)");
const HEADINGS = "article :is(h2, h3, h4, h5, h6, [role=heading])";
const RECORDS = "article .record[id]:is(.question, .action, .decision)";
/** How far below the bar a passage may begin and be the one that is read, in pixels. */
const BELOW = 60;

/** @param {Element | undefined} heading */
const wordsOf = (heading) => (heading?.textContent ?? "").replace(/\s+/g, " ").trim();

/**
 * How many of some elements, in the order of the page, begin above a line.
 * @param {Element[]} elements @param {number} line
 */
export function above(elements, line) {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (elements[middle].getBoundingClientRect().top <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The heading that one reads under, and the label of the record if one stands in it. @param {Element[]} headings @param {number} line */
function itemAt(headings, line) {
  const read = headings.slice(0, above(headings, line));
  const heading = read.findLast((each) => !each.matches("[role=heading]"));
  const last = read.at(-1);
  return { heading, words: [heading, last === heading ? undefined : last].map(wordsOf).filter(Boolean).join(" · ") };
}

/** Where the passage that the address names begins, if the page ends before it can come to the top; else 0. */
function topOfLast() {
  const left = document.documentElement.scrollHeight - scrollY - innerHeight;
  const top = left < 2 ? document.querySelector(":target")?.getBoundingClientRect().top : 0;
  return top && top < innerHeight ? top + BELOW : 0;
}

/** @param {string} word @param {string} arrow */
function step(word, arrow) {
  const words = element("span", { class: "word" }, word, element("span", { class: "visually-hidden" }, " record"));
  return element("a", { class: "bar-step", hidden: true }, element("span", { class: "arrow", "aria-hidden": "true" }, arrow), words);
}

/** @param {Element} link @param {Element | undefined} record */
function lead(link, record) {
  link.toggleAttribute("hidden", !record);
  if (record) link.setAttribute("href", `#${record.id}`);
  else link.removeAttribute("href");
}

/** Opens the contents as a sheet; the entry of the heading that one reads under is marked. @param {Element} contents @param {Element | undefined} heading */
function openSheet(contents, heading) {
  const list = /** @type {HTMLElement} */ (contents.querySelector("ul")?.cloneNode(true));
  const close = element("button", { type: "button" }, "Close");
  const head = element("div", { class: "sheet-head" }, element("h2", { id: "sheet-title" }, "On this page"), close);
  const sheet = element("dialog", { class: "sheet", "aria-labelledby": "sheet-title" }, head, list);
  close.addEventListener("click", () => sheet.close());
  list.addEventListener("click", () => sheet.close());
  sheet.addEventListener("close", () => sheet.remove());
  document.querySelector("article")?.append(sheet);
  sheet.showModal();
  const here = [...list.querySelectorAll("a")].find((link) => heading?.id && link.hash === `#${heading.id}`);
  here?.setAttribute("aria-current", "true");
  here?.scrollIntoView({ block: "center" });
}

/** Keep the bar up to date while the page is scrolled. */
export function startBar() {
  const bar = document.querySelector(".bar");
  const title = document.querySelector("h1");
  if (!bar || !title) return;
  const headings = [...document.querySelectorAll(HEADINGS)];
  const records = [...document.querySelectorAll(RECORDS)];
  const item = element("span", { class: "bar-item" });
  const [before, after] = [step("Previous", "↑"), step("Next", "↓")];
  bar.querySelector(".bar-place")?.append(item);
  if (records.length > 1) bar.querySelector(".bar-place")?.after(before, after);
  const line = () => Math.max(bar.getBoundingClientRect().bottom + BELOW, topOfLast());

  let waiting = false;
  const update = () => {
    waiting = false;
    bar.classList.toggle("is-shown", title.getBoundingClientRect().bottom < 0);
    item.textContent = itemAt(headings, line()).words;
    const read = above(records, line());
    lead(before, records[read - 2]);
    lead(after, records[read]);
  };
  addEventListener(
    "scroll",
    () => {
      if (!waiting) requestAnimationFrame(update);
      waiting = true;
    },
    { passive: true },
  );
  addEventListener("resize", update);
  update();

  const contents = document.querySelector(".contents");
  bar.querySelector(".bar-contents")?.addEventListener("click", (event) => {
    if (wide.matches || !contents) return;
    event.preventDefault();
    openSheet(contents, itemAt(headings, line()).heading);
  });
}
