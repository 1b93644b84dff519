// Reads a JSON list of texts on stdin and writes the list of their terms, as the site's search makes them.
// node terms.mjs SITE
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const load = (path) => import(pathToFileURL(join(process.argv[2], path)).href);
const { terms } = await load("assets/search/index/terms.js");
const words = await load("search/words.js");
let input = "";
for await (const part of process.stdin) input += part;
process.stdout.write(JSON.stringify(JSON.parse(input).map((text) => terms(words, text))));
