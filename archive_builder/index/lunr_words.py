"""lunr.js's stemmer as a small module of its own, cut from the copy that MkDocs carries.

A reader's browser needs the stemmer and the stop words and nothing else of lunr.
"""

from __future__ import annotations

import json
from importlib import resources

from archive_builder.index.terms import STOP_WORDS

_OPENS, _CLOSES = "lunr.stemmer = (function(){", "\n})();"

_MODULE = """\
// Made from lunr.js {version} by `archive build`. lunr.js is (c) Oliver Nightingale, MIT licence.
const lunr = {{}};
{stemmer}
/** @param {{string}} word @returns {{string}} */
export const stem = (word) => lunr.stemmer({{ update: (/** @type {{any}} */ change) => change(word) }});
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
        stops=json.dumps(" ".join(sorted(STOP_WORDS))),
    ).encode()
