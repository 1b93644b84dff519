"""Word files to blocks: mammoth gives HTML, which is walked as a web page is.

What must not be read is taken out before (`docx_clean`, `docx_hidden`). What the converter does not look
into or would lose is written into the text: printed numbers, forms, containers, notes, tabs. The words that
fidelity is measured against are counted before that, from all parts (`docx_words`).
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import tostring

import mammoth

from archive_builder.model import Aside
from archive_builder.read import html
from archive_builder.read.outcome import NOT_FINAL, Doubt, Opened, RefusedError, all_hidden, hidden_words
from archive_builder.read.packages import part_names, text_parts
from archive_builder.read.word import docx_chunks
from archive_builder.read.word.carried import of_word
from archive_builder.read.word.docx_clean import cleaned
from archive_builder.read.word.docx_containers import choose_alternatives, lift_boxes, open_containers
from archive_builder.read.word.docx_forms import write_boxes, write_fields, write_symbols
from archive_builder.read.word.docx_hidden import without_hidden
from archive_builder.read.word.docx_lists import numbered
from archive_builder.read.word.docx_looks import Looks, W, looks
from archive_builder.read.word.docx_margins import read_margins
from archive_builder.read.word.docx_notes import write_notes
from archive_builder.read.word.docx_package import DOCUMENT, Package, opened, write_drawn_text
from archive_builder.read.word.docx_raised import write_raised_marks
from archive_builder.read.word.docx_struck import write_struck
from archive_builder.read.word.docx_tabs import write_tabs
from archive_builder.read.word.docx_words import words_of
from archive_builder.read.word.strict import transitional
from archive_builder.read.word.tabs import lay_out

_NOTES = {"word/footnotes.xml": "in a footnote", "word/endnotes.xml": "in an endnote"}
_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
        "p[style-name='toc 1'] => p:fresh",
        "comment-reference => !",
    )
)
_RESAVE = "open it in a word processor and save it again"


def read(data: bytes, keep_hidden: bool = False) -> Opened:
    """A Word file as blocks; lines count blocks. Words that a reader cannot see are left out.

    Refuses, by code: damaged-file, too-large, password, hidden-words. Doubts: tracked-changes,
    hidden-words, part-not-read.
    """
    parts = {name: transitional(part) for name, part in text_parts(data).items()}
    if DOCUMENT not in parts:
        raise RefusedError(
            "damaged-file", "it is no Word document: the part word/document.xml is missing", _RESAVE
        )
    package = opened(parts)
    styles = looks(package.part("word/styles.xml"))
    found, hidden = _taken_out(package, styles, keep_hidden=keep_hidden)
    chunks = docx_chunks.read_chunks(package, data, keep_hidden=keep_hidden)
    words = _prepared(package, parts, styles) + chunks.words
    if hidden and not words.strip():
        raise all_hidden(hidden.total())
    asides = _written(package, styles)
    blocks = lay_out(html.blocks(_converted(parts, package)))
    blocks, left = docx_chunks.put_in(blocks, chunks)
    return Opened(
        blocks=blocks,
        asides=[*asides, *chunks.asides],
        words=words,
        doubts=(*_doubts(+found, hidden + chunks.hidden), *docx_chunks.doubts(left)),
        carries=of_word(parts, part_names(data)),
    )


def _taken_out(package: Package, styles: Looks, *, keep_hidden: bool) -> tuple[Counter[str], Counter[str]]:
    """Take out what is not to be read: what was deleted, by its name, and letters that nobody sees, by place."""
    found: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    places = {DOCUMENT: "", **_NOTES, **{margin.part: "in a header or footer" for margin in package.margins}}
    for name, place in places.items():
        root = package.part(name)
        if root is None:
            continue
        choose_alternatives(root)
        found += cleaned(root)
        if not keep_hidden:
            letters = without_hidden(root, styles)
            hidden += Counter({place: letters.total()}) if place else letters
    comments = package.part("word/comments.xml")
    found["comments"] += len(comments) if comments is not None else 0
    return found, hidden


def _prepared(package: Package, parts: Mapping[str, bytes], styles: Looks) -> str:
    """Write out what is printed and not stored as text; return the words of all parts that are shown."""
    document = package.document
    write_drawn_text(package, parts)
    numbered(document, package.part("word/styles.xml"), package.part("word/numbering.xml"))
    others = (*_NOTES, *(margin.part for margin in package.margins))
    shown = [package.trees[name] for name in others if name in package.trees]
    for root in (document, *shown):
        write_symbols(root)
        write_raised_marks(root)
        write_boxes(root)
        write_struck(root, styles)
    return words_of(document, shown)


def _written(package: Package, styles: Looks) -> list[Aside]:
    """Write what the converter would lose into the document, in place; return what is set aside."""
    document = package.document
    above, asides = read_margins(package.margins, package.trees, document)
    prompts: list[str] = []
    for name in (DOCUMENT, *_NOTES):
        root = package.part(name)
        if root is not None:
            write_fields(root)
            prompts += open_containers(root)
            lift_boxes(root)
    write_notes(package.trees, document)
    body = document.find(f"{W}body")
    if body is not None:
        body[0:0] = above
    write_tabs(document)
    return [*asides, *(Aside(1, prompt, "form-prompt") for prompt in prompts if prompt)]


def _converted(parts: Mapping[str, bytes], package: Package) -> str:
    """The document as HTML. Of pictures only the words are kept; comments go with the part that holds them."""
    made_of = io.BytesIO()
    with zipfile.ZipFile(made_of, "w") as made:
        for name, part in sorted(parts.items()):
            if name == "word/comments.xml":
                continue
            root = package.part(name)
            made.writestr(zipfile.ZipInfo(name), part if root is None else tostring(root))
    made_of.seek(0)
    try:
        result = mammoth.convert_to_html(
            made_of, style_map=_STYLES, convert_image=mammoth.images.img_element(lambda image: {"src": ""})
        )
    except (
        Exception
    ) as error:  # mammoth raises whatever a part that is missing or wrong makes it stumble over
        raise RefusedError(
            "damaged-file", "the Word document is damaged: it cannot be converted", _RESAVE
        ) from error
    return str(result.value)


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
