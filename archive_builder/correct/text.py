"""Corrections of a document's text, facts and original, applied before recognition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from archive_builder.correct.file import Corrections, DocumentFacts, TextCorrection, load, report_stale
from archive_builder.model import Aside, Block, Reading, Run
from archive_builder.problem import Report
from archive_builder.text.words import words


def correct(reading: Reading, folder: Path, report: Report, name: str = "") -> Reading:
    """Return a reading with its corrections applied, each exactly once.

    `name` is what its corrections are named after, where that is not the name of its file.

    Reports bad-corrections (the file cannot be used) and stale-correction (the printed words do not
    stand in exactly one place), both errors. If the file cannot be used, the original is withheld,
    because the file may be there to say so.
    """
    path = folder / f"{name or reading.source.file}.yml"
    if not path.is_file():
        return reading
    corrections = load(path, reading.source.file, report)
    if corrections is None:
        return _withheld(reading, "the corrections of this document cannot be used")
    reading = _with_original(reading, corrections)
    for number, fix in enumerate(corrections.text, start=1):
        places = _places(fix, reading.blocks)
        if len(places) == 1:
            reading = _with_text(reading, fix, places[0])
        else:
            message = f"the {_named(fix, number)} fits {len(places)} places, not one"
            report_stale(reading.source.file, path, message, report)
    notes = [Aside(1, "", "corrected", note) for note in _notes(corrections)]
    return replace(reading, asides=(*reading.asides, *notes), facts=_facts(corrections.document))


def _with_original(reading: Reading, corrections: Corrections) -> Reading:
    """A reading whose original is withheld, where a correction says so or the original has private words."""
    if corrections.original is not None and not corrections.original.publish:
        reading = _withheld(reading, corrections.original.why)
    if any(fix.private for fix in corrections.text):
        reading = _withheld(reading, "words in it are private")
    return reading


def _places(fix: TextCorrection, blocks: Sequence[Block]) -> list[int]:
    """The blocks in which the printed words stand, once for each time they do."""
    return [at for at, block in enumerate(blocks) if block.runs for _ in range(block.text.count(fix.printed))]


def _with_text(reading: Reading, fix: TextCorrection, at: int) -> Reading:
    """A reading with a misprint put right in the block at a place, and a note of it."""
    blocks = list(reading.blocks)
    blocks[at] = _corrected(blocks[at], fix)
    made = replace(reading, blocks=tuple(blocks), asides=(*reading.asides, _noted(fix, blocks[at].first)))
    return _without(made, fix) if fix.private else made


def _named(fix: TextCorrection, number: int) -> str:
    """What a correction is called in a problem: a private one by its number alone."""
    return f"private correction {number} of the text" if fix.private else f"correction of {fix.printed!r}"


def _notes(corrections: Corrections) -> list[str]:
    """What a page says of corrections that are not of its text."""
    notes = []
    if corrections.hidden:
        notes.append(
            "words that a reader of the document cannot see are published: somebody confirmed that they may be"
        )
    if stated := corrections.document:
        notes.append(f"{_listed_facts(stated)} given by hand: {stated.why}")
    return notes


def _noted(fix: TextCorrection, line: int) -> Aside:
    """What a page says of a correction."""
    if fix.private:
        return Aside(line, "", "corrected", f"Words are left out or read otherwise: {fix.why}")
    return Aside(line, fix.printed, "corrected", f"“{fix.printed}” is read as “{fix.read}”: {fix.why}")


def _without(reading: Reading, fix: TextCorrection) -> Reading:
    """A reading whose title and counted words no longer hold those of a private correction.

    Words that are counted and not in the text would be named as lost.
    """
    gone = Counter(words(fix.printed)) - Counter(words(fix.read))
    kept = []
    for word in reading.words:
        kept += [] if gone[word] > 0 else [word]
        gone[word] -= 1
    return replace(reading, words=tuple(kept), title=reading.title.replace(fix.printed, fix.read))


def _listed_facts(stated: DocumentFacts) -> str:
    names = [name for name, _ in _facts(stated)]
    return f"the {' and the '.join(names)} {'is' if len(names) == 1 else 'are'}"


def _withheld(reading: Reading, why: str) -> Reading:
    """A reading whose source is not published; a reason that its reader gave stands."""
    return replace(reading, source=replace(reading.source, withheld=reading.source.withheld or why))


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
