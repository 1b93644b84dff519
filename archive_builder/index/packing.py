"""How the search index writes numbers, sorted words and files: small, and the same bytes for the same data.

A number is written seven bits a byte, the lowest first; the high bit says that more follow. Sorted
words are written as what each shares with the word before and what is new. A file is one gzip member:
a static host need not compress it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


def number(value: int) -> bytes:
    """One number that is not negative."""
    made = bytearray()
    while value > 127:
        made.append((value & 127) | 128)
        value >>= 7
    made.append(value)
    return bytes(made)


def numbers(values: Numbers) -> bytes:
    """Many numbers, one after the other."""
    if not len(values):
        return b""
    width = max(1, (int(values.max()).bit_length() + 6) // 7)
    shifts = np.arange(width, dtype=np.int64) * 7
    parts = (values[:, None] >> shifts) & 127
    used = np.ones((len(values), width), dtype=bool)
    used[:, 1:] = values[:, None] >= (np.int64(1) << shifts[1:])
    parts[:, :-1] |= np.where(used[:, 1:], 128, 0)
    made: bytes = parts[used].astype(np.uint8).tobytes()
    return made


def listed(values: Iterable[int]) -> bytes:
    """Many numbers from anywhere."""
    return numbers(np.fromiter(values, dtype=np.int64))


def words(ordered: Sequence[str]) -> bytes:
    """Sorted words; of one that is longer than 255 bytes the end is not kept."""
    made = bytearray()
    before = b""
    for word in ordered:
        now = word.encode()[:255].decode(errors="ignore").encode()
        shared = 0
        for one, other in zip(before, now, strict=False):
            if one != other:
                break
            shared += 1
        made += bytes((shared, len(now) - shared)) + now[shared:]
        before = now
    return bytes(made)


def parts(*content: bytes) -> bytes:
    """Several stretches of bytes in one file: how many bytes each has but the last, then the stretches."""
    return b"".join(number(len(part)) for part in content[:-1]) + b"".join(content)


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def packed(content: bytes) -> bytes:
    """The bytes of a file of the index; no clock is in them."""
    return gzip.compress(content, 9, mtime=0)


def boundaries(ordered: Sequence[tuple[str, str]]) -> list[str]:
    """What separates files of sorted words, given the first and the last word of each.

    The shortest beginning of a file's first word that still comes after the last word before it.
    """
    made = [""] if ordered else []
    for (_, before), (first, _) in pairwise(ordered):
        length = next(n for n in range(1, len(first) + 1) if first[:n] > before)
        made.append(first[:length])
    return made
