// Asks the index in a folder, as a page does: reads requests as JSON on stdin and writes the replies.
// node ask.mjs SITE; SITE/search is the index, SITE/assets/search its reader.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
const load = (path) => import(pathToFileURL(join(site, path)).href);
const { opened } = await load("assets/search/index/search.js");
const { remembered, unpacked } = await load("assets/search/index/files.js");
const words = await load("search/words.js");

const read = remembered(async (path) => unpacked(new Uint8Array(await readFile(join(site, "search", path)))));
const search = await opened(read, words);
let input = "";
for await (const part of process.stdin) input += part;
const replies = [];
for (const { complete, ...request } of JSON.parse(input)) {
  replies.push(complete === undefined ? await search.search(request) : await search.complete(complete, 10));
}
process.stdout.write(JSON.stringify(replies));
