"""Golden cases: a few lines of source, and the records and problems they lead to.

One screen, one quirk a case. `pytest --update` writes what is found into the cases, for review as
a diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from archive_builder import settings
from archive_builder.model import Document
from archive_builder.model.record_kinds import kind_of
from archive_builder.problem import Problem
from archive_builder.read import read
from archive_builder.recognise import recognise
from archive_builder.tidy import tidy

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
SETTINGS = settings.load()


class _Dumper(yaml.SafeDumper):
    """Texts of several lines are written as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    golden = yaml.safe_load(case.read_text("utf-8"))
    path = tmp_path / f"case.{golden.get('format', 'txt')}"
    path.write_text(golden["source"], "utf-8")
    problems: list[Problem] = []
    reading = read(path, path.name, SETTINGS, problems.append)
    assert reading is not None
    documents = recognise(tidy(reading), SETTINGS, problems.append)
    found = {
        "documents": [shown(document) for document in documents],
        "problems": [str(problem) for problem in problems],
    }
    if pytestconfig.getoption("--update"):
        comment = case.read_text("utf-8").partition("\n")[0]
        kept = {key: golden[key] for key in ("format", "source") if key in golden}
        case.write_text(
            f"{comment}\n{yaml.dump(kept | found, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)}",
            "utf-8",
        )
    assert found == {key: golden[key] for key in ("documents", "problems")}


def shown(document: Document) -> dict[str, Any]:
    """What matters of a document, empty fields left out."""
    return {
        key: value
        for key, value in {
            "is": " | ".join(
                str(part)
                for part in (
                    document.classification.value,
                    document.title,
                    document.organization,
                    document.date,
                    document.period,
                )
                if part
            ),
            "venue": document.venue,
            "authors": list(document.authors),
            "meetings": [
                f"{name}: {getattr(document, name)}"
                for name in ("previous_meeting", "next_meeting")
                if getattr(document, name)
            ],
            "people": [
                " | ".join(p for p in (a.name, a.role, a.organization, a.status.value) if p)
                for a in document.attendance
            ],
            "records": list(_records(document)),
            "headings": [f"{heading.level} {heading.text}" for heading in document.headings],
            "tables": [
                f"{t.caption or '-'} | {', '.join(t.header)} | {t.rows} x {t.columns}"
                for t in document.tables
            ],
            "figures": [
                f"{f.caption or '-'} | {'missing' if f.missing else 'here'}" for f in document.figures
            ],
            "aside": [f"{aside.text} [{aside.rule}]" for aside in document.asides],
        }.items()
        if value
    }


def _records(document: Document) -> Iterator[str]:
    for record in sorted(
        document.records, key=lambda r: (r.place.first, r.place.row or 0, r.place.start or 0)
    ):
        extra = {
            "question": ("asked_by", "answer_text"),
            "action": ("owners", "questions", "due"),
            "minute": ("kind",),
            "decision": ("kind",),
            "tracker": ("meeting", "owners", "due", "update", "status"),
            "programme": ("scheduled", "presenters"),
            "recommendation": (),
            "item": ("time", "presenters"),
        }.get(record.anchor.partition("-")[0], tuple(field.name for field in kind_of(record).fields))
        details = [
            str(value) if not isinstance(value, tuple) else ", ".join(value)
            for name in extra
            if name != "text" and (value := getattr(record, name, "")) not in ("", (), None)
        ]
        yield " | ".join([record.anchor, record.text, *details])
