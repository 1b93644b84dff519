"""OpenDocument texts to blocks: their XML becomes HTML, which is walked as a web page is.

The words fidelity is measured against are taken from the XML, apart from that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring

from archive_builder.read import html
from archive_builder.read.outcome import NOT_FINAL, Doubt, Opened, RefusedError, all_hidden, hidden_words
from archive_builder.read.packages import part_names, text_parts, tree
from archive_builder.read.word import note_marks
from archive_builder.read.word.carried import of_opendocument
from archive_builder.read.word.list_numbers import whole, without_wrapping
from archive_builder.read.word.odt_boxes import lift_boxes
from archive_builder.read.word.odt_forms import write_forms
from archive_builder.read.word.odt_hidden import remove, without_hidden
from archive_builder.read.word.odt_lists import UNMARKED, list_styles, numbered, of_paragraph_styles
from archive_builder.read.word.odt_looks import Looks, looks
from archive_builder.read.word.odt_margins import Margin, margins_of, read_margins
from archive_builder.read.word.odt_names import LEFT_OUT, LINK, OFFICE, TABLE, TEXT
from archive_builder.read.word.odt_pictures import ALT, PICTURE, pictured
from archive_builder.read.word.odt_raised import write_raised_marks
from archive_builder.read.word.tabs import EDGE, TAB, lay_out

_RESAVE = "open it in a word processor and save it again"
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_BLOCKS = (f"{TEXT}p", f"{TEXT}h", f"{TABLE}table-cell", f"{TEXT}note-body")
_GAPS = {f"{TEXT}{name}": " " for name in ("s", "tab", "note-citation", "note", "ruby-text")}
_MOST_REPEATED = 100
_DEEPEST = 200


@dataclass(slots=True)
class _Walk:
    """Where the walk through a document stands."""

    looks: Looks
    strikes: bool
    """Whether any style strikes out."""
    notes: list[tuple[str, Element]] = field(default_factory=list)
    """Footnotes and endnotes, each behind its mark."""


def read(data: bytes, keep_hidden: bool = False) -> Opened:
    """An OpenDocument text as blocks; lines count blocks. Words that a reader cannot see are left out.

    Refuses, by code: damaged-file, too-large, password, hidden-words. Doubts: tracked-changes,
    hidden-words.
    """
    parts = text_parts(data)
    if "content.xml" not in parts:
        message = "it is no OpenDocument text: the part content.xml is missing"
        raise RefusedError("damaged-file", message, _RESAVE)
    content = tree(parts["content.xml"])
    styles = tree(parts["styles.xml"]) if "styles.xml" in parts else None
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise RefusedError("damaged-file", "the OpenDocument file holds no text document", _RESAVE)
    margins = margins_of(content, styles)
    roots = [body, *(margin.root for margin in margins)]
    known = looks(styles, content)
    walk = _Walk(looks=known, strikes=any(look.struck for look in known.of.values()))
    for root in roots:
        pictured(root)
        write_forms(root)
    left_out = sum((_taken_out(root) for root in roots), Counter[str]())
    hidden = Counter[str]() if keep_hidden else _hidden_in(body, margins, walk.looks)
    write_raised_marks(roots, known)
    numbered(body, list_styles(styles, content), of_paragraph_styles(styles, content))
    stored = "\n".join("".join(_words(root, known)) for root in roots)
    words = note_marks.without_wrapping(without_wrapping(stored))
    if hidden and not words.strip():
        raise all_hidden(hidden.total())
    above, asides = read_margins(margins, body)
    return Opened(
        blocks=lay_out(html.blocks(_page((*above, body), walk))),
        asides=asides,
        words=words,
        doubts=tuple(_doubts(left_out, hidden)),
        carries=of_opendocument(parts, part_names(data)),
    )


def _hidden_in(body: Element, margins: Sequence[Margin], looks: Looks) -> Counter[str]:
    """Take out what nobody can see; count its letters by place."""
    hidden = without_hidden(body, looks)
    for margin in margins:
        hidden += Counter({"in a header or footer": without_hidden(margin.root, looks).total()})
    return hidden


def _page(roots: Sequence[Element], walk: _Walk) -> str:
    """Parts of a document as one page of HTML, its notes below it."""
    page = Element("body")
    for root in roots:
        lift_boxes(root)
        _children(root, page, walk, 0)
    for mark, note in walk.notes:
        _note(mark, note, page, walk)
    return tostring(page, encoding="unicode", method="html")


def _doubts(left_out: Counter[str], hidden: Counter[str]) -> Iterator[Doubt]:
    if hidden:
        yield hidden_words(hidden)
    if names := sorted(left_out):
        hint = "accept or reject the changes in the word processor and save it again"
        message = f"the file is not final: {' and '.join(names)} were left out"
        yield Doubt("tracked-changes", message, hint, withholds=NOT_FINAL)


def _taken_out(body: Element) -> Counter[str]:
    """Take out what is not to be read, its following text kept; count what a person would miss."""
    found: Counter[str] = Counter()
    for parent in list(body.iter()):
        for child in list(parent):
            name = LEFT_OUT.get(child.tag)
            if name is not None:
                found[name] += bool(name) and any(text.strip() for text in child.itertext())
                remove(parent, child)
    return +found


def _words(node: Element, looks: Looks) -> Iterator[str]:
    """All text of the document in order, without recursion; struck-out words apart from what they stand beside."""
    stack: list[Element | str] = [node]
    while stack:
        at = stack.pop()
        if isinstance(at, str):
            yield at
            continue
        if at.tag == f"{TEXT}span" and looks.is_struck(at.get(f"{TEXT}style-name")):
            yield " "
            stack.append(" ")
        yield "\n" if at.tag in _BLOCKS or at.tag == f"{TEXT}line-break" else _GAPS.get(at.tag, "")
        yield at.text or ""
        yield f" {at.get(ALT) or ''} " if at.tag == PICTURE else ""
        for child in reversed(at):
            stack += [child.tail or "", child]


def _children(node: Element, into: Element, walk: _Walk, deep: int) -> None:
    if deep > _DEEPEST:
        raise RefusedError("damaged-file", "the document is nested too deeply to be read", _RESAVE)
    _say(into, node.text)
    for child in node:
        if child.tag == f"{TEXT}tab":
            is_edge = not (into.text or len(into)) or (child is node[-1] and not child.tail)
            _say(into, EDGE if is_edge else TAB)
        else:
            _child(child, into, walk, deep + 1)
        _say(into, child.tail)


def _child(node: Element, into: Element, walk: _Walk, deep: int) -> None:
    name = node.tag
    if name in (f"{TEXT}p", f"{TEXT}h"):
        _paragraph(node, into, walk, deep)
    elif name == f"{TEXT}list":
        _list(node, into, walk, deep)
    elif name == f"{TABLE}table":
        _table(node, into, walk, deep)
    elif name == f"{TEXT}note":
        mark = "".join(node.findtext(f"{TEXT}note-citation") or "").strip()
        walk.notes += [(mark, body) for body in node if body.tag == f"{TEXT}note-body"]
        _say(into, note_marks.mark(mark))
    elif name == f"{TEXT}s":
        _say(into, " ")
    elif name == f"{TEXT}ruby-text":
        _say(into, f" ({''.join(node.itertext())})")
    elif name == f"{TEXT}line-break":
        SubElement(into, "br")
    elif name == f"{TEXT}span":
        _children(node, _styled(node, into, walk), walk, deep)
    elif name == PICTURE:
        SubElement(into, "img", {"alt": said} if (said := node.get(ALT)) else {})
    elif name == f"{TEXT}a":
        _children(node, SubElement(into, "a", href=node.get(LINK) or ""), walk, deep)
    else:
        _children(node, into, walk, deep)


def _say(into: Element, text: str | None) -> None:
    """Add text at the end of an element."""
    if not text:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text


def _note(mark: str, note: Element, page: Element, walk: _Walk) -> None:
    """A note as one paragraph behind the text, whatever it has of its own."""
    made = SubElement(page, "p")
    _say(made, note_marks.opening(mark))
    for number, paragraph in enumerate(each for each in note.iter() if each.tag in _PARAGRAPHS):
        if number:
            _say(made, " ")
        _children(paragraph, _styled(paragraph, SubElement(made, "span"), walk), walk, 0)


def _styled(node: Element, into: Element, walk: _Walk) -> Element:
    style = node.get(f"{TEXT}style-name")
    if walk.strikes and walk.looks.is_struck(style):
        into = SubElement(into, "s")
    if walk.looks.is_bold(style):
        into = SubElement(into, "b")
    if walk.looks.is_italic(style):
        into = SubElement(into, "i")
    return into if into.tag in ("b", "i", "s") else SubElement(into, "span")


def _paragraph(node: Element, into: Element, walk: _Walk, deep: int) -> None:
    level = max(1, whole(node.get(f"{TEXT}outline-level"), 1))
    heading = node.tag == f"{TEXT}h"
    made = SubElement(into, f"h{min(6, level)}" if heading else "p")
    _children(node, made if heading else _styled(node, made, walk), walk, deep)


def _list(node: Element, into: Element, walk: _Walk, deep: int) -> None:
    made = SubElement(into, "ul")
    for item in node:
        marked = item.tag == f"{TEXT}list-item" and not item.get(UNMARKED)
        _children(item, SubElement(made, "li" if marked else "div"), walk, deep)


def _table(node: Element, into: Element, walk: _Walk, deep: int) -> None:
    made = SubElement(into, "table")
    heads = {id(row) for head in node.iter(f"{TABLE}table-header-rows") for row in head}
    for row in _rows(node):
        line = SubElement(made, "tr")
        for cell in row:
            if cell.tag != f"{TABLE}table-cell":
                continue
            spans = {
                html_name: cell.get(f"{TABLE}{name}") or "1"
                for html_name, name in (
                    ("colspan", "number-columns-spanned"),
                    ("rowspan", "number-rows-spanned"),
                )
            }
            times = min(whole(cell.get(f"{TABLE}number-columns-repeated"), 1), _MOST_REPEATED)
            for _ in range(max(1, times)):
                _children(cell, SubElement(line, "th" if id(row) in heads else "td", spans), walk, deep)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, and not those of the tables in its cells."""
    stack = list(reversed(table))
    while stack:
        node = stack.pop()
        if node.tag == f"{TABLE}table-row":
            yield node
        elif node.tag != f"{TABLE}table":
            stack += reversed(node)
