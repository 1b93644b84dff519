"""What is reported where several people, bodies or topics want one address and each gets its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from archive_builder.problem import Problem
from archive_builder.text.slugs import slug


def rivals(slugs: Mapping[str, str]) -> dict[str, list[str]]:
    """The names that had to be told apart, each with the others that wanted its slug, in the names' order.

    `slugs` is what `distinct_slugs` made of them.
    """
    wanting: dict[str, list[str]] = defaultdict(list)
    for name in slugs:
        wanting[slug(name)].append(name)
    return {
        name: [other for other in wanting[slug(name)] if other != name]
        for name in slugs
        if len(wanting[slug(name)]) > 1
    }


def shared_address(file: str, line: int, name: str, others: list[str], address: str, hint: str) -> Problem:
    """The problem of one that was told apart: where it is first named, and what to do if it is another's."""
    listed = ", ".join(repr(other) for other in others)
    message = f"{name!r} wants the same address as {listed}: its own is {address}"
    return Problem(file, line, "shared-address", message, hint)
