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

/** @typedef {Map<string, {topic: Topic, isLay: boolean}[]>} Phrases by the terms of the words, with spaces between */

export class Lay {
  /** @param {About[]} topics @param {Words} words */
  constructor(topics, words) {
    /** @type {Phrases} */
    this.names = new Map();
    /** @type {Phrases} */
    this.subjects = new Map();
    for (const [slug, name, path, own, lay] of topics ?? []) {
      const topic = { slug, name, path, words: own.map((phrase) => phrase.split(" ")) };
      add(this.names, terms(words, name).join(" "), topic, false);
      for (const phrase of lay) add(this.names, phrase, topic, true);
      for (const phrase of own) add(this.subjects, phrase, topic, false);
    }
  }

  /** The topics that some terms name. @param {string[]} terms */
  named(terms) {
    return within(terms, this.names);
  }

  /** The topics that some terms name, or are words of: "101 call waiting times". @param {string[]} terms */
  touched(terms) {
    return [...this.named(terms), ...within(terms, this.subjects)];
  }
}

/** @param {Phrases} phrases @param {string} phrase @param {Topic} topic @param {boolean} isLay */
function add(phrases, phrase, topic, isLay) {
  const known = phrases.get(phrase);
  if (known) known.push({ topic, isLay });
  else phrases.set(phrase, [{ topic, isLay }]);
}

/** What some terms stand for; of two phrases in one place the longer counts. @param {string[]} terms @param {Phrases} phrases @returns {Named[]} */
function within(terms, phrases) {
  /** @type {Named[]} */
  const found = [];
  let at = 0;
  while (at < terms.length) {
    const phrase = longest(terms.slice(at), phrases);
    for (const one of phrases.get(phrase.join(" ")) ?? []) found.push({ ...one, terms: phrase });
    at += Math.max(phrase.length, 1);
  }
  return found;
}

/** Maximum number of terms of a phrase. */
const LONGEST = 6;

/** The longest phrase that some terms begin with; empty if there is none. @param {string[]} terms @param {Phrases} phrases */
function longest(terms, phrases) {
  for (let size = Math.min(LONGEST, terms.length); size > 0; size--) {
    if (phrases.has(terms.slice(0, size).join(" "))) return terms.slice(0, size);
  }
  return [];
}
