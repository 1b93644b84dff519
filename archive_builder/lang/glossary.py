"""Terms of policing and local government that come with the program: `glossary.toml` of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from archive_builder import lang


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym, or a word that is explained."""

    short: str
    about: str
    """A sentence on what it is."""
    meaning: str = ""
    """What an acronym stands for; empty for a word."""


@cache
def terms() -> tuple[Term, ...]:
    """Return the terms in the order of the file; an acronym with two meanings comes twice."""
    return tuple(Term(**entry) for entry in lang.table("glossary")["terms"])


@cache
def meanings() -> dict[str, tuple[str, ...]]:
    """Return what each acronym stands for."""
    found: dict[str, tuple[str, ...]] = {}
    for term in terms():
        if term.meaning:
            found[term.short] = (*found.get(term.short, ()), term.meaning)
    return found
