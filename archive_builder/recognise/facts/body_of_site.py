"""The name of the body as that of the web site: a part of the page's title that its head or foot has, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_builder.recognise.facts.body_looks import generic, name_features, without_sorts
from archive_builder.recognise.facts.body_name import NamePart, names_in
from archive_builder.recognise.facts.candidate import Candidate, candidate
from archive_builder.recognise.facts.view import View
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded

_BETWEEN = re.compile(r"\s+[|–—»·:-]+\s+|\s*\|\s*")


def title_parts(view: View) -> list[str]:
    """The parts of the page's title: "Minutes, 6 May 2025 | Fenny Kite Flyers"."""
    return [part for part in _BETWEEN.split(folded(view.page_title)) if part]


def find_of_site(view: View) -> Iterator[Candidate]:
    """The site's name where all else in the title says which paper it is, or which board met."""
    parts = title_parts(view)
    for part in parts if len(parts) > 1 else ():
        names = names_in(part, view.vocabulary)
        if len(names) != 1 or names[0].stated or not _stands_in(names[0].printed, view.site):
            continue
        others = [name for other in parts if other is not part for name in names_in(other, view.vocabulary)]
        boards = [other for other in others if _is_board(other, view.vocabulary)]
        if len(others) > len(boards) or len(boards) > 1:
            continue
        board = without_sorts(boards[0].name, view.vocabulary) if boards else ""
        name = f"{names[0].name} {board}".strip()
        features = set(name_features(name, view.vocabulary)) - {"place"}
        yield candidate(name, "page-title", "site", "joined" if board else "", *features, words=part)


def _is_board(part: NamePart, vocabulary: Vocabulary) -> bool:
    return part.with_paper and generic(part.name, vocabulary)


def _stands_in(name: str, site: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", site) is not None
