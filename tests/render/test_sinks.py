"""No text of a document, correction or setting becomes markup on a published page: each is read as printed.

The archive of these tests holds nothing but hostile words (`hostile_words`), in every field that can hold
a text; it is built once, with MkDocs and the site's own frame.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from archive_builder.problem import Problem, Severity
from archive_builder.settings import Settings, load
from tests.render import building, hostile_words
from tests.site import attributes

TOKEN = re.compile(r"hx\d+q ")


SHOWN = {
    *("Run.text", "Block.marker", "Block.number", "Source.file"),
    *("Document.title", "Document.organization", "Document.venue", "Document.authors", "Source.withheld"),
    *("Question.text", "Question.title", "Question.label", "Question.asked_by", "Question.answer_text"),
    *("Action.text", "Action.owners", "Action.corrected", "Decision.text", "Decision.identifier"),
    *("AgendaItem.text", "TrackerRow.text", "TrackerRow.meeting", "ProgrammeRow.text", "Attendance.name"),
    *("Attendance.role", "Person.name", "Person.other_names", "Role.role", "Body.name", "Topic.name"),
    *("Topic.about", "Abbreviation.short", "Abbreviation.meaning", "Aside.text", "Aside.note"),
    *("Link.reason", "Link.target_text", "Fidelity.lost", "Site.name", "Site.description", "Site.licence"),
    *("Problem.file", "Problem.message", "Problem.hint"),
}
"""What must have been seen on some page, so that nothing here is tested in vain."""


def settings(filler: hostile_words.Hostile) -> Settings:
    """Settings whose texts are hostile."""
    plain = load()
    words = {name: filler.text(f"Site.{name}") for name in ("name", "description", "licence")}
    return plain.model_copy(update={"site": plain.site.model_copy(update=words)})


def problems(filler: hostile_words.Hostile) -> list[Problem]:
    """Problems that quote a document and name a file."""
    return [
        filler.made(Problem("a.txt", 3, "undated", "a message", "a hint", severity))
        for severity in (Severity.ERROR, Severity.WARNING)
    ]


@pytest.fixture(scope="module")
def filler() -> hostile_words.Hostile:
    return hostile_words.Hostile()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, filler: hostile_words.Hostile) -> Path:
    """The hostile archive as a site."""
    archive, site = hostile_words.archive(filler), settings(filler)
    return building.built(tmp_path_factory.mktemp("sinks"), archive, site, problems(filler))


def read(page: LexborHTMLParser) -> Iterator[str]:
    """What a page says: in its text, its title, its labels, and its data for programs."""
    for script in page.css("script[type$=json]"):
        yield from strings(json.loads(script.text()))
    for node in page.css("[aria-label], [title], [content]"):
        yield from (str(node.attributes.get(name) or "") for name in ("aria-label", "title", "content"))
    page.strip_tags(["script"])
    yield from (node.text() for node in page.css("title, body"))


def strings(value: object) -> Iterator[str]:
    match value:
        case dict():
            yield from (text for key, part in value.items() for text in (*strings(key), *strings(part)))
        case list():
            yield from (text for part in value for text in strings(part))
        case str():
            yield value


def misread(said: str, signs: str) -> Iterator[str]:
    """Each place where hostile words begin and do not go on as they were put in; they may be cut."""
    said = folded(said)
    wanted = folded(signs)
    for match in TOKEN.finditer(said):
        here = said[match.end() :][: len(wanted)]
        cut = here.partition(" …")[0]
        if here != wanted and not (cut != here and wanted.startswith(cut)):
            yield said[match.start() :][: len(wanted) + 20]


def folded(text: str) -> str:
    return " ".join(text.casefold().replace(hostile_words.NO_SLASH, "/").split())


def test_no_page_has_an_attribute_of_a_document(built: Path) -> None:
    found = {
        f"{path.relative_to(built)}: {fault}"
        for path in built.rglob("*.html")
        for fault in attributes.faults(path.read_text("utf-8"))
    }
    assert found == set()


def test_every_page_says_the_words_as_they_were_put_in(built: Path, filler: hostile_words.Hostile) -> None:
    seen: set[str] = set()
    for path in built.rglob("*.html"):
        for said in read(LexborHTMLParser(path.read_text("utf-8"))):
            assert list(misread(said, filler.signs)) == [], path
            seen.update(filler.places[token.strip()] for token in TOKEN.findall(said.casefold()))
    assert SHOWN - seen == set()
