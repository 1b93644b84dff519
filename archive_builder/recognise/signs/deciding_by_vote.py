"""Sentences that decide by a vote: "The Board voted to wait", "a show of hands"."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

DECIDED_BY_VOTE = RuleTable(
    Rule(
        "body-votes",
        r"""(?: [^?]{3,200} , \s
              | (?: (?! \b (?: that | when | who ) \b ) [^?] ){3,300}? \s (?= the \s ) )?
            (?: {THE_BODY} | (?: the | a ) \s {MAJORITY} (?: \s of \s {THE_BODY} )? )
            \s+ (?: {HOW} \s+ )* {VOTED} \s+ (?: {HOW} \s+ )*
            (?: \d+ \s* [-–/:] \s* \d+ (?: \s* [-–/:] \s* \d+ )? \s+ )?
            (?: to | that | for | no | yes | against | {IN_FAVOUR} \s of ) \b [^?]*""",
        (
            "The Board voted no on sharing the cost.",
            "The Board voted unanimously to approve the plat.",
            "The Council voted 5-0 to hire a clerk.",
            "The majority voted for the second design.",
            "No other names had come in and the meeting voted unanimously to keep the crew.",
        ),
        ("The Board voted twice.", "The public voted to leave.", "He said that the Board voted to wait."),
        act=Act.DECIDES,
        confidence=0.9,
    ),
    Rule(
        "vote-that",
        r"""(?: [^?]{3,200} [,;] \s )? (?: (?: by | on | with | there \s was ) \s )? (?: (?: a | the ) \s )?
            {UNANIMOUS} \s {VOTE} \s (?: was \s (?: {TAKEN} \s )? )? (?: that | to | {IN_FAVOUR} \s of ) \b [^?]*""",
        (
            "Unanimous vote that Bo Ray will hold the post.",
            "By a unanimous vote to buy the barn, it is ours.",
        ),
        ("A vote that was unanimous is rare.",),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "show-of-hands",
        r"""(?: [^?]{3,200} , \s )? (?: on | by | a | the | with )? \s? (?: a \s )? {SHOW_OF_HANDS} \b [^?]{0,60}?
            (?: \s \w+ed \s that | {SETTLED} | {DECIDED} ) \b [^?]*""",
        ("A show of hands confirmed that the bench be bought.",),
        ("A show of hands was asked for.",),
        act=Act.DECIDES,
        confidence=0.7,
    ),
)
"""Sentences that say how a vote went, and by that what was decided."""
