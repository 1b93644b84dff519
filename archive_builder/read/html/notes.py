"""Footnotes of web pages: the marks in the text, and the elements that hold the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.read.raised import is_note_mark

_MARK = re.compile(r"[\[(]?(?P<mark>\d{1,3}|[ivx]{1,5}|[*†‡])[\])]?")
_HOLDERS = frozenset({"li", "p", "div", "td", "dd", "aside"})
_MOST = 1_000
"""Links that are looked at."""
_NEAR = 3
"""How many elements may stand between the target of a mark and the element that holds the note."""
_NOTE_NAMES = re.compile(r"foot-?note|note-?ref|fnref|endnote", re.IGNORECASE)


@dataclass(slots=True)
class Notes:
    """Elements by the `mem_id` of their nodes."""

    marks: dict[int, str] = field(default_factory=dict)
    """Marks in the text, as printed."""
    holders: dict[int, str] = field(default_factory=dict)
    """What holds a note, with its mark."""
    left_out: set[int] = field(default_factory=set)
    """The mark before a note and the link back from it."""


def find_notes(page: LexborHTMLParser) -> Notes:
    """The notes of a page: marks that link to them, or raised figures that a paragraph begins with, too."""
    notes = Notes()
    for link in page.css('a[href^="#"]')[:_MOST]:
        mark = _MARK.fullmatch(link.text().strip())
        holder = _target(page, link) if mark and _is_raised(link) else None
        if mark and holder is not None and link.mem_id not in notes.left_out:
            _add(notes, link, holder, mark["mark"])
    _add_unlinked(page, notes)
    return notes


def _add(notes: Notes, link: LexborNode, holder: LexborNode, mark: str) -> None:
    notes.marks[link.mem_id] = mark
    notes.holders[holder.mem_id] = mark
    for back in holder.css('a[href^="#"]'):
        if not any(sign.isalpha() for sign in back.text()):
            notes.left_out.add(back.mem_id)


def _is_raised(link: LexborNode) -> bool:
    """True if a link is set as the mark of a note."""
    parent = link.parent
    if link.css_first("sup") is not None or (parent is not None and parent.tag == "sup"):
        return True
    said = link.attributes
    named = (
        f"{said.get('class') or ''} {said.get('role') or ''} {said.get('id') or ''} {said.get('href') or ''}"
    )
    return bool(_NOTE_NAMES.search(named))


def _target(page: LexborHTMLParser, link: LexborNode) -> LexborNode | None:
    """The element that a mark leads to: a paragraph, a list's entry; not one that the mark stands in."""
    name = (link.attributes.get("href") or "")[1:]
    if not re.fullmatch(r"[\w:.-]+", name):
        return None
    at = page.css_first(f'[id="{name}"], a[name="{name}"]')
    for _ in range(_NEAR):
        if at is None or at.tag in _HOLDERS:
            break
        at = at.parent
    if at is None or at.tag not in _HOLDERS or any(inner.mem_id == link.mem_id for inner in at.css("a")):
        return None
    return at


def _add_unlinked(page: LexborHTMLParser, notes: Notes) -> None:
    """Add raised figures without links, where a paragraph begins with the same figure."""
    raised = list(_raised_figures(page))
    opening = {mark: sup for sup, mark in raised if _is_opening(sup)}
    marked = {mark for sup, mark in raised if not _is_opening(sup)}
    for sup, mark in raised:
        holder = sup.parent
        if mark not in opening or mark not in marked:
            if is_note_mark(_text_before(sup), mark):
                notes.marks[sup.mem_id] = mark  # of a note that the page does not hold
            continue
        if not _is_opening(sup):
            notes.marks[sup.mem_id] = mark
        elif holder is not None:
            notes.holders[holder.mem_id] = mark
            notes.left_out.add(sup.mem_id)


def _raised_figures(page: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    for sup in page.css("sup"):
        mark = _MARK.fullmatch(sup.text().strip())
        if mark and sup.css_first("a") is None:
            yield sup, mark["mark"]


def _text_before(node: LexborNode) -> str:
    """The text that stands just before an element; empty where another element does."""
    before = node.prev
    return (before.text_content or "") if before is not None and before.is_text_node else ""


def _is_opening(sup: LexborNode) -> bool:
    """True if a paragraph begins with a raised figure."""
    before = sup.prev
    while before is not None and before.is_text_node and not (before.text_content or "").strip():
        before = before.prev
    return before is None and sup.parent is not None and sup.parent.tag in _HOLDERS
