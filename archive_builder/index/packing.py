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
    """Return the bytes of one number that is not negative."""
    made = bytearray()
    while value > 127:
        made.append((value & 127) | 128)
        value >>= 7
    made.append(value)
    return bytes(made)


def numbers(values: Numbers) -> bytes:
    """Return the bytes of numbers, one after the other."""
    return spread(values)[0]


def spread(values: Numbers) -> tuple[bytes, Numbers]:
    """Many numbers, and where each begins and the last ends."""
    sizes = np.ones(len(values), dtype=np.int64)
    width = (int(values.max()).bit_length() + 6) // 7 if len(values) else 1
    for more in range(1, width):
        sizes += values >= 1 << (7 * more)
    edges = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
    made = np.empty(int(edges[-1]), dtype=np.uint8)
    for place in range(max(width, 1)):
        here = sizes > place
        byte = (values[here] >> (7 * place)) & 127
        made[edges[:-1][here] + place] = np.where(sizes[here] > place + 1, byte | 128, byte)
    return made.tobytes(), edges


def listed(values: Iterable[int]) -> bytes:
    """Many numbers from anywhere."""
    return numbers(np.fromiter(values, dtype=np.int64))


def words(ordered: Sequence[str]) -> bytes:
    """Return the bytes of sorted words; a word of more than 255 bytes is cut."""
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
    """Join stretches of bytes in one file: the length of each but the last, then the stretches."""
    return b"".join(number(len(part)) for part in content[:-1]) + b"".join(content)


def split(content: bytes, count: int) -> list[bytes]:
    """Return the stretches of a file that `parts` joined."""
    lengths, at = [], 0
    for _ in range(count - 1):
        length, at = _number_at(content, at)
        lengths.append(length)
    stretches = []
    for length in lengths:
        stretches.append(content[at : at + length])
        at += length
    return [*stretches, content[at:]]


def _number_at(content: bytes, at: int) -> tuple[int, int]:
    """Return a number of `number` and the place behind it."""
    value = shift = 0
    while content[at] > 127:
        value |= (content[at] & 127) << shift
        at, shift = at + 1, shift + 7
    return value | content[at] << shift, at + 1


def split_words(content: bytes) -> list[str]:
    """Return the sorted words that `words` wrote."""
    ordered: list[str] = []
    before, at = b"", 0
    while at < len(content):
        shared, new = content[at], content[at + 1]
        before = before[:shared] + content[at + 2 : at + 2 + new]
        ordered.append(before.decode())
        at += 2 + new
    return ordered


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def packed(content: bytes) -> bytes:
    """Return the bytes of a file of the index, compressed without a time stamp."""
    return gzip.compress(content, 9, mtime=0)


_HEAD = 10
"""Bytes of the head of a gzip member that has no fields but those that each has."""
_EXTRA = b"\x04"
"""Says that an extra field follows the head."""
_FIELD = b"ST"
"""The name of ours: nobody else reads it."""
_LEAST = 6
"""Bytes of an extra field with nothing in it: its length, its name, the length of what is in it."""


def padded(content: bytes, step: int) -> bytes:
    """Return `packed` content in a number of bytes that is a multiple of a step.

    What it lacks is an extra field of zeros in the member's head, which whoever unpacks it skips
    (RFC 1952, 2.3.1.1): zeros behind the member would be no part of it.
    """
    member = packed(content)
    lacking = -len(member) % step
    if not lacking:
        return member
    zeros = lacking - _LEAST if lacking >= _LEAST else lacking - _LEAST + step * -(-_LEAST // step)
    field = _FIELD + zeros.to_bytes(2, "little") + bytes(zeros)
    flagged = member[:3] + _EXTRA + member[4:_HEAD]
    return flagged + len(field).to_bytes(2, "little") + field + member[_HEAD:]


def boundaries(ordered: Sequence[tuple[str, str]]) -> list[str]:
    """Return the boundaries between files of sorted words, given the first and the last word of each."""
    made = [""] if ordered else []
    return made + [boundary(before, first) for (_, before), (first, _) in pairwise(ordered)]


def boundary(before: str, first: str) -> str:
    """Return the shortest beginning of a file's first word that still comes after the last word before it."""
    return next(first[:n] for n in range(1, len(first) + 1) if first[:n] > before)
