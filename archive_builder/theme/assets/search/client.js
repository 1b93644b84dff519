// @ts-check
// The page's side of the search: questions to the worker, answers back.
import { otherVersion, PROTOCOL } from "./protocol.js";

/**
 * @typedef {import("./types.js").Search} Search
 * @typedef {{number: number, protocol: number, method: "search", given: Parameters<Search["search"]>}
 *   | {number: number, protocol: number, method: "complete", given: Parameters<Search["complete"]>}} Question
 * @typedef {{number: number, protocol?: number, reply?: any, error?: string}} Answer
 *
 * @typedef {object} Reader what reads the index of a site as it is published now
 * @property {(what: Omit<Question, "number" | "protocol">) => Promise<any>} ask
 * @property {(error: Error) => void} close ends it; what it has not answered fails
 */

/**
 * The search of a site. Nothing is fetched before the first question.
 *
 * A question that fails is put once more to a new reader, which fetches the manifest and its own script again:
 * while a page is open the site may have been published anew, and the files that the old manifest names are gone.
 * If the newest worker speaks another version, the page is too old: the question fails with `OTHER_VERSION`.
 * @param {URL} root the site's root
 * @param {Promise<Response>} [manifest] the index's manifest, if it is on its way already
 * @returns {Search}
 */
export function open(root, manifest) {
  /** @type {Reader | undefined} */
  let current;
  let edition = 0;

  function reader() {
    current ??= edition++ ? withWorker(root, `?${Date.now()}`) : withWorker(root, "", manifest);
    return current;
  }

  /** @param {Omit<Question, "number" | "protocol">} what @returns {Promise<any>} */
  async function ask(what) {
    const asked = reader();
    try {
      return await asked.ask(what);
    } catch (error) {
      if (asked === current) {
        current = undefined;
        asked.close(/** @type {Error} */ (error));
      }
      return reader().ask(what);
    }
  }

  return {
    search: async (request) => ({ ...(await ask({ method: "search", given: [request] })), edition }),
    complete: (text, limit) => ask({ method: "complete", given: [text, limit] }),
  };
}

/**
 * @param {URL} root
 * @param {string} newer what makes the address of a script differ from that of one in the browser's cache
 * @param {Promise<Response>} [given] the manifest
 * @returns {Reader}
 */
function withWorker(root, newer, given) {
  /** @type {Map<number, {question: Question, resolve: (reply: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  const worker = new Worker(new URL(`assets/search/worker.js${newer}`, root), { type: "module" });
  let asked = 0;
  /** @type {Promise<Search> | undefined} */
  let instead;

  // on its way while the worker's modules are; where it could not be had the worker asks for it again
  const manifest = given ?? fetch(new URL("search/manifest.bin", root), { cache: "no-cache" });
  manifest.then((response) => (response.ok ? response.arrayBuffer() : new ArrayBuffer(0))).then(
    (bytes) => worker.postMessage(bytes),
    () => worker.postMessage(new ArrayBuffer(0)),
  );

  worker.onmessage = (/** @type {MessageEvent<Answer>} */ { data: { number, protocol, reply, error } }) => {
    const asker = waiting.get(number);
    waiting.delete(number);
    if (protocol !== PROTOCOL) asker?.reject(otherVersion());
    else if (error === undefined) asker?.resolve(reply);
    else asker?.reject(new Error(error));
  };
  // a browser that has workers but none made of modules (Firefox before 114) ends here
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    instead ??= withoutWorker(root, newer);
    for (const { question, resolve, reject } of waiting.values()) {
      instead.then((search) => put(search, question)).then(resolve, reject);
    }
    waiting.clear();
  };

  return {
    ask(what) {
      const question = /** @type {Question} */ ({ number: asked++, protocol: PROTOCOL, ...what });
      if (instead) return instead.then((search) => put(search, question));
      return new Promise((resolve, reject) => {
        waiting.set(question.number, { question, resolve, reject });
        worker.postMessage(question);
      });
    },
    close(error) {
      worker.terminate();
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}

/** The search in the page's own thread. @param {URL} root @param {string} newer @returns {Promise<Search>} */
async function withoutWorker(root, newer) {
  const [{ answering }, words] = await Promise.all([
    import(new URL(`assets/search/index/answering.js${newer}`, root).href),
    import(new URL(`search/words.js${newer}`, root).href),
  ]);
  return answering(root, words);
}

/** @param {Search} search @param {Question} question @returns {Promise<any>} */
function put(search, question) {
  return question.method === "search" ? search.search(...question.given) : search.complete(...question.given);
}
