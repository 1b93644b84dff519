"""What people have put right by hand in `content/corrections/`, and the check that it still applies.

A correction file is named after its document (`corrections/2025-03-18 notes.txt.yml`):

    document: {kind: minutes, title: Minutes, body: Town Panel, date: 2025-03-18, why: "no masthead"}
    text:
    - {printed: "Councilor Smtih", read: "Councillor Smith", why: "misprint on page 4"}
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from archive_builder.model import Aside, Block, Classification, Reading, Run
from archive_builder.problem import Problem, Report, Severity


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TextCorrection(_Strict):
    """A misprint and its reading; `printed` must stand in exactly one place."""

    printed: str
    read: str
    why: str


class DocumentFacts(_Strict):
    """What the builder could not tell of a document."""

    kind: Literal[tuple(kind.value for kind in Classification)] | None = None  # type: ignore[valid-type]
    title: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    why: str


class Corrections(_Strict):
    """A whole correction file."""

    document: DocumentFacts | None = None
    text: tuple[TextCorrection, ...] = ()


def correct(reading: Reading, folder: Path, report: Report) -> Reading:
    """A reading with its corrections applied, each exactly once.

    Reports bad-corrections (the file cannot be used) and stale-correction (the printed words do not
    stand in exactly one place), both errors.
    """
    path = folder / f"{reading.source.file}.yml"
    if not path.is_file():
        return reading
    corrections = _load(path, reading, report)
    if corrections is None:
        return reading
    blocks, asides = list(reading.blocks), list(reading.asides)
    for fix in corrections.text:
        hits = [
            i for i, block in enumerate(blocks) for _ in range(block.text.count(fix.printed)) if block.runs
        ]
        if len(hits) == 1:
            [i] = hits
            blocks[i] = _corrected(blocks[i], fix)
            asides.append(Aside(blocks[i].first, fix.printed, f"corrected to “{fix.read}”: {fix.why}"))
        else:
            message = f"the correction of {fix.printed!r} fits {len(hits)} places, not one"
            report(
                Problem(
                    reading.source.file,
                    1,
                    "stale-correction",
                    message,
                    f"mend or remove it in {path.name}",
                    Severity.ERROR,
                )
            )
    return replace(reading, blocks=tuple(blocks), asides=tuple(asides), facts=_facts(corrections.document))


def _load(path: Path, reading: Reading, report: Report) -> Corrections | None:
    try:
        return Corrections.model_validate(yaml.safe_load(path.read_text("utf-8")) or {})
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        first = str(error).strip().splitlines()
        message = (
            f"the corrections in {path.name} cannot be used: {'; '.join(line.strip() for line in first[:3])}"
        )
        hint = "the keys are document (kind, title, body, date, why) and text (printed, read, why)"
        report(Problem(reading.source.file, 1, "bad-corrections", message, hint, Severity.ERROR))
        return None


def _facts(document: DocumentFacts | None) -> tuple[tuple[str, str], ...]:
    if document is None:
        return ()
    stated = (
        ("kind", document.kind),
        ("title", document.title),
        ("body", document.body),
        ("date", document.date),
    )
    return tuple((name, str(value)) for name, value in stated if value is not None)


def _corrected(block: Block, fix: TextCorrection) -> Block:
    """A block with the printed words replaced; styles are kept where they stand in one run."""
    if any(fix.printed in run.text for run in block.runs):
        runs = tuple(replace(run, text=run.text.replace(fix.printed, fix.read)) for run in block.runs)
    else:
        runs = (Run(block.text.replace(fix.printed, fix.read)),)
    return replace(block, runs=runs)
