"""What a document is: its kind, title, body, date, time, place and authors, from all that states them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from archive_builder.model import Block, BlockKind, Classification, Reading
from archive_builder.recognise.facts.authors import find_authors
from archive_builder.recognise.facts.body import weigh_bodies
from archive_builder.recognise.facts.body_looks import generic, within_another
from archive_builder.recognise.facts.candidate import best
from archive_builder.recognise.facts.day import weigh_days
from archive_builder.recognise.facts.fields import read_fields
from archive_builder.recognise.facts.head_lines import begins_with_date
from archive_builder.recognise.facts.kind import is_label, kind_of, weigh_kinds
from archive_builder.recognise.facts.time_and_place import read_time, weigh_places, weigh_times
from archive_builder.recognise.facts.title import find_title_lines, title_of, with_kind_line, without_body
from archive_builder.recognise.facts.view import HEAD, LONG_LINE, View
from archive_builder.recognise.grammar.draft import Line, Masthead
from archive_builder.recognise.shape.packs import is_title
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD, PROGRAMME_TITLE
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Settings, Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded, phrase


def read_masthead(
    blocks: Sequence[Block], settings: Settings, reading: Reading | None = None, pack: Masthead | None = None
) -> Masthead:
    """The masthead of a whole `reading`, or of a part of `pack`, from which the body is inherited."""
    view = _view(blocks, settings, reading, pack)
    kinds = weigh_kinds(view)
    kind = Classification(best(kinds, "kind") or Classification.UNKNOWN)
    bodies = weigh_bodies(view, kind)
    organization = best(bodies, "body")
    days = () if kind is Classification.ANNUAL_REPORT and pack is None else weigh_days(view, kind)
    day = best(days, "date")
    times, places = weigh_times(view, kind), weigh_places(view, kind)
    named_by_page = _is_named_by_page(view)
    title = without_body(view.page_title, organization) if named_by_page else _title(view)
    whole = " ".join(line.text for line in view.lines)
    return Masthead(
        classification=kind,
        title=title or organization,
        organization=organization,
        date=date.fromisoformat(day) if day else None,
        time=read_time(best(times, "time")),
        venue=best(places, "place"),
        period=dates.period(whole) if kind is Classification.ANNUAL_REPORT else "",
        authors=find_authors(view.lines, view.fields, settings.vocabulary),
        titles=() if named_by_page else _title_blocks(view),
        last=_last(view),
        weighed=(*kinds, *bodies, *days, *times, *places),
    )


def _view(
    blocks: Sequence[Block], settings: Settings, reading: Reading | None, pack: Masthead | None
) -> View:
    vocabulary = settings.vocabulary
    lines = _head_lines(blocks, vocabulary)
    fields = read_fields(lines, blocks, vocabulary)
    return View(
        vocabulary=vocabulary,
        blocks=blocks,
        lines=lines,
        titles=with_kind_line(find_title_lines(lines, vocabulary), lines, vocabulary),
        fields=fields,
        running=_running(reading) if reading else (),
        page_title=reading.title if reading else "",
        front=_front(reading) if reading else {},
        posted=_posted(reading) if reading else "",
        file=reading.source.file if reading else "",
        pack=pack,
        bodies=settings.bodies,
    )


_NO_HEADS = frozenset(
    {"front-matter", "site-breadcrumbs", "site-menu", "site-cookie-notice", "site-skip-link", "site-search"}
    | {"site-form", "site-button", "site-sharing", "site-sidebar", "site-footer"}
    | {"site-widget"}
)
"""Rules that set aside what is no running head: the front matter, and what web pages have around a document."""
_SHORTEST_HEAD = 3
"""Letters."""
_LONGEST_HEAD = 300
"""Characters."""
_MOST_HEADS = 20
"""Running heads and feet that are looked at; a document with more has none, but words set aside page by page."""


_LETTERHEAD = 8
"""Lines of the shortest letterhead that goes on for long."""
_LATEST_HEAD = 45
"""Blocks from the top in which a head may begin that stands below a long letterhead."""
_BROKEN_HEAD = 40
"""Words that the head of a text may have which is broken into a word or two a line, whatever lines they take."""


_KEY = re.compile(r"(?P<name>[\w -]{1,30}?)\s*[:=]\s*(?P<value>.*)")
"""A name and its value, as YAML and TOML print them."""


def _posted(reading: Reading) -> str:
    """The line of the front matter that gives a day."""
    lines = (aside.text for aside in reading.asides if aside.rule == "front-matter")
    return next((line for line in lines if dates.first_date(line)), "")


def _front(reading: Reading) -> dict[str, str]:
    """The values of the front matter that stand on one line with their names."""
    lines = (aside.text for aside in reading.asides if aside.rule == "front-matter")
    pairs = (_KEY.match(line) for line in lines)
    values = {pair["name"].casefold(): pair["value"].strip(" \"'") for pair in pairs if pair}
    return {name: value for name, value in values.items() if value}


def _running(reading: Reading) -> tuple[str, ...]:
    """The running heads and feet of a source, each once: those that differ by a page number only are one."""
    texts = (folded(aside.text) for aside in reading.asides if aside.rule not in _NO_HEADS)
    fitting = (
        text for text in texts if len(text) < _LONGEST_HEAD and sum(map(str.isalpha, text)) > _SHORTEST_HEAD
    )
    once = {re.sub(r"\d+", "", text): text for text in fitting}
    return tuple(once.values())[:_MOST_HEADS]


def _title(view: View) -> str:
    return view.fields.get("title") or title_of(view.titles, view.vocabulary)


def _is_named_by_page(view: View) -> bool:
    """True if only the page's title says what it is: no line is set as a title, or names a kind."""
    set_apart = any(is_title(view.blocks[line.block]) for line in view.titles)
    title = _title(view)
    says_kind = kind_of(title, view.vocabulary) is not Classification.UNKNOWN
    return (
        not set_apart
        and (not says_kind or title.endswith(":"))  # "Agenda:" heads a list
        and kind_of(view.page_title, view.vocabulary) is not Classification.UNKNOWN
    )


def _title_blocks(view: View) -> tuple[int, ...]:
    """The blocks of the title, with a bare "Appendix A" above it; a table that begins with it holds more."""
    titles = [line for line in view.titles if view.blocks[line.block].kind is not BlockKind.TABLE]
    own = [line.block for line in titles if line.title or len(titles) == 1]
    label = [
        line.block
        for line in view.lines
        if line.block + 1 in own[:1] and is_label(line.text, view.vocabulary)
    ]
    return tuple(label + own)


def _last(view: View) -> int:
    """The last block of the masthead: of its title, its fields and the dates among them."""
    said = [
        line.block
        for line in view.lines
        if MASTHEAD_FIELD.match(line.text, view.vocabulary) or dates.only_date(line.text)
    ]
    return max([*said, *(line.block for line in view.titles)], default=-1)


def _head_lines(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Line]:
    """The lines above the text: up to the first numbered heading, list, table or long paragraph.

    Below a letterhead that goes on for long, a list of the members say, the head begins at its kind: "MINUTES".
    """
    lines = _lines_from(blocks, 0, vocabulary)
    top = lines[:_LETTERHEAD]
    if any(kind_of(line.text, vocabulary) is not Classification.UNKNOWN for line in top):
        return lines
    places = range(_LETTERHEAD, min(_LATEST_HEAD, len(blocks)))
    late = next((place for place in places if _is_kind_alone(blocks[place], vocabulary)), None)
    if late is None or any(_is_text(block) for block in blocks[:late]):
        return lines
    below = _lines_from(blocks, late, vocabulary)
    return below if any(dates.only_date(line.text) for line in below) else lines


def _is_text(block: Block) -> bool:
    return block.kind is BlockKind.TABLE or len(block.text) > LONG_LINE


def _is_kind_alone(block: Block, vocabulary: Vocabulary) -> bool:
    """True if a block is the name of a kind of paper and no more: "MINUTES", "Meeting minutes"."""
    text = folded(block.text).strip(" :")
    kinds = phrase(word for words in vocabulary.kinds.values() for word in words)
    return re.fullmatch(rf"(?:\w+\s+)?(?:{kinds})", text, re.IGNORECASE) is not None


def _lines_from(blocks: Sequence[Block], first: int, vocabulary: Vocabulary) -> list[Line]:
    rosters = phrase((*vocabulary.present, *vocabulary.also_present, *vocabulary.apologies))
    roster = re.compile(rf"(?:\d+[.)]?\s+)?(?:{rosters})\s*(?:\([^()]*\))?[:\s–-]*", re.IGNORECASE)
    lines: list[Line] = []
    count = 0
    for index, block in enumerate(blocks[first:], first):
        text = folded(block.text)
        numbered = (
            block.number or block.marker or (index > first and _is_numbered_heading(block, text, vocabulary))
        )
        below = index > first or is_title(block)
        listed = below and roster.fullmatch(text) and not _names_board(text, vocabulary)
        if block.kind is BlockKind.TABLE and first == 0 and not lines:
            lines += [Line(index, text, False) for text in _title_rows(block)]
        elif block.kind is BlockKind.TABLE:
            lines += [Line(index, text, False) for text in _dated_column(block)]
        if block.kind is BlockKind.TABLE or numbered or len(text) > 250 or listed:
            break
        if index > first and _says_who_asks(text, vocabulary):
            break
        if index - first >= HEAD and count >= _BROKEN_HEAD:
            break
        count += len(text.split())
        lines.append(Line(index, text, is_title(block)))
    return lines


def _says_who_asks(text: str, vocabulary: Vocabulary) -> bool:
    """True for the label of a question with the name of who asks it: what it heads is text."""
    label = label_match(text, vocabulary)
    return label is not None and bool(label.groupdict().get("asker"))


def _names_board(text: str, vocabulary: Vocabulary) -> bool:
    """True for "BOARD OF DIRECTORS" without a colon: the body, and not the heading of a list of its members."""
    return not text.endswith(":") and generic(text, vocabulary) and within_another(text, vocabulary)


def _title_rows(table: Block) -> Iterator[str]:
    """The lines that a table at the top begins with: rows of one cell, or its only row, which is a line cut up."""
    for row in table.rows:
        cells = [folded(text) for text in row.texts if text.strip()]
        if len(cells) != 1 and len(table.rows) > 1:
            return
        if cells:
            yield " ".join(cells)


def _dated_column(table: Block) -> Iterator[str]:
    """The first column of a table below the title that begins with the day: when and where, beside whom to ask."""
    cells = [folded(row.texts[0]) for row in table.rows if row.texts and row.texts[0].strip()]
    if cells and begins_with_date(cells[0]):
        yield from cells[:_WHEN_AND_WHERE]


_WHEN_AND_WHERE = 2
"""Cells."""


def _is_numbered_heading(block: Block, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a block is a numbered heading ("1 Purpose", "681 NOTICE"), and not a date or "2026 meeting schedule"."""
    set_apart = block.kind is BlockKind.HEADING or block.bold
    if not set_apart or not re.match(r"\d+[.\s]", text) or dates.only_date(text):
        return False
    return not (_YEAR_FIRST.match(text) and PROGRAMME_TITLE.match(text, vocabulary))


_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s")
