"""HTML pages to blocks: the main content of a saved web page, nothing active.

selectolax (Lexbor) builds the tree as a browser would; here it is walked once, without recursion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.model import Aside, Block, BlockKind, Row, Run, Text, plain
from archive_builder.model.blocks import stacked
from archive_builder.read.html import content
from archive_builder.read.html.form_values import write_out as write_out_values
from archive_builder.read.html.hidden import without_hidden
from archive_builder.read.html.lists import BULLET, Listed, listed
from archive_builder.read.html.looks import NO_LOOKS, Looks, find_looks
from archive_builder.read.html.pictures import captions_picture, own_words
from archive_builder.read.html.styles import PageStyles
from archive_builder.read.html.tables import ROW_NUMBER, Grid, cell_text, grid, holds_data, is_frame
from archive_builder.read.outcome import Opened, all_hidden, hidden_words
from archive_builder.read.plain import front_matter
from archive_builder.read.plain.encoding import decoded
from archive_builder.read.plain.frame import header_rows, marked
from archive_builder.read.plain.markup import INLINE_TAGS, Styles, folded, real_address
from archive_builder.read.word.list_numbers import with_mark
from archive_builder.read.word.note_marks import has_marks, with_notes

_LONGEST_VALUE = 500
"""Characters of a merged cell; what is longer is text that stands beside its rows."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class _Walk:
    """Where the walk through the tree stands."""

    pictures: list[str] = field(default_factory=list)
    """The words of pictures that are shown once the block around them ends."""
    made: list[Block] = field(default_factory=list)
    styles: Styles = field(default_factory=Styles)
    lists: list[Listed] = field(default_factory=list)
    shape: Block = field(default_factory=lambda: _paragraph(0))
    line: int = 0
    looks: Looks = NO_LOOKS
    asides: list[Aside] = field(default_factory=list)

    def flush(self, keeping: bool = False) -> None:
        """End a block; one without words may go on in a paragraph inside it, as a list item does."""
        text = self.styles.taken()
        if text:
            self.line += 1
            block = with_mark(
                Block(
                    kind=self.shape.kind,
                    runs=text,
                    first=self.line,
                    last=self.line,
                    level=self.shape.level,
                    marker=self.shape.marker,
                )
            )
            if block.runs or block.marker:  # else a written-out number that has no figures
                block = with_notes(block)
                self.made.append(marked(block) if block.kind is BlockKind.PARAGRAPH else block)
        if text or not keeping:
            self.shape = _paragraph(len(self.lists))
        self.show()

    def set_aside(self, node: LexborNode) -> None:
        """The words of the page's furniture, under the name of its rule."""
        if said := " ".join(content.words(node).split()):
            self.asides.append(Aside(self.line + 1, said, self.looks.furniture[node.mem_id]))

    def show(self) -> None:
        """Pictures as blocks, behind the block that they stood in."""
        for said in self.pictures:
            self.line += 1
            runs = (Run(said),) if said else ()
            self.made.append(Block(kind=BlockKind.FIGURE, runs=runs, first=self.line, last=self.line))
        self.pictures = []


def _paragraph(depth: int) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, first=0, last=0, level=depth)


def read(data: bytes, keep_hidden: bool = False) -> Opened:
    """A web page as blocks, without the words that somebody who looks at it cannot see.

    Lines count blocks: a saved page's own lines mean nothing. Refuses, by code: not-text, hidden-words.
    Doubts: hidden-words.
    """
    front = front_matter.cut(decoded(data))
    page = front.rest
    parser = LexborHTMLParser(page)
    title = front.title or content.title(parser, page)
    styles = PageStyles(parser)
    hidden = Counter() if keep_hidden else without_hidden(parser, styles)
    write_out_values(parser)
    root = content.body(parser)
    looks = find_looks(parser, styles)
    words = content.words(root, looks)
    if hidden and not words.strip():
        raise all_hidden(hidden.total())
    walk = _Walk(looks=looks)
    if root is not None:
        _walk_below(root, walk)
    return Opened(
        blocks=walk.made,
        asides=[*front.asides, *walk.asides],
        words=" ".join([*(aside.text for aside in front.asides), words]),
        title=title,
        doubts=(hidden_words(hidden),) if hidden else (),
    )


def blocks(page: str) -> list[Block]:
    """A page that another reader made as blocks."""
    root = content.body(LexborHTMLParser(page))
    return _walked(root, _Walk()) if root is not None else []


def _walked(root: LexborNode, around: _Walk, line: int = 0) -> list[Block]:
    """The blocks below a node that stands in what is walked already, counted on from `line`."""
    walk = _Walk(looks=around.looks, styles=Styles(struck=around.styles.struck), line=line)
    _walk_below(root, walk)
    return walk.made


def _walk_below(root: LexborNode, walk: _Walk) -> None:
    for node, opening in _steps(root, walk.looks):
        if opening:
            _open(node, walk)
        else:
            _close(node, walk)
    walk.flush()


def _steps(root: LexborNode, looks: Looks) -> Iterator[tuple[LexborNode, bool]]:
    """Each node when it opens and when it closes, without recursion; tables and furniture in one step."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, opening = stack.pop()
        yield node, opening
        if opening and not node.is_text_node and not looks.is_apart(node):
            stack.append((node, False))
            if not _is_data_table(node):
                stack += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


def _open(node: LexborNode, walk: _Walk) -> None:
    name = (node.tag or "").lower()
    if node.is_text_node:
        walk.styles.add(" ".join(node.text_content.split("\n")) if node.text_content else "")
    elif walk.looks.is_apart(node):
        _open_apart(node, walk)
    elif name in INLINE_TAGS:
        _style(node, walk, 1)
    elif name == "img":
        if (said := own_words(node)) is not None:
            walk.pictures.append(said)
    elif name == "table" and _is_data_table(node):
        walk.flush()
        walk.made += _table(node, walk)
        walk.line = walk.made[-1].last if walk.made else walk.line
    else:
        walk.flush(keeping=name in ("p", "div"))
        walk.styles.struck += walk.looks.is_struck(node)
        if node.mem_id in walk.looks.notes.holders:
            mark = walk.looks.notes.holders[node.mem_id]
            walk.shape = Block(kind=BlockKind.NOTE, first=0, last=0, marker=mark)
        elif name in _HEADINGS:
            walk.shape = Block(kind=BlockKind.HEADING, first=0, last=0, level=_HEADINGS[name])
        elif name in ("ul", "ol"):
            walk.lists.append(listed(node))
        elif name == "li":
            walk.shape = _item(node, walk)
        elif name == "figcaption" and captions_picture(node):
            walk.shape = Block(kind=BlockKind.FIGURE, first=0, last=0)


def _open_apart(node: LexborNode, walk: _Walk) -> None:
    """Furniture goes aside, the mark of a note into the text; a link back from a note is no text."""
    if node.mem_id in walk.looks.furniture:
        walk.set_aside(node)
    elif node.mem_id in walk.looks.notes.marks:
        walk.styles.add_note(walk.looks.notes.marks[node.mem_id])


def _item(node: LexborNode, walk: _Walk) -> Block:
    marker = walk.lists[-1].mark(node) if walk.lists else BULLET
    return Block(kind=BlockKind.ITEM, first=0, last=0, level=max(0, len(walk.lists) - 1), marker=marker)


def _close(node: LexborNode, walk: _Walk) -> None:
    name = (node.tag or "").lower()
    if node.is_text_node:
        return
    if name in INLINE_TAGS:
        _style(node, walk, -1)
        return
    if name == "img":
        return
    walk.flush()
    walk.styles.struck -= walk.looks.is_struck(node)
    if name in ("ul", "ol") and walk.lists:
        walk.lists.pop()
        walk.shape = _paragraph(len(walk.lists))


def _style(node: LexborNode, walk: _Walk, step: int) -> None:
    name = (node.tag or "").lower()
    if walk.looks.is_struck(node):
        walk.styles.struck += step
    if name in ("b", "strong"):
        walk.styles.bold = max(0, walk.styles.bold + step)
    elif name in ("i", "em"):
        walk.styles.italic = max(0, walk.styles.italic + step)
    elif name == "a":
        walk.styles.href = real_address(node.attributes.get("href") or "") if step > 0 else ""


def _is_data_table(node: LexborNode) -> bool:
    return (node.tag or "").lower() == "table" and holds_data(node)


def _table(node: LexborNode, walk: _Walk) -> list[Block]:
    """A table as a block, or as the blocks of its rows where it only lays out prose."""
    cells, merged = grid(node)
    if is_frame(cells):
        return _framed(cells, walk)
    caption = node.css_first("caption")
    titled = _walked(caption, walk, walk.line) if caption is not None else []
    rows = _rows(cells, merged, walk, walk.line + len(titled) + 1)
    if not rows:
        return titled
    header = _header(node, rows)
    first, last = rows[0].first, rows[-1].last
    return [*titled, Block(kind=BlockKind.TABLE, first=first, last=last, rows=rows, header=header)]


def _framed(cells: Sequence[Sequence[LexborNode | None]], walk: _Walk) -> list[Block]:
    """The rows of a layout frame opened: the number on the first block of its row."""
    made: list[Block] = []
    line = walk.line
    for row in cells:
        number = cell_text(row[0]).rstrip(".")
        found: list[Block] = []
        for cell in row[1:] if ROW_NUMBER.fullmatch(number) else row:
            if cell is not None:
                found += _walked(cell, walk, found[-1].last if found else line)
        made += [
            replace(block, framed=True, number=number if index == 0 and ROW_NUMBER.fullmatch(number) else "")
            for index, block in enumerate(found)
        ]
        line = made[-1].last if made else line
    return made


def _rows(cells: Grid, merged: Grid, walk: _Walk, line: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    reaching: dict[int, Text] = {}
    for row, above in zip(cells, merged, strict=True):
        texts = tuple(_cell(cell, walk) if cell is not None else () for cell in row)
        reaching |= {cell.mem_id: text for cell, text in zip(row, texts, strict=True) if cell is not None}
        if any(texts):
            held = tuple(_value(reaching.get(cell.mem_id, ())) if cell is not None else () for cell in above)
            rows.append(Row(texts, line + len(rows), line + len(rows), merged=held if any(held) else ()))
    return tuple(rows)


def _value(text: Text) -> Text:
    """The text of a cell that reaches over several rows, as far as it can be a value of each."""
    return text if len(plain(text)) <= _LONGEST_VALUE else ()


def _cell(node: LexborNode, walk: _Walk) -> Text:
    """A cell's text: its paragraphs and items on lines of their own."""
    child = node.child
    is_plain = child is None or (child.is_text_node and child.next is None)
    said = node.text() or "" if is_plain else ""
    if is_plain and not (walk.styles.struck or walk.looks.is_struck(node) or has_marks(said)):
        return folded([Run(" ".join(said.split()))])  # most cells of most tables
    lines = (line for block in _walked(node, walk) for line in _lines(block))
    return stacked(line for line in lines if line.runs or line.marker)


def _lines(block: Block) -> Iterator[Block]:
    """A block of a cell; of a table inside it, a line for each row."""
    if block.kind is not BlockKind.TABLE:
        yield block
        return
    for row in block.rows:
        words = [cell for cell in row.cells if cell]
        runs = [run for cell in words for run in (*cell, Run(" "))][:-1]
        yield Block(kind=BlockKind.PARAGRAPH, first=row.first, last=row.last, runs=tuple(runs))


def _header(node: LexborNode, rows: tuple[Row, ...]) -> int:
    first = node.css_first("tr")
    if first is not None and first.css("th") and not first.css("td"):
        return 1
    return header_rows(rows)
