"""Fuzz one reader for some minutes: python -m tests.fuzz READER MINUTES [FOLDER]

What makes a reader raise anything but its refusal, or takes it longer than SLOW seconds, is written to
FOLDER (default `.archive/fuzz`) with the cause beside it. Exit status 1 where anything was found.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
import traceback
from pathlib import Path

from tests.fuzz.mutations import READERS, TOKENS, Change, mutated, mutated_inside, read_or_refused, seeds

SLOW = 20.0
HOW = ("over", "in", "out", "copy", "swap", "end")


def changes(chance: random.Random) -> list[Change]:
    def piece() -> bytes:
        return chance.choice(TOKENS) if chance.random() < 0.6 else chance.randbytes(chance.randint(1, 8))

    return [(chance.random(), chance.choice(HOW), piece()) for _ in range(chance.randint(1, 8))]


def fuzz(reader: str, minutes: float, folder: Path) -> int:
    """Mutate a reader's seeds until the time is over; gives the number of different causes found."""
    chance = random.Random(time.time_ns())
    files = list(seeds(reader).values())
    causes: set[str] = set()
    runs, end = 0, time.monotonic() + minutes * 60
    while time.monotonic() < end:
        seed, made = chance.choice(files), changes(chance)
        data = mutated_inside(reader, seed, made) if chance.random() < 0.7 else mutated(seed, made)
        cause = cause_of(reader, data)
        runs += 1
        if cause and cause not in causes:
            causes.add(cause)
            keep(folder, reader, data, cause)
    print(f"{reader}: {runs:,} files tried, {len(causes)} causes found")
    return len(causes)


def cause_of(reader: str, data: bytes) -> str:
    """Where a reader raised, or that it was slow; empty where all is well."""
    begun = time.monotonic()
    try:
        read_or_refused(reader, data)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = next((f for f in reversed(frames) if "archive_builder" in f.filename), frames[-1])
        return f"{type(error).__name__}: {where.filename}:{where.lineno} {where.line}"
    return "slow" if time.monotonic() - begun > SLOW else ""


def keep(folder: Path, reader: str, data: bytes, cause: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{reader}-{hashlib.sha256(data).hexdigest()[:12]}"
    (folder / f"{name}{READERS[reader][0]}").write_bytes(data)
    (folder / f"{name}.cause").write_text(cause + "\n", "utf-8")
    print(f"{name}: {cause}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in READERS:
        sys.exit(f"python -m tests.fuzz {'|'.join(READERS)} MINUTES [FOLDER]")
    folder = Path(sys.argv[3] if len(sys.argv) == 4 else ".archive/fuzz")
    sys.exit(1 if fuzz(sys.argv[1], float(sys.argv[2]), folder) else 0)
