// Reads a JSON list of gzip members in base64 and writes what is in them, unpacked by inflate.js, in base64.
// node inflate.mjs SITE
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { inflated } = await import(pathToFileURL(join(process.argv[2], "assets/search/index/inflate.js")).href);
let input = "";
for await (const part of process.stdin) input += part;
const members = JSON.parse(input).map((member) => new Uint8Array(Buffer.from(member, "base64")));
process.stdout.write(JSON.stringify(members.map((member) => Buffer.from(inflated(member)).toString("base64"))));
