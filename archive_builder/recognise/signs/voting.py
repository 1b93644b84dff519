"""How a vote is printed: numbers for and against, and who voted how."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

NUMBERS = Rule(
    "numbers-for-and-against",
    r"""(?P<votes_for> {A_NUMBER} ) {HAVE_VOTED} {VOTED_FOR} \b [,;]? \s+ (?: and \s+ )?
        (?P<votes_against> {A_NUMBER} ) {HAVE_VOTED} {VOTED_AGAINST} \b
        (?: [,;]? \s+ (?: and \s+ | with \s+ )? (?P<abstentions> {A_NUMBER} ) {HAVE_VOTED} {ABSTAINING} \b )?""",
    ("7 votes for, 2 against and one abstention", "seven in favour, two opposed", "5 voted for, 1 against"),
    ("7 for May, 2 for June",),
    act=Act.VOTES,
    anywhere=True,
)
"""Numbers before what they count."""
RATIO = Rule(
    "votes-to-votes",
    r"""(?: {CARRIED} | {APPROVED} | {VOTE} | {VOTES} )
        (?: [\s:,(]+ (?: {MANNER} | {VOTE} | {VOTES} | by | with | was | of | a | the ) \b )* [\s:,(–-]+
        (?P<votes_for> {A_NUMBER} ) (?: \s+ {VOTES} )? (?: \s? [-–/] \s? | \s+ to \s+ )
        (?P<votes_against> {A_NUMBER} ) (?: \s? [-–/] \s? (?P<abstentions> \d{1,3} ) )? (?! [\w/-] )""",
    (
        "Motion carried 5-0",
        "passed by eight votes to two",
        "Vote: 4-1-1",
        "approved unanimously by a vote of 5 to 0",
    ),
    ("carried on pages 5-10 of the 2024-25 plan", "won the match 5-0"),
    act=Act.VOTES,
    anywhere=True,
)
"""Two numbers with a dash or "to" between them, behind what says that it is a vote."""
LABEL = Rule(
    "label-of-votes",
    r"""(?<![\w-])
        (?: (?P<votes_for> {VOTED_FOR} ) | (?P<votes_against> {VOTED_AGAINST} ) | (?P<abstentions> {ABSTAINING} ) )
        \s* (?: \( \s* (?P<number> \d{1,3} ) \s* \) \s* [:–-]? | \s [–-] \s | : ) \s*""",
    ("Ayes: Lee, Ray", "Against (2): Doe, Fox", "Abstentions: none"),
    (
        "for the plan",
        "against the wall",
    ),
    act=Act.VOTES,
    anywhere=True,
)
"""The label before the number or the names of those who voted one way."""
