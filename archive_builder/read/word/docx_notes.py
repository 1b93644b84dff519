"""Footnotes and endnotes of a Word file: their marks written into the text, the notes put at its end.

The marks are counted as Word counts them (ISO/IEC 29500-1, sections 17.11 and 17.18.59).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from archive_builder.read.word import note_marks
from archive_builder.read.word.docx_looks import W, value
from archive_builder.read.word.docx_names import bare_runs, has_any, run_of, text_node
from archive_builder.read.word.list_numbers import figures, whole

_FIGURES = {
    "lowerLetter": "aa", "upperLetter": "AA", "lowerRoman": "i", "upperRoman": "I", "decimal": "1", "none": "",
}  # fmt: skip
_SIGNS = "*†‡§"
"""The marks of the style "chicago": each once, then each twice."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Footnotes or endnotes: what they and their properties are called."""

    part: str
    reference: str
    note: str
    properties: str
    figures: str
    """The figures they have where nothing says otherwise."""


KINDS = (
    Kind("word/footnotes.xml", f"{W}footnoteReference", f"{W}footnote", f"{W}footnotePr", "decimal"),
    Kind("word/endnotes.xml", f"{W}endnoteReference", f"{W}endnote", f"{W}endnotePr", "lowerRoman"),
)


def write_notes(trees: Mapping[str, Element], document: Element) -> None:
    """Write the mark of each note where it stands in a document, and the notes behind its last block, in place."""
    body = document.find(f"{W}body")
    if body is None:
        return
    for kind in KINDS:
        if not has_any(document, kind.reference):
            continue
        notes = dict(_notes(trees.get(kind.part), kind))
        marks = _write_marks(document, kind, trees.get("word/settings.xml"))
        made = [_paragraph(notes[identity], mark) for identity, mark in marks.items() if identity in notes]
        at = len(body) - (len(body) > 0 and body[-1].tag == f"{W}sectPr")
        body[at:at] = made


def _notes(part: Element | None, kind: Kind) -> Iterator[tuple[str, Element]]:
    for note in part.iter(kind.note) if part is not None else ():
        yield str(note.get(f"{W}id")), note


def _write_marks(document: Element, kind: Kind, settings: Element | None) -> dict[str, str]:
    """Write the marks of one kind into the text; return the mark of each note that has one."""
    style, count = _numbering(document, kind, settings)
    found: dict[str, str] = {}
    for run in document.iter(f"{W}r"):
        if all(child.tag != kind.reference for child in run):
            continue
        for at, child in enumerate(run):
            if child.tag != kind.reference:
                continue
            own = _own_mark(run, child, at)
            printed = own or _figure(count, style)
            count += not own
            run[at] = text_node(note_marks.mark(printed))
            found.setdefault(str(child.get(f"{W}id")), printed)
    return found


def _own_mark(run: Element, reference: Element, at: int) -> str:
    """The mark that the author typed behind a reference, taken out of the run; empty where Word counts."""
    if reference.get(f"{W}customMarkFollows") not in ("1", "true", "on"):
        return ""
    after = run[at + 1] if at + 1 < len(run) else None
    if after is None or after.tag != f"{W}t":
        return ""
    words, after.text = (after.text or "").strip(), ""
    return words


def _numbering(document: Element, kind: Kind, settings: Element | None) -> tuple[str, int]:
    """The figures of a kind of notes and the number of the first."""
    said = [document.find(f"{W}body/{W}sectPr/{kind.properties}")]
    said.append(settings.find(kind.properties) if settings is not None else None)
    known = [properties for properties in said if properties is not None]
    styles = [value(mark) for each in known if (mark := each.find(f"{W}numFmt")) is not None]
    starts = [value(mark) for each in known if (mark := each.find(f"{W}numStart")) is not None]
    return (styles or [kind.figures])[0], whole((starts or ["1"])[0], 1)


def _figure(count: int, style: str) -> str:
    if style == "chicago":
        times, place = divmod(max(0, count - 1), len(_SIGNS))
        return _SIGNS[place] * min(times + 1, 3)
    return figures(count, _FIGURES.get(style, "1"))


def _paragraph(note: Element, mark: str) -> Element:
    """A note as one paragraph, whatever it has of its own."""
    made = Element(f"{W}p")
    made.append(run_of(note_marks.opening(mark)))
    for number, paragraph in enumerate(note.iter(f"{W}p")):
        if number:
            made.append(run_of(" "))
        made.extend(bare_runs(paragraph))
    return made
