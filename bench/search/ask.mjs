// Asks the index in a folder, as a page does: requests as JSON on stdin, the replies on stdout.
// node ask.mjs SITE; SITE/search is the index, SITE/assets/search its reader.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
const load = (path) => import(pathToFileURL(join(site, path)).href);
const { opened } = await load("assets/search/index/search.js");
const { remembered, unpacked, within } = await load("assets/search/index/files.js");
const read = remembered(async (path, stretch) => {
  const bytes = new Uint8Array(await readFile(join(site, "search", path)));
  return stretch ? within(bytes, stretch) : unpacked(bytes);
});
const search = await opened(read, await load("search/words.js"));
let input = "";
for await (const part of process.stdin) input += part;
const replies = [];
for (const request of JSON.parse(input)) replies.push(await search.search(request));
process.stdout.write(JSON.stringify(replies));
