// @ts-check
// The search's own thread: opens the index at the first question and answers one after the other.
import { stem, stops } from "../../search/words.js";
import { answering } from "./index/answering.js";
import { PROTOCOL } from "./protocol.js";

/** @typedef {import("./client.js").Question} Question */

/** @type {(manifest: ArrayBuffer) => void} */
let take = () => {};
/** @type {Promise<ArrayBuffer>} */
const manifest = new Promise((resolve) => (take = resolve));
const engine = answering(new URL("../../", import.meta.url), { stem, stops }, manifest);

onmessage = async (/** @type {MessageEvent<Question | ArrayBuffer>} */ { data }) => {
  if (data instanceof ArrayBuffer) return take(data);
  const { number, protocol, method, given } = data;
  try {
    if (protocol !== PROTOCOL) throw new Error(`The page speaks version ${protocol}, the worker ${PROTOCOL}.`);
    const reply = method === "search" ? await engine.search(...given) : await engine.complete(...given);
    postMessage({ number, protocol: PROTOCOL, reply });
  } catch (error) {
    postMessage({ number, protocol: PROTOCOL, error: String(error) });
  }
};
