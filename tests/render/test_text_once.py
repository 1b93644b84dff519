"""Every word of a document stands on its page once and in order, whatever the records overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive_builder.model import (
    Archive,
    Block,
    BlockKind,
    Decision,
    Document,
    Figure,
    Heading,
    Place,
    Run,
    Table,
    cut,
)
from archive_builder.problem import Problem
from archive_builder.render.document_text.passages import text_of
from archive_builder.render.lookups import context
from archive_builder.settings import load
from tests import factories
from tests.render import site

WORDS = st.text(alphabet='ab1 .-*_#<&[]()|:+~!`\\"{}', min_size=1, max_size=24)
BESIDES = (Run("", struck="x s_x"), Run("", note="1"), Run("", note="*"))
"""What stands between the words of a text and is no part of it."""
PROBLEMS: tuple[Problem, ...] = ()


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(list(BlockKind)))
    text = f"w{draw(WORDS)}w"
    marker = draw(st.sampled_from(["", "•", "-", "iii.", "(1)", "1.17", "a)"]))
    level = draw(st.integers(0, 3))
    if kind is BlockKind.TABLE:
        return factories.table([["h", text], [text, draw(WORDS)]], header=draw(st.integers(0, 1)))
    number = draw(st.sampled_from(["", "5"]))
    made = factories.block(kind, text, marker=marker, level=level, number=number)
    at = draw(st.integers(0, len(made.text)))
    besides = draw(st.lists(st.sampled_from(BESIDES), max_size=2))
    return replace(made, runs=(*cut(made.runs, 0, at), *besides, *cut(made.runs, at)))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    made = factories.numbered(draw(st.lists(blocks(), min_size=1, max_size=9)))
    decisions = tuple(draw(st.lists(places(made), max_size=6).map(lambda found: tuple(_decisions(found)))))
    at = draw(st.integers(0, len(made) - 1))
    words = draw(st.integers(1, 30))
    caption = made[at].text
    tables = tuple(
        Table(anchor=f"table-{n}", caption=caption, header=(), rows=1, columns=2, block=n)
        for n, block in enumerate(made)
        if block.kind is BlockKind.TABLE
    )
    return replace(
        factories.document(made),
        decisions=decisions,
        headings=(Heading(anchor="some-heading", level=3, text=made[at].text[:words], block=at),),
        figures=(Figure(anchor="figure-1", caption="", missing=True, block=at),),
        tables=tables,
    )


@st.composite
def places(draw: st.DrawFn, made: tuple[Block, ...]) -> Place:
    first = draw(st.integers(0, len(made) - 1))
    last = draw(st.integers(first, len(made) - 1))
    block = made[first]
    if block.kind is BlockKind.TABLE and draw(st.booleans()):
        return Place(first, first, row=draw(st.integers(0, len(block.rows) - 1)))
    if block.kind is not BlockKind.FIGURE and draw(st.booleans()):
        start = draw(st.integers(0, len(block.text) - 1))
        return Place(first, first, start, draw(st.integers(start + 1, len(block.text))))
    return Place(first, last)


def _decisions(found: list[Place]) -> Iterator[Decision]:
    for number, place in enumerate(found):
        yield factories.decision(f"record-{number}", place)


@given(documents())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_once_in_order(document: Document) -> None:
    page = text_of(document, context(Archive(documents=(document,)), PROBLEMS, load()))
    assert site.source_words(page) == site.printed_words(document), page


@given(documents())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_anchor_once(document: Document) -> None:
    page = text_of(document, context(Archive(documents=(document,)), PROBLEMS, load()))
    found = site.ids(page)
    assert sorted(found) == sorted(set(found))
    anchors = {record.anchor for record in document.records} | {"some-heading", "figure-1"}
    assert anchors | {table.anchor for table in document.tables} <= set(found)
