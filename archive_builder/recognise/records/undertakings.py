"""The undertakings of a document: which sentences promise, who promises, what they arise from."""

from __future__ import annotations

import re

from archive_builder.model import Action, ActionMarker, Place
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.passage import span_place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.arising import questions_before
from archive_builder.recognise.signs.owners import due_date, is_initials
from archive_builder.recognise.signs.promising import (
    BODY_ITSELF,
    CONDITIONAL,
    PERSONAL,
    TASK,
    undertaking_rule,
)
from archive_builder.text.names import bare, resolve
from archive_builder.text.posts import is_post
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded, phrase


def find_undertakings(draft: Draft, index: int, item: str, *, answering: bool) -> list[Action]:
    """Sentences of a block in which somebody undertakes something.

    In an answer (`answering`) "the Chair will ask" may be business as usual: there it is none.
    """
    if not draft.items:
        return []
    text = draft.blocks[index].text
    found = []
    for start, end in spans(text):
        sentence = text[start:end]
        if len(sentence) > 600 or sentence.endswith("?") or CONDITIONAL.match(sentence, draft.vocabulary):
            continue
        hit = _promise(sentence, draft) or (None if answering else _personal(sentence, draft))
        if not hit:
            continue
        where = span_place(draft.blocks, index, start, end)
        found.append(_made(draft, hit, where, item, sentence, text[:start]))
    return found


def _made(
    draft: Draft, hit: tuple[Rule, re.Match[str]], where: Place, item: str, sentence: str, before: str
) -> Action:
    rule, groups = hit
    return Action(
        anchor="",
        place=where,
        text=folded(sentence),
        item=item,
        owners=_undertaker(groups["who"], before, draft),
        questions=questions_before(draft, where.first, item, sentence)[:1],
        due=due_date(sentence, draft),
        marker=ActionMarker.UNDERTAKING,
        found_by=rule.name,
        confidence=rule.confidence,
    )


def _promise(sentence: str, draft: Draft) -> tuple[Rule, re.Match[str]] | None:
    """A promise whoever makes it, unless it is a body: what that agrees to do is a decision."""
    hit = undertaking_rule(sentence, draft.vocabulary)
    return None if hit and BODY_ITSELF.match(hit[1]["who"], draft.vocabulary) else hit


def _personal(sentence: str, draft: Draft) -> tuple[Rule, re.Match[str]] | None:
    """A promise by somebody of the meeting: named in its list, by an office, or with a title."""
    for rule in PERSONAL:
        match = rule.match(sentence, draft.vocabulary)
        if match and all(_may_promise(who, match, draft) for who in _each(match["who"])):
            return rule, match
    return None


def _may_promise(who: str, promise: re.Match[str], draft: Draft) -> bool:
    """True for somebody of the meeting; whom only a title, post or initials name may promise what is surely a task."""
    the = who.casefold().startswith("the ")
    if not the and resolve(who, draft.people(), draft.vocabulary):
        return True
    if not TASK.match(promise.string, draft.vocabulary, promise.start("task")):
        return False
    name = bare(who, draft.vocabulary)
    titled = not the and name != folded(who)
    post = is_post(who.removeprefix("The "), draft.vocabulary)
    return titled or post or is_initials(name, draft)


def _each(who: str) -> list[str]:
    """The people that a promise names: "Ann Lee, Bo Ray and CD"."""
    return re.split(r",\s+|\s*&\s*|\s+and\s+", who)


def _undertaker(who: str, before: str, draft: Draft) -> tuple[str, ...]:
    """The person an undertaking names; "he" and "she" are the last office or person named before."""
    people = draft.people()
    if who.casefold() in ("he", "she", "they"):
        offices = phrase(
            (*draft.vocabulary.ranks, *draft.vocabulary.ranks.values(), *(p.name for p in people))
        )
        surnames = "|".join(re.escape(p.name.split()[-1]) for p in people if len(p.name.split()) > 1)
        mentions = re.findall(rf"\b(?:{offices}|{surnames or offices})\b", before)
        who = mentions[-1] if mentions else ""
    several = _each(who)
    if len(several) > 1 and all(len(each.split()) <= _NAME_WORDS for each in several):
        named = ((resolve(each, people, draft.vocabulary), each) for each in several)
        return tuple(
            person.name if person else each for person, each in named if person or not _is_body(each)
        )
    head = re.split(r",\s", who)[0]
    person = resolve(head, people, draft.vocabulary) if head else None
    if person:
        return (person.name,)
    return (folded(head),) if head and head.casefold() not in ("we", "i") else ()


def _is_body(text: str) -> bool:
    """True for three capitals or more behind a name, "Ann Lee, OPCC": what somebody belongs to."""
    return re.fullmatch(r"[A-Z]{3,}", text) is not None


_NAME_WORDS = 4
"""Maximum number of words of each name where a promise has several owners."""
