"""A document's numbers as lists that an OpenDocument word processor counts, those of headings by its outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from odfdo import Document, Element

from archive_builder.model import Block, BlockKind
from tests.formats.automatic import Level, Numbered, levels, rows_numbered

HEADINGS = 4
"""Levels of headings, whose outline is written out."""


class OpenNumbers:
    """The lists of one OpenDocument text; their styles are added to the document at the end."""

    def __init__(self, found: Sequence[tuple[Block, Numbered | None]]) -> None:
        self.places = {id(block): place for block, place in found if place}
        self.styles: dict[tuple[Level, ...], str] = {}
        self.begun: set[str] = set()
        self.frames = 0
        self.outline = dict(self._outline(found))
        self.counted: set[int] = set()
        """The headings' lists that have begun."""

    def _outline(self, found: Sequence[tuple[Block, Numbered | None]]) -> Iterator[tuple[int, Level]]:
        """The form of each level of headings, where one form is all that a list of them holds."""
        known: set[int] = set()
        for block, place in found:
            if place and block.kind is BlockKind.HEADING and block.level not in known:
                made = levels(place.series, self.places.values())
                if len(made) == 1:
                    known.add(block.level)
                    yield block.level, made[0]

    def placed(self, made: Element, block: Block) -> Element:
        """A paragraph or heading as it stands in its list."""
        place = self.places.get(id(block))
        if block.kind is BlockKind.HEADING and block.level in self.outline:
            whole = levels(place.series, self.places.values()) if place else ()
            if place is None or len(whole) > 1 or _shape(whole[0]) != _shape(self.outline[block.level]):
                made.set_attribute("text:is-list-header", "true")
            else:
                if place.starts and self.counted:
                    made.set_attribute("text:restart-numbering", "true")
                    made.set_attribute("text:start-value", str(place.starts[0]))
                self.counted.add(place.series)
                return made
        if place is None:
            return made
        return self._listed(
            str(place.series), levels(place.series, self.places.values()), place.form.depth, made
        )

    def rows(self, numbers: Sequence[str]) -> list[Element]:
        """What stands in the first cells of a frame's rows."""
        placed = rows_numbered(numbers)
        self.frames += 1
        made = []
        for place in placed:
            paragraph = Element.from_tag("text:p")
            if place:
                whole = levels(place.series, [each for each in placed if each])
                paragraph = self._listed(f"row{self.frames}-{place.series}", whole, 0, paragraph)
            made.append(paragraph)
        return made

    def _listed(self, key: str, whole: tuple[Level, ...], depth: int, inner: Element) -> Element:
        """A list of one item, which carries on the list of that name where it has begun."""
        style = self.styles.setdefault(whole, f"Numbers{len(self.styles)}")
        made = inner
        for _ in range(depth + 1):
            item = Element.from_tag("text:list-item")
            item.append(made)
            made = Element.from_tag("text:list")
            made.append(item)
        made.set_attribute("text:style-name", style)
        if key in self.begun:
            made.set_attribute("text:continue-list", f"list{key}")
        else:
            made.set_attribute("xml:id", f"list{key}")
            self.begun.add(key)
        return made

    def write_styles(self, document: Document) -> None:
        into = document.get_part("content").get_element("//office:automatic-styles")
        for whole, name in self.styles.items():
            inner = "".join(
                _level("text:list-level-style-number", depth, level) for depth, level in enumerate(whole)
            )
            into.append(Element.from_tag(f'<text:list-style style:name="{name}">{inner}</text:list-style>'))
        plain = '<text:outline-level-style text:level="{}" style:num-format=""/>'
        inner = "".join(
            _level("text:outline-level-style", level - 1, self.outline[level])
            if level in self.outline
            else plain.format(level)
            for level in range(1, HEADINGS + 1)
        )
        outline = Element.from_tag(f'<text:outline-style style:name="Outline">{inner}</text:outline-style>')
        document.get_part("styles").get_element("//office:styles").append(outline)


def _shape(level: Level) -> tuple[str, str, str]:
    return level.figures, level.before, level.after


def _level(tag: str, depth: int, level: Level) -> str:
    shown = ' text:display-levels="2"' if level.under else ""
    return (
        f'<{tag} text:level="{depth + 1}" style:num-format="{level.figures}" text:start-value="{level.start}"'
        f' style:num-prefix="{escape(level.before)}" style:num-suffix="{escape(level.after)}"{shown}/>'
    )
