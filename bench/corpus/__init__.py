"""Documents of an invented region in any number: what speed, memory and search are measured on.

    .venv/bin/python -m bench.corpus 1000 FOLDER

Document i depends on nothing but i: the first thousand of ten thousand are the thousand documents of a
smaller corpus, and one more document is the archive of next month. They come in groups of five, a month
of one board and one panel: notes and a report, minutes, an action tracker and a report, in the forms of
the samples in `content/`. Their sentences are spun from those samples; names, new words and numbers are
made so that the vocabulary grows as that of a real archive does (see speech).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.corpus.calendar import Sitting, sitting
from bench.corpus.minutes import minutes
from bench.corpus.notes import notes
from bench.corpus.reports import report
from bench.corpus.speech import Speaker
from bench.corpus.trackers import tracker

FORMS = (
    ("notes", ".txt", notes),
    ("report", ".md", report),
    ("minutes", ".md", minutes),
    ("tracker", ".html", tracker),
    ("report", ".md", report),
)
"""The five documents of a group: what each is called, its ending, and what writes it."""


def name(number: int) -> str:
    """What document `number` is called as a file."""
    kind, ending, _ = FORMS[number % len(FORMS)]
    when = _sitting(number)
    return f"{when.held:%Y}/{number:05} {when.body.short} {kind} {when.held.isoformat()}{ending}"


def text(number: int) -> str:
    """Document `number` as it was published."""
    write = FORMS[number % len(FORMS)][2]
    return write(_sitting(number), Speaker(number))


def _sitting(number: int) -> Sitting:
    return sitting(number // len(FORMS), panel=number % len(FORMS) > 1)


def write(documents: range, folder: Path) -> Iterator[Path]:
    """Write these documents below a folder, which must hold nothing else."""
    for number in documents:
        path = folder / name(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(number), encoding="utf-8")
        yield path
