"""Whether two printed names may be of one body."""

from __future__ import annotations

from archive_builder.text.words import words


def name_key(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name.replace("&", " and ")) if word not in ("the", "and"))


def is_short_for(short: tuple[str, ...], name: tuple[str, ...], generic: bool = True) -> bool:
    """True if a name of a word or two may stand for a longer one: it ends alike, and says nothing else."""
    alike = len(short) <= 2 and len(short) < len(name) and short[-1] == name[-1]
    return alike and (generic or set(short) < set(name))


def is_abbreviation(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """True if a name ends in the initials of what the other ends in: "Fenny PC", "Fenny Parish Council"."""
    rest = name[len(short) - 1 :]
    same = len(rest) > 1 and short[:-1] == name[: len(short) - 1]
    return same and short[-1] == "".join(word[0] for word in rest)


def is_part_of(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """True if a name of two words or more is the beginning or the end of another."""
    return 1 < len(short) < len(name) and short in (name[: len(short)], name[-len(short) :])
