// A search that keeps to archive_builder/theme/assets/search/types.js and needs no index: for tests of the pages alone.
// Some words bring about what an index brings about rarely: see `search`.

const BODIES = { pab: "Police Accountability Board", wpcp: "Police and Crime Panel" };
const PEOPLE = ["Mary Smith", "Ada Okafor", "John O’Brien", "Zoë Hart", "Ben Ali", "Cy Dunn", "Di Eve",
  "Ed Fox", "Flo Gale", "Guy Hill", "Hal Ives", "Ivy Jay", "Jo Kerr", "Kim Low"];
const KINDS = ["question", "answer", "action", "decision", "tracker-row", "section"];
const NAMES = { "tracker-row": "Tracker row" };
const STATUS = ["open", "closed", "unknown"];
const TOPICS = ["burglary", "road-safety"];

const records = Array.from({ length: 90 }, (_, at) => {
  const kind = KINDS[at % KINDS.length];
  const body = at % 3 ? "pab" : "wpcp";
  return {
    url: globalThis.records?.[at] ?? `meetings/pab/2025-03-18/notes/#item-${at}`,
    kind,
    name: NAMES[kind] ?? kind[0].toUpperCase() + kind.slice(1),
    body,
    date: `${2019 + (at % 7)}-0${1 + (at % 9)}-18`,
    ...(at === 6 && { title: "When is the burglary unit back?", beside: "In spring, the burglary unit said.", stands: "Answered" }),
    heading: `${at}: Burglary in ${at === 3 ? "<img src=x onerror=alert(1)>" : ["the north", "the south", "town"][at % 3]}`,
    extra: at % 2 ? `asked by ${PEOPLE[at % PEOPLE.length]}` : "",
    text: at === 4 ? "=1+1 burglary, \"quoted\"" : `What is done about burglary of kind ${at}, and vetting of officers? ${at % 2 ? "The station stays open. ".repeat(9) : ""}`,
    person: `people/${PEOPLE[at % PEOPLE.length].toLowerCase().replace(/[^a-z]+/g, "-")}/`,
    topic: TOPICS[at % 2],
    status: kind === "action" || kind === "decision" ? STATUS[Math.floor(at / KINDS.length) % 3] : "",
  };
});

const label = {
  kind: (value) => NAMES[value] ?? value[0].toUpperCase() + value.slice(1),
  body: (value) => BODIES[value] ?? value,
  person: (value) => PEOPLE.find((name) => value.includes(name.toLowerCase().replace(/[^a-z]+/g, "-"))) ?? value,
  topic: (value) => ({ burglary: "Burglary", "road-safety": "Road safety" })[value] ?? value,
  status: (value) => value[0].toUpperCase() + value.slice(1),
  year: (value) => value,
};

const passes = (record, filters, except = "") =>
  ["kind", "body", "person", "topic", "status"].every(
    (facet) => facet === except || !filters[facet]?.length || filters[facet].includes(record[facet]),
  ) &&
  (except === "year" || !filters.after || record.date.slice(0, filters.after.length) >= filters.after) &&
  (except === "year" || !filters.before || record.date.slice(0, filters.before.length) <= filters.before);

function counts(found, filters) {
  const facets = {};
  for (const facet of Object.keys(label)) {
    const value = (record) => (facet === "year" ? record.date.slice(0, 4) : record[facet]);
    const number = new Map((filters[facet] ?? []).map((chosen) => [chosen, 0]));
    for (const record of found) {
      if (value(record) && passes(record, filters, facet)) number.set(value(record), (number.get(value(record)) ?? 0) + 1);
    }
    const counted = [...number].map(([value, count]) => ({ value, label: label[facet](value), count }));
    facets[facet] = facet === "kind" ? counted : counted.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  }
  return facets;
}

function stretches(text, words) {
  const parts = text.split(/(\p{L}+)/u).map((part) => ({ text: part, hit: words.some((word) => part.toLowerCase().startsWith(word)) }));
  return parts.filter((part) => part.text);
}

async function search({ text, filters = {}, order = "relevance", offset = 0, limit = 10, facets, texts }) {
  globalThis.asked = [...(globalThis.asked ?? []), { text, filters, order, offset, limit }];
  if (text.includes("slow")) await new Promise((done) => setTimeout(done, 1500));
  if (text.includes("broken") && !globalThis.mended) throw new Error("no index");
  const words = text.toLowerCase().replace(/\w+:\w+/g, "").match(/(?<![:\w-])\p{L}+(?!:)/gu)?.filter((word) => word !== "slow" && word !== "crowd" && word !== "the") ?? [];
  const last = words.at(-1);
  const known = (word) => records.some((r) => new RegExp(`\\b${word}${word === last ? "" : "\\b"}`, "i").test(r.text));
  const missing = words.filter((word) => !known(word));
  const had = words.filter(known);
  const found = had.length || !words.length ? records : [];
  const all = found.filter((record) => passes(record, filters));
  if (order !== "relevance") all.sort((a, b) => a.date.localeCompare(b.date) * (order === "newest" ? -1 : 1));
  const few = text.includes("station") && text.includes("officers") ? 3 : all.length; // few have all the words
  // many records of one meeting
  const part = all.slice(offset, offset + limit).map((record, at) => (text.includes("crowd") && at % 4 ? { ...record, body: "pab", date: "2030-01-01" } : record));
  return {
    total: few,
    further: all.length - few,
    exact: few < all.length || !text.includes("officers"),
    has: !all.length ? "none" : missing.length ? "most" : "all",
    missing,
    suggestion: text.includes("burglery") ? text.replace("burglery", "burglary") : "",
    also: text.includes("coppers") ? [{ typed: "coppers", said: "Road safety", path: "topics/road-safety/" }] : [],
    topics: text.includes("road safety") ? [{ name: "Road safety", path: "topics/road-safety/" }] : [],
    aside: text.startsWith("who decided about") ? "who decided about" : "",
    several: text.includes("by:o")
      ? [{ typed: "by:o", number: 9, values: PEOPLE.slice(1, 3).map((label) => ({ value: `people/${label.toLowerCase().replace(/[^a-z]+/g, "-")}/`, label })) }]
      : [],
    meanings: text === "asb" ? ["anti-social behaviour"] : [],
    apart: false,
    refused: text.includes(" OR ") ? ["or"] : [],
    offers: text.startsWith("who decided about")
      ? [{ facet: "kind", values: ["decision"], text: text.replace("who decided about ", "") }]
      : [],
    unknown: text.includes("colour:") ? [{ filter: "colour", value: "red", hint: "Known are kind, body, by, after and before." }] : [],
    marks: had.map((word) => (word === "vetting" ? "vett*" : word)),
    facets: facets ? counts(found, filters) : undefined,
    results: part.map((record) => ({
      ...record,
      has: missing.length || all.indexOf(record) >= few ? "most" : "all",
      body: BODIES[record.body],
      passage: stretches(record.text, had),
      text: texts ? record.text : undefined,
    })),
  };
}

const WORDS = [["burglary", 90], ["burglaries", 12], ["vetting", 90], ["station", 45], ["officers", 90]];

async function complete(text, limit) {
  const last = text.toLowerCase().replace(/\w+:\w+/g, "").match(/\p{L}+$/u)?.[0];
  const found = WORDS.filter(([word]) => last && word.startsWith(last)).slice(0, limit);
  return found.map(([word, count]) => ({ word, count }));
}

export const ROOT = new URL("../../", import.meta.url);

export function engine() {
  return { search, complete };
}
