"""The words of the archive as files of neighbours: for completion, beginnings of words and misspellings.

A file has five stretches: the sorted words; how many records have each; how each is printed (0 as it
stands, 1 with a capital, 2 in capitals, 3 otherwise); those that are printed otherwise, as JSON; and what those
stand for that are acronyms, as JSON by word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive_builder.index import packing

SIZE = 500
"""Number of words in a file."""

Word = tuple[str, int, str]
"""A word, the number of records that have it, and how it is printed most often."""


def dictionary(words: Sequence[Word], meanings: Mapping[str, Sequence[str]]) -> tuple[list[bytes], list[str]]:
    """Return the files, and the boundaries between them.

    `meanings` is what acronyms stand for, by the folded acronym.
    """
    runs = [words[start : start + SIZE] for start in range(0, len(words), SIZE)]
    files = [packing.packed(_content(run, meanings)) for run in runs]
    return files, packing.boundaries([(run[0][0], run[-1][0]) for run in runs])


def _content(words: Sequence[Word], meanings: Mapping[str, Sequence[str]]) -> bytes:
    cases = [_case(word, printed) for word, _, printed in words]
    odd = [printed for (_, _, printed), case in zip(words, cases, strict=True) if case == 3]
    return packing.parts(
        packing.words([word for word, _, _ in words]),
        packing.listed(records for _, records, _ in words),
        bytes(cases),
        packing.as_json(odd),
        packing.as_json({word: meanings[word] for word, _, _ in words if word in meanings}),
    )


def _case(word: str, printed: str) -> int:
    forms = (word, word.capitalize(), word.upper())
    return forms.index(printed) if printed in forms else 3
