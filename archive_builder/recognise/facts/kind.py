"""What kind of document it is: by the words of its title and names, and by what it holds, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from archive_builder.model import Block, BlockKind, Classification, Weighed
from archive_builder.recognise.facts.candidate import Candidate, candidate, weigh
from archive_builder.recognise.facts.contents import (
    agenda_entries,
    has_roster,
    is_agenda,
    is_asked,
    is_bare_list,
    is_called_to_order,
    is_closed,
    is_late,
    is_resolution,
    is_signed,
    is_summons,
    is_tracker,
    tells,
)
from archive_builder.recognise.facts.view import View
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.masthead_fields import APPENDIX, MINUTES_TITLE, PROGRAMME_TITLE
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import phrase

AUTHOR_FIELDS = ("report author", "report authors", "author", "authors", "report by", "reports by")
_REPORT_FIELDS = (*AUTHOR_FIELDS, "report of")
_DECISION_FIELDS = (
    "decision number",
    "decision no",
    "decision ref",
    "decision maker",
    "decision taker",
    "date of decision",
)
_FRONT_FIELDS = ("type", "kind", "layout", "category", "categories", "tags", "document_type", "doctype")
"""Values of a page's front matter that may name the kind."""
_LABEL = r"{APPENDIX} \s+ \w{1,5}"
"""A bare label of an appendix above its title."""
_NOTES_TITLE = r"(?: .* \s [–—-] \s+ )? (?: {DRAFT_PAPER} \s+ )? {NOTES_WORD}"
"""A title that is "Notes", or ends in it behind a dash: "Public meeting – Notes"."""
_ITEM_OF_AGENDA = r"\b {AGENDA_WORD} \s+ {ITEM_WORD} \s* (?: {NUMBER_WORD} \.? \s* )? [#:]? \s* \d+"
"""The item of an agenda to which a paper belongs."""
_Kind = Classification
_OF_A_MEETING = (_Kind.UNKNOWN, _Kind.MINUTES, _Kind.NOTES)
"""What a file's name may say beside "meeting" for that to speak for minutes: "Agenda of the meeting" does not."""


def weigh_kinds(view: View) -> tuple[Weighed, ...]:
    """All kinds that the document may be of, the best first."""
    return weigh("kind", [*_by_title(view), *_by_lines(view), *_by_names(view), *_by_contents(view)])


def _by_title(view: View) -> Iterator[Candidate]:
    """What the title and the fields of a report's head say."""
    said = kind_of(view.title, view.vocabulary)
    labelled = any(is_label(line.text, view.vocabulary) for line in view.lines[:2])
    if (labelled or APPENDIX.match(view.title, view.vocabulary)) and said is not _Kind.DECISION_LIST:
        yield candidate(_Kind.APPENDIX, "appendix-label")
    if said is not _Kind.UNKNOWN:
        yield candidate(said, "title-says", words=view.title)
    if any(field in view.fields for field in _REPORT_FIELDS):
        about = (
            "report-about" if said not in (_Kind.ACTION_TRACKER, _Kind.WORK_PROGRAMME, _Kind.UNKNOWN) else ""
        )
        yield candidate(_Kind.REPORT, "report-fields", about)
    if "presented by" in view.fields or "title" in view.fields:
        yield candidate(_Kind.REPORT, "presented")
    if any(field in view.fields for field in _DECISION_FIELDS):
        yield candidate(_Kind.DECISION_RECORD, "decision-fields")
    if compiled(r".* \b {MEETING} \b .*", view.vocabulary).match(view.title) and len(view.blocks) > 5:
        yield candidate(_Kind.MINUTES, "meeting-in-title", words=view.title)


def _by_lines(view: View) -> Iterator[Candidate]:
    """What the other lines of the head say."""
    titles = {line.block for line in view.titles}
    for line in view.lines:
        said = kind_of(line.text, view.vocabulary)
        if (
            line.block in titles
            or len(line.text) > 120
            or said in (_Kind.UNKNOWN, _Kind.REPORT, _Kind.APPENDIX)
        ):
            continue
        rest = dates.first_date(line.text)
        bare = phrase(view.vocabulary.kinds[said])
        alone = (
            re.fullmatch(rf"(?:\w+\s+)?(?:{bare})\W*", line.text, re.IGNORECASE)
            or rest
            or (said is _Kind.WORK_PROGRAMME and PROGRAMME_TITLE.match(line.text, view.vocabulary))
        )
        yield candidate(said, "line-is" if alone else "line-says", words=line.text)


def _by_names(view: View) -> Iterator[Candidate]:
    """What running heads, the page's title and the file's name say."""
    for text in view.running:
        if (said := kind_of(text, view.vocabulary)) is not _Kind.UNKNOWN:
            yield candidate(said, "running-says", words=text)
    if (said := kind_of(view.page_title, view.vocabulary)) is not _Kind.UNKNOWN:
        yield candidate(said, "page-title-says", words=view.page_title)
    named = " ".join(view.file_words)
    if (said := kind_of(named, view.vocabulary)) not in (_Kind.UNKNOWN, _Kind.APPENDIX):
        yield candidate(said, "file-says", words=view.file)
    for field in _FRONT_FIELDS:
        value = view.front.get(field, "")
        if (said := kind_of(value, view.vocabulary)) is not _Kind.UNKNOWN:
            yield candidate(said, "front-matter", words=value)


def _by_contents(view: View) -> Iterator[Candidate]:
    """What the blocks are: an attendance list makes minutes, a numbered list below "Agenda" an agenda."""
    blocks, vocabulary = view.blocks, view.vocabulary
    if is_asked(blocks, vocabulary):
        yield candidate(_Kind.NOTES, "asked")
    entries = agenda_entries(blocks)
    roster = has_roster([block for place, block in enumerate(blocks) if place not in entries], vocabulary)
    minutes = _signs_of_minutes(view, roster)
    if any(minutes.values()):
        yield candidate(
            _Kind.NOTES if _says_notes(view) else _Kind.MINUTES,
            *(name for name, holds in minutes.items() if holds),
        )
    agenda = {
        "agenda-list": is_agenda(blocks) and not roster,
        "summons": is_summons(view.opening, vocabulary),
        "bare-list": is_bare_list(blocks) and not roster,
        "late-papers": is_late(view.opening, vocabulary) and not roster,
    }
    if any(agenda.values()):
        yield candidate(_Kind.AGENDA, *(name for name, holds in agenda.items() if holds))
    if not roster and is_tracker(blocks, vocabulary):
        yield candidate(_Kind.ACTION_TRACKER, "tracker-table")
    if is_resolution(blocks, vocabulary) and not roster:
        yield candidate(_Kind.DECISION_RECORD, "resolution")


def _signs_of_minutes(view: View, roster: bool) -> dict[str, bool]:
    """What speaks for minutes among the blocks: an attendance list, what was told, how it opened and closed."""
    blocks, vocabulary = view.blocks, view.vocabulary
    named = " ".join(view.file_words)
    return {
        "heading-says": _has_minutes_heading(blocks, vocabulary),
        "roster": roster,
        "told": tells(blocks, vocabulary),
        "called-to-order": is_called_to_order(view.opening, vocabulary),
        "meeting-in-file-name": kind_of(named, vocabulary) in _OF_A_MEETING
        and bool(compiled(r".* \b {MEETING} \b .*", vocabulary).match(named)),
        "meeting-in-page-title": bool(compiled(r".* \b {MEETING} \b .*", vocabulary).match(view.page_title)),
        "closed": is_closed(view.ending, vocabulary),
        "signed": is_signed(view.ending, vocabulary),
    }


def _has_minutes_heading(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """True if what was said stands below "Minutes", as it does in a paper that begins with its agenda."""
    minutes = phrase(vocabulary.kinds[_Kind.MINUTES])
    headings = (block.text for block in blocks if block.kind is BlockKind.HEADING)
    return any(re.fullmatch(rf"(?:{minutes})\W*", text.strip(), re.IGNORECASE) for text in headings)


def _says_notes(view: View) -> bool:
    """True if the head calls it notes: what minutes hold, notes of a meeting hold as well."""
    texts = (view.title, *(line.text for line in view.lines if len(line.text) < 120))
    said = [kind_of(text, view.vocabulary) for text in texts]
    return _Kind.NOTES in said and _Kind.MINUTES not in said


def kind_of(title: str, vocabulary: Vocabulary) -> Classification:
    """The kind that a title names, by the longest phrase that it holds; "Agenda Item 9" above a report names none."""
    title = compiled(_ITEM_OF_AGENDA, vocabulary).sub("", title)
    if MINUTES_TITLE.match(title, vocabulary):
        return _Kind.NOTES if title.casefold().lstrip().startswith("notes") else _Kind.MINUTES
    if is_notes_title(title, vocabulary):
        return _Kind.NOTES
    if not _any_kind(vocabulary).search(title):
        return _Kind.WORK_PROGRAMME if PROGRAMME_TITLE.match(title, vocabulary) else _Kind.UNKNOWN
    return next((kind for kind, pattern in _kinds(vocabulary) if pattern.search(title)), _Kind.UNKNOWN)


@cache
def _any_kind(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A pattern that fits where any phrase of a kind stands: most lines hold none."""
    every = phrase(words for phrases in vocabulary.kinds.values() for words in phrases)
    return re.compile(rf"\b(?:{every})\b", re.IGNORECASE)


@cache
def _kinds(vocabulary: Vocabulary) -> tuple[tuple[Classification, re.Pattern[str]], ...]:
    """The phrases of titles with the kinds they name, the longest first."""
    every = [(kind, words) for kind, phrases in vocabulary.kinds.items() for words in phrases]
    longest_first = sorted(every, key=lambda pair: -len(pair[1]))
    patterns = ((kind, phrase([words])) for kind, words in longest_first)
    return tuple((_Kind(kind), re.compile(rf"\b{pattern}\b", re.IGNORECASE)) for kind, pattern in patterns)


def is_label(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line is the bare label of an appendix: "Annex B"."""
    return compiled(_LABEL, vocabulary).fullmatch(text) is not None


def is_notes_title(title: str, vocabulary: Vocabulary) -> bool:
    """True if a title is "Notes", or ends in it behind a dash."""
    return compiled(_NOTES_TITLE, vocabulary).fullmatch(title) is not None
