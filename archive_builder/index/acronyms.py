"""Acronyms both ways: a record that prints one is found by what it stands for, and the other way round."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from archive_builder.index.entry import Entry
from archive_builder.index.terms import fold, split, term, terms
from archive_builder.lang.glossary import meanings as shipped_meanings
from archive_builder.model import Abbreviation, Archive


@dataclass(frozen=True, slots=True)
class _Meaning:
    """An acronym and one thing it stands for, with the terms of both."""

    short: str
    first: str
    """The first word of what it stands for, folded."""
    lowered: str
    term: str
    terms: tuple[str, ...]


def meanings(archive: Archive) -> Callable[[Entry], Iterable[str]]:
    """Return a function that gives the further terms an entry is found by.

    An acronym holds in the documents that define it, and everywhere if the archive knows one meaning only.
    Those of public life that no document defines hold everywhere, with the meaning that the language has for them.
    """
    known = [(_meaning(abbreviation), {*abbreviation.documents}) for abbreviation in glossary(archive)]
    often = Counter(meaning.short for meaning, _ in known)
    known_words = _KnownWords(
        {meaning.short for meaning, _ in known}, {meaning.first for meaning, _ in known}
    )

    @lru_cache(maxsize=1)  # entries come document by document
    def holding(document: str) -> list[_Meaning]:
        return [one for one, documents in known if often[one.short] == 1 or document in documents]

    def of(entry: Entry) -> Iterator[str]:
        words = known_words.among(split(entry.heading)) | known_words.among(split(entry.text))
        if not words or not (hold := holding(entry.document)):
            return
        for meaning in hold:
            if meaning.short in words:
                yield from meaning.terms
        firsts = {*map(fold, words)}
        if begun := [meaning for meaning in hold if meaning.first in firsts]:
            lowered = f"{entry.heading} {entry.text}".casefold()
            yield from (meaning.term for meaning in begun if meaning.lowered in lowered)

    return of


def glossary(archive: Archive) -> Iterator[Abbreviation]:
    """Yield the acronyms that the documents define, then those that everybody uses."""
    yield from archive.glossary
    own = {abbreviation.short for abbreviation in archive.glossary}
    for short, (meaning, *_) in shipped_meanings().items():
        if short not in own:
            yield Abbreviation(short=short, meaning=meaning, documents=())


def stands_for(archive: Archive) -> dict[str, list[str]]:
    """Return what each acronym stands for, by the folded acronym."""
    known: dict[str, list[str]] = defaultdict(list)
    for abbreviation in glossary(archive):
        known[fold(abbreviation.short)].append(abbreviation.meaning)
    return dict(known)


def _meaning(abbreviation: Abbreviation) -> _Meaning:
    meaning = abbreviation.meaning
    return _Meaning(
        short=abbreviation.short,
        first=fold(next(iter(split(meaning)), "")),
        lowered=meaning.casefold(),
        term=term(abbreviation.short),
        terms=tuple(terms(meaning)),
    )


class _KnownWords(dict[str, bool]):
    """A cache by word: True if it is an acronym or the first word of a meaning."""

    def __init__(self, shorts: set[str], firsts: set[str]) -> None:
        self.shorts = shorts
        self.firsts = firsts

    def __missing__(self, word: str) -> bool:
        self[word] = word in self.shorts or fold(word) in self.firsts
        return self[word]

    def among(self, words: Sequence[str]) -> set[str]:
        """Return those of the words that are acronyms or begin a meaning."""
        return {*compress(words, map(self.__getitem__, words))}
