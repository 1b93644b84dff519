"""Names of bodies in the sentences that say who met."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.recognise.facts.body_looks import name_features
from archive_builder.recognise.facts.body_name import names_in
from archive_builder.recognise.facts.candidate import Candidate, candidate
from archive_builder.recognise.facts.view import View
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.settings import Vocabulary

WHO_MET = RuleTable(
    Rule(
        "meeting-of",
        r"""(?: .{0,90}? \b )?? {MEETING} \s (?:\([^()]*\)\s)? of \s (?:(?:the|a)\s)?
            (?P<body> (?: (?-i:[A-Z])\w+ , \s (?= (?-i:[A-Z])\w+ \s (?: and | & ) \s (?-i:[A-Z]) ) )?
                      (?-i:[A-Z]) [^.;:]{3,110}? )
            (?= \s (?: was | is | were | will | has | to | via | {HELD} | {BEGAN} | {PLANNED} ) \b
              | \s (?: on | at | in ) \s (?: the \s | \d | {WEEKDAY} \b | {MONTH} \b )
              | , \s | [.;:]? $ ) .*""",
        (
            "A meeting of the Fenny Parish Council was held in the hall.",
            "At a meeting of Larkfield School Board held on Monday",
            "Meeting of the Fenny Forum in May",
            "A meeting of the Housing, Leisure & Fire Services Committee was held in the hall.",
            "The meeting of the Fenny Forum due to be held on Monday has been cancelled.",
        ),
        ("The minutes of the meeting were read.", "The next meeting is in May."),
    ),
    Rule(
        "body-meeting",
        r"""(?:the\s)? (?:\d+(?:st|nd|rd|th)\s)? (?P<body> (?-i:[A-Z]) [^.;:]{3,90}? ) \s
            (?:{SORT_OF_MEETING}\s)* {MEETING} \s (?: was | is | will ) \b .*""",
        (
            "The 48th Masters and Tutors meeting will be held on Saturday.",
            "The Fenny Forum monthly meeting was quiet.",
        ),
        ("The meeting was opened at six.",),
    ),
    Rule(
        "body-held",
        r"""(?:the\s)? (?P<body> (?-i:[A-Z]) (?: [^.;:,] | \b no\. ){3,90}? ) \s
            (?: {HELD} \s (?: its | their | a | an | the | this ) \s (?: {SORT_OF_MEETING} \s )* {MEETING} \b
              | {MET} \s (?: on | at | in | for | via ) \b ) .*""",
        (
            "Fenny Community Council held their meeting at 7.30pm.",
            "The Larkfield Board of Trustees met on Monday.",
        ),
        ("The Chair held a long speech to be out of order.",),
    ),
)
_ANOTHER = r".* \b (?: {PREVIOUS} | {UPCOMING} ) \s (?: [\w’'-]+ \s ){0,6}? {MEETING} \b .*"
_VISITED = r".* \b {WENT_TO} \b [^.;]* \b {MEETING} \s of \b .*"
"""A sentence about somebody who went to a meeting of another body: "Cllr Lee attended a meeting of the Trust"."""
_SUMMONS = r".* \b {SUMMONS} \b .*"


def find_in_sentences(view: View) -> Iterator[Candidate]:
    """Names in the sentences that say who met."""
    for _, sentence in (*view.opening, *view.ending):
        if len(sentence) > 400:
            continue
        for rule in WHO_MET:
            match = rule.match(sentence, view.vocabulary)
            if not match:
                continue
            named = names_in(match["body"], view.vocabulary)[:1]
            for part in named:
                another = "of-another" if _is_of_another(sentence, view.vocabulary) else ""
                summons = "summons" if compiled(_SUMMONS, view.vocabulary).match(sentence) else ""
                features = name_features(part.name, view.vocabulary)
                if "verb" in features or part.name[0].islower():
                    continue
                yield candidate(part.name, "sentence", summons, another, *features, words=sentence)
            break


def _is_of_another(sentence: str, vocabulary: Vocabulary) -> bool:
    """True for a sentence about the next or last meeting, or about one that somebody went to."""
    return any(compiled(pattern, vocabulary).match(sentence) for pattern in (_ANOTHER, _VISITED))
