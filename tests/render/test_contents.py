"""The list of contents does not shout: capitals stay on the page, and become small letters in the list."""

from __future__ import annotations

import markdown
import pytest

from archive_builder.model import Archive, Heading
from archive_builder.render import pages
from archive_builder.render.document_text.passages import text_of
from archive_builder.render.lookups import context
from archive_builder.settings import load
from tests import factories
from tests.render import site


def contents(words: str) -> tuple[str, str]:
    """How a heading of a document stands on its page, and in the list of contents."""
    found = Heading(anchor="item-1", text=words, level=1, block=0)
    document = factories.document([factories.heading(words)], headings=(found,))
    names, configured = site.extensions()
    page = markdown.Markdown(extensions=names, extension_configs=configured)
    shown = page.convert(text_of(document, context(Archive(documents=(document,)), (), load())))
    (token,) = page.toc_tokens  # type: ignore[attr-defined]
    return " ".join(site.html(shown).text().split()), token["name"]


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        ("APOLOGIES FOR ABSENCE", "Apologies for Absence"),
        ("CLOSE", "Close"),
        ("HMICFRS UPDATE", "HMICFRS Update"),
        ("Matters arising", "Matters arising"),
        ('THE "NEW" PLAN', 'THE "NEW" PLAN'),
        ("FEES { .x } AND CHARGES", "FEES { .x } AND CHARGES"),
    ],
)
def test_capitals_stay_on_the_page_and_not_in_the_contents(printed: str, listed: str) -> None:
    shown, name = contents(printed)
    assert shown.split() == printed.split()
    assert name.replace("&quot;", '"') == listed


def test_a_place_in_capitals_does_not_shout_among_the_facts() -> None:
    document = factories.document([factories.paragraph("Words.")], venue="OXMERE TOWN HALL")
    made = {page.path: page for page in pages(Archive(documents=(document,)), (), load())}
    assert ":   Oxmere Town Hall" in made[document.path].body
