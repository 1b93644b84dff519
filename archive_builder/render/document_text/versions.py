"""Versions of the minutes of a meeting: which there are, and what changed from one to the newest, word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from archive_builder.lang.interface import say
from archive_builder.model import Document
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.templating import Written
from archive_builder.text.changes import Change, Piece, changed_passages, shared_part

MOST = 100
"""Maximum number of changed passages that a page lists."""
ALIKE = 0.4
"""Least part of their words that two papers share which are versions of one document."""
_CONTEXT = 12
"""Number of unchanged words that are shown on each side of a change."""
_TAGS = {Change.REMOVED: "del", Change.ADDED: "ins"}


def newest_of(document: Document, context: Context) -> Document | None:
    """The newest version of a document; None where it is the newest itself, or the better paper is another one."""
    better = context.archive.document(document.same_as)
    if better is None or better.classification is not document.classification:
        return None
    return better if shared_part(_paragraphs(document), _paragraphs(better)) >= ALIKE else None


def older_of(document: Document, context: Context) -> list[Document]:
    """The older versions of a document, in archive order."""
    lesser = context.table(_lesser).get(document.path, ())
    return [each for each in lesser if newest_of(each, context) is document]


def _lesser(context: Context) -> dict[str, list[Document]]:
    """Return the documents of which the archive holds a better one, by the path of that."""
    found: dict[str, list[Document]] = defaultdict(list)
    for document in context.archive.documents:
        if document.same_as:
            found[document.same_as].append(document)
    return found


def changes(document: Document, newest: Document) -> list[Written]:
    """Each passage that the newest version changed, with what was removed and added marked."""
    found = changed_passages(_paragraphs(document), _paragraphs(newest))
    return [Written(" ".join(_pieces(pieces))) for pieces in islice(found, MOST)]


def _paragraphs(document: Document) -> list[str]:
    return [words for block in document.blocks if (words := " ".join(block.all_words.split()))]


def _pieces(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """The pieces of a passage as HTML in Markdown; the ear is told what the eye sees struck out or underlined."""
    last = len(pieces) - 1
    for at, piece in enumerate(pieces):
        if piece.change is Change.SAME:
            yield markdown.escape(_shortened(piece.words, at == 0, at == last))
            continue
        tag, said = _TAGS[piece.change], say(f"versions.{piece.change}")
        yield f'<{tag}><span class="visually-hidden">{said} </span>{markdown.escape(piece.words)}</{tag}>'


def _shortened(words: str, first: bool, last: bool) -> str:
    """Unchanged words: those beside a change, with "…" in the place of the others."""
    each = words.split()
    before = [] if first else each[:_CONTEXT]
    behind = [] if last else each[-_CONTEXT:]
    if len(each) <= len(before) + len(behind):
        return words
    return " ".join((*before, "…", *behind))
