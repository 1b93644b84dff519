"""A few words with a link in their midst, written as Markdown or, inside tables, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive_builder.render.document_text import markdown


@dataclass(frozen=True, slots=True)
class Phrase:
    """`before`, the linked `words`, `after`; without a target nothing is linked."""

    before: str
    words: str = ""
    target: str = ""
    after: str = ""

    def markdown(self, page: str) -> str:
        words = markdown.link(self.words, page, self.target) if self.target else markdown.escape(self.words)
        return self._joined(markdown.escape(self.before), words, markdown.escape(self.after))

    def html(self, page: str) -> str:
        words = markdown.raw(self.words)
        if self.target:
            words = f'<a href="{markdown.attribute(markdown.to_page(page, self.target))}">{words}</a>'
        return self._joined(markdown.raw(self.before), words, markdown.raw(self.after))

    def _joined(self, before: str, words: str, after: str) -> str:
        return f"{before} {words}".strip() + after


def line(phrases: Sequence[Phrase], page: str) -> str:
    """Phrases on one line of Markdown."""
    return " · ".join(phrase.markdown(page) for phrase in phrases)
