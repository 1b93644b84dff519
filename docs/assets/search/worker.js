// @ts-check
// The search's own thread: opens the index at the first question and answers one after the other.
//
// All modules are named here, though some are imported by others only: a browser then fetches them all at once.
import { stem, stops } from "../../search/words.js";
import "./index/bytes.js";
import "./index/columns.js";
import "./index/dictionary.js";
import "./index/facets.js";
import { fetching, remembered } from "./index/files.js";
import "./index/filters.js";
import "./index/forms.js";
import "./index/hits.js";
import "./index/matching.js";
import "./index/passages.js";
import "./index/query.js";
import "./index/ranking.js";
import "./index/scoring.js";
import { opened } from "./index/search.js";
import "./index/segment.js";
import "./index/terms.js";
import "./index/texts.js";

/** @typedef {import("./client.js").Question} Question */

const read = remembered(fetching(new URL("../../", import.meta.url)));
/** @type {Promise<import("./index/search.js").Search> | undefined} */
let search;

onmessage = async (/** @type {MessageEvent<Question>} */ { data: { number, method, given } }) => {
  try {
    search ??= opened(read, { stem, stops });
    const engine = await search;
    const reply = method === "search" ? await engine.search(...given) : await engine.complete(...given);
    postMessage({ number, reply });
  } catch (error) {
    search = undefined;
    postMessage({ number, error: String(error) });
  }
};
