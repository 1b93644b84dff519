"""The glossary: the acronyms that the documents define, from A to Z, with where they are defined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive_builder.lang.interface import count, listed, say
from archive_builder.model import Abbreviation, Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.tally import grouped
from archive_builder.render.templating import Written, fill
from archive_builder.text.slugs import slug

PAGE = addresses.GLOSSARY
SHOWN = 3
"""Maximum number of defining documents that are named for one meaning."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An acronym with each of its meanings and where that is defined."""

    short: str
    anchor: str
    meanings: tuple[tuple[str, Written], ...]


def pages(context: Context) -> Iterator[Page]:
    """`glossary/`."""
    entries = list(_entries(context))
    number = count(len(entries), "acronym")
    yield Page(
        path=PAGE,
        title=say("pages.glossary.title"),
        front={
            "description": say("pages.glossary.description", number=number),
            "hide": ["toc"],  # the letters stand above the list already
        },
        body=fill(
            "glossary",
            PAGE,
            number=number,
            single=len(entries) == 1,
            letters=[
                (letter, addresses.glossary_letter(_part(letter)), held)
                for letter, held in grouped(entries, lambda entry: _letter(entry.short)).items()
            ],
        ),
    )


def anchor(short: str) -> str:
    """The anchor of an acronym on the page; the same for all spellings that differ only in capitals."""
    return addresses.glossary_term(_part(short))


def _part(text: str) -> str:
    """Return the part of an anchor that stands for a text; code points where it has no Latin letters."""
    latin = any(c.isascii() and c.isalnum() for c in text)
    return slug(text) if latin else "-".join(f"{ord(c):x}" for c in text.lower())


def _entries(context: Context) -> Iterator[Entry]:
    """Return an entry for each anchor: acronyms that differ only in capitals share one."""
    for place, meanings in grouped(context.archive.glossary, lambda made: anchor(made.short)).items():
        shorts = list(dict.fromkeys(meaning.short for meaning in meanings))
        yield Entry(
            listed(shorts, "or"),
            place,
            tuple((meaning.meaning, _where(meaning, context)) for meaning in meanings),
        )


def _letter(short: str) -> str:
    first = short[0].upper()
    return first if first.isalpha() else "0–9"


def _where(meaning: Abbreviation, context: Context) -> Written:
    """The newest documents that define it so."""
    documents = [context.archive.document(path) for path in reversed(meaning.documents)]
    held = [document for document in documents if document]
    named = [markdown.link(wording.full_title(d), PAGE, d.path) for d in held[:SHOWN]]
    more = len(held) - len(named)
    if more > 0:
        named.append(count(more, "other_document"))
    return Written(listed(named))
