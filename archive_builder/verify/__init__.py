"""Checks a published site by itself: its files, its originals, and that each quotation stands where it is said to.

It takes nothing but the site: what it says is held against what it publishes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archive_builder.model import Block
from archive_builder.problem import Problem, Severity
from archive_builder.verify import manifest, originals, published_pages
from archive_builder.verify.quotations import (
    PublishedOriginal,
    Quotation,
    SiteError,
    read_originals,
    read_quotations,
)

__all__ = ["PublishedOriginal", "SiteError", "Verified", "check_site", "read_originals"]


@dataclass(slots=True)
class Verified:
    """What was checked, and what does not stand."""

    problems: list[Problem] = field(default_factory=list)
    files: int = 0
    originals: int = 0
    quotations: int = 0
    """Those that were looked for in their original."""
    not_published: int = 0
    """Quotations whose original is not published: they are looked for on their page alone."""

    @property
    def stands(self) -> bool:
        """True if nothing was found that does not stand."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def check_site(
    site: Path, held: Sequence[PublishedOriginal], readings: Iterator[Sequence[Block] | None]
) -> Verified:
    """Check the files, originals and quotations of a site.

    `held` are its originals and `readings` the blocks that each of them is read into, in the same order;
    None for one that cannot be read here. Reports, as errors, missing-file, changed-file, unlisted-file,
    changed-original, quotation-not-in-original and quotation-not-on-page; as warnings, no-manifest and
    unread-original.
    """
    found = Verified(originals=len(held))
    found.files, problems = manifest.compare(site)
    found.problems += problems
    quotations = read_quotations(site)
    by_document: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        by_document.setdefault(quotation.document, []).append(quotation)
    for original, blocks in zip(held, readings, strict=True):
        quoted = [each for path in original.documents for each in by_document.get(path, ())]
        found.problems += originals.check(site, original, blocks, quoted)
        found.quotations += len(quoted)
    found.not_published = len(quotations) - found.quotations
    found.problems += published_pages.check(site, quotations)
    return found
