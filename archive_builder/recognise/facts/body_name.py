"""Names of bodies: cut out of a line of a head, and looked at as names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive_builder.recognise.facts.body_looks import (
    NO_NOUN,
    generic,
    is_only_paper,
    kinds_of_paper,
    sort_of_name,
    without_sorts,
)
from archive_builder.recognise.facts.body_when import without_count, without_date, without_year
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, phrase


@dataclass(frozen=True, slots=True)
class NamePart:
    """What of a line may be the name of a body."""

    name: str
    printed: str
    """The part of the line that it was cut from."""
    with_paper: bool = False
    """The line goes on with, or begins with, "meeting", "minutes" or the like."""
    stated: bool = False
    """The line says "minutes of", "meeting of"."""


_PARTS = re.compile(
    r"\s+[–—|:»·/-]+\s+|\s*[|;]\s*|\s+[=-]{4,}\s*|(?<=[a-z]{3})\.\s+|(?<=^h\d)\.\s+|:\s+|\s*\t\s*"
)
"""Between the parts of a line: a dash, a bar, a colon, the stop of a sentence, the mark or rule of a heading."""
_BEFORE_TITLE = r", \s+ (?= (?: {DRAFT_PAPER} \s+ )* {PAPER} \s+ of \s )"
"""The comma before what the paper is called: "Fenny Kite Foundation, Minutes of a regular meeting"."""
_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*")
"""What stands in brackets is beside the name: "Meeting (no. 12) of", "(Registered charity)"."""
_FRONT = r"""
    (?: {EXCERPT} \s+ (?: of | from ) \s+ (?: the \s+ )? )?
    (?: {DRAFT_PAPER} \s+ )*
    (?P<paper> (?:
        (?: [\w’']+ \s+ ){0,3}? {PAPER} (?: \s+ \d{4}[\d/–-]* )? (?: \s+ (?:and|&) \s+ {PAPER} )*
        \s+ (?: of | for | from | to | at | on ) \s+ (?: (?:the|a|an) \s+ )?
    )* )
    (?: (?:the|a|an) \s+ )?
    (?P<meeting>
        (?: (?: \d+(?:st|nd|rd|th) | (?: (?: {NUMBER_IN_WORDS} | and ) [\s-]+ ){0,3} {ORDINAL_WORD} ) \s+ )?
        (?: {SORT_OF_MEETING} \s+ )* {MEETING}
        \s+ (?: \([^()]*\) \s+ )? (?: of | for ) \s+ )?
    (?: (?:the|a|an) \s+ )?
    (?: (?: {PREVIOUS} | {UPCOMING} ) \s+ )?
    (?: {SORT_OF_MEETING_ALONE} \s+ (?= \S+ \s ) )*
"""
"""What stands before the name: "Draft minutes of the special meeting of the"."""
_BACK = r"""
    [\s,]+ (?: [–-] \s* )?
    (?: {SORT_OF_MEETING} | {MONTH} | {DRAFT_PAPER} | \d{4} | & | and )*
    [\s,]* (?: {PAPER} | {MEETING} | {MONTH} ) (?: \s+ (?: {DRAFT_PAPER} | \d{4} ) )* \s* $
"""
"""What stands behind it: "Annual Meeting", "August meeting minutes"."""
_HELD = r"""
    ,? \s+ (?: (?: which \s+ )? (?: was | were | is | will \s+ be | to \s+ be ) \s+ )? {HELD} \b .* $
    | ,? \s+ (?: on | at | from ) \s+ \d .* $
    | \s+ via \s+ \w+ $
    | ,? \s+ {POST_BOX} \s+ \d .* $
"""
"""What a line goes on with behind the name: "held in the hall", "at 7 pm", "PO Box 12"."""
_SORT_WITHIN = r"""
    (?P<place> (?-i:[A-Z]) \S* (?: \s \S+ ){0,4}? ) \s (?: {SORT_OF_MEETING_ALONE} | {SORT_OF_MEETING_WITHIN} ) \s
    (?P<body> (?: {SORT_OF_BODY} \s )* {BODY_NOUNS} | (?-i:{SHORT_NOUN}) )
"""
"""A sort of meeting among the words of a name."""
_ASSEMBLY = r"""
    (?P<place> (?-i:[A-Z]) \S* (?: \s \S+ ){0,4}? ) \s (?: {SORT_OF_MEETING_ALONE} \s | {SORT_OF_MEETING_WITHIN} \s )*
    (?P<assembly> {ASSEMBLY_OF_A_PLACE} ) (?: \s {PAPER} )?
"""
"""A body that is itself called a meeting: "Fenny Annual Parish Meeting"."""


def names_in(text: str, vocabulary: Vocabulary) -> list[NamePart]:
    """The names that a line may hold, part by part, without what says that it is minutes, and of when."""
    found = []
    whole = _QUOTED.sub(r"\1", _BRACKET.sub(" ", folded(_spaced(text))))
    for printed in _PARTS.split(compiled(_BEFORE_TITLE, vocabulary).sub(" | ", whole)):
        part = without_date(printed, vocabulary).strip(' ,.–-()[]"“”*_#=~')
        part = without_count(compiled(_HELD, vocabulary).sub("", part), vocabulary)
        front = compiled(_FRONT, vocabulary).match(part)
        stated = bool(front and (front["paper"] or front["meeting"]))
        name = part[front.end() :] if front else part
        assembly = compiled(_ASSEMBLY, vocabulary).fullmatch(name)
        if assembly:
            name = f"{assembly['place']} {assembly['assembly']}"
        bare = name if assembly else _before_paper(_without_back(name, vocabulary), vocabulary)
        with_paper = stated or bool(assembly) or _says_paper(bare, name, vocabulary)
        bare = _without_sort_within(bare.strip(' ,.–-()"“”*_'), with_paper, vocabulary)
        bare = _before_topic(without_year(bare, with_paper, vocabulary), with_paper, vocabulary)
        if stated and front and front["paper"].casefold().startswith("report"):
            bare = _up_to_noun(bare, vocabulary)
        if bare and bare[0].isalpha() and not is_only_paper(bare, vocabulary):
            found += _unfolded(
                _up_to_body(NamePart(bare, printed, with_paper, stated), vocabulary), vocabulary
            )
    return found


def _spaced(text: str) -> str:
    """The name of a file that was printed as a title, with its words apart: "Fenny_Board_Minutes"."""
    return text.replace("_", " ") if "_" in text and " " not in text.strip() else text


def _up_to_body(part: NamePart, vocabulary: Vocabulary) -> NamePart:
    """The council of "Fenny Parish Council Planning Meeting": a word behind it says what the meeting was for."""
    pattern = r"(?P<body> \S+ \s .* \b {BODY_NOUNS} ) (?: \s (?-i:[A-Z])\w+ ){1,2}"
    match = compiled(pattern, vocabulary).fullmatch(part.name) if part.with_paper else None
    if part.with_paper and (
        holder := compiled(r"(?P<body> .+ ) \s {OFFICE} [’']s?", vocabulary).fullmatch(part.name)
    ):
        return replace(part, name=holder["body"])  # "OPX Treasurer's report"
    cut = bool(match) and sort_of_name(part.name, vocabulary) == NO_NOUN
    return _behind_paper(replace(part, name=match["body"]) if match and cut else part, vocabulary)


def _behind_paper(part: NamePart, vocabulary: Vocabulary) -> NamePart:
    """The body of "Minutes Fenny Parish Council", which no "of" sets apart from what the paper is called."""
    match = compiled(r"{RECORD} \s+ (?P<body> (?-i:[A-Z]) \S* \s .* )", vocabulary).fullmatch(part.name)
    if match is None or sort_of_name(match["body"], vocabulary) != "body-noun":
        return part
    return replace(part, name=match["body"], with_paper=True)


def _without_sort_within(name: str, with_paper: bool, vocabulary: Vocabulary) -> str:
    """The council of "Fenny Annual Parish Council Meeting": what is annual is the meeting."""
    match = compiled(_SORT_WITHIN, vocabulary).fullmatch(name) if with_paper else None
    return f"{match['place']} {match['body']}" if match else name


def _says_paper(bare: str, name: str, vocabulary: Vocabulary) -> bool:
    """True if what was cut off behind a name says that it met, or what the paper is called.

    "Fair Play Policy Notice" and "Roof report" tell what the paper is about unless the name is a body's.
    """
    cut = name.removeprefix(bare) if bare != name else ""
    told = compiled(r".* \b (?: {MEETING} | {RECORD} | {AGENDA_WORD} ) \b .*", vocabulary).match(cut)
    office = compiled(r".* \b {OFFICE} [’']s?", vocabulary).fullmatch(bare)
    return bool(told) or (cut != "" and (office is not None or sort_of_name(bare, vocabulary) != NO_NOUN))


_INITIALS_AND_TOPIC = re.compile(r"(?P<initials>[A-Z]{3,8})(?:\s[a-z]{2,})+")


def _before_topic(name: str, with_paper: bool, vocabulary: Vocabulary) -> str:
    """The initials of "OKXM coastal model planning meeting": what is in small letters was talked about."""
    match = _INITIALS_AND_TOPIC.fullmatch(name) if with_paper else None
    return match["initials"] if match and sort_of_name(name, vocabulary) == NO_NOUN else name


def _up_to_noun(name: str, vocabulary: Vocabulary) -> str:
    """The addressee of "Report to the Fenny Panel Review of libraries": up to what names a body."""
    match = re.match(rf".*?\b(?:{phrase(vocabulary.body_nouns)})\b", name, re.IGNORECASE)
    return match[0] if match else name


def _unfolded(part: NamePart, vocabulary: Vocabulary) -> list[NamePart]:
    """A part as it is; "Full Governing Body Meeting of Oakfield School" as the school's governing body."""
    match = compiled(
        r"""(?: (?: \d+(?:st|nd|rd|th) | {ORDINAL_WORD} ) \s+ )?
            (?P<board> .+? ) \s+ {MEETING} \s+ of \s+ (?: the \s+ )? (?P<whose> .+ )""",
        vocabulary,
    ).fullmatch(part.name)
    if not match:
        return [part]
    board = without_sorts(match["board"], vocabulary)
    if is_only_paper(board, vocabulary):
        return [replace(part, name=match["whose"])]
    return [replace(part, name=f"{match['whose']} {board}" if generic(board, vocabulary) else board)]


def _without_back(name: str, vocabulary: Vocabulary) -> str:
    back = compiled(_BACK, vocabulary)
    while match := back.search(f" {name}"):
        shorter = f" {name}"[: match.start()].strip()
        if not shorter or shorter == name:
            return shorter
        name = shorter
    return name


def _before_paper(name: str, vocabulary: Vocabulary) -> str:
    """A name without the title behind it: "Fenny Board Action Tracker", "Fenny Board Minutes of the meeting"."""
    paper = rf"(?: {{DRAFT_PAPER}} \s+ )? (?: {kinds_of_paper(vocabulary)} )"
    title = rf"(?P<body> .+? \b {{BODY_NOUNS}} ) \s+ {paper} \b .*"
    match = compiled(title, vocabulary).fullmatch(name)
    return match["body"] if match else name
