"""What a document is: its kind, title, body, date, time, place and authors, from all that states them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from archive_builder.model import Block, BlockKind, Classification, Reading
from archive_builder.recognise.facts.authors import find_authors
from archive_builder.recognise.facts.body import weigh_bodies
from archive_builder.recognise.facts.candidate import best
from archive_builder.recognise.facts.day import weigh_days
from archive_builder.recognise.facts.fields import read_fields
from archive_builder.recognise.facts.head import find_head_lines
from archive_builder.recognise.facts.kind import is_label, kind_of, weigh_kinds
from archive_builder.recognise.facts.time_and_place import read_time, weigh_places, weigh_times
from archive_builder.recognise.facts.title import find_title_lines, title_of, with_kind_line, without_body
from archive_builder.recognise.facts.view import View
from archive_builder.recognise.grammar.draft import Masthead
from archive_builder.recognise.shape.packs import is_title
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.settings import Settings
from archive_builder.text import dates
from archive_builder.text.words import folded


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
    lines = find_head_lines(blocks, vocabulary)
    fields = read_fields(lines, blocks, vocabulary)
    return View(
        vocabulary=vocabulary,
        blocks=blocks,
        lines=lines,
        titles=with_kind_line(find_title_lines(lines, vocabulary), lines, vocabulary),
        fields=fields,
        running=_running(reading) if reading else (),
        site=_site(reading) if reading else "",
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


_KEY = re.compile(r"(?P<name>[\w -]{1,30}?)\s*[:=]\s*(?P<value>.*)")
"""A name and its value, as YAML and TOML print them."""


def _posted(reading: Reading) -> str:
    """The line of the front matter that gives a day."""
    lines = (_CLOCK_BEHIND.sub(" ", aside.text) for aside in reading.asides if aside.rule == "front-matter")
    return next((line for line in lines if dates.first_date(line)), "")


_CLOCK_BEHIND = re.compile(r"(?<=\d-\d\d)T(?=\d\d:\d\d)")
"""What joins a day and an hour: "2025-03-04T18:00:00Z"."""


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


def _site(reading: Reading) -> str:
    """The words of a web page's head and foot."""
    ends = (aside.text for aside in reading.asides if aside.rule in ("site-header", "site-footer"))
    return folded(" ".join(ends))


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
