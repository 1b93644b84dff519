"""Pictures of a PDF: which of its images a reader would miss, and where they stand among the text."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pdfplumber.page import Page

from archive_builder.model import Block, BlockKind, Run
from archive_builder.read.pdf.flow import Placed
from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.tags import NO_TAG, PageTags


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on a page, and the words that the tag tree has for it."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    said: str = ""

    @property
    def place(self) -> tuple[int, ...]:
        return tuple(
            round(edge / MEASURES.picture_step) for edge in (self.x0, self.top, self.x1, self.bottom)
        )


def pictures(page: Page, letters: Sequence[Glyph], known: PageTags, number: int) -> list[Picture]:
    """The images of a page that are large enough, no ground of it and under no text."""
    found = [
        Picture(
            number, float(image["x0"]), float(image["top"]), float(image["x1"]), float(image["bottom"]),
            said=known.get(image["mcid"], NO_TAG).said if image.get("mcid") is not None else "",
        )
        for image in page.images
    ]  # fmt: skip
    return [image for image in _whole(found) if _counts(image, page, letters)]


def _whole(found: Sequence[Picture]) -> list[Picture]:
    """Pictures put together that were cut into strips."""
    made: list[Picture] = []
    for image in sorted(found, key=lambda image: (image.x0, image.x1, image.top)):
        above = made[-1] if made else None
        if (
            above is not None
            and max(abs(above.x0 - image.x0), abs(above.x1 - image.x1)) < MEASURES.strip_edge
            and abs(image.top - above.bottom) < MEASURES.strip_gap
        ):
            made[-1] = replace(above, bottom=image.bottom, said=above.said or image.said)
        else:
            made.append(image)
    return made


def _counts(image: Picture, page: Page, letters: Sequence[Glyph]) -> bool:
    wide, high = image.x1 - image.x0, image.bottom - image.top
    covers_page = wide >= MEASURES.whole_page * page.width and high >= MEASURES.whole_page * page.height
    if min(wide, high) < MEASURES.smallest_picture or covers_page:
        return False
    over = sum(
        image.x0 < glyph.middle[0] < image.x1 and image.top < glyph.middle[1] < image.bottom
        for glyph in letters
    )
    return over <= MEASURES.most_letters_over


def once(found: Sequence[Sequence[Picture]]) -> list[Picture]:
    """The pictures of all pages but those that stand at one place of several pages: a letterhead."""
    every = list(itertools.chain.from_iterable(found))
    stands = Counter(image.place for image in every)
    return sorted(
        (image for image in every if stands[image.place] == 1),
        key=lambda image: (image.page, image.top, image.x0),
    )


def with_pictures(text: Sequence[Placed], found: Sequence[Picture]) -> list[Placed]:
    """Blocks in reading order with each picture behind the text that it stands below."""
    made = list(text)
    for image in found:
        at = _behind(made, image)
        near = made[at - 1] if at else made[at] if made else None
        line = 1 if near is None else near.block.last if at else near.block.first
        runs = (Run(image.said),) if image.said else ()
        figure = Block(kind=BlockKind.FIGURE, runs=runs, first=line, last=line, page=image.page)
        made.insert(at, Placed(figure))
    return made


def _behind(text: Sequence[Placed], image: Picture) -> int:
    """Where in the reading order a picture belongs: below the lowest text above it in its column."""
    above: tuple[float, int] | None = None
    start = 0
    for index, each in enumerate(text):
        page = each.lines[-1].page if each.lines else each.block.page or 0
        if page < image.page or (page == image.page and not each.lines):
            start = index + 1 if page < image.page else start
            continue
        if page > image.page:
            break
        lowest = image.top + MEASURES.over_picture
        lines = [line for line in each.lines if line.page == image.page and line.bottom <= lowest]
        across = any(line.x0 < image.x1 and line.x1 > image.x0 for line in lines)
        if across and (above is None or lines[-1].bottom >= above[0]):
            above = (lines[-1].bottom, index + 1)
    if above is None:
        return start
    at = above[1]
    while at < len(text) and text[at].block.kind is BlockKind.FIGURE:
        at += 1
    return at
