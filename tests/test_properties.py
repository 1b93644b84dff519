"""What holds for every document: no word lost, no crash, no change from wrapping, same result twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive_builder import settings as archive_settings
from archive_builder.model import Document
from archive_builder.problem import Problem
from archive_builder.read import read
from archive_builder.recognise import recognise
from archive_builder.text.words import words
from archive_builder.tidy import tidy
from tests.recognise.test_rules import tables

SETTINGS = archive_settings.load()
EXAMPLES = sorted({example for _, table in tables() for rule in table for example in rule.examples})
PIECES = [
    "# Example Board",
    "Notes of the Meeting",
    "12 March 2024",
    "**Attendance**",
    "Ann Lee (Chair, ABC) Bo Ray (Clerk)",
    "- How many calls were late? And why?",
    "- Few were late, because the rota was changed in",
    "May and staff were trained.",
    "1\t<p>Attendance</p> <p>Ann Lee (Chair, ABC)</p>",
    "2\t<p>Calls</p> <p>How many were late?</p> <ul> • Twelve in May. • Nine in June.",
    "\t<p>and the rest were on time.</p>",
    "Ref\tMeeting date\tAction\tUpdate",
    "12 i\tMar 2024\tSend the figures\tDone",
    "---\t---",
    "Page 3 of 9",
    "\n\n\n",
    "1.1 The report is numbered.",
    "Text with <angle brackets>, 5 < 6, a_name, *stars* and a [link](https://example.org/x).",
]
documents = st.lists(st.sampled_from([*EXAMPLES, *PIECES]), min_size=1, max_size=25)


def recognised(text: str) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The documents of a text, and the words of the text."""
    problems: list[Problem] = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.txt"
        path.write_text(text, "utf-8")
        reading = read(path, path.name, SETTINGS, problems.append)
    if reading is None:
        return (), ()
    return recognise(tidy(reading), SETTINGS, problems.append), reading.words


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents, st.sampled_from(["\n\n", "\n\n\n\n"]))
def test_no_word_is_lost(pieces: list[str], between: str) -> None:
    found, source = recognised(between.join(pieces))
    kept = Counter(
        word
        for document in found
        for block in document.blocks
        for word in words(f"{block.number} {block.marker} {block.text}")
    )
    kept += Counter(word for document in found for aside in document.asides for word in words(aside.text))
    assert not Counter(source) - kept


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_text_crashes_it(text: str) -> None:
    found, source = recognised(text)
    assert bool(found) == bool(source)


@settings(max_examples=100, deadline=None)
@given(documents)
def test_every_record_stands_in_its_document(pieces: list[str]) -> None:
    for document in recognised("\n\n".join(pieces))[0]:
        anchors = [record.anchor for record in document.records]
        assert len(anchors) == len(set(anchors))
        for record in document.records:
            assert 0 <= record.place.first <= record.place.last < len(document.blocks)
            if record.place.row is not None:
                assert record.place.row < len(document.blocks[record.place.first].rows)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_the_same_text_gives_the_same_documents(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    assert recognised(text) == recognised(text)


PARAGRAPH = (
    "The Board asked how many of the calls that were received in the spring had been answered late and whether "
    "the new rota had made a difference to callers in the villages, where the wait had been longest in each of the "
    "last three years."
)


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=50, max_value=100))
def test_wrapping_a_paragraph_changes_no_record(width: int) -> None:
    import textwrap

    head = "Example Board\n\nMinutes of the meeting held on 12 March 2024\n\n"
    minutes = (
        f"**1 CALLS**\n\n{PARAGRAPH}\n\n**RESOLVED: -**\n\nThat {PARAGRAPH[:1].lower()}{PARAGRAPH[1:]}\n"
    )
    whole = recognised(head + minutes)[0][0]
    lines = "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in minutes.split("\n")
    )
    wrapped = recognised(head + lines)[0][0]
    assert [(r.anchor, r.text) for r in wrapped.records] == [(r.anchor, r.text) for r in whole.records]
