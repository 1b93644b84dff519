"""Who was there, and the agenda, where front matter lists them: words of the document, printed as its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from archive_builder import lang
from archive_builder.text.words import folded

_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)\s*[:=]")
"""A key at the margin. Nested keys and entries of lists are indented, or begin with a dash."""
_ENTRY_KEYS = ("item", "title", "name", "topic", "text")
"""Keys of an entry that is itself a mapping, which hold its words."""


def lists_of(lines: Sequence[str], values: Mapping[str, object]) -> dict[int, str]:
    """The lines of a text, by their numbers, in which people and the agenda are printed instead of their keys.

    `lines` are those of the front matter with its rules, `values` what they say. A value that is neither a word
    nor a list of words or of mappings with a name is left where it is.
    """
    people, agenda = (
        lang.table("web_pages")["front_matter_people"],
        lang.table("web_pages")["front_matter_agenda"],
    )
    printed: dict[int, str] = {}
    for key, first, last in spans(lines):
        name = re.sub(r"[ -]", "_", key.casefold())
        entries = _entries(values.get(key))
        if not entries:
            continue
        if name in people:
            printed |= dict.fromkeys(range(first, last + 1), "")
            printed[first] = f"{people[name]}: {'; '.join(entries)}"
        elif name in agenda and last - first >= len(entries):
            printed |= dict.fromkeys(range(first, last + 1), "")
            printed |= {first + at: f"- {entry}" for at, entry in enumerate(entries, 1)}
            printed[first] = f"{agenda[name]}:"
    return printed


def spans(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The keys at the margin, each with the numbers of the first and the last line of its value."""
    keys = [(match["key"], at) for at, line in enumerate(lines, 1) if (match := _KEY.match(line))]
    ends = [at - 1 for _, at in keys[1:]] + [_last_inside(lines)]
    yield from ((key, first, last) for (key, first), last in zip(keys, ends[: len(keys)], strict=True))


def _last_inside(lines: Sequence[str]) -> int:
    """The number of the last line before the rule that ends the front matter."""
    rules = [at for at, line in enumerate(lines, 1) if re.fullmatch(r"(?:-{3,}|\+{3,})\s*", line)]
    return rules[-1] - 1 if rules else len(lines)


def _entries(value: object) -> list[str]:
    """The words of each entry of a value; empty where one of them has none."""
    found = [_words(entry) for entry in (value if isinstance(value, list) else [value])]
    return found if all(found) else []


def _words(entry: object) -> str:
    if isinstance(entry, str):
        return folded(entry)
    if isinstance(entry, dict):
        return next((folded(said) for key in _ENTRY_KEYS if isinstance(said := entry.get(key), str)), "")
    return ""
