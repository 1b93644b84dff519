// A static server for the comparison: HTTP/2 as a content network speaks it, gzip for text, counted bytes,
// and a line as slow as one likes, emulated here so that workers are slowed down too.
//
//   node serve.mjs ROOT PAGES KEY CERTIFICATE    prints its port
//   /__net?latency=MS&rate=BYTES_A_SECOND   /__reset   /__stats    PAGES lies below /__pages/
import { readFileSync, statSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const [root, pages, key, certificate] = process.argv.slice(2);
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json",
  ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm",
};
const HEADERS = 180; // bytes of a response's head, more or less
const PARTIAL = 60; // those that a stretch of a file has more
const PIECE = 16384;
let net = { latency: 0, rate: 0 };
let stats = { bytes: 0, requests: 0 };
let free = 0; // when the line has sent all that it was given
const packed = new Map();

function content(path) {
  if (statSync(path).isDirectory()) path = join(path, "index.html");
  const type = TYPES[extname(path)];
  if (!type) return { type: "application/octet-stream", body: readFileSync(path) };
  if (!packed.has(path)) packed.set(path, gzipSync(readFileSync(path), { level: 6 }));
  return { type, body: packed.get(path), encoding: "gzip" };
}

const later = (ms) => new Promise((done) => setTimeout(done, ms));

async function send(response, body) {
  if (!net.rate) return response.end(body);
  await later(net.latency);
  for (let at = 0; at < body.length; at += PIECE) {
    const piece = body.subarray(at, at + PIECE);
    free = Math.max(free, Date.now()) + (piece.length / net.rate) * 1000;
    if (free - Date.now() > 1) await later(free - Date.now());
    response.write(piece);
  }
  response.end();
}

async function answer(request, response) {
  const url = new URL(request.url, "https://localhost");
  const path = normalize(decodeURIComponent(url.pathname));
  if (path === "/__net") {
    net = { latency: Number(url.searchParams.get("latency")), rate: Number(url.searchParams.get("rate")) };
    free = 0;
    return response.end("done");
  }
  if (path === "/__reset") { stats = { bytes: 0, requests: 0 }; return response.end("done"); }
  if (path === "/__stats") return response.end(JSON.stringify(stats));
  try {
    const { type, body, encoding } = content(
      path.startsWith("/__pages/") ? join(pages, path.slice(9)) : join(root, path),
    );
    stats.requests += 1;
    const head = { "content-type": type, "cache-control": "max-age=600" };
    const range = !encoding && /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (range) {
      const [first, last] = [Number(range[1]), Math.min(Number(range[2]), body.length - 1)];
      stats.bytes += last - first + 1 + HEADERS + PARTIAL;
      response.writeHead(206, {
        ...head, "content-length": last - first + 1, "content-range": `bytes ${first}-${last}/${body.length}`,
      });
      return await send(response, body.subarray(first, last + 1));
    }
    stats.bytes += body.length + HEADERS;
    const whole = { ...head, "content-length": body.length, "accept-ranges": "bytes" };
    response.writeHead(200, encoding ? { ...whole, "content-encoding": encoding } : whole);
    await send(response, body);
  } catch {
    stats.requests += 1;
    response.writeHead(404);
    response.end();
  }
}

const server = createSecureServer(
  { key: readFileSync(key), cert: readFileSync(certificate), allowHTTP1: true }, answer,
);
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
