"""What a web page's own style sheets and attributes say of its elements: the cascade of CSS, in small.

Style sheets that lie elsewhere are not fetched. tinycss2 reads the sheets, selectolax finds what a
selector means; here only is decided which declaration wins (CSS Cascading, level 4, section 6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

Styles = Mapping[str, str]
"""Properties with their values, in small letters."""
_ASKED = frozenset(
    "display visibility opacity font-size color background background-color position left right top bottom"
    " text-indent clip clip-path text-decoration text-decoration-line".split()
)
_CHANGING = re.compile(r"::|:(?:hover|focus|active|visited|target|before|after|checked|first-l)")
"""Selectors of what a page looks like only while somebody does something, and of what is no element."""
_SCREEN = re.compile(r"(?:(?:all|screen)\b.*)?", re.IGNORECASE)
_MOST_RULES = 3_000
_SPECIFIC = (
    re.compile(r"#[\w-]+"),
    re.compile(r"\.[\w-]+|\[[^\]]*\]|:(?!not|is|where|has)[\w-]+"),
    re.compile(r"(?:^|[\s>+~])[a-z][\w-]*", re.IGNORECASE),
)
_Rank = tuple[bool, bool, tuple[int, ...], int]
"""Important, in the element itself, how specific, how late: the highest declaration wins."""


@dataclass(slots=True)
class _Winners:
    """The declaration of each property that is in force."""

    ranks: dict[str, _Rank] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, value: str, rank: _Rank) -> None:
        if name not in self.ranks or rank >= self.ranks[name]:
            self.ranks[name], self.values[name] = rank, value


class PageStyles:
    """The styles of a page's elements."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._found: dict[int, _Winners] = {}
        self.decorated: list[LexborNode] = []
        """The elements of which something is said about lines through or under their words."""
        self.has_foreign = bool(page.css('link[rel~="stylesheet"]'))
        """Whether it has style sheets that lie elsewhere: what they say is not known."""
        for order, (selector, declared) in enumerate(_rules(page)):
            for node in _meant(page, selector):
                self._add(node, declared, inside=False, specific=_specificity(selector), order=order)
        for node in page.css("[style]"):
            declared = tuple(_declarations(node.attributes.get("style") or ""))
            self._add(node, declared, inside=True, specific=(), order=0)

    def of(self, node: LexborNode) -> Styles:
        """What is said of one element itself, and not of those around it."""
        winners = self._found.get(node.mem_id)
        return winners.values if winners else {}

    def _add(
        self, node: LexborNode, declared: Sequence[_Declaration], inside: bool, specific: tuple[int, ...],
        order: int,
    ) -> None:  # fmt: skip
        winners = self._found.setdefault(node.mem_id, _Winners())
        if any(each.name.startswith("text-decoration") for each in declared):
            self.decorated.append(node)
        for each in declared:
            winners.put(each.name, each.value, (each.important, inside, specific, order))


@dataclass(frozen=True, slots=True)
class _Declaration:
    name: str
    value: str
    important: bool


def _rules(page: LexborHTMLParser) -> Iterator[tuple[str, Sequence[_Declaration]]]:
    """The rules of a page's own sheets that say anything asked here, a selector each."""
    count = 0
    for sheet in page.css("style"):
        if not _SCREEN.fullmatch((sheet.attributes.get("media") or "").strip()):
            continue
        for rule in _qualified(
            tinycss2.parse_stylesheet(sheet.text(), skip_comments=True, skip_whitespace=True)
        ):
            declared = tuple(_declared(tinycss2.parse_blocks_contents(rule.content)))
            for selector in tinycss2.serialize(rule.prelude).split(",") if declared else ():
                count += 1
                if count > _MOST_RULES:
                    return
                yield selector.strip(), declared


def _qualified(rules: Sequence[Any]) -> Iterator[Any]:
    """Plain rules, those for screens opened."""
    for rule in rules:
        if rule.type == "qualified-rule":
            yield rule
        elif _is_for_screens(rule):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from (each for each in inner if each.type == "qualified-rule")


def _is_for_screens(rule: Any) -> bool:
    if rule.type != "at-rule" or rule.lower_at_keyword != "media" or not rule.content:
        return False
    return bool(_SCREEN.fullmatch(tinycss2.serialize(rule.prelude).strip()))


def _declarations(style: str) -> Iterator[_Declaration]:
    yield from _declared(tinycss2.parse_blocks_contents(style))


def _declared(parts: Sequence[Any]) -> Iterator[_Declaration]:
    for part in parts:
        if part.type == "declaration" and part.lower_name in _ASKED:
            value = tinycss2.serialize(part.value).strip().lower()
            yield _Declaration(part.lower_name, value, part.important)


def _meant(page: LexborHTMLParser, selector: str) -> list[LexborNode]:
    if not selector or _CHANGING.search(selector):
        return []
    try:
        return page.css(selector)
    except SelectolaxError:  # a selector that it does not know, or that is none
        return []


def _specificity(selector: str) -> tuple[int, ...]:
    return tuple(len(pattern.findall(selector)) for pattern in _SPECIFIC)
