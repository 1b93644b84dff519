"""Kinds of page, or feed, that have one for each of their subjects: a document, a meeting, a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from archive_builder.model import Asset, Page
from archive_builder.render.context import Context

PageKind = Callable[[Context], Iterator[Page]]
"""Makes all pages of a kind."""
AssetKind = Callable[[Context], Iterator[Asset]]
"""The same of files that are no pages."""
Made = TypeVar("Made", Page, Asset)


@dataclass(frozen=True, slots=True)
class PerSubject(Generic[Made]):
    """A kind whose pages, or files, are made subject by subject, each without regard to the others.

    `made` is told its subject by a name, mostly an address, and looks up all else in the context. So what
    it looks up is all that its pages are made of (`render.observed`).
    """

    subjects: Callable[[Context], Iterable[str]]
    made: Callable[[str, Context], Iterator[Made]]

    def __call__(self, context: Context) -> Iterator[Made]:
        """Make those of all subjects."""
        for subject in self.subjects(context):
            yield from self.made(subject, context)
