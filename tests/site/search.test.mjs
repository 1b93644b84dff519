// Run by test_search_modules.py with node: what the search's modules work out without a page.
import assert from "node:assert/strict";
import test from "node:test";

const modules = process.env.SEARCH_MODULES;
const { bounded, narrowed, parted, read, STEP, switched, write } = await import(`${modules}/state.js`);
const { absent, counted, day, fits, further, meant, misunderstood, offered, outcome, setAside, vain } = await import(`${modules}/wording.js`);
const { csv, fileName } = await import(`${modules}/csv.js`);
const { nearest } = await import(`${modules}/feeds.js`);
const { marker, stretches } = await import(`${modules}/marking.js`);

test("one state has one address, and the address gives the state back", () => {
  const state = read("?status=open&kind=b&q=+two+words+&kind=a&kind=a&sort=newest&before=2024-01-31&shown=19&x=1");
  assert.deepEqual(state, {
    text: "two words",
    filters: { kind: ["b", "a"], status: ["open"], before: "2024-01-31" },
    order: "newest",
    shown: 2 * STEP,
  });
  const address = "?q=two+words&kind=a&kind=b&status=open&before=2024-01-31&sort=newest&shown=20";
  assert.equal(write(state), address);
  assert.equal(write(read(address)), address);
  assert.equal(write(read("")), "");
});

test("what an address says wrongly is left out", () => {
  const state = read("?after=yesterday&before=24&sort=best&shown=-4&kind=&shown=x");
  assert.deepEqual(state, { text: "", filters: {}, order: "", shown: STEP });
  assert.equal(read("?shown=999999").shown, 1000);
});

test("an address that is not encoded as it should be is read as far as it goes", () => {
  for (const broken of ["%", "%E0%A4%A", "%zz", "100%", "__proto__", "constructor", "toString"]) {
    for (const name of ["q", "kind", "body", "person", "topic", "status", "after", "before", "sort", "shown", broken]) {
      const state = read(`?${name}=${broken}`);
      assert.deepEqual(read(write(state)), state);
      assert.equal(narrowed(state.filters), ["kind", "body", "person", "topic", "status"].includes(name) ? 1 : 0);
    }
  }
});

test("a kind that is named like a property of every object has no feed", () => {
  const groups = new Set(["all", "kinds"]);
  for (const kind of Object.getOwnPropertyNames(Object.prototype)) {
    assert.equal(nearest({ kind: [kind] }, groups).path, "feeds/all.xml");
  }
});

test("filters are switched and counted", () => {
  const one = switched({}, "kind", "action", true);
  assert.deepEqual(switched(one, "kind", "question", true), { kind: ["action", "question"] });
  assert.deepEqual(switched(one, "kind", "action", false), {});
  assert.equal(narrowed({ kind: ["a", "b"], person: ["p"], after: "2020" }), 4);
});

test("years that cross move together", () => {
  assert.deepEqual(bounded({ after: "2020" }, "before", "2018"), { after: "2018", before: "2018" });
  assert.deepEqual(bounded({ before: "2018" }, "after", "2020-05-01"), { after: "2020-05-01", before: "2020-05-01" });
  assert.deepEqual(bounded({ after: "2020", before: "2021" }, "after", ""), { before: "2021" });
});

test("what narrows a search is told from its words", () => {
  assert.deepEqual(parted('a -b kind:c "d e" -"f g" by:"h i" j-k 10:30'), {
    limits: '-b kind:c -"f g" by:"h i"',
    rest: 'a   "d e"   j-k 10:30',
  });
  assert.deepEqual(parted(""), { limits: "", rest: "" });
});

test("an outcome is said as it is, and never surer than it is", () => {
  const reply = { total: 0, exact: true, has: "none", also: [], unknown: [] };
  assert.equal(outcome(reply, "x", 0), "No record has “x”.");
  assert.equal(outcome(reply, "x".repeat(99), 0), `No record has “${"x".repeat(60)}…”.`);
  assert.equal(outcome(reply, "x", 1), "No record with this filter has “x”.");
  assert.equal(outcome(reply, "", 2), "No record fits these filters.");
  assert.equal(outcome(reply, "kind:vote", 0), "No record fits this filter.");
  assert.equal(outcome(reply, 'kind:vote body:"harbour board"', 0), "No record fits these filters.");
  assert.equal(outcome(reply, "piers kind:vote -by:okafor lamps", 0), "No record with these filters has “piers lamps”.");
  assert.equal(outcome(reply, "kind:vote piers", 1), "No record with these filters has “piers”.");
  const unknown = [{ filter: "colour", value: "red", hint: "" }];
  assert.equal(outcome({ ...reply, unknown }, "colour:red piers", 0), "No record has “piers”.");
  assert.equal(outcome(reply, "https://example.org piers", 0), "No record has “https://example.org piers”.");
  assert.equal(outcome({ ...reply, total: 1, has: "all" }, "x", 0), "1 record");
  assert.equal(outcome({ ...reply, total: 1200, exact: false, has: "all" }, "x", 0), "At least 1,200 records");
  assert.equal(outcome({ ...reply, total: 1, has: "most" }, "x", 0), "No record has all of these words. This one has most of them.");
  assert.equal(outcome({ ...reply, total: 8, exact: false, has: "most" }, "x", 0), "No record has all of these words. At least 8 have most of them.");
  assert.equal(setAside("who said"), "“who said” was left out of the search. Put words into quotes to search for them too.");
  assert.equal(offered({ facet: "kind", values: ["undertaking", "action"] }), "Show only undertakings and actions");
  assert.equal(offered({ facet: "status", values: ["open"] }), "Show only what is open");
  assert.equal(meant("asb", ["anti-social behaviour", "a b"]), "ASB stands for “anti-social behaviour” or “a b”.");
  assert.equal(fits("by:o", 9, 8), "“by:o” fits 9 people, most often:");
  assert.equal(fits("by:o", 2, 2), "“by:o” fits 2 people:");
  const besides = [{ typed: "guns", said: "Firearms licensing", path: "topics/firearms-licensing/" }];
  const few = { total: 3, exact: true, has: "most", also: besides };
  assert.equal(further({ further: 1, also: [] }), "1 more has most of these words");
  assert.equal(further({ further: 1200, also: [] }), "1,200 more have most of these words");
  assert.equal(further({ further: 2, also: besides }), "2 more have most of these words, or what was also searched for");
  assert.equal(outcome(few, "guns", 0), "No record has “guns”. These 3 have what was also searched for.");
  assert.equal(
    outcome(few, "guns now", 0),
    "No record has all of these words. These 3 have most of them, or what was also searched for.",
  );
  assert.equal(
    outcome({ ...few, apart: true, also: [] }, '"a b"', 0),
    "No record has the words in quotes side by side. These 3 have the words apart.",
  );
  assert.equal(counted({ total: 3, further: 0 }), "");
  assert.equal(counted({ total: 3, further: 9 }), "The numbers count the 3 records that have all words.");
  assert.equal(absent(["a", "b", "c"]), "No record has “a”, “b” or “c”.");
  assert.match(vain("the"), /^Words as common as in “the” are not searched for/);
  assert.equal(vain("?!"), "There is no word to search for in “?!”.");
  assert.equal(misunderstood({ filter: "kind", value: "x", hint: "" }), "“kind:x” was not understood.");
});

test("dates as readers know them", () => {
  assert.equal(day("2025-10-28"), "28 October 2025");
  assert.equal(day("2023"), "2023");
  assert.equal(day("2023-13-01"), "2023-13-01");
});

test("a CSV file keeps its cells, and no cell is a formula", () => {
  const result = { name: "Action", body: "A, B", date: "2025-01-01", heading: "-", url: "a/#b", passage: [] };
  const texts = ["=1+1", "+44 20", "-5%", "-5", "@x", "\tx", " =x", "\u00a0+x", "\u200b-x", "＝x", " -5", 'say "so"', "two\nlines", ""];
  const lines = csv(texts.map((text) => ({ ...result, text })), new URL("https://x.org/y/")).split("\r\n");
  assert.equal(lines[0], "\ufeffkind,body,date,heading,text,url");
  const cells = ["'=1+1", "'+44 20", "-5%", "-5", "'@x", "'\tx", "' =x", "'\u00a0+x", "'\u200b-x", "'＝x", " -5", '"say ""so"""', '"two\nlines"', ""];
  assert.deepEqual(lines.slice(1, -1), cells.map((cell) => `Action,"A, B",2025-01-01,-,${cell},https://x.org/y/a/#b`));
  assert.equal(fileName('"Zoë" & co: ../x'), "search-zoë-co-x.csv");
});

test("the nearest feed is the most telling one that there is", () => {
  const all = new Set(["all", "kinds", "bodies", "topics", "people"]);
  const filters = { kind: ["action"], body: ["pab"], topic: ["burglary"], person: ["people/ada-okafor/"] };
  assert.equal(nearest(filters, all)?.path, "feeds/people/ada-okafor.xml");
  assert.equal(nearest({ ...filters, person: ["a", "b"] }, all)?.path, "feeds/topics/burglary.xml");
  assert.equal(nearest(filters, new Set(["all", "bodies"]))?.path, "feeds/bodies/pab.xml");
  assert.equal(nearest({ kind: ["answer"] }, all)?.path, "feeds/questions.xml");
  assert.equal(nearest({ kind: ["section"] }, all)?.path, "feeds/all.xml");
  assert.equal(nearest({ kind: ["constructor"] }, all)?.path, "feeds/all.xml");
  assert.equal(nearest(filters, new Set()), undefined);
});

test("whole words are marked, in any case, accent and apostrophe, and beginnings where asked", () => {
  const find = marker(["café", "O'Brien", "vett*", "£1,200", "*"]);
  const text = "The CAFE’s vetting of O’Brien cost £1,200; cafeteria, vet, 12,000.";
  assert.deepEqual(hits(text, find), ["CAFE’s", "vetting", "O’Brien", "1,200"]);
  assert.deepEqual(stretches("Vetting, a", find), [{ text: "Vetting", hit: true }, { text: ", a", hit: false }]);
  assert.deepEqual(stretches("", find), []);
});

test("of a phrase only the phrase is marked, as one, and its words alone where they are asked for too", () => {
  const text = "Stop and  Search, search; stop-and-search. Stop and";
  assert.deepEqual(hits(text, marker(['"stop and search"'])), ["Stop and  Search", "stop-and-search"]);
  assert.deepEqual(hits(text, marker(['"stop and search"', "search"])), ["Stop and  Search", "search", "stop-and-search"]);
  assert.deepEqual(hits(text, marker(['"stop and"', '"stop and search"'])), ["Stop and  Search", "stop-and-search", "Stop and"]);
  for (const broken of ['"', '""', '" "', '"stop']) assert.ok(hits("and search", marker([broken])).length === 0);
});

test("of a script without spaces between words what was searched for is marked as one", () => {
  assert.deepEqual(hits("来年、東京都の水道。", marker(["東京", "京都"])), ["東京都"]);
  assert.deepEqual(hits("東京都の水道、水道", marker(['"東京 京都 都の"'])), ["東京都の"]);
  assert.deepEqual(hits("สถานีตำรวจเปิด", marker(["ตำ", "ำร", "รว", "วจ"])), ["ตำรวจ"]);
});

/** The stretches of a text that are marked. */
function hits(text, find) {
  return stretches(text, find).filter(({ hit }) => hit).map((stretch) => stretch.text);
}
