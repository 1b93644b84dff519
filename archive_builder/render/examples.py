"""Examples of what can be searched for, made of words that the archive's own records have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from archive_builder.lang.interface import say, word_list
from archive_builder.model import Action, Decision, Question
from archive_builder.render import wording
from archive_builder.render.context import Context, Kind

NEWEST = 500
"""Maximum number of records of each kind that are searched for examples."""
_WORD = re.compile(r"[a-z]{4,}", re.ASCII)
_NUMBER = re.compile(r"\d{3}")


def examples(context: Context) -> Iterator[tuple[str, str]]:
    """Queries that find something, each with what it does."""
    texts = _texts(context)
    pair = _telling_pair(context, texts)
    if pair:
        yield from _of_words(*pair, texts)
    yield from _of_facts(context)


def _of_words(one: str, other: str, texts: list[str]) -> Iterator[tuple[str, str]]:
    yield f"{one} {other}", say("examples.both_words")
    yield f'"{one} {other}"', say("examples.phrase")
    for word, without in ((one, other), (other, one)):
        if any(word in text and without not in text for text in texts):
            yield f"{word} -{without}", say("examples.without", word=word, without=without)
            break
    longer = max(one, other, key=len)
    begun = longer[: max(4, len(longer) * 2 // 3)]
    yield f"{begun}*", say("examples.beginning", word=longer)


def _of_facts(context: Context) -> Iterator[tuple[str, str]]:
    """Examples by number, person, kind, day and year, if the archive has them."""
    numbers = (decision.identifier for decision in _newest(context, Decision))
    numbered = next(filter(_NUMBER.search, numbers), "")
    if numbered:
        yield numbered, say("examples.number")
    asker = next((q.asker for q in _newest(context, Question) if q.asker in context.people), "")
    if asker:
        name = context.people[asker].name
        yield f"by:{name.split()[-1].lower()}", say("examples.by", name=name)
    if any(True for _ in _newest(context, Action)):
        yield "kind:action", say("examples.kind")
    meetings = context.archive.meetings
    if meetings:
        newest = max(meeting.held for meeting in meetings)
        yield wording.day(newest), say("examples.date")
        yield f"after:{newest.year}", say("examples.after", year=newest.year)


def _texts(context: Context) -> list[str]:
    newest = (islice(_newest(context, kind), NEWEST) for kind in (Question, Action, Decision))
    return [record.text.lower() for records in newest for record in records]


def _newest(context: Context, kind: type[Kind]) -> Iterator[Kind]:
    """Counted records of a kind, those of the newest document first."""
    for document in reversed(context.counted):
        yield from (record for record in document.records if isinstance(record, kind))


def _telling_pair(context: Context, texts: list[str]) -> tuple[str, str] | None:
    """Two words that stand side by side in the title of an agenda item and in most records.

    Words of a body's name tell nothing: they stand everywhere.
    """
    common = {word for body in context.archive.bodies for word in body.name.lower().split()}
    titles = (item.text for document in reversed(context.counted) for item in document.items)
    pairs = {pair for title in islice(titles, NEWEST) for pair in _pairs(title.lower())}
    pairs = {pair for pair in pairs if common.isdisjoint(pair)}
    counts = {pair: sum(" ".join(pair) in text for text in texts) for pair in pairs}
    best = max(counts, key=lambda pair: (counts[pair], pair), default=None)
    return best if best and counts[best] else None


def _pairs(title: str) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(title.split()):
        if _is_telling(one) and _is_telling(other):
            yield one, other


def _is_telling(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and word not in word_list("examples.not_telling")
