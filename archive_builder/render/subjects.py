"""Kinds of page that have a page for each of their subjects: a document, a meeting, a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archive_builder.model import Page
from archive_builder.render.context import Context

PageKind = Callable[[Context], Iterator[Page]]
"""Makes all pages of a kind."""


@dataclass(frozen=True, slots=True)
class PerSubject:
    """A kind of page whose pages are made subject by subject, each without regard to the others.

    `pages` is told its subject by a name, mostly an address, and looks up all else in the context. So what
    it looks up is all that its pages are made of (`render.observed`).
    """

    subjects: Callable[[Context], Iterable[str]]
    pages: Callable[[str, Context], Iterator[Page]]

    def __call__(self, context: Context) -> Iterator[Page]:
        """Make the pages of all subjects."""
        for subject in self.subjects(context):
            yield from self.pages(subject, context)
