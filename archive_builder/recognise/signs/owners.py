"""Who is to do it, and by when."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from itertools import pairwise

from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.text import dates
from archive_builder.text.names import bare, looks_like_name, resolve
from archive_builder.text.words import folded

OWNER_TO_DO = Rule(
    "owner-to-do",
    r"""(?! {TAKES_INFINITIVE} \s+ to \b ) (?P<owners> (?-i:[A-Z]) [^.:?]{1,90}? ) \s+
        (?: (?: (?: is | are ) \s+ (?: {INTENT} \s+ )? )? to | will | shall ) \s+
        (?! be \b ) (?-i:[a-z]) .*""",
    (
        "Ann Lee to send the figures.",
        "ACC Bo Ray and Cy Doe to report back in June.",
        "Ann is going to ring the county.",
    ),
    ("To send the figures.", "Welcome to Fenny", "Signs to be put up", "When to tell them"),
    act=Act.PROMISES,
)
OWNER_COLON = Rule(
    "owner-colon",
    r"""(?P<owners> (?! [^:]* \d ) (?! (?: in | on | at | by | for | if | when | after | until ) \b )
          (?: (?-i:[A-Z]) [\w.’'-]+ (?:\s+ (?-i:[A-Z]) [\w.’'-]+ ){0,3}
            | {INITIALS} (?: \s* [,/&] \s* {INITIALS} ){1,4} ) )
        \s* : \s* (?P<task> .+ )""",
    ("Chaim Lee: announce the nominations", "AL, BR: ask the county"),
    ("the nominations: announced", "AP12-3: closed", "Fees, Roads: done", "In April: paint"),
    act=Act.PROMISES,
)
OWNERS = RuleTable(OWNER_TO_DO, OWNER_COLON)
"""Who is named before what is to be done."""

ONE_OFFICER = Rule(
    "officer-alone",
    r"{OFFICER} | {EVERYBODY}",
    ("Clerk", "the Treasurer", "Parish Clerk", "All"),
    ("The Clerk wrote", "Ladder"),
)
"""An owner by office."""
OWNERS_ALONE = Rule(
    "owners-alone",
    r"{OWNER} \s* \.?",
    ("Ann Lee", "AL / the Clerk", "all"),
    ("Buy a ladder", "write to them"),
)
"""A cell that only says who acts."""
OWNER_AT_END = Rule(
    "owner-at-end",
    r"""(?= [\s\[(] ) (?: \s+ [–—-] \s+ | \s* [\[(] | (?<= [.;:!?] ) \s+ | \t+ )
        (?P<owner> {OWNER} ) [\])]? \s* \.? $""",
    ("Circulate the survey – AL", "Order new locks (BR)", "Paint the gate. Bo Ray"),
    ("Circulate the survey with AL", "Paint the gate."),
    act=Act.ASKS_FOR_ACTION,
    anywhere=True,
)
"""Who is to do it, behind what is to be done."""

ORDER = Rule(
    "order",
    r"{TO_DO} (?: \s+ (?-i:[a-z]) .* | \s* , .* )?",
    ("Agree the letter", "Email", "Email and post it", "Ring, write"),
    ("Ann Lee", "Map Office", "The Clerk"),
    act=Act.ASKS_FOR_ACTION,
)
"""Words that say what to do, and not who is to do it."""

DUE = Rule(
    "due",
    r"\b (?: by | before | no \s+ later \s+ than | {DUE} ) \b [^.;]{0,25}? (?= {DAY} )",
    ("by 6 July", "no later than the end of May", "due on Friday", "before May 3"),
    ("by the county",),
    act=Act.PROMISES,
    whole=False,
    anywhere=True,
)
"""What stands before the day by which something is due."""


def owners(text: str, draft: Draft) -> tuple[str, ...]:
    """Who is to do it: the names before "to", by the attendance list where exactly one fits."""
    label = draft.read(text).label(OWNERS)
    people = draft.people()
    named = label.match["owners"] if label else ""
    if not named or (_is_order(named, draft) and not resolve(named, people, draft.vocabulary)):
        return ()
    found = []
    for part in _named_parts(_who(named, draft), draft):
        person = resolve(part, people, draft.vocabulary)
        found.append(person.name if person else _as_printed(part, draft))
    return tuple(dict.fromkeys(name for name in found if name))


def _named_parts(printed: str, draft: Draft) -> list[str]:
    """Who is named before "to", one by one; a stroke divides names, and not words ("Parents/Friends")."""
    parts = [
        each
        for part in re.split(r"\s*(?:,|&|/(?=\s|[A-Z]{2,4}\b)|\band\b)\s*", printed)
        for each in ([part] if resolve(part, draft.people(), draft.vocabulary) else _at_stroke(part, draft))
    ]
    return [part for part in parts if part.strip()]


def _at_stroke(part: str, draft: Draft) -> list[str]:
    """The people of the meeting between strokes ("Ann/Bo"), else the part as it is."""
    several = part.split("/")
    return several if all(resolve(each, draft.people(), draft.vocabulary) for each in several) else [part]


def _who(printed: str, draft: Draft) -> str:
    """The words before "to" that name who acts: all of them, or the capitals before a verb: "BR refer to".

    Empty where they begin with no name: "More lamps add to the list". Behind an article stands a noun:
    "The builder".
    """
    words = printed.split()
    known, articles = draft.vocabulary.signs["within_owner"], draft.vocabulary.signs["articles"]
    told = next(
        (
            at
            for at, (before, word) in enumerate(pairwise(words), 1)
            if before.casefold() not in articles and _is_verb_like(word, known)
        ),
        None,
    )
    if told is None:
        return printed
    before = " ".join(words[:told])
    named = before.isupper() or resolve(before, draft.people(), draft.vocabulary)
    return before if named else ""


def _is_verb_like(word: str, known: Container[str]) -> bool:
    """True for a word in small letters that is no part of the name of a post or body."""
    return word.isalpha() and word.islower() and word not in known


def _is_order(words: str, draft: Draft) -> bool:
    """True if what stands before "to" is itself something to do: "Agree the letter to the county"."""
    return draft.read(folded(words)).fits(ORDER)


def action_owners(text: str, draft: Draft) -> tuple[str, ...]:
    """Who is to do a marked action: before "to", else the people whom a bracket at its end names."""
    known = {person.name for person in draft.people()}
    opening = _OPENING_BRACKET.match(text)
    if opening and names_owner(opening["owners"], draft):
        return marker_owners(opening["owners"], draft)
    before = marker_owners(_DASH.split(text)[0], draft) if _DASH.search(text) else ()
    if before and known.issuperset(before):
        return before
    told = owners(text, draft)
    return told if known & set(told) else bracket_owners(text, draft) or told or end_owners(text, draft)


def end_owners(text: str, draft: Draft) -> tuple[str, ...]:
    """Who is named at the end of a text, if it is people of the meeting or officers: "Paint the gate – AL"."""
    match = draft.read(text).match(OWNER_AT_END)
    return marker_owners(match["owner"], draft) if match and names_owner(match["owner"], draft) else ()


_OPENING_BRACKET = re.compile(r"\((?P<owners>[^()]{2,40})\)\s+(?=\S)")
"""Who acts, in brackets before the task: "(AL) Ring the mill"."""
_DASH = re.compile(r"\s[–—-]\s")
_IN_BRACKETS = re.compile(r"\((?P<owners>[^()]{2,60})\)(?=[^()]{0,40}$)")


def bracket_owners(text: str, draft: Draft) -> tuple[str, ...]:
    """Who a bracket at the end names, if it is people of the meeting: "Order the signs (Ann Lee, BR)"."""
    match = _IN_BRACKETS.search(text)
    found = marker_owners(match["owners"], draft) if match else ()
    known = {person.name for person in draft.people()}
    return found if all(name in known for name in found) else ()


def _as_printed(part: str, draft: Draft) -> str:
    name = bare(part, draft.vocabulary)
    return name if looks_like_name(name) else folded(part)


def due_date(text: str, draft: Draft) -> date | None:
    """The date an action states as its limit; one without a year is the first after the meeting."""
    match = draft.read(text).match(DUE)
    last = _DASH.split(text)[-1]
    if not match:  # "Chief Officer – bring a paper – 30 June 2025"
        return dates.only_date(last) if last != text else None
    return dates.limit(text[match.end() : match.end() + 40], draft.masthead.date)


def names_owner(printed: str, draft: Draft) -> bool:
    """True if a text names nothing but people of the meeting, officers, or somebody's initials."""
    parts = _parts(printed)
    return bool(parts) and all(_is_owner(part, draft) for part in parts)


def _is_owner(part: str, draft: Draft) -> bool:
    if part.casefold() in draft.vocabulary.signs["no_owner"]:
        return False
    if resolve(part, draft.people(), draft.vocabulary) or draft.read(part).fits(ONE_OFFICER):
        return True
    name = bare(part, draft.vocabulary)
    if looks_like_name(name) and name != folded(part):
        return True
    return is_initials(name, draft)


def is_initials(name: str, draft: Draft) -> bool:
    """True for two capitals that may be somebody whom no list names."""
    return _TWO_CAPITALS.fullmatch(name) is not None and name not in draft.vocabulary.signs["not_initials"]


_TWO_CAPITALS = re.compile("[A-Z]{2}")


def _parts(printed: str) -> list[str]:
    parts = re.split(r"\s*(?:,|&|/|\band\b)\s*", printed.strip(" .:"))
    return [part for part in parts if part]


def column_owners(printed: str, draft: Draft) -> tuple[str, ...]:
    """The owners that a column of a table names: several only where each is a name, for offices have an "and"."""
    parts = [part.strip() for part in re.split(r"\s*(?:[,&/;\n]|\band\b)\s*", printed) if part.strip()]
    if all(looks_like_name(bare(part, draft.vocabulary)) for part in parts):
        return marker_owners(" & ".join(parts), draft)
    return (folded(printed),)


def marker_owners(printed: str, draft: Draft) -> tuple[str, ...]:
    """The owners that a marker names, by the attendance list where exactly one fits."""
    found, people = [], draft.people()
    for part in re.split(r"\s*(?:,|&|/|\n|\band\b)\s*", printed):
        person = resolve(part, people, draft.vocabulary)
        found.append(person.name if person else part.strip())
    return tuple(dict.fromkeys(name for name in found if name))
