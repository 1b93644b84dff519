"""Threads: a question, the actions that arise from it, and the questions it resembles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from archive_builder.link.related import find_related
from archive_builder.model import Archive, LifeLine, Link, Relation, Thread, addresses


def find_threads(
    archive: Archive, links: Sequence[Link], lifelines: Mapping[str, LifeLine]
) -> dict[str, Thread]:
    """Return the thread of every counted question, by its id.

    It has a page of its own if another document tells what came of it. Resemblance alone is not enough:
    in a large archive nearly every question resembles another.
    """
    arising: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.relation is Relation.ARISES_FROM and link.source in lifelines:
            arising[link.target].append(link.source)
    alike = find_related(archive)
    found = {}
    for document in archive.documents:
        for question in document.questions if not document.same_as else ():
            name = document.id_of(question)
            actions = tuple(arising.get(name, ()))
            outside = any(lifelines[action].path for action in actions)
            page = addresses.what_came_of(addresses.QUESTIONS, document.path, question.anchor)
            found[name] = Thread(
                question=name,
                path=page if outside else "",
                actions=actions,
                related=alike.get(name, ()),
            )
    return found
