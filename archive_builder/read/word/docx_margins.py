"""Headers and footers of a Word file: what stands above the text of the first page is content, the rest furniture."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from archive_builder.model import Aside
from archive_builder.read.word.docx_containers import lift_boxes
from archive_builder.read.word.docx_looks import W, is_on
from archive_builder.read.word.docx_names import RELATIONSHIP, VML, bare_runs, printed_text
from archive_builder.read.word.margins import MarginLine, on_one_line

_HEADER, _FOOTER = f"{W}headerReference", f"{W}footerReference"
_RULES = {_HEADER: "running-head", _FOOTER: "running-foot"}
_FIELDS = (f"{W}instrText", f"{W}fldSimple")
_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


@dataclass(frozen=True, slots=True)
class Margin:
    """A part that is printed in the margin of pages."""

    part: str
    rule: str
    is_first: bool
    """It stands above the text of the first page."""


def margins_of(
    parts: Collection[str], targets: Mapping[str, str], document: Element, settings: Element | None
) -> list[Margin]:
    """The headers and footers that are printed on any page, each once, in the order of the sections.

    `targets` names the parts that a document's relationships lead to.
    """
    turned = settings is not None and is_on(settings.find(f"{W}evenAndOddHeaders"))
    found: dict[str, Margin] = {}
    for number, section in enumerate(document.iter(f"{W}sectPr")):
        titled = is_on(section.find(f"{W}titlePg"))
        for mark in section:
            kind = mark.get(f"{W}type") or "default"
            part = targets.get(mark.get(f"{RELATIONSHIP}id") or "", "")
            shown = {"first": titled, "even": turned}.get(kind, True)
            if mark.tag in _RULES and shown and part in parts:
                opens = number == 0 and mark.tag == _HEADER and kind == ("first" if titled else "default")
                found.setdefault(part, Margin(part, _RULES[mark.tag], opens))
    return list(found.values())


def read_margins(
    margins: list[Margin], trees: Mapping[str, Element], document: Element
) -> tuple[list[Element], list[Aside]]:
    """What headers and footers add to a document: paragraphs above its text, and what is set aside.

    The header of the first page is content, as far as its words are not in the text again. Everything
    else is set aside: `running-head`, `running-foot`, `page-number`, `watermark`.
    """
    above: list[Element] = []
    asides: list[Aside] = []
    known = on_one_line(printed_text(document)) if margins else ""
    for margin in margins:
        root = trees[margin.part]
        lift_boxes(root)
        for number, paragraph in enumerate(root.iter(f"{W}p")):
            text = printed_text(paragraph)
            if not text:
                continue
            line = MarginLine(text, number, _counts_pages(paragraph))
            rule = line.rule(margin.rule)
            if margin.is_first and rule != "page-number" and line.adds_to(known):
                above.append(_copied(paragraph))
            else:
                asides.append(Aside(1, text, rule))
        marks = (node.get("string") or "" for node in root.iter(f"{VML}textpath"))
        asides += [Aside(1, mark, "watermark") for mark in marks if mark.strip()]
    return above, asides


def _counts_pages(paragraph: Element) -> bool:
    return any(_is_page_count(node) for node in paragraph.iter() if node.tag in _FIELDS)


def _is_page_count(node: Element) -> bool:
    instruction = (node.text or "") if node.tag == f"{W}instrText" else node.get(f"{W}instr") or ""
    return instruction.split()[:1] != [] and instruction.split()[0].upper() in _NUMBERS


def _copied(paragraph: Element) -> Element:
    made = Element(f"{W}p")
    made.extend(bare_runs(paragraph))
    return made
