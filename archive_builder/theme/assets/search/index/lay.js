// @ts-check
// Topics that a query names, by their name or by words of people who do not know it.
import { terms } from "./terms.js";

/**
 * @typedef {import("./terms.js").Words} Words
 * @typedef {{slug: string, name: string, path: string, words: string[][]}} Topic
 * @typedef {[string, string, string, string[], string[]]} About slug, name, path, and the terms of words and of lay words
 *
 * @typedef {object} Named a topic that some words of a query stand for
 * @property {Topic} topic
 * @property {string[]} terms those of the words
 * @property {boolean} isLay whether they are other words than its name
 */

/** The term of a topic in the index: see archive_builder/index/topic_terms.py. @param {Topic} topic */
export const topicTerm = ({ slug }) => `#${slug}`;

export class Lay {
  /** @param {About[]} topics @param {Words} words */
  constructor(topics, words) {
    /** @type {Map<string, {topic: Topic, isLay: boolean}[]>} by the terms of the words, with spaces between */
    this.phrases = new Map();
    this.longest = 0;
    for (const [slug, name, path, own, lay] of topics ?? []) {
      const topic = { slug, name, path, words: own.map((phrase) => phrase.split(" ")) };
      this.add(terms(words, name).join(" "), topic, false);
      for (const phrase of lay) this.add(phrase, topic, true);
    }
  }

  /** @param {string} phrase @param {Topic} topic @param {boolean} isLay */
  add(phrase, topic, isLay) {
    const known = this.phrases.get(phrase);
    if (known) known.push({ topic, isLay });
    else this.phrases.set(phrase, [{ topic, isLay }]);
    this.longest = Math.max(this.longest, phrase.split(" ").length);
  }

  /** The topics that some terms name; of two phrases in one place the longer counts. @param {string[]} terms @returns {Named[]} */
  named(terms) {
    /** @type {Named[]} */
    const found = [];
    let at = 0;
    while (at < terms.length) {
      const size = this.size(terms, at);
      const phrase = terms.slice(at, at + size);
      for (const one of this.phrases.get(phrase.join(" ")) ?? []) found.push({ ...one, terms: phrase });
      at += Math.max(size, 1);
    }
    return found;
  }

  /** Number of terms of the longest phrase that begins at a place; 0 where none does. @param {string[]} terms @param {number} at */
  size(terms, at) {
    for (let size = Math.min(this.longest, terms.length - at); size > 0; size--) {
      if (this.phrases.has(terms.slice(at, at + size).join(" "))) return size;
    }
    return 0;
  }
}
