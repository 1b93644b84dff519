"""What pages say of themselves besides what their kind says: feeds, calendars, schema.org, acronyms.

It stands in their front matter and is shown by the frame in the theme; a page's text does not hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive_builder.lang import glossary as shipped
from archive_builder.lang.interface import say
from archive_builder.model import Abbreviation, Document, Page, addresses
from archive_builder.model.deadlines import find_due
from archive_builder.render import schema
from archive_builder.render.context import Context
from archive_builder.render.follow import calendars
from archive_builder.render.follow.feeds import feeds
from archive_builder.render.page_kinds import glossary
from archive_builder.render.records.tally import grouped
from archive_builder.text.acronyms import is_short

_TERM = re.compile(r"\b[A-Z0-9][\w&/.-]*[A-Za-z0-9]")
"""What can be an acronym; it covers all that text.acronyms finds."""


PROBLEMS = addresses.PROBLEMS
"""Where the hand-written page about the archive sends those who found an error."""


def add_heads(pages: Iterable[Page], context: Context) -> Iterator[Page]:
    """The pages with all that can be followed, looked up or described from each."""
    for page in pages:
        more: dict[str, object] = {}
        document = context.archive.document(page.path)
        if followed := context.table(_follow).get(page.path):
            more["follow"] = followed
        if context.contact and (document or page.path in context.meetings or page.path == PROBLEMS):
            more["report"] = context.contact
        described = schema.describe(page.path, context)
        if described:
            more["schema"] = described
        terms = _terms(document, context.table(_meanings)) if document else {}
        if terms:
            more["terms"] = terms
        if "description" in page.front:
            more["description"] = _ADDRESS.sub("…", str(page.front["description"]))
        yield replace(page, front={**page.front, **more}) if more else page


_ADDRESS = re.compile(r"\S*(?:://|@)\S*")
"""Left out of descriptions: what a search engine or a messenger shows of a page, it makes a link of."""


def _follow(context: Context) -> dict[str, list[dict[str, str]]]:
    """Feeds and calendars by the page that they belong to: what they are called, where they are, their type.

    What a page's own text links to (`within`) is not shown again at its foot.
    """
    found: dict[str, list[dict[str, str]]] = {}
    for feed in feeds(context):
        entry = {
            "name": say("follow.feed", title=feed.title),
            "path": feed.path,
            "type": "application/atom+xml",
        }
        found.setdefault(feed.page, []).append(entry)
    for body in calendars.with_meetings(context):
        name = say("follow.calendar_of_body", body=body.name)
        found.setdefault(body.path, []).append(_calendar(name, addresses.calendar_of_body(body.slug)))
    for meeting in context.archive.meetings:
        where = addresses.calendar_of_meeting(meeting.path)
        found.setdefault(meeting.path, []).append(
            {**_calendar(say("follow.add_to_calendar"), where), "within": "facts"}
        )
    if any(due.day for due in find_due(context.archive)):
        found.setdefault(addresses.DUE, []).append(
            _calendar(say("follow.calendar_of_due"), addresses.DUE_CALENDAR)
        )
    if context.archive.meetings:
        found.setdefault(addresses.MEETINGS, []).append(
            _calendar(say("follow.calendar_of_all"), addresses.ALL_CALENDAR)
        )
    return found


def _calendar(name: str, path: str) -> dict[str, str]:
    return {"name": name, "path": path, "type": "text/calendar"}


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What an acronym stands for, with the documents that define it so and their bodies."""

    words: str
    documents: frozenset[str]
    bodies: frozenset[str]


Meanings = Mapping[str, Sequence[_Meaning]]
"""By acronym."""


def _meanings(context: Context) -> Meanings:
    """What the documents define, and of what none defines what the program says."""
    general = {
        short: [_Meaning(_in_general(words), frozenset(), frozenset()) for words in said]
        for short, said in shipped.meanings().items()
    }
    made = grouped(context.archive.glossary, lambda abbreviation: abbreviation.short)
    return {
        **general,
        **{short: [_defined(each, context) for each in found] for short, found in made.items()},
    }


def _in_general(words: str) -> str:
    return say("pages.glossary.not_from_documents", meaning=words)


def _defined(abbreviation: Abbreviation, context: Context) -> _Meaning:
    documents = [context.archive.document(path) for path in abbreviation.documents]
    bodies = frozenset(document.body for document in documents if document and document.body)
    return _Meaning(abbreviation.meaning, frozenset(abbreviation.documents), bodies)


def _terms(document: Document, meanings: Meanings) -> dict[str, dict[str, object]]:
    """The acronyms that a document uses: what each means, and its place in the glossary.

    A document's own words or its pack's count first, then those of its body, else those of any document.
    A plural is looked up as it stands, then without its s.
    """
    terms: dict[str, dict[str, object]] = {}
    for word in sorted(_used(document)):
        short = word if word in meanings else word.removesuffix("s")
        if known := meanings.get(short):
            words = [meaning.words for meaning in _nearest(known, document)]
            terms[word] = {"meanings": words, "place": glossary.anchor(short)}
    return terms


def _nearest(known: Sequence[_Meaning], document: Document) -> Sequence[_Meaning]:
    """Return the meanings of the document or its pack; else of its body; else all."""
    own = {document.path, document.part_of} - {""}
    here = [meaning for meaning in known if meaning.documents & own]
    of_body = [meaning for meaning in known if document.body in meaning.bodies]
    return here or of_body or known


def _used(document: Document) -> set[str]:
    words: set[str] = set()
    for block in document.blocks:
        words.update(_TERM.findall(block.text))
        for row in block.rows:
            for text in row.texts:
                words.update(_TERM.findall(text))
    return {word for word in words if is_short(word)}
