// @ts-check
/**
 * What the page and the search's worker say to each other. Types only.
 *
 * @typedef {"relevance" | "newest" | "oldest"} Order
 *
 * @typedef {object} Filters
 * What a person has narrowed the search to; within one facet any value will do, facets add up.
 * @property {string[]} [kind] question, answer, action, decision, tracker-row, section, person, ...
 * @property {string[]} [body] slugs
 * @property {string[]} [person] ids: people/mary-smith/
 * @property {string[]} [topic] slugs
 * @property {string[]} [status] of actions and decisions: open, closed, dropped, unknown
 * @property {string} [after] first day, or year: 2025-10-28, 2025
 * @property {string} [before] last day, or year
 *
 * @typedef {object} Request
 * @property {string} text as typed: words, "phrases", -without, prefix*, after:, before:, by:, kind:, body:;
 *   empty: every record that the filters let through, the newest first unless `order` says otherwise
 * @property {Filters} [filters]
 * @property {Order} [order]
 * @property {number} [offset]
 * @property {number} [limit]
 * @property {boolean} [further] false if records with most of the words are not wanted where few have all
 * @property {boolean} [facets] whether counts are wanted
 * @property {boolean} [passages] whether texts are wanted; else each result has the lead of its text
 * @property {boolean} [texts] whether each result's whole text is wanted, for a file to download
 *
 * @typedef {{text: string, hit: boolean}} Stretch
 *
 * @typedef {object} Result
 * @property {string} url page and anchor below the site's root
 * @property {string} kind machine value, as in Filters
 * @property {string} name the kind as a reader calls it: "Tracker row"
 * @property {string} body the body's name
 * @property {string} date ISO 8601, a period as 2023-24, or empty
 * @property {string} heading
 * @property {"all" | "most"} has whether it has all the words, or most of them
 * @property {string} extra a further line: "asked by ..."
 * @property {string} [title] what it is called in place of the heading: the words of a question
 * @property {string} [beside] what belongs to it: the opening of a question's answer
 * @property {string} [stands] how it stands: "Answered"
 * @property {Stretch[]} passage the words in context, cut into hits and the rest
 * @property {string} [text] the whole text, if `texts` was asked
 *
 * @typedef {{value: string, label: string, count: number}} Count
 * @typedef {Record<"kind" | "body" | "person" | "topic" | "status" | "year", Count[]>} Facets
 * Counts over the records of `total`, each facet counted as if it were not narrowed itself. A value that
 * the search is narrowed to is always among them, with its label, even if its count is 0.
 *
 * @typedef {object} Offer a filter that the words mean
 * @property {"kind" | "status"} facet
 * @property {string[]} values
 * @property {string} text what to search for with the filter: the words without those that mean it
 *
 * @typedef {{typed: string, number: number, values: {value: string, label: string}[]}} Several
 * A part of a name, as typed ("by:okafor"), with the people whom it fits, the most frequent first.
 *
 * @typedef {object} Reply
 * @property {number} total number of records that have all the words; where none has, of those that have most of them
 * @property {boolean} exact whether `total` is exact; a lower bound otherwise
 * @property {number} further number of records that have most of the words, where few have all; they follow these
 * @property {Result[]} results
 * @property {Facets} [facets]
 * @property {"all" | "most" | "none"} has whether results have all the words, or most of them
 * @property {boolean} apart whether no record says a phrase, so that results have its words apart
 * @property {string[]} missing words that no record has
 * @property {{typed: string, said: string, path: string}[]} also what was searched for besides words that few
 *   records have: the parts of a compound, or a topic, with its page
 * @property {{name: string, path: string}[]} topics those that the words name or are words of, with their pages; only where counts are
 *   wanted, or where few records have all words
 * @property {string} aside what was set aside of a question: "who promised to"
 * @property {string[]} meanings what an acronym stands for that is all that was typed; only where counts are wanted
 * @property {Offer[]} offers
 * @property {Several[]} several parts of names that fit several people
 * @property {("or" | "parentheses")[]} refused what was typed and is not understood
 * @property {string} suggestion the query with misspelt words put right; empty where there is none
 * @property {{filter: string, value: string, hint: string}[]} unknown filters that are not understood
 * @property {string[]} marks words, word beginnings* and "phrases" to mark on the page that is opened
 * @property {number} [edition] which reader answered: replies of different ones are of different publications
 *
 * @typedef {object} Completion
 * @property {string} word the word as it is printed most often
 * @property {number} count in how many records
 *
 * @typedef {object} Search what `open` in client.js gives to a page
 * @property {(request: Request) => Promise<Reply>} search
 * @property {(text: string, limit: number) => Promise<Completion[]>} complete for the last, unfinished word
 */

export {};
