"""Names side by side without labels, which may be two lists or the rows of a table: named as not sure.

Geometry is the same for both, so such rows are read across, and a warning says where.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive_builder.read.outcome import Doubt
from archive_builder.read.pdf.lines import Line
from archive_builder.read.pdf.measures import MEASURES

Row = Sequence[Line]
_HINT = (
    "compare these lines with the original; lists are read down where each has a label above it, such as "
    "Present: or Apologies:"
)


def unsure_rows(rows: Sequence[Row]) -> Iterator[int]:
    """Yield the number, from 0, of the first row of each stretch of rows that may be lists side by side.

    Its rows have as many entries, each below the one before: two words or a few, with capitals, no figures.
    """
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and _has_names(rows[end]) and _stands_below(rows[at], rows[end]):
            end += 1
        if end - at >= MEASURES.fewest_unsure_rows:
            yield at
        at = max(end, at + 1)


def _has_names(row: Row) -> bool:
    return len(row) > 1 and all(_may_be_name(line.text) for line in row)


def _may_be_name(text: str) -> bool:
    words = text.split()
    is_short = MEASURES.shortest_name <= len(words) <= MEASURES.longest_name
    is_figure = any(sign.isdigit() for sign in text)
    is_sentence = text.endswith((":", ";", "?", "!"))
    return is_short and not is_figure and not is_sentence and all(map(_is_capital, (words[0], words[-1])))


def _is_capital(word: str) -> bool:
    return word.lstrip("(")[:1].isupper()


def _stands_below(first: Row, row: Row) -> bool:
    """True if each entry of a row begins where that of the first row does."""
    places = zip(first, row, strict=False)
    return len(first) == len(row) and all(
        abs(above.x0 - below.x0) < MEASURES.straight for above, below in places
    )


def unsure_lists(page: int, lines: Sequence[Line]) -> Doubt:
    """The warning that names side by side on a page, from each of some lines on, may be lists."""
    named = ", ".join(f"“{line.text}”" for line in lines)
    message = (
        f"not sure on page {page} whether names side by side are lists or the rows of a table; "
        f"they are read across, from {named} on"
    )
    return Doubt("not-sure", message, _HINT, lines[0].number)
