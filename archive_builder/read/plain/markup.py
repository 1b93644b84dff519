"""Inline marks to styled text: the Markdown, HTML tags and entities of transcriptions.

markdown-it (CommonMark) does the reading; here its tokens become runs. Tags of HTML's text
vocabulary are marks; any other `<...>` is text that somebody wrote and is kept as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from archive_builder.model import Run, Text, cut, plain, trimmed

MARKDOWN = (
    MarkdownIt("commonmark", {"maxNesting": 45})
    .disable(["code", "fence", "html_block", "lheading", "reference"])
    .enable("strikethrough")
)
"""CommonMark without the block rules that plain text trips over.

What stands deeper than `maxNesting` it leaves out, so the lines it is given are made no deeper.
"""

INLINE_TAGS = frozenset(
    "a abbr acronym b big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
STRUCK_TAGS = frozenset({"s", "strike", "del"})
BLOCK_TAGS = frozenset(
    {"blockquote", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"li", "ol", "p", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_HREF = re.compile(r"""href\s*=\s*["']?(?P<href>[^"'\s>]+)""", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\f\v\u00a0]+")
_NOTE_MARK = re.compile(r"\[\^(?P<mark>[^\]\s]{1,20})\]")
"""The mark of a footnote, as Markdown writes it: `[^1]`."""
_ODD_WHITE = re.compile(r"[\t\r\f\v\u00a0]|  ")
_STRAY_MARKS = re.compile(r"\*\*+")


@dataclass(slots=True)
class Styles:
    """The styles in force while tokens are read, and the runs made so far."""

    bold: int = 0
    italic: int = 0
    struck: int = 0
    href: str = ""
    runs: list[Run] = field(default_factory=list)

    def add(self, text: str) -> None:
        if text and not (self.struck > 0 and text.strip()):
            self.runs.append(Run(text, bold=self.bold > 0, italic=self.italic > 0, href=self.href))
        elif text:
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            words = Run("", bold=self.bold > 0, italic=self.italic > 0, struck=text.strip())
            self.runs += [Run(before), words, Run(after)]

    def add_note(self, mark: str) -> None:
        """The mark of a footnote or endnote."""
        self.runs.append(Run("", note=mark))

    def taken(self) -> Text:
        """The runs so far, folded and joined; the list starts again."""
        if not self.runs:
            return ()
        made = folded(self.runs)
        self.runs = []
        return made


def runs(text: str) -> Text:
    """A line or paragraph of marked-up text; block tags in it become spaces."""
    styles = Styles()
    for token in tokens(text):
        tag = apply(token, styles)
        if tag or token.type in ("softbreak", "hardbreak"):
            styles.add(" ")
    return styles.taken()


def tokens(text: str) -> Sequence[Token]:
    """CommonMark's inline tokens of a text."""
    [inline] = MARKDOWN.parseInline(text)
    return inline.children or []


def apply(token: Token, styles: Styles) -> str:
    """Let one inline token change styles or add text; a block tag is returned, as "p" or "/p"."""
    match token.type:
        case "strong_open" | "strong_close":
            styles.bold += token.nesting
        case "em_open" | "em_close":
            styles.italic += token.nesting
        case "s_open" | "s_close":
            styles.struck += token.nesting
        case "link_open":
            styles.href = real_address(str(token.attrs.get("href", "")))
        case "link_close":
            styles.href = ""
        case "html_inline":
            return _tagged(token.content, styles)
        case "text" | "code_inline":
            _add_text(_STRAY_MARKS.sub("", token.content), styles)
        case "image":
            styles.add(token.content)
        case _:
            pass
    return ""


def _add_text(text: str, styles: Styles) -> None:
    """Add text with the marks of notes in it."""
    at = 0
    for note in _NOTE_MARK.finditer(text):
        styles.add(text[at : note.start()])
        styles.add_note(note["mark"])
        at = note.end()
    styles.add(text[at:])


def _tagged(content: str, styles: Styles) -> str:
    match = _TAG.fullmatch(content)
    name = match["name"].lower() if match else ""
    step = -1 if match and match["close"] else 1
    if name in BLOCK_TAGS:
        return f"/{name}" if step < 0 else name
    if name in ("b", "strong"):
        styles.bold = max(0, styles.bold + step)
    elif name in ("i", "em"):
        styles.italic = max(0, styles.italic + step)
    elif name in STRUCK_TAGS:
        styles.struck = max(0, styles.struck + step)
    elif name == "a":
        found = _HREF.search(content)
        styles.href = real_address(found["href"]) if found and step > 0 else ""
    elif name not in INLINE_TAGS and not content.startswith("<!"):
        styles.add(content)
    return ""


def real_address(href: str) -> str:
    """A link's target if a reader may follow it; transcriptions write `#` where it is lost."""
    return href if href.lower().startswith(("http://", "https://", "mailto:")) else ""


def folded(pieces: Sequence[Run]) -> Text:
    """Runs with white space folded and neighbours of one style joined.

    White space on both sides of struck-out words stays: without them their neighbours are words of their own.
    """
    made: list[Run] = []
    for piece in pieces:
        last = made[-1] if made else None
        text = _folded(piece.text)
        if last and last.text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text is not piece.text or piece.struck:
            piece = replace(piece, text=text, struck=_folded(piece.struck))
        if last and _is_joined(last, piece):
            made[-1] = replace(last, text=last.text + text, struck=last.struck + piece.struck)
        elif text or piece.struck.strip() or piece.note:
            made.append(piece)
    return trimmed(tuple(made))


def _folded(text: str) -> str:
    return _WHITE.sub(" ", text) if _ODD_WHITE.search(text) else text


def _is_joined(last: Run, piece: Run) -> bool:
    """True if two pieces are one run: of one style, both of them words or both struck out."""
    if piece.note or last.note or bool(last.struck) != bool(piece.struck):
        return False
    return (last.bold, last.italic, last.href) == (piece.bold, piece.italic, piece.href)


def split_at(text: Text, offsets: Sequence[int]) -> Iterator[Text]:
    """A styled text cut at character offsets, the pieces trimmed, empty ones left out."""
    edges = [0, *offsets, len(plain(text))]
    for start, end in pairwise(edges):
        if piece := trimmed(cut(text, start, end)):
            yield piece
