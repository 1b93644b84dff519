"""What asks, what ends an answer, and who asked."""

from __future__ import annotations

import re
from functools import lru_cache

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.signs.action_marks import action_marker
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.deciding import body_decides
from archive_builder.recognise.signs.promising import is_undertaking
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, looks_like_name, resolve
from archive_builder.text.posts import speaks_of_post
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded, phrase

_WHO = r"(?-i:[A-Z]) [^?!:;]{0,70}?"
_BESIDES = r"(?: (?:then|also|further|next|therefore|again) \s+ )*"
_OPENING = (
    r"(?: (?-i:In|As|On|By|Following|Referring|With|Regarding|Noting|Given) \s [^.?!:;]{3,120}?, \s+ )?"
)
NARRATED = (
    Rule(
        "told-asking",
        rf"""{_OPENING} {_WHO} \s+ {_BESIDES} (?: asked | queried | enquired | inquired | wondered | questioned
            | wished \s to \s know | wanted \s to \s know ) (?: \s+ (?! (?:to|that) \b ) [^\s.?!:;]+ ){{0,6}}? \s+
            (?: whether | if | how | what | when | where | which | who | whose | why | about | as \s to
              | for \s (?:\w+\s)? (?:assurance|reassurance|clarification|clarity|confirmation|information|details
                |an \s update|an \s explanation|more \s details?) ) \b .*""",
        (
            "Cllr Lee asked whether the road was open.",
            "A Member enquired about the cost of the roof.",
            "In relation to fines, Ms Ray asked the Director when they would end.",
            "The Commissioner asked for assurance that the rota worked.",
        ),
        confidence=0.85,
    ),
    Rule(
        "told-seeking",
        rf"""{_OPENING} {_WHO} \s+ {_BESIDES} (?: sought | requested ) \s+ (?:further \s+)? (?: assurance | reassurance
            | clarification | clarity | confirmation ) s? \b .*""",
        ("The PCC sought assurance that the rota was working.",),
        confidence=0.85,
    ),
    Rule(
        "told-in-its-words",
        rf"""{_OPENING} {_WHO} \b (?: read | put | asked | submitted | raised ) \b [^.?!]{{0,40}} \b question \b
            [^?:]{{0,80}} : \s* .{{8,}} \?.{{0,2}}""",
        ("The Chair read out a question from Mr Ray: Will the branch open?",),
        confidence=0.85,
    ),
    Rule(
        "told-querying",
        rf"{_OPENING} {_WHO} \s+ {_BESIDES} (?: queried | challenged ) \s+ (?! (?:that) \b ) .{{8,}}",
        ("Members queried the overspend on overtime.",),
        confidence=0.8,
    ),
)
"""Sentences that tell what somebody asked."""

QUESTION_MARK = re.compile(
    r"(?:(?:[A-Z][\w’']+\s+){0,2}(?:challenge|questions?)\s*:\s*)?(?:Q\d{0,3}|Question)\s*[.:)–-]\s+(?=\S)"
)
"""A question marked as one: "Q: How many?", "Q3. Why?"."""
_SPEAKER = re.compile(r"(?P<who>[A-Z][\w.’' -]{2,50}?)(?:\s*\([^()]{1,60}\))?\s*:\s+(?=\S)")


def speaker(text: str, draft: Draft) -> tuple[str, int]:
    """Who speaks in "Ann Lee: How many?", and where the words begin; empty where nobody is named."""
    match = _SPEAKER.match(text)
    if not match:
        return "", 0
    person = resolve(match["who"], draft.people(), draft.vocabulary)
    name = bare(match["who"], draft.vocabulary)
    titled = name != folded(match["who"]) and len(name.split()) < 3
    if (
        person
        or titled
        or (looks_like_name(name) and not speaks_of_post(name, draft.vocabulary) and len(name.split()) < 4)
    ):
        return (person.name if person else name), match.end()
    return "", 0


_CALLED = r"(?P<who>(?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4})"
_ASKED = re.compile(
    rf"(?:[A-Z][^.?!]{{2,40}}\s[–-]\s)?(?:(?:In|As|On|By|Following|Referring|With|Regarding|Noting|Given)\s[^.?!]{{3,120}}?,\s+)?{_CALLED}"
    r"(?:,(?P<at>\s\d[^.]{2,40}),|,[^,.]{3,40},|\s+(?:of|from)\s+[A-Z][^,.]{2,30}?|,)?"
    r"(?:\s(?:welcomed|thanked|noted|referred)\b[^.?!]{3,150}?,?\s(?:and|but))?\s+(?:(?:then|also|further|next)\s+)*"
    r"(?:asked|queried|enquired|inquired|wondered|questioned|challenged|sought|requested"
    r"|wished\s+to\s+know|wanted\s+to\s+know)\b"
)
_ASKED_BEHIND = re.compile(rf".*,\s+{_CALLED}\s+asked\s*[?.]$")
"""Who asks at the end: "Why was it slower, the Chair asked?"."""


def narrated_asker(text: str, draft: Draft) -> str:
    """Who asks in "Cllr Lee asked whether the road was open"; empty where it is nobody in particular."""
    match = _ASKED.match(text) or _ASKED_BEHIND.match(text)
    if not match:
        return ""
    if person := resolve(match["who"], draft.people(), draft.vocabulary):
        return person.name
    name = bare(match["who"], draft.vocabulary)
    if match.groupdict().get("at") and looks_like_name(name):  # a neighbour, with house and street
        return name
    return name if name != folded(match["who"]) and not speaks_of_post(name, draft.vocabulary) else ""


_INTRODUCTION = re.compile(
    r".*\b(?:following|discussion|presented|update|provided|covered)\b.*[:.]$", re.IGNORECASE
)


_TO_ASK = re.compile(
    r"[“\"]?(?:to\s+ask\b|I\s+(?:will|wish\s+to|want\s+to|would\s+like\s+to|beg\s+to)\s+ask\b)", re.IGNORECASE
)
"""How a question begins that was handed in: "Cllr Lee: To ask how many officers work nights."."""


def is_asking(draft: Draft, index: int) -> bool:
    """Whether a block asks: a sentence of it ends in a question mark, or it is a request."""
    block = draft.blocks[index]
    if not is_prose(block):
        return False
    text = folded(block.text)
    if action_marker(draft.vocabulary).match(text) or ANSWER_MARK.match(text):
        return False
    if _TO_ASK.match(text, speaker(text, draft)[1]):
        return True
    return bool(QUESTION_MARK.match(text)) or asks(text, draft.vocabulary, block.kind is BlockKind.PARAGRAPH)


@lru_cache(maxsize=8)
def _openings(
    interrogatives: tuple[str, ...], requests: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a question without its mark begins, and how a request does."""
    verbs = "is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|many|much|long|often|far"
    opener = re.compile(rf"(?:{phrase(interrogatives)})\s+(?:{verbs})\b", re.IGNORECASE)
    return opener, re.compile(rf"(?:{phrase(requests)})\b", re.IGNORECASE)


def asks(text: str, vocabulary: Vocabulary, paragraph: bool = True) -> bool:
    """Whether a text is a question or request, with or without a question mark.

    A request may stand anywhere in a paragraph; a list item must begin with it.
    """
    parts = sentences(text)
    if any(sentence.rstrip(" ”\"'’)").endswith("?") for sentence in parts):
        return True
    if len(text) > 600 or not parts:
        return False
    opener, request = _openings(vocabulary.interrogatives, vocabulary.requests)
    return bool(opener.match(parts[-1])) or any(
        request.match(part) for part in (parts if paragraph else parts[:1])
    )


def is_introduction(draft: Draft, index: int) -> bool:
    text = draft.text(index)
    return len(text) < 300 and bool(_INTRODUCTION.fullmatch(text))


_SETTLED = re.compile(
    r"(?:it\s+was\s+)?(?-i:RESOLVED|AGREED|NOTED)\b|(?:(?:resolved|agreed|noted|decisions?|resolution)(?:\s+that)?\s*[:–-])"
    r"|(?:the\s+)?(?-i:[A-Z]\w+)\s+(?:adjourned|resumed|reconvened|(?:went|moved)\s+into\s+(?:closed|private|open|public)\s)",
    re.IGNORECASE,
)
"""What a meeting settles, and how it goes on, is no answer."""


def interrupts(draft: Draft, index: int) -> bool:
    """Actions, undertakings of their own and a chair's closing statement end question and answer."""
    block = draft.blocks[index]
    text = draft.text(index)
    if action_marker(draft.vocabulary).match(text):
        return True
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if body_decides(text, draft.vocabulary) or _SETTLED.match(text):
        return True
    return closing_statement(text, draft.vocabulary) or (
        is_undertaking(text, draft.vocabulary) and len(sentences(text)) == 1
    )


def closing_statement(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a paragraph is the chair's closing word on an item."""
    chairs, verbs = phrase(vocabulary.chairs), phrase(vocabulary.closing_verbs)
    return bool(
        re.match(
            rf"(?:the\s+)?(?:{chairs})\s+(?:then\s+|also\s+)?(?:{verbs})\b|drawing\s+the\b",
            text,
            re.IGNORECASE,
        )
    )


def asker_name(printed: str, vocabulary: Vocabulary) -> str:
    """Who asked, from "DPCC Ann Lee", "Ann Lee, Victims Advocate" or "Victims' Advocate Ann Lee"."""
    text = folded(printed)
    head = bare(text.split(",")[0], vocabulary)
    if (
        looks_like_name(head)
        and len(head.split()) <= 3
        and not re.search(rf"\b(?:{phrase(vocabulary.role_nouns)})\b", head)
    ):
        return head
    parts = head.split()
    roles = {word.casefold() for word in vocabulary.role_nouns}
    while len(parts) > 2 and (
        parts[0].casefold().strip("’'s") in roles or parts[0].islower() or len(parts) > 3
    ):
        parts = parts[1:]
    name = " ".join(parts[-2:]) if len(parts) > 3 else " ".join(parts)
    return bare(name, vocabulary)
