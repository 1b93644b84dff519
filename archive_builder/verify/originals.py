"""Whether each original is the file that was read, and holds each quotation where the site says it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from archive_builder.model import REDACTED, Block
from archive_builder.problem import Problem, Severity
from archive_builder.text.words import stand_in_order, words
from archive_builder.verify.quotations import PublishedOriginal, Quotation

Line = tuple[int, int, list[str]]
"""The first and last line of a passage of an original, with its words."""


def check(
    site: Path, original: PublishedOriginal, blocks: Sequence[Block] | None, quoted: Sequence[Quotation]
) -> Iterator[Problem]:
    """Yield what does not stand of one original and the quotations from it."""
    if not _is_as_published(site, original):
        message = f"the original of {original.file} is not the file that was read: its SHA-256 is not {original.sha256}"
        hint = "take the site from where it was published, and check again"
        yield Problem(original.address, 1, "changed-original", message, hint, Severity.ERROR)
    if blocks is None:
        if quoted:
            message = f"the original cannot be read here; {len(quoted)} quotations from it are not compared"
            hint = "its SHA-256 is compared all the same"
            yield Problem(original.address, 1, "unread-original", message, hint)
        return
    lines = list(_lines(blocks))
    for quotation in quoted:
        if not _stands(quotation, lines) and not _is_put_right(quotation, original):
            message = (
                f"“{_shortened(quotation.words)}” does not stand at {quotation.where} of the original, "
                f"as {quotation.id} says"
            )
            hint = f"compare the original with {quotation.data_file}"
            place = quotation.first
            yield Problem(original.address, place, "quotation-not-in-original", message, hint, Severity.ERROR)


def _is_as_published(site: Path, original: PublishedOriginal) -> bool:
    try:
        with (site / original.address).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == original.sha256
    except OSError:
        return False


def _lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """The passages of an original: rows of tables one by one, for a record may stand in one row."""
    for block in blocks:
        if block.rows:
            for row in block.rows:
                yield row.first, row.last, words(" ".join(row.texts))
        else:
            yield block.first, block.last, words(block.marked_words)


def _stands(quotation: Quotation, lines: Sequence[Line]) -> bool:
    """True if the words of a quotation stand in order at its lines; other words may stand between them.

    Of a redacted document the published file has something else in the place of what was taken out.
    """
    there = [
        word
        for first, last, held in lines
        if first <= quotation.last and last >= quotation.first
        for word in held
    ]
    return stand_in_order(words(REDACTED.sub(" ", quotation.words)), there)


def _is_put_right(quotation: Quotation, original: PublishedOriginal) -> bool:
    """True if somebody put the text right by hand at its lines: the page of the document tells what and why."""
    return any(quotation.first <= line <= quotation.last for line in original.put_right)


def _shortened(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"
