"""The words of a Word file that a reader of the page cannot see, taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from archive_builder.read.word.colours import UNKNOWN, WHITE
from archive_builder.read.word.docx_looks import Looks, W, ground_of, is_on, look_of, value

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_TEXT = f"{W}t"
_LARGE = (2_000_000, 700_000)
"""Width and height (EMU, 360,000 in a centimetre) of a picture that may lie under a title."""
_REACH = 25
"""How many paragraphs before and after the one that holds it a picture behind the text may reach."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What surrounds an element: the ground it stands on, and its paragraph's style."""

    ground: str = WHITE
    style: str = ""
    paragraph: int = 0


def without_hidden(document: Element, looks: Looks) -> Counter[str]:
    """Take out of a part what a reader cannot see, in place; count its letters by paragraph."""
    found: Counter[str] = Counter()
    pictured = _pictured(document)
    start = _Place(UNKNOWN if document.find(f"{W}background") is not None else WHITE)
    count = 0
    stack: list[tuple[Element, _Place]] = [(document, start)]
    while stack:
        node, place = stack.pop()
        if node.tag == f"{W}p":
            count += 1
            place = replace(place, paragraph=count)
        inside = _inside(node, place, looks, pictured)
        for child in list(node):
            if _is_seen(child, inside, looks):
                continue
            letters = _letters(child)
            if letters or child.tag != f"{W}r":
                found[f"in paragraph {inside.paragraph or count + 1}"] += letters
                node.remove(child)
        stack += [(child, inside) for child in reversed(node)]
    return +found


def _letters(node: Element) -> int:
    return sum(sign.isalnum() for each in node.iter(_TEXT) for sign in each.text or "")


def _inside(node: Element, place: _Place, looks: Looks, pictured: frozenset[int]) -> _Place:
    """What surrounds the children of an element."""
    match node.tag.removeprefix(W):
        case "p":
            properties = node.find(f"{W}pPr")
            style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
            own = ground_of(properties) or looks.shaded.get(style)
            ground = place.ground if own is None else own
            if place.paragraph in pictured:
                ground = UNKNOWN
            return replace(place, ground=ground, style=style)
        case "tbl" | "tc":
            properties = node.find(f"{W}tblPr" if node.tag == f"{W}tbl" else f"{W}tcPr")
            style = value(properties.find(f"{W}tblStyle")) if properties is not None else ""
            own = ground_of(properties) or looks.shaded.get(style)
            return place if own is None else replace(place, ground=own)
        case "txbxContent":
            return replace(place, ground=UNKNOWN)
        case _:
            return place


def _is_seen(node: Element, place: _Place, looks: Looks) -> bool:
    match node.tag:
        case tag if tag == f"{W}r":
            return _is_run_seen(node, place, looks)
        case tag if tag == f"{W}p":
            style = node.find(f"{W}pPr/{W}pStyle")
            return not looks.of_style(value(style)).hidden
        case tag if tag == f"{W}tr":
            return not is_on(node.find(f"{W}trPr/{W}hidden"))
        case tag if tag == f"{W}drawing":
            about = next(node.iter(f"{_DRAWING}docPr"), None)
            return about is None or about.get("hidden") not in ("1", "true")
        case tag if tag.startswith(_VML):
            return "visibility:hidden" not in (node.get("style") or "").replace(" ", "")
        case _:
            return True


def _is_run_seen(run: Element, place: _Place, looks: Looks) -> bool:
    properties = run.find(f"{W}rPr")
    named = value(properties.find(f"{W}rStyle")) if properties is not None else ""
    inherited = looks.of_style(named).over(looks.of_style(place.style)).over(looks.default)
    look = look_of(properties).over(inherited)
    if look.hidden and _is_page_number(run, properties):
        look = replace(look, hidden=False)
    return look.is_seen(place.ground)


def _is_page_number(run: Element, properties: Element | None) -> bool:
    """True if only a browser would not show a run: the page numbers of a table of contents."""
    hidden = [name for name in ("vanish", "specVanish") if _has(properties, name)]
    text = "".join(each.text or "" for each in run.iter(_TEXT)).strip()
    return not hidden and _has(properties, "webHidden") and (not text or (text.isalnum() and len(text) < 5))


def _has(properties: Element | None, name: str) -> bool:
    return properties is not None and is_on(properties.find(f"{W}{name}"))


def _pictured(document: Element) -> frozenset[int]:
    """The paragraphs, by their count, that a picture behind the text may lie under."""
    found: set[int] = set()
    for number, paragraph in enumerate(document.iter(f"{W}p"), 1):
        if any(_is_large(anchor) for anchor in _behind(paragraph)):
            found.update(range(number - _REACH, number + _REACH + 1))
    return frozenset(found)


def _behind(paragraph: Element) -> Iterator[Element]:
    for anchor in paragraph.iter(f"{_DRAWING}anchor"):
        if anchor.get("behindDoc") in ("1", "true"):
            yield anchor


def _is_large(anchor: Element) -> bool:
    extent = anchor.find(f"{_DRAWING}extent")
    sides = [extent.get(side) or "" for side in ("cx", "cy")] if extent is not None else ["", ""]
    return all(
        side.isascii() and side.isdigit() and int(side[:12]) >= least
        for side, least in zip(sides, _LARGE, strict=True)
    )
