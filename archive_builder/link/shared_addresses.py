"""The problem that is reported where several people, bodies or topics would have one address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from archive_builder.problem import Problem
from archive_builder.text.slugs import slug


def find_rivals(slugs: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the names that share a slug with others, each with those others, in the order of the names.

    `slugs` is the result of `distinct_slugs`.
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
    """Return the problem of a name that shares its address with others, with its own address in the message."""
    listed = ", ".join(repr(other) for other in others)
    message = f"{name!r} wants the same address as {listed}: its own is {address}"
    return Problem(file, line, "shared-address", message, hint)
