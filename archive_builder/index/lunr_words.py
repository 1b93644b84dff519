"""lunr.js's stemmer as a small module of its own, cut from the copy that MkDocs carries.

A reader's browser needs the stemmer and the stop words and nothing else of lunr. What is spelt in several
ways is spelt in one before it is stemmed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources

from archive_builder.index.spellings import SHORTEST, SPELLINGS
from archive_builder.index.terms import STOP_WORDS

_OPENS, _CLOSES = "lunr.stemmer = (function(){", "\n})();"

_MODULE = """\
// Made from lunr.js {version} by `archive build`. lunr.js is (c) Oliver Nightingale, MIT licence.
const lunr = {{}};
{stemmer}
const words = new Map(Object.entries({words}));
const beginnings = new Map(Object.entries({beginnings}));
const endings = Object.entries({endings});

/** A folded word in its one spelling: see archive_builder/index/spellings.py. @param {{string}} word */
function spelt(word) {{
  const whole = words.get(word);
  if (whole !== undefined) return whole;
  for (let size = Math.min(word.length, {longest}); size > 2; size--) {{
    const begun = beginnings.get(word.slice(0, size));
    if (begun === undefined) continue;
    word = begun + word.slice(size);
    break;
  }}
  const found = endings.find(([ending]) => word.endsWith(ending) && word.length >= {shortest} + ending.length);
  return found ? word.slice(0, -found[0].length) + found[1] : word;
}}

/** @param {{string}} word @returns {{string}} */
export const stem = (word) => lunr.stemmer({{ update: (/** @type {{any}} */ change) => change(spelt(word)) }});
export const stops = new Set({stops}.split(" "));
"""


def module() -> bytes:
    """An ES module with `stem`, a function from a word to its stem, and `stops`, the stop words."""
    source = resources.files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_text("utf-8")
    start = source.index(_OPENS)
    stemmer = source[start : source.index(_CLOSES, start) + len(_CLOSES)]
    opening = 'lunr.version = "'
    at = source.index(opening) + len(opening)
    return _MODULE.format(
        version=source[at : source.index('"', at)],
        stemmer="\n".join(line.strip() for line in stemmer.splitlines() if line.strip()),
        words=_table(SPELLINGS.words),
        beginnings=_table(SPELLINGS.beginnings),
        endings=_table(SPELLINGS.endings),
        longest=SPELLINGS.longest,
        shortest=SHORTEST,
        stops=json.dumps(" ".join(sorted(STOP_WORDS))),
    ).encode()


def _table(words: Mapping[str, str]) -> str:
    return json.dumps(words, separators=(",", ":"))
