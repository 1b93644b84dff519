// Asks the index in a folder, as a page does: reads requests as JSON on stdin and writes the replies.
// A reply to a search also has the files that were read for it and for none before, as `read`.
// node ask.mjs SITE; SITE/search is the index, SITE/assets/search its reader.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
const load = (path) => import(pathToFileURL(join(site, path)).href);
const { opened } = await load("assets/search/index/search.js");
const { remembered, unpacked, within } = await load("assets/search/index/files.js");
const words = await load("search/words.js");

let fetched = [];
const read = remembered(async (path, stretch) => {
  fetched.push(path);
  const bytes = new Uint8Array(await readFile(join(site, "search", path)));
  return stretch ? within(bytes, stretch) : unpacked(bytes);
});
const search = await opened(read, words);
let input = "";
for await (const part of process.stdin) input += part;
const replies = [];
for (const { complete, ...request } of JSON.parse(input)) {
  fetched = [];
  replies.push(
    complete === undefined
      ? { ...(await search.search(request)), read: fetched }
      : await search.complete(complete, 10),
  );
}
process.stdout.write(JSON.stringify(replies));
