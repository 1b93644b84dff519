// Reads a JSON list of texts on stdin and writes the list of their terms, as the site's search makes them.
// node terms.cjs LUNR_JS SEARCH_TERMS_JS
const fs = require("node:fs");
const vm = require("node:vm");
const [lunr, searchTerms] = process.argv.slice(2);

globalThis.lunr = require(lunr);
// The module's source, not the module: its folder has no package.json to say that .js is one.
const source = fs.readFileSync(searchTerms, "utf-8").replace(/^export /gm, "");
const terms = vm.runInThisContext(`(() => { ${source}; return terms; })()`);
process.stdout.write(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf-8")).map((text) => terms(text))));
