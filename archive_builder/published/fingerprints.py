"""Fingerprints of words: short, readable in a file, and alike where the words are alike.

A fingerprint is `0f3c9a2b-7d1e44aa`: before the hyphen a digest that the same words share and no others,
behind it a sketch whose digits agree as often as the sets of words do. Only letters and digits count,
so that another file format, another line break or other quotation marks change nothing.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from archive_builder.text.words import words

OF_RECORD = 8
"""Number of digits of the sketch of a record."""
OF_DOCUMENT = 16
"""Number of digits of the sketch of a document."""
_DIGEST = 4
"""Bytes of the digest."""


def fingerprint(text: str, digits: int = OF_RECORD) -> str:
    """Return the fingerprint of a text, with this many digits of sketch."""
    found = words(text)
    return f"{_digest(found)}-{_sketch(found, digits)}"


def digest(text: str) -> str:
    """Return the part of a text's fingerprint that only the same words have."""
    return _digest(words(text))


def digest_of(made: str) -> str:
    """Return the digest of a fingerprint."""
    return made.partition("-")[0]


def likeness(one: str, other: str) -> float:
    """Return how far two fingerprints agree in their words, from 0 to 1; an estimate.

    Source: A. Z. Broder, "On the resemblance and containment of documents" (1997): the smallest hash of
    two sets is the same with the probability of their Jaccard index.
    """
    pairs = list(zip(one.partition("-")[2], other.partition("-")[2], strict=False))
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0


def _digest(found: list[str]) -> str:
    return hashlib.blake2b(" ".join(found).encode(), digest_size=_DIGEST).hexdigest()


def _sketch(found: list[str], digits: int) -> str:
    hashes = [_hashes(word) for word in set(found)] or [_hashes("")]
    smallest = (min(column) for column in zip(*hashes, strict=True))
    return "".join(f"{value:04x}"[-1] for value, _ in zip(smallest, range(digits), strict=False))


@lru_cache(maxsize=65536)
def _hashes(word: str) -> tuple[int, ...]:
    """Return OF_DOCUMENT hashes of a word, two bytes each."""
    made = hashlib.blake2b(word.encode(), digest_size=2 * OF_DOCUMENT).digest()
    return tuple(int.from_bytes(made[at : at + 2], "big") for at in range(0, len(made), 2))
