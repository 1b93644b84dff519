// @ts-check
// Which words of a text are those that were asked for.
import { fold, folded, plain } from "./terms.js";

/**
 * @typedef {import("./matching.js").Matched} Matched
 * @typedef {import("./query.js").Phrase} Phrase
 * @typedef {import("./terms.js").Words} Words
 */

export class Hits {
  /** @param {Matched} found @param {Phrase[]} phrases @param {Words} words */
  constructor(found, phrases, words) {
    this.words = words;
    this.phrases = phrases.filter(({ not }) => !not).map((phrase) => phrase.words);
    const inPhrases = new Set(this.phrases.flat().map(words.stem));
    /** @type {Map<string, number>} what each term was asked for as */
    this.asked = new Map();
    /** @type {[string, number][]} */
    this.beginnings = [];
    /** @type {Map<string, boolean>} terms that are marked anywhere in a text */
    this.marked = new Map();
    /** @type {Set<string>} words as they were typed, folded */
    this.typed = new Set(found.wanted.flatMap(({ wanted }) => folded(wanted.printed)));
    found.wanted.forEach(({ wanted, options }, n) => {
      const typed = folded(wanted.printed).map(words.stem);
      for (const term of [...options.flat().map(({ term }) => term), ...typed]) {
        if (!this.asked.has(term) && !words.stops.has(term)) this.asked.set(term, n);
        this.marked.set(term, Boolean(this.marked.get(term)) || !wanted.ofPhrase || !inPhrases.has(term));
      }
      if (wanted.prefix) this.beginnings.push([wanted.prefix, n]);
    });
    this.number = found.wanted.length;
    /** @type {Map<string, boolean>} */
    this.known = new Map();
    /** @type {Set<string>} */
    this.met = new Set();
  }

  /** What a folded word was asked for as, if it was. @param {string} word */
  as(word) {
    return this.asked.get(this.words.stem(word)) ?? this.beginnings.find(([start]) => word.startsWith(start))?.[1];
  }

  /** True if a printed word is marked wherever it stands; it is remembered. @param {string} printed */
  isHit(printed) {
    const known = this.known.get(printed);
    if (known !== undefined) return known;
    const is = this.meets(printed);
    this.known.set(printed, is);
    return is;
  }

  /** @param {string} printed */
  meets(printed) {
    const word = fold(plain(printed));
    if (this.words.stops.has(word)) return false;
    const is = this.as(word) !== undefined && (this.marked.get(this.words.stem(word)) ?? true);
    if (is) this.met.add(word);
    return is;
  }

  /** Words, beginnings of words and phrases to mark on a page, in an order that no download decides. */
  marks() {
    const beginnings = this.beginnings.map(([start]) => `${start}*`);
    const phrases = this.phrases.map((words) => `"${words.join(" ")}"`);
    return [...new Set([...this.met, ...phrases, ...beginnings])].sort();
  }
}
