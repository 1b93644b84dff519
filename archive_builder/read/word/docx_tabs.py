"""The tabs of a Word file, written so that the walk through the HTML keeps them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from archive_builder.read.word.docx_looks import W
from archive_builder.read.word.docx_names import IN_RUNS, has_any, text_node
from archive_builder.read.word.tabs import EDGE, TAB

_TAB = f"{W}tab"


def write_tabs(document: Element) -> None:
    """Write tabs as signs in the text of runs, in place."""
    if not has_any(document, _TAB):
        return
    for paragraph in document.iter(f"{W}p"):
        printed = [(run, child) for run in paragraph.iter(f"{W}r") for child in run if child.tag in IN_RUNS]
        if all(child.tag != _TAB for _, child in printed):
            continue
        words = [
            at for at, (_, child) in enumerate(printed) if child.tag != _TAB and (child.text or "").strip()
        ]
        signs = {
            id(child): TAB if words and words[0] < at < words[-1] else EDGE
            for at, (_, child) in enumerate(printed)
            if child.tag == _TAB
        }
        for run in paragraph.iter(f"{W}r"):
            if any(id(child) in signs for child in run):
                run[:] = [text_node(signs[id(child)]) if id(child) in signs else child for child in run]
