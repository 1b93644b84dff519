"""Whether each quotation stands on its page of the site, at its anchor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.model import addresses
from archive_builder.problem import Problem, Severity
from archive_builder.text.words import stand_in_order, words
from archive_builder.verify.quotations import Quotation


def check(site: Path, quotations: Sequence[Quotation]) -> Iterator[Problem]:
    """Yield the quotations that their pages do not hold, page by page."""
    by_page: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        by_page.setdefault(addresses.page_of(quotation.id), []).append(quotation)
    for page, quoted in by_page.items():
        file = f"{page}index.html"
        held = _anchors(site / file)
        for quotation in quoted:
            if not stand_in_order(words(quotation.words), held.get(quotation.anchor, [])):
                message = f"“{quotation.words[:120]}” does not stand at #{quotation.anchor} of this page"
                hint = f"compare the page with {quotation.data_file}"
                yield Problem(file, 1, "quotation-not-on-page", message, hint, Severity.ERROR)


def _anchors(file: Path) -> dict[str, list[str]]:
    """Return the words at each anchor of a page; of one that marks a place, those of the element around it."""
    try:
        tree = LexborHTMLParser(file.read_text("utf-8", errors="replace"))
    except OSError:
        return {}
    return {str(node.attributes["id"]): _words(node) for node in tree.css("main [id]")}


def _words(node: LexborNode) -> list[str]:
    said = words(node.text())
    return said if said or node.parent is None else words(node.parent.text())
