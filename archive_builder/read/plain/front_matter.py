"""The front matter of a page: what a site generator was told of it, and no text of the document.

Markdown and HTML files may begin with it: YAML between lines of "---", or TOML between lines of "+++".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from frontmatter.default_handlers import BaseHandler, YAMLHandler

from archive_builder.model import Aside
from archive_builder.read.plain.front_lists import lists_of
from archive_builder.read.plain.front_texts import are_read, is_text, texts_of
from archive_builder.text.words import folded

_LONGEST = 4_000
"""Characters of the longest front matter; what is longer is text."""
_LONGEST_WITH_TEXTS = 200_000
"""Characters of the longest front matter that holds a document's text."""
_KEY_OR_ENTRY = re.compile(r"[A-Za-z][\w-]{0,30}:(?:\s|$)|\s*-\s|\s{2,}\S")
_TITLE = re.compile(r"title\s*:", re.IGNORECASE)
"""The line of the title, of which the key is set aside where the title is printed."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stood between the two rules at a file's top."""

    title: str = ""
    asides: tuple[Aside, ...] = ()
    """Its lines, set aside word by word."""
    rest: str = ""
    """The text with empty lines in its place, so that line numbers stay."""


def cut(text: str, *, with_lists: bool = False) -> FrontMatter:
    """A text without its front matter; the whole text where it has none that can be read.

    Who was there, what was on the agenda, and minutes that are a value of their own, are text of the document:
    with `with_lists` it is printed in the lines it stood in, as the label and the names, or in Markdown.
    """
    handler = next((known for known in (YAMLHandler(), _TomlHandler()) if known.detect(text)), None)
    if handler is None:
        return FrontMatter(rest=text)
    try:
        raw, content = handler.split(text)
    except ValueError:  # there is no second rule
        return FrontMatter(rest=text)
    if len(raw) > _LONGEST_WITH_TEXTS:
        return FrontMatter(rest=text)
    values = _toml(raw) if isinstance(handler, _TomlHandler) else _yaml(raw)
    if values is None:
        return FrontMatter(rest=text)
    lines = text[: len(text) - len(content)].split("\n")
    texts = texts_of(lines, values) if with_lists and are_read(values) else {}
    if not texts and (len(raw) > _LONGEST or any(map(is_text, values.values()))):
        return FrontMatter(rest=text)
    printed = {**lists_of(lines, values), **texts} if with_lists else {}
    asides = tuple(
        Aside(number, folded(line), "front-matter")
        for number, line in enumerate(lines, 1)
        if any(map(str.isalnum, line)) and (number not in printed or _TITLE.match(line))
    )
    rest = "\n".join(printed.get(number, "") for number in range(1, len(lines) + 1)) + content
    title = values.get("title")
    return FrontMatter(folded(title) if isinstance(title, str) else "", asides, rest)


class _TomlHandler(BaseHandler):
    """Finds front matter between two lines of "+++". The library's own handler needs a further package."""

    FM_BOUNDARY = re.compile(r"^\+{3}\s*$", re.MULTILINE)


def _toml(raw: str) -> Mapping[str, object] | None:
    """The values of front matter in TOML; None where it is no TOML."""
    try:
        return tomllib.loads(raw)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _yaml(raw: str) -> Mapping[str, object] | None:
    """The values of front matter in YAML; None where it is no front matter.

    An anchor or alias is nothing that a page's front matter needs, and can make a small file grow huge. What
    is meant as front matter and is not well-formed, as with a colon in a title, is read line by line.
    """
    try:
        if any(
            isinstance(event, yaml.AliasEvent)
            for event in yaml.parse(raw.expandtabs(), Loader=yaml.SafeLoader)
        ):
            return None
        found = yaml.safe_load(raw.expandtabs())  # YAML knows no tabs, hands type them
    except (yaml.YAMLError, ValueError, RecursionError):  # an impossible date is a ValueError
        title = _title_of_lines(raw)
        return None if title is None else {"title": title}
    return found if isinstance(found, dict) else None


def _title_of_lines(raw: str) -> str | None:
    """The title of front matter that YAML cannot read; None where a line is no key, no entry of a list."""
    lines = [line for line in raw.splitlines() if line.strip()]
    if not lines or not all(_KEY_OR_ENTRY.match(line) for line in lines):
        return None
    title = next((line.partition(":")[2] for line in lines if line.startswith("title:")), "")
    return folded(title).strip("\"'")
