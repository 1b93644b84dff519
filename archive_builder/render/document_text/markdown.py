"""Writes source text so that a reader of the page reads exactly what the source printed.

One function for each place that text can come to: `escape` and `line` in Markdown, `raw` in HTML,
`attribute` and `address` in an attribute. The escaping holds for the extensions that mkdocs.yml names
and no others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from archive_builder.lang.interface import say
from archive_builder.model import Run, Text, addresses, cut
from archive_builder.render.document_text.nesting import Piece, Stretch, nest

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br> ", **{c: "\\" + c for c in "\\`*_{}[]|#"}}
)
_OPENERS = "+-!=~^:?"
"""What could begin a list, admonition, fence or definition at the start of a line."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_REFERENCES = {c: f"&#{ord(c)};" for c in "\\`*_{}[]|"}
"""What Markdown or one of the extensions could read inside HTML, as references, which they leave alone.

`attr_list` reads braces in the cells of HTML tables too, `toc` the mark that stands for a table of
contents, and the inline patterns read links and code across a tag that stands in a line.
"""
_IN_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br> ", **_REFERENCES})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": " ", **_REFERENCES}
)


def escape(text: str) -> str:
    """Escape source text within a line of Markdown."""
    return re.sub(r"[^\S\n]+", " ", _CONTROL.sub(" ", text)).translate(_ESCAPES)


def escape_opening(line: str) -> str:
    """Escape the beginning of an escaped line, so that it opens no list, heading, fence or definition."""
    line = line.strip()
    if line[:1] and line[0] in _OPENERS:
        line = f"&#{ord(line[0])};{line[1:]}"
    return re.sub(r"^(\d{1,9})\.", r"\1&#46;", line)


def line(text: str) -> str:
    """Escape source text that is a paragraph, list item or heading of its own."""
    return escape_opening(escape(" ".join(text.split())))


def raw(text: str) -> str:
    """Escape source text in an HTML element, whether or not Markdown reads the element's content."""
    return re.sub(r"[^\S\n]+", " ", _CONTROL.sub(" ", text)).translate(_IN_HTML)


def with_code(text: str) -> str:
    """Escape a sentence of the program in which backticks mark what is typed: blanks count there."""
    words, *rest = text.split("`")
    if len(rest) % 2:
        return escape(text)
    coded = zip(rest[::2], rest[1::2], strict=True)
    typed = (
        f"<code>{_CONTROL.sub(' ', code).translate(_IN_HTML)}</code>{escape(after)}" for code, after in coded
    )
    return escape(words) + "".join(typed)


def attribute(text: str) -> str:
    """Escape source text in an HTML attribute with double quotes."""
    return _CONTROL.sub(" ", text).translate(_IN_ATTRIBUTE)


def block_attribute(text: str) -> str:
    """Escape source text in an attribute of a block element inside `markdown="1"`: md_in_html decodes it once."""
    return attribute(text.replace("&", "&amp;"))


def places(anchors: Sequence[str]) -> str:
    """Empty elements that links can lead to."""
    return "".join(f'<span id="{attribute(anchor)}"></span>' for anchor in anchors)


def address(url: str) -> str:
    """Escape an address in an HTML attribute; control characters are percent-encoded, as browsers do."""
    return _CONTROL.sub(lambda match: quote(match[0], errors="replace"), url).translate(_IN_ATTRIBUTE)


def styled(
    text: Text,
    marked: Sequence[Stretch[str]] = (),
    *,
    start: int = 0,
    end: int | None = None,
    as_html: bool = False,
) -> str:
    """Styled text within a line, or the characters `start` to `end` of it.

    `marked` wraps stretches of it in the opening tag each carries; one that goes on from an earlier
    piece carries its own tag without an id.
    """
    text = _set_apart(text)
    length = sum(len(run.text) for run in text)
    if end is None:
        end = length
    if not length:
        return _runs(text, as_html)
    here = [_within(stretch, start, end) for stretch in marked if stretch.start < end and stretch.end > start]
    return "".join(_piece(piece, text, as_html) for piece in nest(here, start, end))


def _within(stretch: Stretch[str], start: int, end: int) -> Stretch[str]:
    continued = stretch.continued or stretch.start < start
    return replace(stretch, start=max(stretch.start, start), end=min(stretch.end, end), continued=continued)


def _piece(piece: Piece[str], text: Text, as_html: bool) -> str:
    if piece.stretch is None:
        return _runs(cut(text, piece.start, piece.end), as_html)
    tag = piece.stretch.mark
    if piece.stretch.continued:
        tag = re.sub(r' id="[^"]*"', "", tag)
    return f"{tag}{''.join(_piece(inner, text, as_html) for inner in piece.inside)}</span>"


def _runs(text: Text, as_html: bool) -> str:
    return "".join(_note_mark(run) if run.note else _run(run, as_html) for run in text)


def _set_apart(text: Text) -> Text:
    """Styled text with a space between struck-out words and what takes their place."""
    if not any(run.struck for run in text):
        return text
    made: list[Run] = []
    for before, run, after in zip((None, *text), text, (*text[1:], None), strict=False):
        if run.struck:
            opens = before is not None and _touch(before, run)
            closes = after is not None and not after.struck and _touch(run, after)
            run = replace(run, struck=f"{' ' * opens}{run.struck}{' ' * closes}")
        made.append(run)
    return tuple(made)


def _touch(before: Run, run: Run) -> bool:
    """True if words of one run stand directly at words of the next."""
    left, right = before.text or before.struck, run.text or run.struck
    return bool(left[-1:].strip() and right[:1].strip()) and right[0] not in ".,;:!?)"


def _note_mark(run: Run) -> str:
    mark = raw(run.note)
    if not run.href.startswith("#"):
        return f'<sup class="note-mark">{mark}</sup>'
    label = attribute(say("originals.note", mark=run.note))
    link = f'<a href="{run.href}" aria-label="{label}">{mark}</a>'
    return f'<sup class="note-mark" id="{run.href[1:]}-mark">{link}</sup>'


def _run(run: Run, as_html: bool) -> str:
    words = run.struck or run.text
    is_blank = not words.strip()
    words = raw(words) if as_html else escape(words)
    if is_blank:
        return words
    if run.struck:
        said = escape(say("originals.struck_out"))
        words = f'<del><span class="visually-hidden">{said} </span>{words}</del>'
    if run.italic:
        words = f"<em>{words}</em>"
    if run.bold:
        words = f"<strong>{words}</strong>"
    if _SAFE_LINK.fullmatch(run.href):
        words = f'<a href="{address(run.href)}">{words}</a>'
    return words


def link(words: str, page: str, target: str) -> str:
    """A Markdown link from one page to another (or to an anchor of it), for MkDocs to check."""
    return f"[{escape(words).strip()}]({to_source(page, target)})"


def to_source(page: str, target: str) -> str:
    """The relative path from a page to the source file of another."""
    path, anchor = addresses.split(target)
    way = _way(page, addresses.source_file(path) if addresses.is_page(path) else path)
    return addresses.record(way, anchor)


def to_page(page: str, target: str) -> str:
    """The relative address from a page to another as published: for HTML that MkDocs leaves alone."""
    path, anchor = addresses.split(target)
    if anchor and path == page:
        return f"#{anchor}"
    way = _way(page, path) + ("/" if addresses.is_page(path) else "")
    return addresses.record(way, anchor)


def _way(page: str, target: str) -> str:
    """The relative path between two addresses. (posixpath.relpath reads the current folder on each call.)"""
    here, there = ([step for step in address.split("/") if step] for address in (page, target))
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def with_class(paragraph: str, name: str) -> str:
    """A Markdown paragraph with a class."""
    return f"{paragraph}\n{{: .{name} }}"
