"""Word files to blocks: mammoth gives HTML, which is walked as a web page is.

What must not be read is taken out before (`docx_clean`), and printed numbers are written out
(`docx_lists`). The words fidelity is measured against come from the file's own text part.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, tostring

import mammoth

from archive_builder.read import html
from archive_builder.read.outcome import NOT_FINAL, Doubt, Opened, RefusedError, all_hidden, hidden_words
from archive_builder.read.packages import part_names, refuse_deep, text_parts, tree
from archive_builder.read.word.carried import of_word
from archive_builder.read.word.docx_clean import cleaned
from archive_builder.read.word.docx_hidden import without_hidden
from archive_builder.read.word.docx_lists import numbered
from archive_builder.read.word.docx_looks import looks
from archive_builder.read.word.list_numbers import without_wrapping

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_TEXTS = {_DOCUMENT: "", "word/footnotes.xml": "in a footnote", "word/endnotes.xml": "in an endnote"}
"""The parts that hold text, and how their places are named; the document's own are its paragraphs."""
_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
        "p[style-name='toc 1'] => p:fresh",
        "comment-reference => !",
    )
)
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_VML, _OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_PICTURE = f"{_A}graphic/{_A}graphicData/{_PIC}pic/{_PIC}blipFill/{_A}blip"
_RESAVE = "open it in a word processor and save it again"
_GAPS = {f"{_W}p": "\n", f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tc": "\n"}


def read(data: bytes, keep_hidden: bool = False) -> Opened:
    """A Word file as blocks; lines count blocks. Words that a reader cannot see are left out.

    Refuses, by code: damaged-file, too-large, password, hidden-words. Doubts: tracked-changes,
    hidden-words.
    """
    parts = text_parts(data)
    if _DOCUMENT not in parts:
        raise RefusedError(
            "damaged-file", "it is no Word document: the part word/document.xml is missing", _RESAVE
        )
    trees = {name: tree(parts[name]) for name in _read_parts(parts)}
    for root in trees.values():
        refuse_deep(root)
    styles = trees.get("word/styles.xml")
    found: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    for name, place in _TEXTS.items():
        if name in trees:
            found += cleaned(trees[name])
        if name in trees and not keep_hidden:
            letters = without_hidden(trees[name], looks(styles))
            hidden += Counter({place: letters.total()}) if place else letters
    found["comments"] += len(list(trees["word/comments.xml"])) if "word/comments.xml" in trees else 0
    numbered(trees[_DOCUMENT], styles, trees.get("word/numbering.xml"))
    words = "".join(_words(trees))
    if hidden and not words.strip():
        raise all_hidden(hidden.total())
    blocks = html.blocks(_converted(parts, trees))
    return Opened(
        blocks=blocks,
        asides=[],
        words=words,
        doubts=(*_doubts(+found, hidden), *_embedded(trees[_DOCUMENT])),
        carries=of_word(parts, part_names(data)),
    )


def _read_parts(parts: Mapping[str, bytes]) -> Iterator[str]:
    for name in ("document", "styles", "numbering", "footnotes", "endnotes", "comments"):
        if f"word/{name}.xml" in parts:
            yield f"word/{name}.xml"


def _words(trees: Mapping[str, Element]) -> Iterator[str]:
    """The text of the document and of its notes as it is stored, and the numbers that are printed with it."""
    for name in _TEXTS:
        if name in trees:
            for node in trees[name].iter():
                if node.tag == f"{_W}t":
                    yield without_wrapping(node.text or "")
                elif gap := _GAPS.get(node.tag):
                    yield gap
                elif node.tag in (f"{_DRAWING}inline", f"{_DRAWING}anchor"):
                    yield f" {_said_of_picture(node)} "
                elif node.tag == f"{_VML}imagedata":
                    yield f" {node.get(f'{_OFFICE}title') or ''} "


def _said_of_picture(drawing: Element) -> str:
    """The description of a picture, else its title, as the converter takes them."""
    properties = drawing.find(f"{_DRAWING}docPr")
    if properties is None or drawing.find(_PICTURE) is None:
        return ""
    descr = properties.get("descr") or ""
    return descr if descr.strip() else properties.get("title") or ""


def _converted(parts: Mapping[str, bytes], trees: Mapping[str, Element]) -> str:
    """The document as HTML. Of pictures only the words are kept; comments go with the part that holds them."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        for name, part in sorted(parts.items()):
            if name == "word/comments.xml":
                continue
            made.writestr(zipfile.ZipInfo(name), tostring(trees[name]) if name in trees else part)
    package.seek(0)
    try:
        result = mammoth.convert_to_html(
            package, style_map=_STYLES, convert_image=mammoth.images.img_element(lambda image: {"src": ""})
        )
    except (
        Exception
    ) as error:  # mammoth raises whatever a part that is missing or wrong makes it stumble over
        raise RefusedError(
            "damaged-file", "the Word document is damaged: it cannot be converted", _RESAVE
        ) from error
    return str(result.value)


def _embedded(document: Element) -> Iterator[Doubt]:
    """The warning of whole files that stand in a document in the place of text."""
    count = sum(1 for _ in document.iter(f"{_W}altChunk"))
    if count:
        files = "a file that is" if count == 1 else f"{count} files that are"
        message = f"{files} embedded in the place of text (altChunk) and not read"
        yield Doubt("part-not-read", message, "open the document in Word, save it again and put that in")


def _doubts(found: Mapping[str, int], hidden: Mapping[str, int]) -> Iterator[Doubt]:
    """One warning for all tracked changes and comments of a file, one for its hidden words."""
    if hidden:
        yield hidden_words(hidden)
    read_too = found.get("insertions", 0)
    left_out = [name for name in ("deletions", "moved passages", "comments") if found.get(name)]
    said = ["tracked insertions were read as text"] if read_too else []
    said += [f"{_listed(left_out)} were left out"] if left_out else []
    if said:
        hint = "accept or reject the changes in the word processor and save it again"
        message = f"the file is not final: {' and '.join(said)}"
        yield Doubt("tracked-changes", message, hint, withholds=NOT_FINAL)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
