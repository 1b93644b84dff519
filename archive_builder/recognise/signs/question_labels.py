"""How a question is labelled: with a number, a title and who asks, in the forms of many bodies."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.settings import Vocabulary

QUESTION_LABELS = RuleTable(
    Rule(
        "label-q-asker",
        r"""(?P<label> (?-i:Q) \s? \d{1,3} ) \s* [.:)]? \s* [–-]? \s* {ASKED_BY} \s+
            (?P<asker> [^?:]{2,90} ) \s* (?: : \s* | $ )""",
        ("Q1. From Mr Bo Ray, Fenny", "Q3: asked by Ms Lee"),
        ("Q1. How many?",),
        act=Act.ASKS,
        whole=False,
    ),
    Rule(
        "label-of-office",
        r"""(?P<asker> (?:the\s)? (?-i:[A-Z]) [\w ,-]{2,60}? ) [’']s? \s+ (?P<label> {QUESTION} ) \s* :?""",
        ("Commissioner’s question", "The Chair's question:"),
        ("Commissioner’s questions",),
        act=Act.ASKS,
    ),
    Rule(
        "label-title-asker",
        r"""(?P<label> {NUMBERED_QUESTION} ) \s*
            (?: [:.–-] \s* (?P<title> [^?(]{1,160}? (?: \( [^()]*? \) [^?(]*? )? ) )? \s*
            [(\[] (?: to \s be \s )? {PUT} \s by \s+ (?P<asker> [^()\[\]]{2,140} ) [)\]] \s* [:.]? \s*""",
        (
            "Question 3: Village halls (asked by the Chair, Ann Lee)",
            "Question 1: Firearms Licensing (Asked by DPCC Bo Ray)",
            "Question 2 (to be asked by Cy Doe, Advocate)",
        ),
        ("Question 3: Village halls (Fenny)",),
        act=Act.ASKS,
        whole=False,
    ),
    Rule(
        "label-asker",
        r"""(?P<label> {NUMBERED_QUESTION} ) \s* [:,–-]? \s* {ASKED_BY} \s+
            (?P<asker> [^?:]{2,90} ) \s* (?: : \s* | $ )""",
        ("Question 4 from Ms A. Smith:", "Question 1 – asked by Cllr Ray"),
        ("Question 4: why?",),
        act=Act.ASKS,
        whole=False,
    ),
    Rule(
        "label-title",
        r"(?P<label> {NUMBERED_QUESTION} ) \s* [:.–-] \s* (?P<title> [^?.]{1,120} ) \s* :?",
        ("Question 2: Cyber security", "Supplementary question 2: Cost"),
        ("Question 2: How much?",),
        act=Act.ASKS,
    ),
    Rule(
        "label-supplementary",
        r"""(?P<label> {SUPPLEMENTARY} (?:\s {QUESTION} )? )
            (?: \s* [,–-]? \s* {ASKED_BY} \s+ (?P<asker> [^?:]{2,90} ) )? \s* (?: : \s* | $ )""",
        ("Supplementary question:", "Supplementary question from Ms Lee:"),
        ("Supplementary questions were many.",),
        act=Act.ASKS,
        whole=False,
    ),
    Rule(
        "label-from",
        r"""(?P<label> (?: \(?\d{1,3}[.)] \s* )? (?: {QUESTION_SORT} \s+ )? {QUESTION} )
            \s+ (?: {ASKED} \s+ )? (?: from | by ) \s+
            (?P<asker> [^?:]{2,80}? ) (?: \s+ to \s+ (?:the\s+)? [^?:]{3,90}? )? \s* [,:]?""",
        (
            "Question from Councillor Ann Lee to the Leader",
            "2. Question from Bo Ray:",
            "Question by Bo Ray to Ida Moor,",
        ),
        ("Question of cost",),
        act=Act.ASKS,
    ),
    Rule(
        "label-alone",
        r"(?P<label> {NUMBERED_QUESTION} ) \s* [:.–-]?",
        ("Question 12", "Question 3:"),
        ("Question twelve",),
        act=Act.ASKS,
    ),
    Rule(
        "label-opening",
        r"(?P<label> {NUMBERED_QUESTION} ) \s* [:–-] \s+",
        ("Question 3: How many officers are on duty at night?",),
        ("Question 3 is hard.",),
        act=Act.ASKS,
        whole=False,
    ),
)
"""How a labelled question begins, the fullest form first."""

ASKER_LINE = Rule(
    "line-of-the-asker",
    r"(?: (?: {QUESTION} \s )? {ASKED_BY} | {ASKED} \s by ) \s* :? \s+ (?P<asker> [^?:.]{3,60} )",
    ("Asked by: Bo Ray", "From Bo Ray"),
    ("From May the hall is shut. It is old.",),
    act=Act.ASKS,
)
"""The line below a question's label that names who asks, and no more."""
SUBMITTED = Rule(
    "question-submitted",
    r"""(?: {QUESTION_SORT} \s )? (?: {QUESTION} | {QUESTIONS} ) \s (?: was \s )? {PUT} \s (?: by | from ) \s+
        (?P<asker> [^:()]{3,80}? ) (?: \s* \( [^()]* \) )? \s* :?""",
    ("QUESTION SUBMITTED BY COUNCILLOR ANN LEE", "Question submitted by Bo Ray, T.D. :"),
    ("Question submitted late",),
    act=Act.ASKS,
)
"""The heading of a question that was put in writing before the meeting."""

QUESTIONS_HEADING = Rule(
    "questions-heading",
    r"\b (?: {QUESTIONS_PUT} ) \b",
    ("Questions from members of the public", "Public question time", "Q&A", "Open forum"),
    ("Questionnaire results", "Matters arising"),
    act=Act.ASKS,
    anywhere=True,
)
"""The heading of business at which questions are put."""


def label_match(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """A text's question label, with the groups label, title and asker that its form has."""
    label = read(text, vocabulary).label(QUESTION_LABELS)
    return label.match if label else None
