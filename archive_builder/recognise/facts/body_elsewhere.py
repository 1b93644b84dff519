"""Names of bodies outside the lines of a head: in its fields, running heads, the names of page, file and folder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_builder.recognise.facts.body_looks import cased, name_features
from archive_builder.recognise.facts.body_name import names_in
from archive_builder.recognise.facts.body_of_site import find_of_site, title_parts
from archive_builder.recognise.facts.candidate import Candidate, candidate
from archive_builder.recognise.facts.view import View
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.text.words import folded

_BODY_FIELDS = (
    "committee",
    "board",
    "body",
    "group",
    "panel",
    "name of committee",
    "meeting",
    "meeting of",
    "title of meeting",
    "meeting title",
    "name of meeting",
    "project",
)
"""Fields of a head that name the body."""
_FRONT_FIELDS = ("body", "committee", "board", "council", "organisation", "organization")
_DESCRIPTIONS = ("description", "summary", "subtitle", "excerpt")
"""Values of a page's front matter that may name the body."""


def find_elsewhere(view: View) -> Iterator[Candidate]:
    """Names in running heads, the page's title, the last lines, and that of the pack."""
    for field in _BODY_FIELDS:
        if said := view.fields.get(field):
            yield from _stated("field", said, view)
    for field in _FRONT_FIELDS:
        if said := view.front.get(field):
            yield from _stated("field", cased(said), view)
    yield from _stated("page-title", view.fields.get("title", ""), view)
    yield from _of_description(view)
    for text in view.running:
        yield from _of_running_head(text, view)
    yield from _of_folder(view)
    yield from find_of_site(view)
    parts = title_parts(view)
    for part in parts:
        yield from _stated("page-title", part, view, "page-title-end" if part is parts[-1] else "")
    for _, text in view.ending:
        if len(text) < 100 and compiled(r".* \b {MEETING} \b .*", view.vocabulary).match(text):
            yield from (each for each in _stated("ending", text, view) if not _NO_NAMES & each.features)
    if view.pack and view.pack.organization:
        yield candidate(
            view.pack.organization, "of-the-pack", *name_features(view.pack.organization, view.vocabulary)
        )


_NO_NAMES = frozenset({"no-noun", "small-letters"})
"""Features of what stands before "meeting" in a sentence: "Ask the society about the next meeting"."""


def _of_running_head(text: str, view: View) -> Iterator[Candidate]:
    """The name in a running head; "Fenny Mill and Lock meeting" says with it that the meeting is theirs."""
    for each in _stated("running-head", text, view):
        named = "running-name" if "with-paper" in each.features else ""
        yield candidate(each.value, named, *each.features, words=each.words)


def _of_description(view: View) -> Iterator[Candidate]:
    """The body of "description: Minutes of the meeting of the Fenny Senate" in the front matter."""
    for name in _DESCRIPTIONS:
        for part in names_in(view.front.get(name, ""), view.vocabulary)[:1]:
            if part.stated:
                features = name_features(part.name, view.vocabulary)
                yield candidate(part.name, "page-title", "with-paper", *features, words=view.front[name])


def _of_folder(view: View) -> Iterator[Candidate]:
    """The name of the folder that a file is in, if it reads like that of a body: "finance-committee/"."""
    folder = view.file.rpartition("/")[0].rpartition("/")[2]
    for part in names_in(re.sub(r"[_-]+", " ", folder), view.vocabulary)[:1]:
        features = name_features(cased(part.name), view.vocabulary)
        if "body-noun" in features:
            yield candidate(cased(part.name), "folder", *features, words=folder)


def _stated(feature: str, text: str, view: View, more: str = "") -> Iterator[Candidate]:
    for part in names_in(text, view.vocabulary)[:1]:
        paper = "with-paper" if part.with_paper else ""
        yield candidate(
            part.name, feature, more, paper, *name_features(part.name, view.vocabulary), words=text
        )


def find_known(view: View) -> Iterator[Candidate]:
    """Bodies that `archive.toml` names: those whose name stands in the head, and that of the folder."""
    head = folded(" ".join((*(line.text for line in view.lines), view.page_title, *view.running))).casefold()
    for body in view.bodies:
        names = [name for name in (body.name, *body.also) if f" {name.casefold()} " in f" {head} "]
        if names:
            yield candidate(names[0], "known", words=names[0])
        if any(view.file.startswith(folder) for folder in body.folders):
            yield candidate(body.name, "known", "body-noun", words=f"folder {view.file.rpartition('/')[0]}")
