"""Spellings of one name: what names have in common that differ only by accents, case and signs."""

from __future__ import annotations

import unicodedata

from archive_builder.text.words import folded, words

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´′")


def spelling_key(name: str, *, accents: bool = False) -> str:
    """The letters and figures of a name, in words: names that have one key are spellings of one name.

    Accents, case, apostrophes and hyphens are set aside and "&" is "and": "Zoë O’Neil-Ray" and
    "ZOE ONEIL RAY" have one key. With `accents`, these count. A name that holds nothing but signs stays as it is.
    """
    spelt = name.translate(_APOSTROPHES).replace("&", " and ")
    if accents:
        letters = unicodedata.normalize("NFKC", spelt.casefold())
    else:
        decomposed = unicodedata.normalize("NFKD", spelt.casefold())
        letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(words(letters)) or folded(name)
