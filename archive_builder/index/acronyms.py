"""Acronyms both ways: a record that prints one is found by what it stands for, and the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from archive_builder.index.entries import Entry
from archive_builder.index.terms import fold, split, term, terms
from archive_builder.model import Abbreviation, Archive


def meanings(archive: Archive) -> Callable[[Entry], Iterable[str]]:
    """Gives the terms that an entry is found by besides its own.

    An acronym holds in the documents that define it, and everywhere if the archive knows one meaning only.
    """
    by_short: dict[str, list[Abbreviation]] = defaultdict(list)
    by_first: dict[str, list[Abbreviation]] = defaultdict(list)
    for abbreviation in archive.glossary:
        by_short[abbreviation.short].append(abbreviation)
        by_first[fold(next(iter(split(abbreviation.meaning)), ""))].append(abbreviation)

    def holds(abbreviation: Abbreviation, entry: Entry) -> bool:
        return len(by_short[abbreviation.short]) == 1 or entry.document in abbreviation.documents

    folded = cache(fold)  # a word is folded once, however often it occurs

    def of(entry: Entry) -> Iterator[str]:
        text = f"{entry.heading} {entry.text}"
        words = set(split(text))
        for short in sorted(words & by_short.keys()):
            for abbreviation in by_short[short]:
                if holds(abbreviation, entry):
                    yield from terms(abbreviation.meaning)
        lowered = text.casefold()
        for first in sorted({*map(folded, words)} & by_first.keys()):
            for abbreviation in by_first[first]:
                if abbreviation.meaning.casefold() in lowered and holds(abbreviation, entry):
                    yield term(abbreviation.short)

    return of if by_short else lambda entry: ()
