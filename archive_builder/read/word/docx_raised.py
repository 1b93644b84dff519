"""Raised figures in a Word file that mark notes which the file does not hold: written as marks, apart from words."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from archive_builder.read.raised import is_note_mark
from archive_builder.read.word import note_marks
from archive_builder.read.word.docx_looks import W, value
from archive_builder.read.word.docx_names import has_any

_RAISED = f"{W}vertAlign"


def write_raised_marks(root: Element) -> None:
    """Write raised figures that stand against a word as the marks of notes, in place."""
    if not has_any(root, _RAISED):
        return
    for paragraph in root.iter(f"{W}p"):
        before = ""
        for run in paragraph.iter(f"{W}r"):
            texts = run.findall(f"{W}t")
            said = "".join(text.text or "" for text in texts)
            is_raised = value(run.find(f"{W}rPr/{_RAISED}")) == "superscript"
            if is_raised and is_note_mark(before, said.strip()):
                texts[0].text = note_marks.mark(said.strip())
                for text in texts[1:]:
                    text.text = ""
            before = said
