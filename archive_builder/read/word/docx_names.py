"""The names of Word's XML beside its own, and small questions about its elements."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from archive_builder.read.word.docx_looks import W

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SHAPES = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
VML = "{urn:schemas-microsoft-com:vml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BOX = f"{W}txbxContent"
"""The text of a text box, in a drawing or in a shape of the older kind."""
IN_RUNS = frozenset(f"{W}{name}" for name in ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"))
"""What of a run is printed."""


def has_any(root: Element, *tags: str) -> bool:
    """True if any element below a root has one of some names: most parts need few of the passes over them."""
    return any(next(root.iter(tag), None) is not None for tag in tags)


def text_node(text: str) -> Element:
    """Words as they stand in a run."""
    made = Element(f"{W}t", {SPACE: "preserve"})
    made.text = text
    return made


def run_of(text: str) -> Element:
    """A run without properties."""
    made = Element(f"{W}r")
    made.append(text_node(text))
    return made


def paragraph_of(text: str) -> Element:
    """A paragraph without properties."""
    made = Element(f"{W}p")
    made.append(run_of(text))
    return made


def bare_runs(paragraph: Element) -> Iterator[Element]:
    """Copies of a paragraph's runs that stand in any part: without links and pictures, which its part names."""
    for run in paragraph.iter(f"{W}r"):
        printed = [child for child in run if child.tag in IN_RUNS]
        if not printed:
            continue
        made = Element(f"{W}r")
        properties = run.find(f"{W}rPr")
        if properties is not None:
            made.append(properties)
        made.extend(printed)
        yield made


def printed_text(node: Element) -> str:
    """The words below an element on one line."""
    pieces = []
    for each in node.iter():
        if each.tag == f"{W}t":
            pieces.append(each.text or "")
        elif each.tag in (f"{W}tab", f"{W}br", f"{W}cr", f"{W}p"):
            pieces.append(" ")
        elif each.tag == f"{W}noBreakHyphen":
            pieces.append("\u2011")
    return " ".join("".join(pieces).split())
