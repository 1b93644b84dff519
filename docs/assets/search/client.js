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
 * @returns {Search}
 */
export function open(root) {
  /** @type {Worker | undefined} */
  let worker;
  /** @type {Map<number, {resolve: (reply: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let asked = 0;

  /** @param {string} message */
  function fail(message) {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
    worker?.terminate();
    worker = undefined;
  }

  /** @returns {Worker} */
  function started() {
    const made = new Worker(new URL("assets/search/worker.js", root), { type: "module" });
    made.onerror = (event) => fail(event.message || "the search could not be started");
    made.onmessage = (/** @type {MessageEvent<Answer>} */ { data: { number, reply, error } }) => {
      const asker = waiting.get(number);
      waiting.delete(number);
      if (error === undefined) asker?.resolve(reply);
      else asker?.reject(new Error(error));
    };
    return made;
  }

  /** @param {Omit<Question, "number">} question @returns {Promise<any>} */
  function ask(question) {
    worker ??= started();
    const to = worker;
    return new Promise((resolve, reject) => {
      const number = asked++;
      waiting.set(number, { resolve, reject });
      to.postMessage({ number, ...question });
    });
  }

  return {
    search: (request) => ask({ method: "search", given: [request] }),
    complete: (text, limit) => ask({ method: "complete", given: [text, limit] }),
  };
}
