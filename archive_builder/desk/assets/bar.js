// The maintainer's bar on each record: how it was found, and forms that write corrections.
// Only `archive serve` puts this script into its pages; it is in no site.

"use strict";

const TOKEN = document.querySelector('meta[name="desk-token"]').content;
const PAGE = decodeURIComponent(location.pathname).replace(/^\/|index\.html$/g, "");
const POLL = 500;
const ACTS = ["correct", "drop", "withdraw", "redact"];

let words = {};

/** Ask the desk; throws an Error with its words where it refuses. */
async function ask(what, form) {
  let answer;
  try {
    answer = await fetch(`/-desk/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Desk-Token": TOKEN },
      body: JSON.stringify(form),
    });
  } catch {
    throw new Error(say("no_answer"));
  }
  const told = await answer.json();
  if (told.fault) throw new Error(told.fault);
  return told;
}

/** A sentence by its key, with its places filled. */
function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** An element with text, attributes and children. */
function element(name, text = "", attributes = {}, children = []) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The bar of one record. */
function bar(anchor, record) {
  const buttons = ACTS.map((act) => {
    const button = element("button", say(act, record), { type: "button" });
    button.addEventListener("click", () => open(act, anchor, record));
    return button;
  });
  const label = element("span", say("found_by", record));
  return element("div", "", { class: "desk-bar", "data-record": anchor }, [label, ...buttons]);
}

/** Put a bar behind a record: beside its words, so that nothing which reads or copies them finds it there. */
function place(target, made) {
  if (target.localName === "tr") {
    const cell = element("td", "", { colspan: target.cells.length }, [made]);
    target.after(element("tr", "", {}, [cell]));
  } else {
    (target.closest(".record, h1, h2, h3, h4, h5, h6, p, li") ?? target).after(made);
  }
}

/** A label with its field. */
function labelled(text, field) {
  return element("label", "", {}, [element("span", text), field]);
}

/** The field for a fact of a record. */
function factField(fact) {
  let field;
  if (fact.values.length) {
    const choices = fact.value ? fact.values : ["", ...fact.values];
    field = element("select", "", {}, choices.map((value) => element("option", value)));
  } else if (fact.type === "names") {
    field = element("textarea", "", { rows: 3 });
  } else {
    field = element("input", "", { type: fact.type === "date" ? "date" : "text" });
  }
  field.name = fact.name;
  field.value = fact.value;
  const label = fact.type === "names" ? `${fact.label} (${say("names_help")})` : fact.label;
  return labelled(label, field);
}

const FIELDS = {
  correct: (record) => record.fields.map(factField),
  drop: () => [],
  withdraw: () => [element("p", say("all_goes")), labelled(say("by"), element("input", "", { name: "by" }))],
  redact: () => [
    labelled(say("words"), element("textarea", String(getSelection()), { name: "words", rows: 3 })),
    labelled(say("person"), element("input", "", { name: "person", type: "checkbox", value: "true" })),
    element("p", say("keep_secret")),
  ],
};

/** Open the form of an act on a record. */
function open(act, anchor, record) {
  const fields = FIELDS[act](record);
  const why = labelled(say("why"), element("input", "", { name: "why" }));
  const outcome = element("div", "", { class: "desk-outcome", role: "status" });
  const show = element("button", say("show"), { type: "submit" });
  const cancel = element("button", say("cancel"), { type: "button" });
  const title = element("h2", say(`${act}_title`, record), { id: "desk-title" });
  const form = element("form", "", {}, [title, ...fields, why, outcome, show, cancel]);
  const dialog = element("dialog", "", { class: "desk-form", "aria-labelledby": "desk-title" }, [form]);
  const filled = () => ({ ...Object.fromEntries(new FormData(form)), page: PAGE, anchor, act });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    preview(filled, outcome);
  });
  form.addEventListener("input", () => outcome.replaceChildren());
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Show what a form would change, with a button that writes it. */
async function preview(filled, outcome) {
  try {
    const form = filled();
    const { file, difference, stand } = await ask("preview", form);
    const write = element("button", say("write"), { type: "button" });
    write.addEventListener("click", () => confirmed({ ...form, stand }, outcome));
    const shown = element("pre", difference, { tabindex: "0" });
    outcome.replaceChildren(element("p", say("change_in", { file })), shown, write);
    write.focus();
  } catch (error) {
    outcome.replaceChildren(element("p", error.message, { role: "alert" }));
  }
}

/** Write a change, wait for the build, and show the page as it is then. */
async function confirmed(form, outcome) {
  try {
    const { wanted } = await ask("write", form);
    outcome.replaceChildren(element("p", say("building")));
    const state = await untilBuilt(wanted);
    if (state.not_built) throw new Error(say("not_built", { fault: state.not_built }));
    location.reload();
  } catch (error) {
    outcome.replaceChildren(element("p", error.message, { role: "alert" }));
  }
}

/** Wait until so many builds have ended. */
async function untilBuilt(wanted) {
  for (;;) {
    const state = await ask("state", {});
    if (state.built >= wanted) return state;
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/** Put a bar on each record of the page. */
async function begin() {
  const told = await ask("page", { page: PAGE });
  words = told.words;
  for (const [anchor, record] of Object.entries(told.records)) {
    const target = document.getElementById(anchor);
    if (target) place(target, bar(anchor, record));
  }
}

begin();
