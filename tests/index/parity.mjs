// What lunr.js and our reader find for the same terms over the same records.
// node parity.mjs SITE LUNR_JS < {"boosts": ..., "records": [{field: terms}], "queries": [terms]}
// Writes for each query [lunr's [record, score] pairs, our pairs, our best ten of one word].
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [site, lunrJs] = process.argv.slice(2);
const lunr = createRequire(import.meta.url)(lunrJs);
const load = (path) => import(pathToFileURL(join(site, path)).href);
const { opened } = await load("assets/search/index/search.js");
const { match } = await load("assets/search/index/matching.js");
const { unpacked, within } = await load("assets/search/index/files.js");

let input = "";
for await (const part of process.stdin) input += part;
const { boosts, records, queries } = JSON.parse(input);

const builder = new lunr.Builder();
builder.ref("id");
for (const [field, boost] of Object.entries(boosts)) builder.field(field, { boost });
records.forEach((record, id) => builder.add({ id, ...record }));
const theirs = builder.build();

const read = async (path, stretch) => {
  const bytes = new Uint8Array(await readFile(join(site, "search", path)));
  return stretch ? within(bytes, stretch) : unpacked(bytes);
};
const { index } = await opened(read, await load("search/words.js"));

const pairs = ({ records, score }) => records.map((record) => [record, score[record]]);
const made = [];
for (const terms of queries) {
  const found = theirs.query((query) => {
    for (const term of terms) query.term(term, { presence: lunr.Query.presence.REQUIRED, usePipeline: false });
  });
  const wanted = terms.map((term) => ({ printed: term, options: [[term]], otherwise: [] }));
  const all = await match(index, { wanted, phrases: [], filters: [] }, true);
  const best = await match(index, { wanted, phrases: [], filters: [] }, false);
  made.push([
    found.map(({ ref, score }) => [Number(ref), score]),
    pairs(all),
    pairs(best),
  ]);
}
process.stdout.write(JSON.stringify(made));
