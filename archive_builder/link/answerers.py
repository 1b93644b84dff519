"""Who answered a question: the one person of an attendance list whom the answer's first words name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from archive_builder import lang
from archive_builder.model import Attendance, AttendanceStatus, Document


def find_answerers(documents: Iterable[Document]) -> Mapping[str, str]:
    """Return the person's id by the question's: of "The Commissioner said that …", if just one who was there fits."""
    return {
        document.id_of(question): who
        for document in documents
        for question in document.questions
        if (named := _opening().match(question.answer_text)) and (who := _one_of(document, named["who"]))
    }


@cache
def _opening() -> re.Pattern[str]:
    """Match how an answer that is told begins: "The Chief Constable said", "Mr Tasker replied"."""
    verbs = "|".join(map(re.escape, _words("answering")))
    return re.compile(
        rf"""
        (?: The \s )?
        (?P<who> [A-Z][\w.'’-]* (?: \s (?: (?:and|of|for) \s )? [A-Z][\w.'’-]* ){{0,6}} )
        \s (?: {verbs} ) \b
        """,
        re.VERBOSE,
    )


def _one_of(document: Document, named: str) -> str:
    """Return the id of the one person who was there and is named by post or by last name; empty if several are."""
    words = named.casefold().split()
    there = [each for each in document.attendance if each.person and _was_there(each)]
    by_post = {each.person for each in there if _fits_post(each.role.casefold().split(), words)}
    by_name = {each.person for each in there if each.name.casefold().split()[-1:] == words[-1:]}
    found = by_post or by_name
    return next(iter(found)) if len(found) == 1 else ""


def _fits_post(post: list[str], words: list[str]) -> bool:
    """True if a post ends with these words, and is not that of somebody's deputy."""
    return post[-len(words) :] == words and not set(post[: -len(words)]) & set(_words("deputising"))


def _was_there(attended: Attendance) -> bool:
    return attended.status is not AttendanceStatus.APOLOGIES


@cache
def _words(name: str) -> tuple[str, ...]:
    words: Iterator[str] = iter(lang.table("follow_up")[name])
    return tuple(words)
