// @ts-check
// The search's own thread: opens the index at the first question and answers one after the other.
//
// All modules are named here, though some are imported by others only: a browser then fetches them all at once.
import { stem, stops } from "../../search/words.js";
import { answering } from "./index/answering.js";
import "./index/bytes.js";
import "./index/columns.js";
import "./index/dictionary.js";
import "./index/facets.js";
import "./index/files.js";
import "./index/filters.js";
import "./index/forms.js";
import "./index/hits.js";
import "./index/matching.js";
import "./index/passages.js";
import "./index/query.js";
import "./index/ranking.js";
import "./index/scoring.js";
import "./index/search.js";
import "./index/segment.js";
import "./index/terms.js";
import "./index/texts.js";

/** @typedef {import("./client.js").Question} Question */

/** @type {(manifest: ArrayBuffer) => void} */
let take = () => {};
/** @type {Promise<ArrayBuffer>} */
const manifest = new Promise((resolve) => (take = resolve));
const engine = answering(new URL("../../", import.meta.url), { stem, stops }, manifest);

onmessage = async (/** @type {MessageEvent<Question | ArrayBuffer>} */ { data }) => {
  if (data instanceof ArrayBuffer) return take(data);
  const { number, method, given } = data;
  try {
    const reply = method === "search" ? await engine.search(...given) : await engine.complete(...given);
    postMessage({ number, reply });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
};
