"""Raised figures in an OpenDocument text that mark notes which it does not hold: written as marks of notes."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from archive_builder.read.raised import is_note_mark
from archive_builder.read.word import note_marks
from archive_builder.read.word.odt_looks import Looks
from archive_builder.read.word.odt_names import TEXT


def write_raised_marks(roots: Sequence[Element], looks: Looks) -> None:
    """Write raised figures that stand against a word as the marks of notes, in place."""
    if not any(look.raised for look in looks.of.values()):
        return
    for root in roots:
        for parent in root.iter():
            before = parent.text or ""
            for node in parent:
                said = "".join(node.itertext())
                if _is_raised(node, looks) and is_note_mark(before, said.strip()):
                    node.text = note_marks.mark(said.strip())
                before = node.tail or said


def _is_raised(node: Element, looks: Looks) -> bool:
    """True if an element is a plain piece of raised text."""
    return node.tag == f"{TEXT}span" and not len(node) and looks.is_raised(node.get(f"{TEXT}style-name"))
