"""How a vote is printed: numbers for and against, and who voted how."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Act, Rule

NUMBERS = Rule(
    "numbers-for-and-against",
    r"""\b (?=\w) (?P<votes_for> {A_NUMBER} ) {HAVE_VOTED} {VOTED_FOR} \b
        (?: \s+ (?: the | this ) \s+ {MOTION} )? (?: [,;] | \s / )? \s+ (?: and \s+ )?
        (?: (?P<votes_against> {A_NUMBER} | {NOBODY} ) {HAVE_VOTED} {VOTED_AGAINST} \b [,;]? \s*
          | (?= {A_NUMBER} {HAVE_VOTED} {ABSTAINING} \b ) )
        (?: (?: and \s+ | with \s+ )? (?P<abstentions> {A_NUMBER} ) {HAVE_VOTED} {ABSTAINING} \b )?""",
    (
        "7 votes for, 2 against and one abstention",
        "seven in favour, two opposed",
        "5 voted for, 1 against",
        "3 FOR / 0 AGAINST",
        "3 for, 1 abstention",
        "62 for the proposal, none against and one abstention",
    ),
    ("7 for May, 2 for June", "3 for the Panel"),
    act=Act.VOTES,
    anywhere=True,
)
"""Numbers before what they count."""
RATIO = Rule(
    "votes-to-votes",
    r"""(?: {CARRIED} | {APPROVED} | {VOTE} | {VOTES} )
        (?: [\s:,(]+ (?: {MANNER} | {VOTE} | {VOTES} | by | with | was | of | a | the ) \b )* [\s:,(\[–-]+
        (?P<votes_for> {A_NUMBER} ) (?: \s+ {VOTES} )? (?: \s? [-–/] \s? | \s+ to \s+ )
        (?P<votes_against> {A_NUMBER} ) (?: \s? [-–/] \s? (?P<abstentions> \d{1,3} ) )? (?! [\w/-] )""",
    (
        "Motion carried 5-0",
        "passed by eight votes to two",
        "Vote: 4-1-1",
        "approved unanimously by a vote of 5 to 0",
    ),
    ("carried on pages 5-10 of the 2024-25 plan", "won the match 5-0", "a 7-0 win", "5-0 in the league"),
    act=Act.VOTES,
    anywhere=True,
)
"""Two numbers with a dash or "to" between them, behind what says that it is a vote."""
LABEL = Rule(
    "label-of-votes",
    r"""(?<![\w-])
        {A_SIDE}
        \s* (?: \( \s* (?P<number> \d{1,3} ) \s* \) \s* [:–-]? | \s [–-] \s | : | (?= \s \d{1,3} \b ) ) \s*""",
    ("Ayes: Lee, Ray", "Against (2): Doe, Fox", "Abstentions: none", "Recused: Orr", "Ayes 5"),
    ("for the plan", "against the wall", "absent friends"),
    act=Act.VOTES,
    anywhere=True,
)
"""The label before the number or the names of those who voted one way."""
BALLOT = Rule(
    "one-members-vote",
    r"(?P<name> {NAME} ) \s* [–:-]? \s+ {A_SIDE} \.?",
    ("Lee aye", "Bo Ray - no", "Cllr Orr: abstained", "Fox absent"),
    ("Lee spoke", "the ayes have it", "Lee: no change"),
    act=Act.VOTES,
)
"""A member of a roll call, with the vote behind the name."""
ROLL_CALL = Rule(
    "roll-call-vote",
    r"(?: \b {VOTE} \b \s* (?: was \s | {TAKEN} \s* )* )+ [:–-] \s*",
    ("Roll call vote:", "Vote:", "Roll call vote was taken:"),
    ("Roll call at 7 pm",),
    act=Act.VOTES,
    anywhere=True,
)
"""The words before a roll call."""
DISSENT = Rule(
    "with-votes-apart",
    r"""\b with \s+ (?P<names> {NAME} (?: (?: ,\s | ,?\s and \s ) {NAME} )* ) \s+
        (?: {VOTED} \s+ )? {A_SIDE} \b""",
    ("with Dill opposed", "with Ms Orr and Bo Ray abstaining", "with Lee voting no"),
    ("with the plan opposed", "with Dill in the chair"),
    act=Act.VOTES,
    anywhere=True,
)
"""Who voted otherwise than the others, behind the outcome."""
SIDE = Rule(
    "side-of-a-vote",
    r"(?: {VOTED} \s+ )? {A_SIDE} \.?",
    ("Aye", "Against", "Abstained", "voted for", "Absent"),
    ("Present", "Forward"),
    act=Act.VOTES,
)
"""The heading of a column of a table of votes, or its cell."""
VOTER = Rule(
    "voters-column",
    r"{VOTER} s?",
    ("Member", "Name", "Councillors"),
    ("Membership", "Item"),
)
"""The heading of the column that names who voted."""
VOTE_COLUMN = Rule(
    "votes-column",
    r"{VOTE} | {VOTES}",
    ("Vote", "Voting"),
    ("Voter",),
)
"""The heading of the column that says how each voted."""
VOTE_HEADING = Rule(
    "heading-of-a-vote",
    r"(?: {VOTE} \s* )+ :?",
    ("Roll call:", "Roll call vote"),
    ("Roll of honour",),
)
"""The heading of a vote, below the decision that it was about."""
TOTAL = Rule(
    "row-of-totals",
    r"{TOTAL} s? :?",
    ("Total", "Totals:"),
    ("Total Lee",),
)
"""The first cell of the row that adds up the others."""
IS_CARRIED = Rule(
    "vote-carried",
    r"\b (?: {PASSED} | {APPROVED} ) \b",
    ("Motion carried 3-2", "The motion passed."),
    ("The motion was put.",),
    act=Act.DECIDES,
    anywhere=True,
)


def is_majority(count: re.Match[str]) -> bool:
    """True if the numbers of a vote say that more were for it than against."""
    votes_for, against = count["votes_for"], count["votes_against"]
    if against is None or not against.isdigit():
        return against is None or against.casefold() in ("no", "none", "nil", "nobody")
    return votes_for.isdigit() and int(votes_for) > int(against)


SIDES = ("votes_for", "votes_against", "abstentions", "absent", "recused")
"""How a member may stand to a vote: the names of the groups of the rules that tell it."""


def side_of(match: re.Match[str]) -> str:
    """The side that a rule says was voted for."""
    return next(side for side in SIDES if match[side])
