"""The acronyms that the documents define, with what they stand for and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from archive_builder.model import Abbreviation, Archive, Document
from archive_builder.text.acronyms import Defined, meaning_key
from archive_builder.text.acronyms import defined as defined_in

_SHOUTED = 1000
"""By how many occurrences a meaning in capitals ranks behind one in ordinary letters."""


@dataclass(slots=True)
class _Meaning:
    """One meaning of an acronym, as the documents print it."""

    printed: Counter[str] = field(default_factory=Counter)
    documents: dict[str, None] = field(default_factory=dict)


def find_acronyms(archive: Archive) -> tuple[Abbreviation, ...]:
    """Return every acronym that a document defines; one with two meanings comes twice."""
    found: dict[tuple[str, tuple[str, ...]], _Meaning] = defaultdict(_Meaning)
    for document in archive.documents:
        for short, meaning in _of(document):
            kept = found[short, meaning_key(meaning)]
            kept.printed[meaning] += 1
            kept.documents.setdefault(document.path)
    singular = {key: meaning for key, meaning in found.items() if not _is_plural_of_known(key, found)}
    made = (
        Abbreviation(short=short, meaning=_best(meaning.printed), documents=tuple(meaning.documents))
        for (short, _), meaning in singular.items()
    )
    return tuple(sorted(made, key=lambda a: (a.short.casefold(), a.short, a.meaning.casefold())))


def _of(document: Document) -> Iterator[Defined]:
    for block in document.blocks:
        yield from defined_in(block.text)
        for row in block.rows:
            for text in row.texts:
                yield from defined_in(text)


def _is_plural_of_known(
    key: tuple[str, tuple[str, ...]], found: dict[tuple[str, tuple[str, ...]], _Meaning]
) -> bool:
    """True for "PCCs" if "PCC" has the same meaning; its documents are added to those of "PCC"."""
    short, meaning = key
    one = (short.removesuffix("s"), meaning)
    if one == key or one not in found:
        return False
    for path in found[key].documents:
        found[one].documents.setdefault(path)
    return True


def _best(printed: Counter[str]) -> str:
    """Return the form printed most often, one in capitals only if there is no other; the first of several."""
    return max(printed, key=lambda form: printed[form] - _SHOUTED * form.isupper())
