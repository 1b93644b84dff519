"""The words that readers see: sentences and names by their keys, counts with their nouns.

They stand in `<language>/interface.toml`; pages that are mostly prose are templates in `<language>/pages/`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from archive_builder.lang import LANGUAGE, table


def say(key: str, **values: object) -> str:
    """The sentence or label with this key, such as "rows.asked_by", with its places filled.

    Raises KeyError where the language has no such key, or a value for one of its places is missing.
    """
    text = _at(key)
    assert isinstance(text, str), key
    return text.format(**values)


def say_number(key: str, number: int, **values: object) -> str:
    """The first of two sentences for one thing, the second for none or several; `{number}` is its place."""
    one, several = _at(key)
    return str(one if number == 1 else several).format(number=f"{number:,}", **values)


def count(number: int, noun: str) -> str:
    """A number with its noun, by its key: "1 question", "1,204 questions", "no questions"."""
    one, several = _at(f"nouns.{noun}")
    if number == 0:
        return say("numbers.none", nouns=several)
    return say("numbers.some", number=f"{number:,}", noun=one if number == 1 else several)


def noun(key: str, number: int = 1) -> str:
    """A noun by its key, in the form for a number: "question", "questions"."""
    one, several = _at(f"nouns.{key}")
    return str(one if number == 1 else several)


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: "minutes, notes and a tracker"; `last` is "and" or "or"."""
    if len(words) < 2:
        return "".join(words)
    return say(f"lists.{last}", words=", ".join(words[:-1]), last=words[-1])


def names(key: str) -> Mapping[str, str]:
    """A table of names: those of the kinds of document by the kind."""
    found = _at(key)
    assert isinstance(found, Mapping), key
    return found


def tables(key: str) -> Mapping[str, Mapping[str, str]]:
    """Tables of names that belong together: the two ends of each relation, by the relation."""
    found = _at(key)
    assert isinstance(found, Mapping), key
    return found


def word_list(key: str) -> Sequence[str]:
    """A list of words, such as those that a title does not capitalise."""
    found = _at(key)
    assert isinstance(found, list), key
    return found


def month_name(number: int) -> str:
    """The name of a month, by its number from 1."""
    return str(_dates()["months"][number - 1])


@cache
def _dates() -> Mapping[str, Any]:
    return table("dates", LANGUAGE)


@cache
def _at(key: str) -> Any:
    found: Any = _interface()
    for name in key.split("."):
        found = found[name]
    return found


@cache
def _interface() -> Mapping[str, Any]:
    return table("interface", LANGUAGE)
