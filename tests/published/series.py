"""A series of builds of one small archive of invented text documents, locked after each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from archive_builder import pipeline, published, render, settings
from archive_builder.model import Archive, Document, addresses
from archive_builder.problem import Problem

MINUTES = """{body}

{kind} of the Meeting

{day}

Attendance

Ann Lee (Chair) Bo Ray (Clerk)

{text}
"""
_IDS = re.compile(r'id="([^"]+)"|\{: #([^\s}]+)')


@dataclass(frozen=True)
class Site:
    """What a build publishes, as far as addresses go."""

    archive: Archive
    problems: tuple[Problem, ...]
    pages: dict[str, str]
    """The Markdown of each page by its address."""
    leads: dict[str, str]

    def answer(self, address: str) -> str:
        """Return the page that an address comes to; empty where nobody answers."""
        page, anchor = addresses.split(address)
        if page not in self.pages:
            if page not in self.leads:
                return ""
            page, other = addresses.split(self.leads[page])
            anchor = anchor or other
        body = self.pages.get(page, "")
        found = {one or other for one, other in _IDS.findall(body)}
        withdrawn = page in {tombstone.path for tombstone in self.archive.tombstones}
        return page if page in self.pages and (not anchor or anchor in found or withdrawn) else ""

    def document(self, path: str) -> Document:
        found = self.archive.document(path)
        assert found is not None, path
        return found

    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]


@dataclass
class Series:
    """A folder of documents, built again and again."""

    folder: Path
    config: str = ""
    day: date = date(2026, 1, 1)
    ever: dict[str, str] = field(default_factory=dict)
    """Every address that was published, with the words of its record."""

    def write(self, name: str, text: str, day: str = "12 March 2024", **facts: str) -> None:
        made = {"body": "Fenny Board", "kind": "Minutes", **facts}
        (self.folder / name).write_text(MINUTES.format(text=text, day=day, **made), "utf-8")

    def correct(self, name: str, yaml: str) -> None:
        path = self.folder / "corrections" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml, "utf-8")

    def build(self, *, lock: bool = True) -> Site:
        toml = self.folder.parent / "archive.toml"
        toml.write_text(self.config, "utf-8")
        made = settings.load(toml)
        gathered = pipeline.gather([self.folder], made)
        archive = gathered.archive
        pages = {page.path: page.body for page in render.pages(archive, gathered.problems, made)}
        site = Site(
            archive,
            gathered.problems,
            pages,
            {lead.old: lead.new for lead in published.leads(archive, pages)},
        )
        if lock:
            self.lock(site)
        return site

    def lock(self, site: Site) -> None:
        published.write(published.renewed(site.archive, self.day), self.folder)
        self.ever.update(dict.fromkeys(site.archive.page_addresses(), ""))
        self.ever.update(dict.fromkeys((path for path in site.pages if path.count("/") == 3), ""))
        for document, record in site.archive.each():
            self.ever[document.id_of(record)] = record.text
        for document in site.archive.documents:
            for question in document.questions:
                if question.answer is not None:
                    self.ever[addresses.record(document.path, question.answer_anchor)] = question.answer_text

    def unanswered(self, site: Site) -> list[str]:
        return [address for address in self.ever if not site.answer(address)]
