// @ts-check
// "Link and quote" at a record: its address, and its words with their source in three forms, to be copied.
// Without this script the link leads to the record, and the address bar then has its address.

import { element } from "./search/elements.js";

/** @param {string | null | undefined} text */
const folded = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** The words of a record, with those of the parts that go on after something else. @param {Element} record */
export function wordsOf(record) {
  const parts = [record];
  for (let next = record.nextElementSibling; next?.matches(".record.continued"); next = next.nextElementSibling) {
    parts.push(next);
  }
  return folded(
    parts
      .map((part) => {
        const copy = /** @type {Element} */ (part.cloneNode(true));
        for (const other of copy.querySelectorAll(".label, .links, .note-mark, .record")) other.remove();
        return copy.textContent;
      })
      .join(" "),
  );
}

/** @typedef {{ words: string, title: string, body: string, page: string, site: string, address: string }} Source */

/** Where a record's words stand. @param {Element} record @returns {Source} */
function sourceOf(record) {
  const address = new URL(location.href);
  address.search = "";
  address.hash = record.id;
  const crumbs = [...document.querySelectorAll(".crumbs li")].map((crumb) => folded(crumb.textContent));
  const original = [...record.querySelectorAll(".links a")].find((link) => link.getAttribute("href")?.includes("#page="));
  return {
    words: wordsOf(record),
    title: folded(document.querySelector("h1")?.textContent),
    body: crumbs[1] ?? "",
    page: folded(original?.textContent),
    site: folded(document.querySelector(".site-name")?.textContent),
    address: address.href,
  };
}

/** The forms of a citation, by their names. @param {Source} source @returns {[string, string][]} */
export function citations(source) {
  const where = [source.body, source.title, source.page, source.site].filter(Boolean).join(", ");
  const year = /\b(?:19|20)\d\d\b/.exec(source.title)?.[0];
  const fields = [
    ["title", [source.body, source.title].filter(Boolean).join(", ")],
    ["year", year ?? ""],
    ["howpublished", source.site],
    ["url", source.address],
    ["note", `“${source.words}”`],
  ];
  const key = source.address.replace(/^.*?\/\/[^/]*\//, "").replace(/[^\w]+/g, "-");
  const rows = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value.replace(/[{}]/g, "")}},`);
  return [
    ["Address", source.address],
    ["Quotation", `“${source.words}” (${where}, ${source.address})`],
    ["Markdown", `> ${source.words}\n>\n> [${where}](${source.address})`],
    ["BibTeX", [`@misc{${key},`, ...rows, "}"].join("\n")],
  ];
}

/** The address for a report on a record, made from the page's own. @param {string} contact @param {Source} source */
export function reportOf(contact, source) {
  const body = `${source.address}\n\n“${source.words}”\n\nWhat is wrong:\n`;
  const title = contact.startsWith("mailto:") ? "subject" : "title";
  const joint = contact.includes("?") ? "&" : "?";
  const subject = encodeURIComponent(`Error in ${source.title}`);
  return `${contact}${joint}${title}=${subject}&body=${encodeURIComponent(body)}`;
}

/** @param {HTMLTextAreaElement} field @param {HTMLElement} said */
async function copy(field, said) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = "Copied.";
  } catch {
    said.textContent = "Selected: copy it with your keyboard or menu.";
  }
}

/** @param {Element} record @param {HTMLElement} opener */
function open(record, opener) {
  const source = sourceOf(record);
  const said = element("p", { class: "quote-said", role: "status" });
  const rows = citations(source).map(([name, text], at) => {
    const field = element("textarea", { id: `quote-${at}`, readonly: true, rows: at ? "4" : "2" }, text);
    const button = element("button", { type: "button", "aria-label": `Copy ${name}` }, "Copy");
    button.addEventListener("click", () => copy(field, said));
    return element("div", { class: "quote-row" }, element("label", { for: `quote-${at}` }, name), field, button);
  });
  const contact = document.querySelector(".provenance a[href^='mailto:'], .provenance a[href^='http'], .report a");
  const report = contact
    ? [element("p", {}, element("a", { href: reportOf(contact.getAttribute("href") ?? "", source) }, "Report an error in this passage"))]
    : [];
  const close = element("button", { type: "button" }, "Close");
  const heading = element("h2", { id: "quote-title" }, "Link and quote");
  const inside = [heading, ...rows, said, ...report, close];
  const dialog = element("dialog", { class: "quote-box", "aria-labelledby": "quote-title" }, ...inside);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus();
  });
  document.querySelector("article")?.append(dialog);
  dialog.showModal();
}

/** Open the box of the record that a link names, with the record's address in the address bar. @param {HTMLAnchorElement} opener */
export function openQuote(opener) {
  const record = document.getElementById(decodeURIComponent(opener.hash.slice(1)));
  if (!record) return location.assign(opener.href);
  if (document.querySelector(".quote-box")) return;
  history.replaceState(null, "", `#${record.id}`);
  open(record, opener);
}
