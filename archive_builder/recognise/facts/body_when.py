"""What a line says beside the name of a body of when it met: days, years, numbers of meetings; all are cut off."""

from __future__ import annotations

import re

from archive_builder.recognise.facts.body_looks import NO_NOUN, is_only_paper, sort_of_name
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary
from archive_builder.text import dates

_BESIDE_YEAR = r"""
    (?P<year> (?:19|20)\d\d (?: [–/-] \d\d )? [\s–-]+ (?: (?: {MONTH} | q[1-4] ) [\s,]+ )? )?
    (?P<name> \D .*? )
    (?: [\s,]+ \(? (?:19|20)\d\d (?: [–/-] \d{2,4} )? \)? )?
"""
_SORTS = r"(?: (?: {SORT_OF_MEETING} | {SORT_OF_MEETING_ALONE} ) \s+ )+ (?= \S )"
_COUNT = r"""
    (?P<kept> .* \b (?: {MEETING} | {PAPER} ) ) [\s,(–-]+
    (?: (?: for \s+ )? {SEASON} (?: ,? \s+ (?:19|20)\d\d (?: [–/-] \d{2,4} )? )? \)?
      | (?: {NUMBER_WORD} \.? | \# )? \s* \d{1,4} (?: / \d{2,4} )? (?: \s+ {PAPER} )? )
"""
"""Which of the meetings of a year it was: "Meeting, Q1, 2025", "meeting #12", "Minutes no. 3/2025"."""
_BEFORE_DATE = r"(?: [\s,]+ (?: of | on | for | at | in | {WEEKDAY} | {SHORT_WEEKDAY} ) \.? )+ \s* $"
_DAY_IN_FIGURES = re.compile(
    r"""
    (?P<before> .*? ) (?<!\d) (?:19|20) \d\d
    (?: (?P<sign> [ ._/-] ) \d\d (?P=sign) \d\d | (?P<mark> [./] ) \d{1,2} (?P=mark) \d{1,2} ) (?!\d)
    """,
    re.VERBOSE,
)
"""A day that begins with its year, and what stands before it: "2025-05-06", "2025 05 06", "2025.5.6"."""
_SAYS_OF = re.compile(r"\b(?:of|from|for|to)(?:\s+the)?\s*$", re.IGNORECASE)
"""What joins the name of a paper to whose it is: "Minutes of the"."""
_CLOCK_FIRST = re.compile(r"[\s,]*(?:at\s+)?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?\s*", re.IGNORECASE)
_MEETING_BEHIND = r"[\s,]* (?P<behind> [^\W\d] .* \b (?: {MEETING} | {PAPER} ) )"


def without_date(text: str, vocabulary: Vocabulary) -> str:
    """A part of a line up to its first date.

    A date that stands before the name is left out: "Minutes from the 2025-05-06 Fenny Board meeting".
    """
    day = next(dates.dates(text), None)
    figures = _DAY_IN_FIGURES.match(text)
    if day is None and figures is None:
        return text
    start, end = (
        (day.start, day.end) if day else (figures.end("before"), figures.end()) if figures else (0, 0)
    )
    before = compiled(_BEFORE_DATE, vocabulary).sub("", f" {text[:start]}").strip()
    behind = _CLOCK_FIRST.sub(" ", text[end:], count=1)
    match = compiled(_MEETING_BEHIND, vocabulary).fullmatch(behind)
    if match and (not before or is_only_paper(before.strip(" ,.–-"), vocabulary)):
        said = _SAYS_OF.search(text[:start])
        return f"{text[:start].strip()} {match['behind']}" if said else match["behind"]
    return before or _name_behind(behind, figures is not None and not figures["before"], vocabulary)


def _name_behind(text: str, in_figures: bool, vocabulary: Vocabulary) -> str:
    """The name of a body that a day stands before: "2025-05-06 Fenny Board".

    Behind a day in words stands the place as well, "6 May 2025, Fenny Library": there only a board is told from it.
    """
    name = text.strip(" ,:–—-")
    sort = sort_of_name(name, vocabulary)
    return name if sort == "body-noun" or (in_figures and sort != NO_NOUN) else ""


def without_year(name: str, with_paper: bool, vocabulary: Vocabulary) -> str:
    """A name without the year before or behind it: "2022 Roads Group", "Fenny Senate 2024-25".

    Behind the year the sort of meeting is no part of the name: "2008 annual Fenny Parish Council meeting".
    """
    match = compiled(_BESIDE_YEAR, vocabulary).fullmatch(name)
    if match is None:
        return name
    told = sort_of_name(match["name"], vocabulary) != NO_NOUN
    if not told and not (with_paper and match["year"]):
        return name
    return compiled(_SORTS, vocabulary).sub("", match["name"], count=1) if match["year"] else match["name"]


def without_count(part: str, vocabulary: Vocabulary) -> str:
    """A part of a line without the number or the season of the meeting behind it."""
    match = compiled(_COUNT, vocabulary).fullmatch(part)
    return match["kept"] if match else part
