"""Browsers that cannot unpack read the same bytes as those that can."""

from __future__ import annotations

import base64
import gzip
from pathlib import Path
from random import Random

from archive_builder.index import packing
from tests.index.conftest import in_node


def test_every_file_of_the_samples_and_bytes_of_every_sort(samples_site: Path) -> None:
    chance = Random(2)
    members = [path.read_bytes() for path in sorted(samples_site.rglob("*.bin")) if "t" not in path.parts]
    contents = [b"", b"a", b"ab" * 40_000, chance.randbytes(100_000), bytes(range(256)) * 300]
    contents += [bytes(chance.choices(b"abcdefgh \n", k=chance.randint(1, 3000))) for _ in range(100)]
    members += [gzip.compress(content, level, mtime=0) for content in contents for level in (0, 1, 9)]
    members += [packing.padded(content, step) for content in contents for step in (1, 7, 512)]
    given = [base64.b64encode(member).decode() for member in members]
    made = in_node("inflate.mjs", samples_site, given=given)
    different = [
        number
        for number, (member, text) in enumerate(zip(members, made, strict=True))
        if gzip.decompress(member) != base64.b64decode(text)
    ]
    assert different == []
