"""The front matter of a Markdown file: what a site generator was told of the page, and no text of the document."""

from __future__ import annotations

from dataclasses import dataclass

import yaml
from frontmatter.default_handlers import YAMLHandler

from archive_builder.model import Aside
from archive_builder.text.words import folded

_LONGEST = 4_000
"""Characters of the longest front matter; what is longer is text."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stood between the two rules at a file's top."""

    title: str = ""
    asides: tuple[Aside, ...] = ()
    """Its lines, set aside word by word."""
    rest: str = ""
    """The text with empty lines in its place, so that line numbers stay."""


def cut(text: str) -> FrontMatter:
    """A text without its front matter; the whole text where it has none that can be read."""
    handler = YAMLHandler()
    if not handler.detect(text):
        return FrontMatter(rest=text)
    try:
        raw, content = handler.split(text)
    except ValueError:  # there is no second rule
        return FrontMatter(rest=text)
    title = _title(raw)
    if title is None:
        return FrontMatter(rest=text)
    lines = text[: len(text) - len(content)].split("\n")
    asides = tuple(
        Aside(number, folded(line), "front-matter")
        for number, line in enumerate(lines, 1)
        if any(map(str.isalnum, line))
    )
    return FrontMatter(title, asides, "\n" * (len(lines) - 1) + content)


def _title(raw: str) -> str | None:
    """The title that the front matter gives, perhaps empty; None where it is no front matter.

    An anchor or alias is nothing that a page's front matter needs, and can make a small file grow huge.
    """
    if len(raw) > _LONGEST or "&" in raw.replace(" & ", "") or "*" in raw:
        return None
    try:
        found = yaml.safe_load(raw)
    except (yaml.YAMLError, ValueError, RecursionError):  # an impossible date is a ValueError
        return None
    if not isinstance(found, dict):
        return None
    title = found.get("title")
    return folded(title) if isinstance(title, str) else ""
