// Writes the numbers of the records that have all words of a query, best first.
// node query.cjs LUNR_JS SEARCH_TERMS_JS INDEX_JSON QUERY
const fs = require("node:fs");
const vm = require("node:vm");
const [lunrJs, searchTerms, indexJson, query] = process.argv.slice(2);

const lunr = (globalThis.lunr = require(lunrJs));
const source = fs.readFileSync(searchTerms, "utf-8").replace(/^export /gm, "");
const terms = vm.runInThisContext(`(() => { ${source}; return terms; })()`);
const index = lunr.Index.load(JSON.parse(fs.readFileSync(indexJson, "utf-8")));
const found = index.query((q) => {
  for (const term of terms(query)) {
    q.term(term, { presence: lunr.Query.presence.REQUIRED, usePipeline: false });
  }
});
process.stdout.write(JSON.stringify(found.map((result) => result.ref)));
