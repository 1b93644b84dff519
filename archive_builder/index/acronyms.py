"""Acronyms both ways: a record that prints one is found by what it stands for, and the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

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

    met: set[str] = set()
    telling: set[str] = set()  # of the words met: they are looked at once, however often they occur

    def of(entry: Entry) -> Iterator[str]:
        words = {*split(entry.heading), *split(entry.text)}
        if new := words - met:
            met.update(new)
            telling.update(word for word in new if word in by_short or fold(word) in by_first)
        words &= telling
        if not words:
            return
        for short in sorted(words & by_short.keys()):
            for abbreviation in by_short[short]:
                if holds(abbreviation, entry):
                    yield from terms(abbreviation.meaning)
        lowered = f"{entry.heading} {entry.text}".casefold()
        for first in sorted({*map(fold, words)} & by_first.keys()):
            for abbreviation in by_first[first]:
                if abbreviation.meaning.casefold() in lowered and holds(abbreviation, entry):
                    yield term(abbreviation.short)

    return of if by_short else lambda entry: ()
