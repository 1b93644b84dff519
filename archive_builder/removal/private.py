"""Passages that may be private: what somebody should look at before a document is published.

Nothing is left out for it. A warning a kind and document names the lines and quotes nothing. What belongs to
an office (its telephone, its address, the clerk's mail) is no private matter. The words are in
`lang/en/private.toml`; each kind can be turned off in archive.toml, and confirmed for one document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from archive_builder import lang
from archive_builder.model import Block, BlockKind, Reading
from archive_builder.problem import Problem, Report
from archive_builder.settings import Private
from archive_builder.text.words import phrase

HEAD = 12
"""Number of blocks at the beginning of a document that are its head: the letterhead and its markings."""
_NEAR = 80
"""Number of characters on both sides of a passage in which words say whose it is."""
_MOST_LINES = 6
"""Maximum number of lines that a warning names."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The text of a document in lines, one a block or row, with where each stood."""

    text: str
    """All lines in small letters, one behind the other."""
    starts: Sequence[int]
    """Where each line begins in the text."""
    sources: Sequence[int]
    """The line of the source that each was read from."""
    blocks: Sequence[int]
    """The place of its block in the document."""

    def at(self, place: int) -> int:
        """Return the number of the line that a place of the text is in."""
        return bisect_right(self.starts, place) - 1

    def line(self, number: int) -> str:
        """Return the words of a line."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text) + 1
        return self.text[self.starts[number] : end - 1]

    def around(self, number: int, match: re.Match[str]) -> str:
        """Return what stands near a match in its line."""
        first, end = match.start() - self.starts[number], match.end() - self.starts[number]
        return self.line(number)[max(0, first - _NEAR) : end + _NEAR]

    def before(self, number: int, match: re.Match[str]) -> str:
        """Return what stands near before a match in its line."""
        return self.line(number)[: match.start() - self.starts[number]][-_NEAR:]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield each place where a pattern fits, with the number of its line."""
        for match in pattern.finditer(self.text):
            yield self.at(match.start()), match


def report_private(reading: Reading, wanted: Private, report: Report) -> None:
    """Report private, a warning, for each kind of passage of a document that may be private."""
    lines = _lines(reading.blocks)
    for kind, find in FINDERS.items():
        if getattr(wanted, kind):
            found = sorted({lines.sources[number] for number in find(lines, reading.blocks)})
            if found:
                report(_problem(reading.source.file, kind, found))


def published(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that the site may list: a list of what may be private is not for everybody."""
    return (problem for problem in problems if problem.code != "private")


def _problem(file: str, kind: str, lines: Sequence[int]) -> Problem:
    more = ", ".join(map(str, lines[1:_MOST_LINES]))
    others = f" (also on line {more})" if len(lines) == 2 else f" (also on lines {more})" if more else ""
    if len(lines) > _MOST_LINES:
        others = others.replace(")", f" and {len(lines) - _MOST_LINES} more)")
    hint = (
        "look at it; to take it out, write a redaction into the document's corrections; if it may be public, "
        f"write `private: publish` there, or `{kind} = false` below [private] in archive.toml"
    )
    return Problem(file, lines[0], "private", f"this may be private: {_SAID[kind]}{others}", hint)


_SAID = {
    "signatures": "a signature",
    "addresses": "where somebody lives",
    "telephones": "a telephone number of a person",
    "emails": "an e-mail address of a person",
    "births": "a date of birth",
    "markings": "it is marked as not for everybody",
}


def _lines(blocks: Sequence[Block]) -> Lines:
    texts: list[str] = []
    sources: list[int] = []
    places: list[int] = []
    for at, block in enumerate(blocks):
        rows = [(row.first, " ".join(row.texts)) for row in block.rows] or [(block.first, block.text)]
        for first, text in rows:
            texts.append(" ".join(text.split()).lower())
            sources.append(first)
            places.append(at)
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 1)
    return Lines("\n".join(texts), starts, sources, places)


@cache
def _words() -> Mapping[str, Sequence[str]]:
    return lang.table("private")


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """Return the pattern of any phrase of a list, as whole words."""
    return re.compile(rf"(?<!\w)(?:{phrase(_words()[name])})(?!\w)")


_EMAIL = re.compile(r"(?<![a-z0-9._%+-])(?P<account>[a-z0-9._%+-]++)@(?P<host>[a-z0-9-]++(?:\.[a-z0-9-]++)+)")


def _emails(lines: Lines, blocks: Sequence[Block]) -> Iterator[int]:
    """An e-mail address with a host that anybody can have, and no office's name before it."""
    if "@" not in lines.text:
        return
    hosts = frozenset(_words()["consumer_hosts"])
    for number, match in lines.matches(_EMAIL):
        if match["host"].rstrip(".") in hosts:
            account = match["account"]
            if not any(part in account for part in _words()["office_accounts"]):
                yield number


_TELEPHONE = re.compile(
    r"""
      (?<![\w./-])
      (?: (?P<mobile> (?:\+44\s?\(?0?\)?\s?|0)7\d{3}[\s-]?\d{3}[\s-]?\d{3} )    # 07700 900123, +44 7700 900123
        | (?:\+44\s?\(?0?\)?\s?|0)\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}             # 01632 960123
        | (?:\+?1[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}                      # (555) 010-0123
      )
      (?![\w/-])
    """,
    re.VERBOSE,
)


def _telephones(lines: Lines, blocks: Sequence[Block]) -> Iterator[int]:
    """A mobile number that is no office's; any other only where it is said to be a person's own."""
    for number, match in lines.matches(_TELEPHONE):
        is_own = bool(match["mobile"]) or _any_of("own_words").search(lines.before(number, match))
        if is_own and not _any_of("office_words").search(lines.around(number, match)):
            yield number


_POSTCODE = r"[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}"
"""Of the United Kingdom: "AB1 2CD"."""


@cache
def _house() -> re.Pattern[str]:
    """Return the pattern of a house number with the name of a street: "12a Quay Street"."""
    streets = phrase(_words()["streets"])
    return re.compile(rf"(?<![\w/.£$-])\d{{1,4}}[a-z]?,? (?:[a-z'-]+ ){{1,3}}(?:{streets})(?![\w-])")


_CODE_BEHIND = re.compile(rf"[^\n]{{0,80}}?(?<!\w){_POSTCODE}(?!\w)")


def _addresses(lines: Lines, blocks: Sequence[Block]) -> Iterator[int]:
    """A house number with a street and a postcode, or said to be where somebody lives; no office, no planning."""
    for number, match in lines.matches(_house()):
        near = lines.around(number, match)
        if _any_of("planning_words").search(near):
            continue
        is_home = _any_of("home_words").search(lines.before(number, match))
        has_code = lines.blocks[number] >= HEAD and _CODE_BEHIND.match(lines.text, match.end())
        if is_home or (has_code and not _any_of("office_words").search(near)):
            yield number


_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}|[a-z]{3,9} \d{1,2}, \d{4})"
)
"""A day in figures or with the name of its month."""


@cache
def _birth() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrase(_words()['births'])})[^\w\n]{{0,6}}(?:is |was |of )?{_DAY}")


def _births(lines: Lines, blocks: Sequence[Block]) -> Iterator[int]:
    """Words for a date of birth, and a day behind them."""
    yield from (number for number, _ in lines.matches(_birth()))


@cache
def _marking() -> re.Pattern[str]:
    """Return the pattern of a line that is nothing but a marking, or a marking and its reason in brackets."""
    return re.compile(
        rf"^[^\w\n]*+(?P<marking>{phrase(_words()['markings'])})[^\w\n]*(?:by virtue of [^\n]*)?$",
        re.MULTILINE,
    )


def _markings(lines: Lines, blocks: Sequence[Block]) -> Iterator[int]:
    """A line that is nothing but a marking; of those that title a part of an agenda too, only at the head."""
    for number, match in lines.matches(_marking()):
        marking = " ".join(match["marking"].split())
        if lines.blocks[number] < HEAD or marking not in _words()["markings_at_head"]:
            yield number


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"^[^\w\n]*+(?:{phrase(_words()['signed'])})(?!\w)", re.MULTILINE)


@cache
def _in_letters() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.:])(?:{phrase(_words()['signatures'])})(?![\w/])")


def _signatures(lines: Lines, blocks: Sequence[Block]) -> Iterator[int]:
    """A picture beside a line for a signature, or a signature in letters."""
    yield from (number for number, _ in lines.matches(_in_letters()))
    if any(block.kind is BlockKind.FIGURE for block in blocks):
        for number, _ in lines.matches(_signed()):
            at = lines.blocks[number]
            if any(block.kind is BlockKind.FIGURE for block in blocks[max(0, at - 1) : at + 2]):
                yield number


Finder = Callable[[Lines, Sequence[Block]], Iterator[int]]
"""Yields the numbers of lines."""

FINDERS: Mapping[str, Finder] = {
    "signatures": _signatures,
    "addresses": _addresses,
    "telephones": _telephones,
    "emails": _emails,
    "births": _births,
    "markings": _markings,
}
"""By the kind, as archive.toml names it."""
