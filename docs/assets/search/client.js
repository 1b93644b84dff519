// @ts-check
// The page's side of the search: questions to the worker, answers back.

/**
 * @typedef {import("./types.js").Search} Search
 * @typedef {{number: number, method: "search", given: Parameters<Search["search"]>}
 *   | {number: number, method: "complete", given: Parameters<Search["complete"]>}} Question
 * @typedef {{number: number, reply?: any, error?: string}} Answer
 */

/**
 * The search of a site. Nothing is fetched before the first question.
 * @param {URL} root the site's root
 * @param {Promise<Response>} [manifest] the index's manifest, if it is on its way already
 * @returns {Search}
 */
export function open(root, manifest) {
  /** @type {Search | undefined} */
  let search;
  const started = () => (search ??= withWorker(root, manifest));
  return {
    search: (request) => started().search(request),
    complete: (text, limit) => started().complete(text, limit),
  };
}

/** @param {URL} root @param {Promise<Response>} [given] the manifest @returns {Search} */
function withWorker(root, given) {
  /** @type {Map<number, {question: Question, resolve: (reply: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  const worker = new Worker(new URL("assets/search/worker.js", root), { type: "module" });
  let asked = 0;
  /** @type {Promise<Search> | undefined} */
  let instead;

  // on its way while the worker's modules are; where it could not be had the worker asks for it again
  const manifest = given ?? fetch(new URL("search/manifest.bin", root), { cache: "no-cache" });
  manifest.then((response) => (response.ok ? response.arrayBuffer() : new ArrayBuffer(0))).then(
    (bytes) => worker.postMessage(bytes),
    () => worker.postMessage(new ArrayBuffer(0)),
  );

  worker.onmessage = (/** @type {MessageEvent<Answer>} */ { data: { number, reply, error } }) => {
    const asker = waiting.get(number);
    waiting.delete(number);
    if (error === undefined) asker?.resolve(reply);
    else asker?.reject(new Error(error));
  };
  // a browser that has workers but none made of modules (Firefox before 114) ends here
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    instead ??= withoutWorker(root);
    for (const { question, resolve, reject } of waiting.values()) {
      instead.then((search) => put(search, question)).then(resolve, reject);
    }
    waiting.clear();
  };

  /** @param {Omit<Question, "number">} what @returns {Promise<any>} */
  function ask(what) {
    const question = /** @type {Question} */ ({ number: asked++, ...what });
    if (instead) return instead.then((search) => put(search, question));
    return new Promise((resolve, reject) => {
      waiting.set(question.number, { question, resolve, reject });
      worker.postMessage(question);
    });
  }

  return {
    search: (request) => ask({ method: "search", given: [request] }),
    complete: (text, limit) => ask({ method: "complete", given: [text, limit] }),
  };
}

/** The search in the page's own thread. @param {URL} root @returns {Promise<Search>} */
async function withoutWorker(root) {
  const [{ answering }, words] = await Promise.all([
    import("./index/answering.js"),
    import(new URL("search/words.js", root).href),
  ]);
  return answering(root, words);
}

/** @param {Search} search @param {Question} question @returns {Promise<any>} */
function put(search, question) {
  return question.method === "search" ? search.search(...question.given) : search.complete(...question.given);
}
