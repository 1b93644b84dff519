"""The undertakings of a document: which sentences promise, who promises, what they arise from."""

from __future__ import annotations

import re
import unicodedata

from archive_builder.model import Action, ActionMarker, Classification, Place
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import Label, RuleTable
from archive_builder.recognise.grammar.passage import span_place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.arising import questions_before
from archive_builder.recognise.signs.owners import ONE_OFFICER, ORDER, due_date, is_initials
from archive_builder.recognise.signs.owners_first import is_called
from archive_builder.recognise.signs.personal_promises import (
    ANYBODY_TO_DO,
    PERSONAL,
    PRONOUN_WILL,
    STAFF_WILL,
)
from archive_builder.recognise.signs.promising import (
    AT_ONCE,
    BODY_ITSELF,
    CLOSED_ROW,
    CONDITIONAL,
    NO_TASK,
    STANDING_DUTY,
    TASK,
    UNDERTAKES,
)
from archive_builder.text.names import bare, resolve
from archive_builder.text.posts import is_post
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded, phrase


def find_undertakings(draft: Draft, index: int, item: str, *, answering: bool) -> list[Action]:
    """Sentences of a block in which somebody undertakes something.

    In an answer (`answering`) "the Chair will ask" may be business as usual: there it is none. Where no items
    of business are found, only those on the attendance list promise, and "he" and "she": a text of law says
    what "the Clerk is to record".
    """
    if not draft.items and draft.masthead.classification not in _TOLD:
        return []
    text = draft.blocks[index].text
    found = []
    for start, end in spans(text):
        sentence = text[start:end]
        said = draft.read(sentence)
        if (
            len(sentence) > 600
            or sentence.endswith(("?", ":"))
            or said.fits(CONDITIONAL)
            or any(said.fits(rule) for rule in (STANDING_DUTY, AT_ONCE, CLOSED_ROW))
        ):
            continue
        label = _promise(sentence, draft)
        if not label and not answering:
            label = _personal(sentence, text[:start], draft)
        if not label:
            continue
        where = span_place(draft.blocks, index, start, end)
        found.append(_made(draft, label, where, item, sentence, text[: start + label.match.start()]))
    return found


_TOLD = (Classification.MINUTES, Classification.NOTES)
"""The kinds of documents that tell of a meeting even where no items of business are found."""


def _made(draft: Draft, label: Label, where: Place, item: str, sentence: str, before: str) -> Action:
    return Action(
        anchor="",
        place=where,
        text=folded(sentence),
        item=item,
        owners=_undertaker(_who(label.match), before, draft),
        questions=questions_before(draft, where.first, item, sentence)[:1],
        due=due_date(sentence, draft),
        marker=ActionMarker.UNDERTAKING,
        found_by=label.rule.name,
        confidence=label.rule.confidence,
    )


_PRONOUNS = ("he", "she", "they")


def _who(groups: re.Match[str]) -> str:
    """Who promises: named, or each of those who sit on the body."""
    said = groups.groupdict()
    return said["who"] or said.get("all") or ""


def _promise(sentence: str, draft: Draft) -> Label | None:
    """A promise whoever makes it, unless it is a body: what that agrees to do is a decision."""
    label = draft.read(sentence).label(UNDERTAKES)
    if label and not draft.items and (label.match["who"] or "").casefold() not in _PRONOUNS:
        return None
    return None if label and draft.read(label.match["who"] or "").fits(BODY_ITSELF) else label


def _personal(sentence: str, before: str, draft: Draft) -> Label | None:
    """A promise by somebody of the meeting: named in its list, by an office, or with a title."""
    for rule in PERSONAL:
        if match := _first_personal(rule, sentence, draft):
            return Label(rule, match)
    if not draft.items:
        return draft.read(sentence).label(_STAFF) if draft.attendance else None
    label = draft.read(sentence).label(_BY_STAFF)
    if label and (label.rule is not ANYBODY_TO_DO or _may_be_somebody(label.match["who"], draft)):
        return label
    match = draft.read(sentence).match(PRONOUN_WILL)
    named = before + sentence[: match.start()] if match else ""
    return Label(PRONOUN_WILL, match) if match and _last_named(named, draft) else None


def _may_be_somebody(who: str, draft: Draft) -> bool:
    """True for whoever stands before "to" in note form.

    A plain word that is no name is nobody ("Desirable"), nor is an order to a person ("Ask Ann Lee").
    """
    first, _, others = bare(who, draft.vocabulary).partition(" ")
    if others:
        return not (draft.read(first).fits(ORDER) and is_called(others, draft))
    plain = who.isalpha() and who[1:].islower()
    return not plain or is_called(who, draft) or draft.read(who).fits(ONE_OFFICER) or who.endswith("s")


_STAFF = RuleTable(STAFF_WILL)
_BY_STAFF = RuleTable(STAFF_WILL, ANYBODY_TO_DO)


def _first_personal(rule: Rule, sentence: str, draft: Draft) -> re.Match[str] | None:
    """The first place where a rule fits with people who may promise."""
    start = 0
    for _ in range(_TRIES):
        match = rule.match(sentence, draft.vocabulary, start)
        if match is None:
            return None
        none = NO_TASK.match(sentence, draft.vocabulary, match.start("task"))
        if (
            not none
            and not _ends_list(sentence, match)
            and all(_may_promise(who, match, draft) for who in _each(match["who"]))
        ):
            return match
        if not rule.anywhere:
            return None
        start = match.start() + 1
    return None


_TRIES = 5
"""Maximum number of places of a sentence at which a promise is sought."""


def _ends_list(sentence: str, promise: re.Match[str]) -> bool:
    """True for the last names of a list before a bare "to": "We met Ann Lee, Bo Ray to talk of it"."""
    if not promise.groupdict().get("bare"):
        return False
    before = sentence[: promise.start()].rstrip()
    if before.endswith("("):
        return True
    listed = before.endswith((",", " and"))
    last = before.removesuffix(" and").rstrip(",").split()[-1:]
    return listed and bool(last) and last[0][:1].isupper()


def _may_promise(who: str, promise: re.Match[str], draft: Draft) -> bool:
    """True for somebody of the meeting; whom only a name, title, post or initials name must promise a task."""
    the = who.casefold().startswith("the ")
    if not the and resolve(who, draft.people(), draft.vocabulary):
        return True
    if not draft.items:
        return False
    if not the and _is_short_for_somebody(who, draft):
        return True
    if not TASK.match(promise.string, draft.vocabulary, promise.start("task")):
        return False
    name = bare(who, draft.vocabulary)
    titled = not the and name != folded(who)
    post = is_post(who.removeprefix("The "), draft.vocabulary)
    return titled or post or is_initials(name, draft) or is_called(name, draft)


def _is_short_for_somebody(who: str, draft: Draft) -> bool:
    """True for a name that begins like the given name of one person of the meeting: "Nate" is Nathan Lee."""
    short = _plain(who)
    given = [_plain(person.name.split()[0]) for person in draft.people() if person.name]
    fitting = [name for name in given if name[:_SAME_LETTERS] == short[:_SAME_LETTERS]]
    return who.isalpha() and len(short) >= _SAME_LETTERS and len(fitting) == 1


_SAME_LETTERS = 3


def _plain(name: str) -> str:
    """A name in small letters without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _each(who: str) -> list[str]:
    """The people that a promise names: "Ann Lee, Bo Ray and CD"."""
    return [each for each in re.split(r",?\s+and\s+|,\s+|\s*[&/]\s*", who) if each]


def _undertaker(who: str, before: str, draft: Draft) -> tuple[str, ...]:
    """The person an undertaking names; "he" and "she" are the last office or person named before."""
    people = draft.people()
    if who.casefold() in _PRONOUNS:
        who = _last_named(before, draft)
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


def _last_named(before: str, draft: Draft) -> str:
    """The last office or person of the meeting that a text names; empty where it names none."""
    people = draft.people()
    names = [*draft.vocabulary.ranks, *draft.vocabulary.ranks.values(), *(person.name for person in people)]
    names += [part for person in people for part in person.name.split() if len(part) > _PAIR]
    mentions = re.findall(rf"\b(?:{phrase(names)})\b", before) if names else []
    return str(mentions[-1]) if mentions else ""


_PAIR = 2


def _is_body(text: str) -> bool:
    """True for three capitals or more behind a name, "Ann Lee, OPCC": what somebody belongs to."""
    return re.fullmatch(r"[A-Z]{3,}", text) is not None


_NAME_WORDS = 4
"""Maximum number of words of each name where a promise has several owners."""
