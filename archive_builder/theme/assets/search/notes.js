// @ts-check
// What is said about a reply besides its results: words that no record has, another spelling, filters.

import { button, element } from "./elements.js";
import { nearest } from "./feeds.js";
import { ROOT } from "./engine.js";
import { BOUND } from "./csv.js";
import { LISTED_AS_DUE, absent, figure, fits, meant, misunderstood, offered, records, refused, setAside, vain } from "./wording.js";
import { narrowed, write } from "./state.js";

/**
 * @typedef {import("./types.js").Reply} Reply
 * @typedef {import("./types.js").Facets} Facets
 * @typedef {import("./state.js").State} State
 * @typedef {object} Besides what it takes further searches to know
 * @property {number} others how many records there are without the filters, if there are none with them
 * @property {boolean} isVain whether there was no word to search for
 */

/**
 * @param {Reply} reply
 * @param {State} state
 * @param {Besides} besides
 * @param {() => void} clear takes the filters away
 */
export function notes(reply, state, { others, isVain }, clear) {
  const said = reply.unknown.map((unknown) => element("p", {}, misunderstood(unknown)));
  said.push(...reply.refused.map((what) => element("p", {}, refused(what))));
  if (reply.suggestion && reply.suggestion !== state.text) {
    const link = element("a", { href: write({ ...state, text: reply.suggestion }) }, reply.suggestion);
    said.push(element("p", {}, "Did you mean ", link, "?"));
  }
  if (reply.meanings.length) said.push(element("p", {}, meant(state.text, reply.meanings)));
  if (reply.aside) said.push(element("p", {}, setAside(reply.aside)));
  if (reply.offers.length) said.push(element("p", {}, ...spaced(reply.offers.flatMap((offer) => offerOf(offer, state)))));
  said.push(...reply.several.map((one) => choiceOf(one, state)));
  if (reply.also.length) said.push(element("p", {}, "Also searched for: ", ...listed(reply.also.map(alsoOf)), "."));
  const named = reply.topics.filter(({ path }) => !reply.also.some((also) => also.path === path));
  if (named.length) said.push(element("p", {}, "Topic: ", ...listed(named.map(topicOf)), "."));
  if (isVain) said.push(element("p", {}, vain(state.text)));
  if (!reply.total && !reply.suggestion && !others && state.text) {
    said.push(element("p", {}, "Fewer words may find it, or the beginning of a word with an asterisk: licen*."));
  }
  if (reply.missing.length && reply.total) said.push(element("p", {}, absent(reply.missing)));
  if (others) {
    const way = button("as-link", "Remove the filters", clear);
    said.push(element("p", {}, `Without the filters there ${others === 1 ? "is" : "are"} ${records(others)}. `, way));
  }
  return said;
}

/**
 * A link that searches with the filter that was meant; for what is open, also the page that lists it by its days.
 * @param {import("./types.js").Offer} offer
 * @param {State} state
 */
function offerOf(offer, state) {
  const filters = { ...state.filters, [offer.facet]: offer.values };
  const search = element("a", { href: write({ ...state, text: offer.text, filters }) }, offered(offer));
  if (offer.facet !== "status") return [search];
  return [search, element("a", { href: new URL("due/", ROOT).href }, LISTED_AS_DUE)];
}

/** Who is meant by a part of a name that fits several. @param {Reply["several"][number]} several @param {State} state */
function choiceOf({ typed, number, values }, state) {
  const links = values.map(({ value, label }) => {
    const asked = { ...state, text: state.text.replace(typed, "").trim(), filters: { ...state.filters, person: [value] } };
    return element("a", { href: write(asked) }, label);
  });
  return element("p", {}, `${fits(typed, number, values.length)} `, ...spaced(links));
}

/** What was searched for besides some words, with its page if it is a topic. @param {Reply["also"][number]} also */
function alsoOf({ typed, said, path }) {
  const what = path ? topicOf({ name: said, path }) : element("span", {}, `“${said}”`);
  return element("span", {}, what, ` (for “${typed}”)`);
}

/** @param {{name: string, path: string}} topic */
function topicOf({ name, path }) {
  return element("a", { href: new URL(path, ROOT).href }, name);
}

/** @param {Element[]} parts */
const listed = (parts) => parts.flatMap((part, n) => (n ? [", ", part] : [part]));
/** @param {Element[]} parts */
const spaced = (parts) => parts.flatMap((part, n) => (n ? [" · ", part] : [part]));

/**
 * Ways to take the results along: a file, a feed.
 * @param {Reply} reply
 * @param {State} state
 * @param {Set<string>} groups which feeds there are
 * @param {() => void} download
 */
export function ways(reply, state, groups, download) {
  const made = [];
  if (reply.total) {
    const part = reply.total > BOUND ? `the first ${figure(BOUND)} results` : "these results";
    made.push(button("as-link", `Download ${part} as CSV`, download));
  }
  if (reply.total) made.push(following(reply, state, groups));
  return made;
}

/** How to hear of what will fit a search. @param {Reply} reply @param {State} state @param {Set<string>} groups */
function following(reply, state, groups) {
  const feed = nearest(state.filters, groups);
  const place = element("details", { class: "search-follow" }, element("summary", {}, "How to follow this"));
  if (feed) {
    const name = feed.facet ? named(feed.facet, feed.value, reply.facets) : feed.name;
    const link = element("a", { href: new URL(feed.path, ROOT).href, type: "application/atom+xml" }, name);
    const isWhole = Boolean(feed.facet) && !state.text && narrowed(state.filters) === 1;
    const rest = isWhole ? "" : " It is the nearest to this search, and tells of more than this search finds.";
    place.append(element("p", {}, "Give a feed reader the address of this feed: ", link, `.${rest}`));
  }
  const again = "The address of this page holds the whole search: keep it as a bookmark, and it searches again when opened.";
  place.append(element("p", {}, again));
  return place;
}

/** @param {keyof Facets} facet @param {string} value @param {Facets | undefined} facets */
function named(facet, value, facets) {
  return facets?.[facet]?.find((count) => count.value === value)?.label ?? value;
}
