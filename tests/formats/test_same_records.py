"""The same records whatever the format: the sample documents as HTML, Word, OpenDocument and PDF."""

from __future__ import annotations

import glob
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from archive_builder import pipeline, settings
from archive_builder.model import Document
from tests.conftest import ROOT
from tests.formats import set_as_html
from tests.formats.automatic import numbered
from tests.formats.make_formats import CONTENT, FILES, FORMATS, blocks

NAMES = sorted(path.stem for path in CONTENT.iterdir())


@cache
def gathered(folder: Path) -> dict[str, tuple[Document, ...]]:
    """The documents of a folder by the name of their file without its ending, in the file's order."""
    archive = pipeline.gather([folder], settings.load(ROOT / "archive.toml")).archive
    made: dict[str, tuple[Document, ...]] = {}
    for document in sorted(archive.documents, key=lambda d: (d.source.file, d.position)):
        name = Path(document.source.file).stem
        made[name] = (*made.get(name, ()), document)
    return made


Records = dict[str, list[tuple[Any, ...]]]
"""By kind, in document order."""


def records(documents: tuple[Document, ...]) -> Records:
    """What is compared: the words and meaning of the records, not where they stand."""
    made: Records = {kind: [] for kind in KINDS}
    for document in documents:
        made["documents"].append(
            (document.classification.value, document.title, document.organization, document.date,
             document.time, document.venue, document.period, document.previous_meeting, document.next_meeting)
        )  # fmt: skip
        made["people"] += [(a.name, a.role, a.organization, a.status) for a in document.attendance]
        made["agenda items"] += [(item.number, item.text, item.time) for item in document.items]
        made["questions"] += [(q.label, q.title, q.asked_by, q.text) for q in document.questions]
        made["answers"] += [(q.answer_status, q.answer_text) for q in document.questions]
        made["actions"] += [(a.identifier, a.text, a.owners, a.marker, a.due) for a in document.actions]
        made["decisions"] += [(d.identifier, d.kind, d.text, d.decided) for d in document.decisions]
        made["tracker rows"] += [
            (r.identifier, r.meeting, r.text, r.update, r.status) for r in document.tracker_rows
        ]
        made["work programme"] += [(r.scheduled, r.text, r.aims, r.presenters) for r in document.programme]
        made["tables"] += [(t.caption, t.header, t.rows, t.columns) for t in document.tables]
    return made


KINDS = (
    *("documents", "people", "agenda items", "questions", "answers", "actions", "decisions"),
    *("tracker rows", "work programme", "tables"),
)


@pytest.mark.parametrize("form", FORMATS)
def test_same_records(form: str) -> None:
    sources, others = gathered(CONTENT), gathered(FILES / form)
    assert list(others) == NAMES
    differing = [
        f"{name}: {line}"
        for name in NAMES
        for line in differences(records(sources[name]), records(others[name]))
    ]
    assert not differing, "\n".join(differing)


PARTS = {"docx numbered": "word/document.xml", "odt numbered": "content.xml"}


@pytest.mark.parametrize("form", PARTS)
def test_numbers_are_left_to_the_word_processor(form: str) -> None:
    """What the test above holds would be held of typed numbers too."""
    count = 0
    for source in sorted(CONTENT.iterdir()):
        with zipfile.ZipFile(FILES / form / f"{source.stem}.{FORMATS[form]}") as package:
            stored = "".join(ElementTree.fromstring(package.read(PARTS[form])).itertext())
        printed = blocks(source)
        for before, (block, place) in zip(printed, numbered(printed), strict=True):
            if place:
                number, begins = before.marker or before.text.split()[0], block.text[:20]
                assert begins in stored
                assert not re.search(rf"{re.escape(number)}\s*{re.escape(begins)}", stored)
                count += 1
    assert count > 80


def differences(source: Records, other: Records) -> Iterator[str]:
    """A line for each record that only one of them has, and for each kind in another order."""
    for kind in KINDS:
        yield from (f"{kind}: - {row}" for row in source[kind] if row not in other[kind])
        yield from (f"{kind}: + {row}" for row in other[kind] if row not in source[kind])
        if source[kind] != other[kind]:
            yield f"{kind}: not the same"


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_files_are_made_from_the_samples(name: str) -> None:
    [source] = CONTENT.glob(f"{glob.escape(name)}.*")
    made = (FILES / "html" / f"{name}.html").read_text("utf-8")
    assert made == set_as_html.page(name, blocks(source)), "run python -m tests.formats.make_formats"


def test_every_sample_is_there_in_every_format() -> None:
    for form, ending in FORMATS.items():
        assert sorted(path.name for path in (FILES / form).iterdir()) == [f"{n}.{ending}" for n in NAMES]
