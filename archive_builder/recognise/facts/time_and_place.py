"""The hour and the place of a meeting, weighed from its fields, the lines of its head and the sentences that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from itertools import pairwise

from archive_builder.model import Classification, Weighed
from archive_builder.recognise.facts.candidate import Candidate, candidate, weigh
from archive_builder.recognise.facts.view import LONG_LINE, OPENING, View
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.text import dates
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.words import folded

_MEETINGS = (Classification.MINUTES, Classification.NOTES, Classification.AGENDA)
_HELD_AT = (
    Rule(
        "held-at-place",
        r""".*? \b (?: {HELD} | {MET} ) \b .*? \b (?: at | in ) \s+ (?! {NO_PLACE} \b )
            (?P<venue> (?: the \s+ )?
                (?: (?-i:[^\W\d_a-zß-ÿ]) | {PLACE} \s \d
                  | (?= [\w’'-]+ \s {PLACE} (?: \s (?: on | at | from ) \b | [,.;] | $ ) ) \w )
                [^–]{2,90}? )
            (?: ,? \s+ (?: on | {BEGAN} | at \s (?= \d | {NOON} ) | from \s (?=\d) ) \s* .*
              | \s [–-] \s .* | (?<!\bco) [.;] \s .* | \.? $ )""",
        (
            "MINUTES OF THE COMMITTEE HELD IN THE TOWN HALL ON 3RD MAY 2024 AT 10.00 A.M.",
            "Minutes of the Parish Council held in The Village Hall At 7.30pm on Wednesday 7 May 2025",
            "The meeting was held on Friday 3rd May 2024, between 7:30pm and 10pm, at The Old Mill, Mill St.",
            "The meeting was held in The Hut commencing late in the day.",
            "Held in The Hut at noon on Friday",
            "Notes of the meeting held in the village hall on 13th March 2019",
            "The Fenny Board met in room 114, Mill Centre, 15 Mill Lane, Fenny on Tuesday",
        ),
        ("The meeting was held in Private.",),
    ),
    Rule(
        "held-then-place",
        r""".*? \b {HELD} \b .*? \d{4} ,? \s+ (?: at \s+ )? {CLOCK} ,? \s+ (?: [–-] \s+ )?
            (?: in \s+ | at \s+ )? (?P<venue> (?: the \s+ )? (?-i:[A-Z]) [^–]{4,90}? ) \.?""",
        (
            "Minutes of the meeting held on Tuesday 4 March 2025 at 4.00pm Reading Room, Fenny Library",
            "MINUTES OF THE MEETING OF THE PANEL HELD ON MONDAY 14 NOVEMBER 2022 AT 14:00 HOURS – TOWN HALL CHAMBER",
        ),
        ("The panel met on 4 March 2025 at 4.00pm.",),
    ),
)
"""Sentences that say where a meeting was or will be."""
_BEHIND_DATE = Rule(
    "place-behind-date",
    r""".*? \d{4} \s* [,–-]? \s* (?: at \s+ | from \s+ )? (?: {CLOCK} )?
        (?: \s* (?: [–-] | to ) \s* {CLOCK} )? \s* (?: ,? \s+ (?: in | at ) \s+ (?: the \s+ )? | , \s* )
        (?P<venue> (?! (?: at | from ) \s+ {CLOCK} )
            (?: [^\d\s,] | \d{1,4} [a-z]? \s (?-i:[A-Z]) ) .{4,80}? ) \.?""",
    (
        "Tuesday 4 March 2025 at 10.00 am in the Reading Room",
        "Wednesday 12 March 2025, 6.30pm, The Old Mill, Fenny",
        "Notes, 4 May 2025, 10:00 - 11:30, Town Hall",
        "Friday 4 May 2025 18:00 at 11 Mill Road Fenny",
    ),
    ("4 March 2025, 19:30", "Tuesday, 4th March, 2025, at 10.00 am"),
)
"""A line with the date, the time and then the place."""
_TIME_BEHIND = r"""\.? ,? \s+
    (?: {CLOCK} \s* (?: (?: to | [–-] ) \s* {CLOCK} )? $
      | (?: {BEGAN} \s+ )? (?: at | from | on ) \s+ (?: \d | {NOON} | {WEEKDAY} ) .* $ )"""
"""The time behind a place: ", starting at 7 pm"."""
_BEGAN_AT = r"""
    .*? \b (?: {CALLED_TO_ORDER} | {BEGAN} ) \b (?: .*? (?: \b (?: at | by | from ) \s | @ ) | \s* :? \s ) \s*
    (?P<clock> (?: \d | {NOON} ) .{1,12} ) .*
"""
"""The hour at which a meeting began: "opened by Ann Lee at 19:35 hours", "by Ann Lee@ 6 PM", "commencing 8.30 pm"."""
_BEGINNING = r"(?: \d{1,2} [.)]? \s+ )? (?: {CALLED_TO_ORDER} | {HEAD_BEGAN} | {HEAD_TIME} | {BEGAN} )"
_BEGINS_WITH_CLOCK = re.compile(r"\(?(?:at\s)?\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m)", re.IGNORECASE)
_LONGEST_CLOCK = 20
"""Characters."""
_TIME_BEFORE = r"^ (?: at \s+ )? {CLOCK} [,\s–-]+ (?: (?: at | in ) \s+ )?"
"""The time before a place: "5:30 pm, Reading Room"."""
_VERB = r".* \b (?: {AUXILIARY} | {TOLD} ) \b .*"
_FULL_STOP = re.compile(r"(?<=\w{4})\.$")
"""The stop behind a place, and not that of "Mill St."."""
_BARE_HOUR = re.compile(r"(?<![\d:.])[1-7][.:][0-5]\d(?!\d)(?!\s*[ap]\.?\s?m)", re.IGNORECASE)
"""An hour without a zero before it and without "am" or "pm" behind it."""
_EVENING = range(1, 8)
"""Hours that a meeting's time means after noon where nothing says which half of the day: nobody meets at 7.30 in the
morning without saying so."""
_BROKEN_OFF = re.compile(r"\s+(?:and|or|&)$")
_SMALL_WORD = 3
"""Letters of the longest word that may begin with a small letter in any name."""
_NEAR = 2
"""Lines between the date and the place below it."""


def weigh_places(view: View, kind: Classification) -> tuple[Weighed, ...]:
    """All places where the meeting may have been, the best first."""
    found = [*_in_fields(view), *_below_the_date(view)]
    if kind in _MEETINGS:
        found += [*_in_sentences(view), *_behind_the_date(view)]
    return weigh("place", found)


def _in_fields(view: View) -> Iterator[Candidate]:
    for field in view.vocabulary.signs["head_place"]:
        if said := view.fields.get(field):
            yield candidate(_FULL_STOP.sub("", said), "field", words=said)
        if said := view.front.get(field):
            yield candidate(said, "front-matter", words=said)


def _in_sentences(view: View) -> Iterator[Candidate]:
    """Places in the title and in the first sentences that say when and where the meeting was."""
    for text, feature in ((view.title, "title"), *((sentence, "sentence") for _, sentence in view.opening)):
        if len(text) > 400 or not _speaks_of_meeting(text, view) or _is_of_another(text, view):
            continue
        for rule in _HELD_AT:
            if match := rule.match(text, view.vocabulary):
                yield _place(match["venue"], view, feature, text)
                break


def _speaks_of_meeting(text: str, view: View) -> bool:
    pattern = r"{HELD} \b .* | .* \b (?: {MEETING} | {PAPER} | {MET} ) \b .*"
    return bool(compiled(pattern, view.vocabulary).match(text))


def _is_of_another(text: str, view: View) -> bool:
    pattern = r"""
        .* \b (?: {ANOTHER_MEETING} \s (?: \w+ \s )? {MEETING} | the \s {RECORD} | {APPROVING} \s .* {RECORD} ) \b .*
    """
    return bool(compiled(pattern, view.vocabulary).match(text))


def _behind_the_date(view: View) -> Iterator[Candidate]:
    """Places on the line of the date, behind it or behind the time."""
    for line in view.lines:
        if len(line.text) <= LONG_LINE and (match := _BEHIND_DATE.match(line.text, view.vocabulary)):
            yield _place(match["venue"], view, "behind-date", line.text)


def _below_the_date(view: View) -> Iterator[Candidate]:
    """The lines below the date that are a place and no field."""
    for line in _lines_below_date(view):
        if len(line.text) < 120 and not MASTHEAD_FIELD.match(line.text, view.vocabulary):
            place = compiled(_TIME_BEFORE, view.vocabulary).sub("", line.text)
            yield _place(place, view, "below-date", line.text)


def _lines_below_date(view: View) -> Iterator[Line]:
    """The lines of the head just below one that has a date."""
    dated = [place for place, line in enumerate(view.lines) if dates.first_date(line.text)]
    for place, line in enumerate(view.lines):
        if any(0 < place - day <= _NEAR for day in dated):
            yield line


def _place(printed: str, view: View, feature: str, words: str) -> Candidate:
    """A candidate with what a place looks like; the printed time behind it is cut off."""
    name = _BROKEN_OFF.sub("", compiled(_TIME_BEHIND, view.vocabulary).sub("", printed).strip(" .,"))
    name = _without_day(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE), view)
    looks = compiled(r".* \b {PLACE} \b .*", view.vocabulary).match(name)
    checks = {
        "place-word": bool(looks),
        "no-place-word": not looks,
        "small-letters": not looks and _mostly_small(name),
        "verb": bool(compiled(_VERB, view.vocabulary).match(name)),
        "month": bool(compiled(r"{MONTH} \b .*", view.vocabulary).match(name)),
        "meeting": feature == "below-date" and _names_meeting(name, view),
        "digit": name[:1].isdigit(),
        "person": feature == "below-date" and looks_like_name(bare(name, view.vocabulary)) and not looks,
    }
    return candidate(name, feature, *(each for each, holds in checks.items() if holds), words=words)


def _mostly_small(name: str) -> bool:
    """True if half of its telling words or more begin with a small letter: "Fenny to make a new garden"."""
    telling = [word for word in name.split() if len(word) > _SMALL_WORD]
    return sum(word[0].islower() for word in telling) * 2 >= max(len(telling), 1)


def _names_meeting(name: str, view: View) -> bool:
    """True for a line that says what was held: "Fenny Swimming Club Meeting", "Meeting held by email"."""
    pattern = r"""
        .* \b (?: {BODY_NOUNS} | {ORGANISATION_NOUNS} ) \s (?: {SORT_OF_MEETING} \s )* (?: {MEETING} | {PAPER} )
      | {MEETING} \s {HELD} \b .*
    """
    return compiled(pattern, view.vocabulary).fullmatch(name) is not None


def _without_day(name: str, view: View) -> str:
    """A place without the day behind it: "VILLAGE HALL TUESDAY 4TH SEPTEMBER 2012"."""
    day = next(dates.dates(name), None)
    if day is None or not day.start:
        return name
    return compiled(r"[\s,]* (?: \b (?: on | {WEEKDAY} ) [\s,]* )* $", view.vocabulary).sub(
        "", name[: day.start]
    )


def weigh_times(view: View, kind: Classification) -> tuple[Weighed, ...]:
    """All times of day at which the meeting may have begun, the best first."""
    return weigh("time", [*_stated_times(view), *(_told_times(view) if kind in _MEETINGS else ())])


def _stated_times(view: View) -> Iterator[Candidate]:
    """Times of fields and beside the date."""
    for field in view.vocabulary.signs["head_time"]:
        yield from _time(view.fields.get(field, ""), "field")
        yield from _time(view.front.get(field, ""), "front-matter")
    for field in view.vocabulary.signs["head_began"]:
        yield from _time(view.fields.get(field, ""), "began")
    for line in view.lines:
        if dates.first_date(line.text) and len(line.text) < 2 * LONG_LINE:
            yield from _time(line.text, "beside-date")


def _told_times(view: View) -> Iterator[Candidate]:
    """Times in the sentences that say when the meeting was, or began."""
    held = r".* \b {HELD} \b .*"
    for line in _lines_below_date(view):
        if _BEGINS_WITH_CLOCK.match(line.text) and len(line.text) <= LONG_LINE:
            yield from _time(line.text, "beside-date")
    yield from _below_headings(view)
    for _, sentence in view.opening:
        if len(sentence) > 400 or _is_of_another(sentence, view):
            continue
        if match := compiled(_BEGAN_AT, view.vocabulary).match(sentence):
            yield from _time(match["clock"], "began", sentence)
        elif compiled(held, view.vocabulary).match(sentence) and (
            dates.first_date(sentence) or compiled(r"{HELD} \b .*", view.vocabulary).match(sentence)
        ):
            yield from _time(sentence, "held")


def _below_headings(view: View) -> Iterator[Candidate]:
    """Times that stand alone below a heading that says what began: "2. Call to order", "6.36 pm"."""
    for above, below in pairwise(view.blocks[:OPENING]):
        if _BEGINS_WITH_CLOCK.match(below.text) and compiled(_BEGINNING, view.vocabulary).fullmatch(
            folded(above.text).strip(" :")
        ):
            yield from _time(below.text[:_LONGEST_CLOCK], "began", f"{above.text}: {below.text}")


def _time(text: str, feature: str, words: str = "") -> Iterator[Candidate]:
    if found := dates.clock(text):
        if found.hour in _EVENING and _BARE_HOUR.search(text):
            found = found.replace(hour=found.hour + 12)
        yield candidate(found.isoformat("minutes"), feature, words=words or text)


def read_time(value: str) -> time | None:
    """A time of day from its value as a candidate."""
    return time.fromisoformat(value) if value else None
