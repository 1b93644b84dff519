"""Addresses made of words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable

from markdown.extensions.toc import slugify

UNTITLED = "untitled"
"""Stands for words of which an address can hold none, such as a name in Greek letters."""
_DIGITS = 6
"""Number of digits of a name's hash behind a slug that several names share."""


def slug(text: str, longest: int = 60) -> str:
    """A text as a part of an address: lower case, hyphens, cut at a word; never empty."""
    made = slugify(text, "-").strip("-_")
    if len(made) > longest:
        made = made[: longest + 1].rpartition("-")[0] or made[:longest]
    return made or UNTITLED


def distinct_slugs(names: Iterable[str], reserved: Collection[str] = ()) -> dict[str, str]:
    """A slug for each name, and no slug twice.

    Of several names that want one slug, each gets `-` and six digits of its hash behind it; so does one
    that wants a reserved slug, or of which an address can hold no letter. None of them keeps the bare slug,
    so that none changes its address when one more comes. Hashed is the name itself (SHA-256 of UTF-8).
    """
    wanted = {name: slug(name) for name in dict.fromkeys(names)}
    shared = {made for made, number in Counter(wanted.values()).items() if number > 1}
    shared |= {*reserved, UNTITLED}
    distinct = {name: made for name, made in wanted.items() if made not in shared}
    taken = {*shared, *distinct.values()}
    for name in sorted(set(wanted) - set(distinct)):
        distinct[name] = _with_digits(wanted[name], name, taken)
        taken.add(distinct[name])
    return distinct


def _with_digits(made: str, name: str, taken: Collection[str]) -> str:
    """A slug with as many digits of the name's hash as it takes to be the only one."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    longer = (f"{made}-{digest[:digits]}" for digits in range(_DIGITS, len(digest) + 1))
    return next(each for each in longer if each not in taken)
