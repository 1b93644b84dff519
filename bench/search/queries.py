"""What is asked: a few queries of each kind, chosen by how often their words occur.

They are chosen from the smallest corpus, which is the beginning of every larger one, so that the same
queries find something at each size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from archive_builder.index.entries import entries
from archive_builder.index.terms import STOP_WORDS
from archive_builder.model import Archive

EACH = 3
"""Queries of a kind."""
_WORD = re.compile(r"[a-z]{4,}|\d{2,3},\d{3}")


def queries(of: Archive) -> dict[str, tuple[str, ...]]:
    """Queries by kind."""
    texts = [f"{entry.heading} {entry.text}".lower() for entry in entries(of)]
    held = [[word for word in _WORD.findall(text) if word not in STOP_WORDS] for text in texts]
    spread = Counter(word for words in held for word in set(words))
    ranked = [word for word, _ in sorted(spread.items(), key=lambda pair: (-pair[1], pair[0]))]
    plain = [word for word in ranked if word.isalpha()]
    middling = [word for word in plain if spread[word] <= len(texts) / 60]
    rare = [word for word in plain if spread[word] in (2, 3) and len(word) > 7]
    common = plain[:EACH]
    return {
        "common word": tuple(common),
        "middling word": tuple(middling[:EACH]),
        "rare word": tuple(rare[:EACH]),
        "two words": tuple(_together(held, spread, 2, least=len(texts) // 100)),
        "three words": tuple(_together(held, spread, 3, least=len(texts) // 200)),
        "rare and common": tuple(_beside(held, rare[EACH:], common)),
        "number": tuple([word for word in ranked if word[0].isdigit() and spread[word] == 1][:EACH]),
    }


def _together(
    held: Sequence[Sequence[str]], spread: Mapping[str, int], number: int, least: int
) -> Iterator[str]:
    """Ordinary words that follow one another in a text, each query of others."""
    used: set[str] = set()
    found = 0
    for words in held:
        for at in range(len(words) - number + 1):
            chosen = words[at : at + number]
            fits = all(word.isalpha() and spread[word] >= least for word in chosen)
            if fits and len(set(chosen)) == number and used.isdisjoint(chosen) and found < EACH:
                used.update(chosen)
                found += 1
                yield " ".join(chosen)
                break


def _beside(held: Sequence[Sequence[str]], rare: Sequence[str], common: Sequence[str]) -> Iterator[str]:
    """A rare word with a common one of the same text."""
    found = 0
    for word in rare:
        beside = next((other for words in held if word in words for other in words if other in common), None)
        if beside and found < EACH:
            found += 1
            yield f"{word} {beside}"
