"""The glossary: the acronyms that the documents define, and terms that come with the program, from A to Z."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive_builder.lang import glossary as shipped
from archive_builder.lang.glossary import Term
from archive_builder.lang.interface import count, listed, say
from archive_builder.model import Abbreviation, Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.tally import grouped
from archive_builder.render.templating import Written, fill
from archive_builder.text.acronyms import meaning_key
from archive_builder.text.slugs import slug

PAGE = addresses.GLOSSARY
SHOWN = 3
"""Maximum number of defining documents that are named for one meaning."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An acronym or a word with what the documents say that it means, then what the program says."""

    short: str
    anchor: str
    defined: tuple[tuple[str, Written], ...]
    """Each meaning that documents define, with where."""
    general: tuple[str, ...]
    """What the program says of it, a passage for each meaning."""


def pages(context: Context) -> Iterator[Page]:
    """`glossary/`."""
    entries = list(_entries(context))
    defined = sum(bool(entry.defined) for entry in entries)
    number = count(defined, "acronym")
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
            defined=defined,
            general=count(len(entries) - defined, "term"),
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
    defined = grouped(context.archive.glossary, lambda made: anchor(made.short))
    general = grouped(shipped.terms(), lambda term: anchor(term.short))
    names = {place: made[0].short for place, made in general.items()}
    names |= {place: made[0].short for place, made in defined.items()}
    for place in sorted(names, key=lambda place: (names[place].casefold(), place)):
        yield _entry(place, defined.get(place, []), general.get(place, []), context)


def _entry(place: str, defined: Sequence[Abbreviation], general: Sequence[Term], context: Context) -> Entry:
    shorts = [made.short for made in defined] or [term.short for term in general]
    known = {meaning_key(meaning.meaning) for meaning in defined}
    return Entry(
        listed(list(dict.fromkeys(shorts)), "or"),
        place,
        tuple((meaning.meaning, _where(meaning, context)) for meaning in defined),
        tuple(_general(term, meaning_key(term.meaning) in known) for term in general),
    )


def _general(term: Term, is_defined: bool) -> str:
    """Return what the program says of a term; what it stands for only where no document says it."""
    meaning = "" if is_defined or not term.meaning else f"{wording.capital(term.meaning)}. "
    return f"{meaning}{term.about}"


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
