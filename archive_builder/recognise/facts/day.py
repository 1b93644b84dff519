"""The day of a document: every date that it prints near its head, its end or in its names, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from archive_builder.model import Classification, Weighed
from archive_builder.recognise.facts.called_off import says_called_off
from archive_builder.recognise.facts.candidate import Candidate, candidate, weigh
from archive_builder.recognise.facts.day_order import in_order
from archive_builder.recognise.facts.view import HEAD, LONG_LINE, View
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded

_FIELDS = (
    "date",
    "date of meeting",
    "meeting date",
    "date of decision",
    "date and time",
    "date/time",
    "meeting date/time",
    "meeting date and time",
    "held",
    "held on",
    "when",
)
_UPDATED = ("updated", "last updated")
_MEETINGS = (Classification.MINUTES, Classification.NOTES, Classification.AGENDA)
KEPT = (Classification.ACTION_TRACKER, Classification.DECISION_LIST, Classification.DECISION_RECORD)
"""Papers that are kept from meeting to meeting: the date in their title is theirs."""
PLANS = (Classification.WORK_PROGRAMME,)
"""Papers that may be headed by the day and hour of the meeting that they were laid before."""
_ANOTHER = r"""
    .* \b {ANOTHER_MEETING} \b [^.;]*
    | .* \b (?: the | that | those | {APPROVING} | {ANOTHER_MEETING} ) \s+ (?: {DRAFT_PAPER} \s+ )?
      {RECORD} \b [^.;]*
"""
"""What stands before the date of another meeting: "the next meeting will be on", "minutes of"."""
_ASIDE = re.compile(r"\([^()]*\)")
"""A remark: "Draft (until approved at the next meeting) minutes of the meeting held on"."""
_MADE = r".* \b {PAPER_MADE} \b [^.;]{0,40}"
"""What stands before the date on which a paper was made, signed or published."""
_MOVED = r".* \b {MOVED_TO_ANOTHER_DAY} \b .*"
"""What stands before the day that a meeting is moved to."""
_CALLED_OFF = r".* \b {CALLED_OFF} \b .*"
"""What stands beside the day of a meeting that was cancelled, which may be another than the paper's."""
_DEADLINE = r".* \b {DEADLINE} \s+ (?:the\s+)? (?: [\w-]+ \s+ ){0,2}"
_HELD = r".* \b (?: {HELD} | {MEETING} ) \b (?: [^.;] | \b \w{1,3} \. )*"
_OTHER_EVENT = r"""
    (?! .* \b (?: {MEETING} | {PAPER} | {BODY_NOUNS} | {MET} ) \b ) .* \b {AUXILIARY} \s (?: \w+ \s )? {HELD} \b .*
"""
"""A sentence that tells of a day on which something else was held: "A party was held on 3 May"."""
_HEADED = r".* \b (?: {PAPER} | {MEETING} | {HELD} ) \b .*"
_ORDER = r".* \b {CALLED_TO_ORDER} \b .*"
_LETTER = r"{ADDRESSEE} \b .*"
_EARLY = 3
"""Lines."""
_IN_FILE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_. ]?(?P<month>\d\d)[-_. ]?(?P<day>\d\d)(?!\d)")
_IN_FILE_BRITISH = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[-_. ](?P<month>\d{1,2})[-_. ](?P<year>(?:19|20)?\d\d)(?!\d)"
)


def weigh_days(view: View, kind: Classification) -> tuple[Weighed, ...]:
    """All days that the document may be of, the best first."""
    found = [*_in_fields(view), *_in_lines(view, kind)]
    notice = kind is Classification.UNKNOWN and says_called_off(
        (sentence for _, sentence in view.opening[:HEAD]), view.vocabulary
    )
    if kind in (*_MEETINGS, *KEPT) or notice:
        found += [*_in_sentences(view), *_at_the_end(view)]
    if view.pack is None and kind is not Classification.ANNUAL_REPORT:
        found += _elsewhere(view, kind, {each.value for each in found})
    named = day_in_file_name(view.file)
    return weigh("date", _moved_here(list(in_order(found, named, view))))


def _moved_here(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Candidates where the day that a meeting was moved to is its own day if the file is named for it."""
    named = {each.value for each in found if "in-file-name" in each.features}
    for each in found:
        moved = {"moved"} if each.value in named else set()
        yield Candidate(each.value, each.features - moved, each.words)


def _in_fields(view: View) -> Iterator[Candidate]:
    for names, feature in ((_FIELDS, "field"), (_UPDATED, "updated")):
        for name in names:
            if found := dates.first_date(view.fields.get(name, "")):
                yield candidate(found.isoformat(), feature, words=view.fields[name])


def _in_lines(view: View, kind: Classification) -> Iterator[Candidate]:
    """Dates of the head's lines; a paper that is no meeting's has only a date on a line of its own."""
    titles = {line.block for line in view.titles}
    said = kind in (*_MEETINGS, *KEPT) or compiled(_HEADED, view.vocabulary).match(view.title)
    for place, line in enumerate(view.lines):
        if len(line.text) > LONG_LINE and line.block not in titles:
            continue
        in_title = "title" if line.block in titles and said else ""
        early = "early" if place < _EARLY else ""
        letter = "letter" if _is_letter_head(view.lines, place, view.vocabulary) else ""
        alone = dates.only_date(line.text)
        for found in dates.dates(line.text):
            how = _how_it_stands(line, found, alone, view)
            meeting = how == "begins-line" and dates.clock(line.text[found.end :]) is not None
            if kind not in _MEETINGS and how != "alone" and not (kind in PLANS and meeting):
                how = ""
            if how or in_title:
                around = _words_around(line.text[: found.start], line.text[found.end :], view)
                features = (how, in_title, early, letter, *around)
                yield candidate(found.day.isoformat(), *features, words=line.text)


def _how_it_stands(line: Line, found: dates.Dated, alone: date | None, view: View) -> str:
    if alone == found.day:
        return "alone"
    if found.start == 0:
        return "begins-line"
    if compiled(_OTHER_EVENT, view.vocabulary).match(line.text):
        return ""
    if compiled(_HEADED, view.vocabulary).match(line.text):
        return "headed"
    return "ends-line" if not line.text[found.end :].strip(" .)") else ""


def _is_letter_head(lines: Sequence[Line], place: int, vocabulary: Vocabulary) -> bool:
    """True if "To: …" follows: the date above is that of the letter."""
    return any(compiled(_LETTER, vocabulary).match(line.text) for line in lines[place + 1 : place + 3])


def _in_sentences(view: View) -> Iterator[Candidate]:
    """Dates of the first sentences that say when the meeting is or was."""
    for place, sentence in view.opening:
        if len(sentence) > 400 or view.is_item(place):
            continue
        event = "other-event" if compiled(_OTHER_EVENT, view.vocabulary).match(sentence) else ""
        order = "called-to-order" if compiled(_ORDER, view.vocabulary).match(sentence) else ""
        for found in dates.dates(sentence):
            before = sentence[: found.start]
            held = "held" if compiled(_HELD, view.vocabulary).fullmatch(before) else ""
            behind = "held" if compiled(_HELD, view.vocabulary).match(sentence[found.end :]) else ""
            if held or behind or order:
                features = (held or behind, order, event, *_words_around(before, sentence[found.end :], view))
                yield candidate(found.day.isoformat(), *features, words=sentence)


def _at_the_end(view: View) -> Iterator[Candidate]:
    """A line near the end that names the meeting and its day: "Park Board meeting, 4 March 2025"."""
    for place, text in view.ending:
        if len(text) < 80 and not view.is_item(place) and compiled(_HEADED, view.vocabulary).match(text):
            for found in dates.dates(text):
                features = ("ending", "headed", *_words_around(text[: found.start], text[found.end :], view))
                yield candidate(found.day.isoformat(), *features, words=text)


def _words_around(before: str, behind: str, view: View) -> list[str]:
    """What the words before and behind a date say against it."""
    before = _ASIDE.sub(" ", before)
    checks = {"another": _ANOTHER, "moved": _MOVED, "made": _MADE, "deadline": _DEADLINE}
    found = [name for name, pattern in checks.items() if compiled(pattern, view.vocabulary).fullmatch(before)]
    called_off = compiled(_CALLED_OFF, view.vocabulary).match(before + behind)
    return [*found, "called-off"] if called_off else found


def _elsewhere(view: View, kind: Classification, stated: set[str]) -> list[Candidate]:
    """Dates of running heads, the page's title, front matter and the names of file and folder.

    The name of another paper than a meeting's states no day: it only supports one that is printed.
    """
    found = [
        candidate(each.day.isoformat(), "running-head", words=text)
        for text in view.running
        for each in dates.dates(text)
        if not _words_around(text[: each.start], text[each.end :], view)
    ]
    found += [
        candidate(each.day.isoformat(), "page-title", words=view.page_title)
        for each in dates.dates(folded(view.page_title))
    ]
    if posted := dates.first_date(view.posted):
        found.append(candidate(posted.isoformat(), "front-matter", words=view.posted))
    named = day_in_file_name(view.file)
    printed = stated | {each.value for each in found}
    if named and (kind in _MEETINGS or named.isoformat() in printed):
        found.append(candidate(named.isoformat(), "in-file-name", words=view.file))
    return found


def day_in_file_name(file: str) -> date | None:
    """The day in a file's name, or in that of its folder: "2025-03-04 minutes.pdf", "2025-03-04/minutes.pdf"."""
    folder, _, name = file.rpartition("/")
    return _day_in(name) or (day_in_file_name(f"{folder.rpartition('/')[2]}.") if folder else None)


def _day_in(name: str) -> date | None:
    for pattern in (_IN_FILE, _IN_FILE_BRITISH):
        if match := pattern.search(name):
            year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
            try:
                return date(year, int(match["month"]), int(match["day"]))
            except ValueError:
                continue
    return dates.first_date(re.sub(r"[-_]", " ", name.rpartition(".")[0]))
