"""How a question is labelled: with a number, a title and who asks, in the forms of many bodies."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Rule, first_rule
from archive_builder.settings import Vocabulary

_LABEL = (
    r"(?P<label> (?:(?:public|written|supplementary|oral)\s+)? question \s+ (?:no\.?\s*)? \d{1,4} [a-z]? )"
)

QUESTION_LABELS = (
    Rule(
        "label-q-asker",
        r"""(?P<label> (?-i:Q) \s? \d{1,3} ) \s* [.:)]? \s* [–-]? \s* (?: asked \s by | from | by ) \s+
            (?P<asker> [^?:]{2,90} ) \s* (?: : \s* | $ )""",
        ("Q1. From Mr Bo Ray, Fenny", "Q3: asked by Ms Lee"),
        whole=False,
    ),
    Rule(
        "label-of-office",
        r"""(?P<asker> (?:the\s)? (?-i:[A-Z]) [\w ,-]{2,60}? ) [’']s? \s+ (?P<label> question ) \s* :?""",
        ("Commissioner’s question", "The Chair's question:"),
    ),
    Rule(
        "label-title-asker",
        _LABEL
        + r"""\s* (?: [:.–-] \s* (?P<title> [^?(]{1,160}? (?: \( [^()]*? \) [^?(]*? )? ) )? \s*
            [(\[] (?: to \s be \s )? (?: asked | put | submitted | raised ) \s by \s+
            (?P<asker> [^()\[\]]{2,140} ) [)\]] \s* [:.]? \s*""",
        (
            "Question 3: Village halls (asked by the Chair, Ann Lee)",
            "Question 1: Firearms Licensing (Asked by DPCC Bo Ray)",
            "Question 2 (to be asked by Cy Doe, Advocate)",
        ),
        whole=False,
    ),
    Rule(
        "label-asker",
        _LABEL
        + r"\s* [:,–-]? \s* (?: asked \s by | from | by ) \s+ (?P<asker> [^?:]{2,90} ) \s* (?: : \s* | $ )",
        ("Question 4 from Ms A. Smith:", "Question 1 – asked by Cllr Ray"),
        whole=False,
    ),
    Rule(
        "label-title",
        _LABEL + r"\s* [:.–-] \s* (?P<title> [^?.]{1,120} ) \s* :?",
        ("Question 2: Cyber security",),
    ),
    Rule(
        "label-supplementary",
        r"""(?P<label> supplementary (?:\s question)? ) (?: \s* [,–-]? \s* (?:asked\s)? (?: from | by ) \s+
            (?P<asker> [^?:]{2,90} ) )? \s* (?: : \s* | $ )""",
        ("Supplementary question:", "Supplementary question from Ms Lee:"),
        whole=False,
    ),
    Rule(
        "label-from",
        r"""(?P<label> (?: \(?\d{1,3}[.)] \s* )? (?:(?:public|written|oral|member['’]?s?)\s+)? question )
            \s+ (?:asked\s+)? (?: from | by ) \s+ (?P<asker> [^?:]{2,80}? )
            (?: \s+ to \s+ (?:the\s+)? [^?:]{3,90} )? \s* :?""",
        ("Question from Councillor Ann Lee to the Leader", "2. Question from Bo Ray:"),
    ),
    Rule("label-alone", _LABEL + r"\s* [:.–-]? ", ("Question 12", "Question 3:")),
    Rule(
        "label-opening",
        _LABEL + r"\s* [:–-] \s+",
        ("Question 3: How many officers are on duty at night?",),
        whole=False,
    ),
)
"""How a labelled question begins, the fullest form first."""


SUBMITTED = Rule(
    "question-submitted",
    r"""(?: (?:public|written|supplementary) \s )? questions? \s (?: was \s )?
        (?: submitted | asked | put | received | tabled ) \s (?: by | from ) \s+
        (?P<asker> [^:()]{3,80}? ) (?: \s* \( [^()]* \) )? \s* :?""",
    ("QUESTION SUBMITTED BY COUNCILLOR ANN LEE", "Question submitted by Bo Ray, T.D. :"),
)


def label_match(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """A text's question label, with the groups label, title and asker that its form has."""
    hit = first_rule(QUESTION_LABELS, text, vocabulary)
    return hit[1] if hit else None
