"""What a PDF prints on every page around its text: running heads and feet, page numbers.

Set aside by name: `running-head`, `running-foot` and `page-number`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from archive_builder.read.pdf.lines import Line, merged
from archive_builder.read.pdf.measures import MEASURES

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–|]?\s*(?:page\s*)?\d{1,4}\s*[-–|]?(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*\|?\s*p\s*a\s*g\s*e)?",
    re.IGNORECASE,
)
_PRINTERS_SLUG = re.compile(
    r".*\.(?:indd|qxd|pdf)\b.*\d{1,2}:\d\d.*|.*\d\d/\d\d/\d{4}\s+\d\d:\d\d\s+page\s+\d+", re.IGNORECASE
)
Rows = Sequence[Sequence[Line]]


def is_printers_note(text: str) -> bool:
    """True if a line only tells a printer which file it is and when it was made."""
    return bool(_PRINTERS_SLUG.fullmatch(text.strip()))


def furniture(pages: Sequence[Rows], heights: Sequence[float]) -> dict[tuple[int, int], str]:
    """The rule that sets a row aside, by the index of its page and its index on the page."""
    places: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    found: dict[tuple[int, int], str] = {}
    for page, rows in enumerate(pages):
        for index, row in enumerate(rows):
            line = merged(row)
            edge = _edge(line, heights[page])
            if not edge:
                continue
            if _PAGE_NUMBER.fullmatch(line.text) and _outermost(rows, index, edge):
                found[page, index] = "page-number"
            elif is_printers_note(line.text):
                found[page, index] = edge
            else:
                key = f"{edge} {re.sub(r'[0-9]+', '#', line.text.casefold())}"
                places[key].append((page, index, line.baseline))
    for key, stood in places.items():
        if _counts_parts(key, [(page, merged(pages[page][index]).text) for page, index, _ in stood]):
            continue
        for page, index, baseline in stood:
            near = {other for other, _, at in stood if abs(at - baseline) <= MEASURES.head_shift}
            if len(near) >= _enough(len(pages)):
                found[page, index] = key.split(" ", 1)[0]
    return found


def _counts_parts(key: str, lines: Sequence[tuple[int, str]]) -> bool:
    """Whether each of some lines like one another begins a part of its own: "Question 1", "Question 2".

    Their numbers differ, and do not count the pages.
    """
    if not _WORD_AND_NUMBER.fullmatch(key):
        return False
    numbers = [int(re.sub(r"\D", "", text)) for _, text in lines]
    offsets = {number - page for number, (page, _) in zip(numbers, lines, strict=True)}
    return len(set(numbers)) == len(numbers) and len(offsets) > 1


_WORD_AND_NUMBER = re.compile(r"running-head [^\W\d_]+ #")
"""A line of a word and a number at the head of a page, as the key of lines that are like it."""


def _enough(pages: int) -> int:
    """On how many pages a line must be repeated: two, or a quarter of a long document's."""
    return max(MEASURES.fewest_heads, int(pages * MEASURES.head_pages))


def _edge(line: Line, height: float) -> str:
    if line.bottom < height * MEASURES.edge:
        return "running-head"
    return "running-foot" if line.top > height * (1 - MEASURES.edge) else ""


def _outermost(rows: Rows, index: int, edge: str) -> bool:
    """True if few rows stand between this one and the page's end."""
    outside = index if edge == "running-head" else len(rows) - 1 - index
    return outside < MEASURES.outer_rows
