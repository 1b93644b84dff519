// Run by test_search_core.py with node: what the search page works out, without a page.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";

const [assets, lunrFile] = process.env.SEARCH_FILES.split("\n");
globalThis.lunr = createRequire(import.meta.url)(lunrFile);
const { announcement, day, find, passage, SNIPPET } = await import(`${assets}/search-core.js`);
const { terms } = await import(`${assets}/search-terms.js`);

const TEXTS = [
  "How long does a firearms certificate take to renew?",
  "Firearms licensing: the backlog of renewals on Tuesday.",
  "The station at Dudley opens on Tuesday.",
];
const entries = TEXTS.map((t, n) => ({ u: `a/#${n}`, k: "Question", b: "", d: "", h: t, t, x: "" }));
const index = globalThis.lunr(function () {
  this.ref("ref");
  this.field("text");
  this.pipeline.reset();
  this.searchPipeline.reset();
  TEXTS.forEach((text, ref) => this.add({ ref: String(ref), text: terms(text) }));
});
const engine = { index, lunr: globalThis.lunr, entries, terms };
const found = (text) => find(engine, text).entries.map((entry) => Number(entry.u.split("#")[1])).sort();

test("all words are required, in any form", () => {
  assert.deepEqual(found("firearms renewal"), [0, 1]);
  assert.deepEqual(found("FIREARMS Tuesdays"), [1]);
  assert.equal(find(engine, "firearms renewal").all, true);
});

test("an unfinished last word finds its beginnings", () => {
  assert.deepEqual(found("firearms licen"), [1]);
  assert.equal(find(engine, "firearms licen").prefix, "licen");
});

test("where no record has all words, those that have most are shown and named so", () => {
  const some = find(engine, "firearms licensing zebra");
  assert.deepEqual([some.all, some.most, some.entries.length], [false, true, 1]);
  assert.match(announcement(some, ""), /^No record has all of these words; this one has most of them\.$/);
  assert.match(announcement(find(engine, "tuesday zebra"), ""), /these 2 have some of them/);
});

test("signs of a query language are only signs", () => {
  assert.deepEqual(found("+firearms -certificate text:renew ~1 *"), [0]);
  assert.match(announcement(find(engine, "the of"), ""), /too common/);
  assert.match(announcement(find(engine, "zzz"), "zzz"), /Nothing found for “zzz”/);
});

test("the passage shown holds the words found and stays within its length", () => {
  const long = `${"before ".repeat(60)}the stolen quad bikes ${"behind ".repeat(60)}`;
  const shown = passage(long, (word) => ["quad", "bikes"].includes(word));
  assert.deepEqual(shown.filter((part) => part.hit).map((part) => part.text), ["quad", "bikes"]);
  const words = shown.map((part) => part.text).join("");
  assert.ok(words.startsWith("… ") && words.endsWith(" …"));
  assert.equal(words.match(/\p{L}+/gu)?.length, SNIPPET);
});

test("a short text is shown whole", () => {
  const shown = passage("Nothing <b>here</b>.", () => false);
  assert.deepEqual(shown, [{ text: "Nothing <b>here</b>.", hit: false }]);
  assert.deepEqual(passage("", () => true), []);
});

test("dates as readers know them", () => {
  assert.equal(day("2025-10-28"), "28 October 2025");
  assert.equal(day("2023-24"), "2023-24");
});
