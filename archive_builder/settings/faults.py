"""What is wrong with an archive's settings: the file, the line, the key, and what to do."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from archive_builder.settings.model import (
    KnownBody,
    KnownPerson,
    Limits,
    Private,
    Settings,
    Site,
    Vocabulary,
)


def strange_lists(path: Path, known: dict[str, Any], own: object) -> Iterator[str]:
    """Each list of words that no rule would look at, with the name that may be meant."""
    for table in ("kinds", "columns", "signs"):
        named = own.get(table) if isinstance(own, dict) else None
        for name in named if isinstance(named, dict) else ():
            if name not in known[table]:
                near = difflib.get_close_matches(name, known[table], n=1)
                yield f"{path}: vocabulary.{table}.{name}: unknown key" + (
                    f"; did you mean {near[0]!r}?" if near else ""
                )


def explained(path: Path | None, text: str, error: ValidationError) -> list[str]:
    """Return each fault with its line, its key and what to do."""
    lines = []
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"])
        message = fault["msg"]
        if fault["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(fault["loc"][-1]), _known_keys(fault["loc"][:-1]), n=1)
            message = "unknown key" + (f"; did you mean {near[0]!r}?" if near else "")
        elif key in _FORMS or fault["loc"][-1] in _FORMS:
            message = _FORMS[key if key in _FORMS else str(fault["loc"][-1])]
        line = line_of(text, fault["loc"])
        lines.append(f"{path}:{line}: {key}: {message}" if line else f"{path}: {key}: {message}")
    return lines


_NO_COLOUR = "a colour is a # and six digits of the hexadecimal system: '#0b4f8a'"


_FORMS = {
    "site.contact": "this is no e-mail address and no web address that begins with https:// or http://",
    "site.accent": _NO_COLOUR,
    "site.accent_dark": _NO_COLOUR,
    "site.mark": "this is no path below docs/: 'mark.svg'",
    "slug": "an address is made of small letters a to z, digits and single hyphens: 'town-council'",
}
"""What is said where a value has not the form of its pattern."""


def line_of(text: str, loc: tuple[int | str, ...]) -> int:
    """Return the line of a TOML text by which the key at `loc` is there; 0 where it is not.

    The parser does not tell lines: the first lines are parsed, one more each time, until they have the key.
    """
    lines = text.splitlines(keepends=True)
    for number in range(1, len(lines) + 1):
        try:
            table = tomllib.loads("".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue  # in the middle of a value
        if _has(table, loc):
            return number
    return 0


def _has(value: Any, loc: tuple[int | str, ...]) -> bool:
    """True if there is something at `loc` in nested tables and lists."""
    for part in loc:
        try:
            value = value[part]
        except (LookupError, TypeError):
            return False
    return True


def _known_keys(loc: tuple[int | str, ...]) -> list[str]:
    """The keys that the table at `loc` may have."""
    tables: dict[str, type[BaseModel]] = {
        "site": Site,
        "bodies": KnownBody,
        "people": KnownPerson,
        "vocabulary": Vocabulary,
        "limits": Limits,
        "private": Private,
    }
    model = tables.get(str(loc[0]), Settings) if loc else Settings
    return list(model.model_fields)
