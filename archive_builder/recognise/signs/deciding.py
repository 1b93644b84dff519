"""Sentences in which a body decides, in the words of many bodies."""

from __future__ import annotations

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.agreeing import AGREEMENTS
from archive_builder.recognise.signs.beside_decisions import ANOTHER_BODY, CONDITION_BEHIND, DECIDES_NOTHING
from archive_builder.recognise.signs.body_decides import BODY_DECIDES, BODY_DECIDES_WITHIN
from archive_builder.recognise.signs.disposing import DISPOSALS
from archive_builder.recognise.signs.electing import ELECTIONS
from archive_builder.recognise.signs.motion_outcomes import LOST
from archive_builder.recognise.signs.passive_decisions import PASSIVE_DECISIONS
from archive_builder.settings import Vocabulary

DECIDES = RuleTable(
    Rule(
        "on-proposal",
        r"""(?:up)?on \s (?: (?: the | a ) \s )? {MOTION} \s (?: of | by | from | {MADE} | {MANNER} ) \b .* \b
            (?: {SETTLED} | {DECIDED} ) \b .*""",
        (
            "On the proposal of Cllr. Lee, seconded by Cllr. Ray, it was agreed to adopt the plan.",
            "On motion by Ms Lee, seconded by Mr Ray, the minutes were approved.",
            "Upon motion duly made and seconded, the Board approved the plat.",
        ),
        ("On the proposal of Cllr. Lee there was a long debate.",),
        act=Act.DECIDES,
        confidence=0.9,
    ),
    *PASSIVE_DECISIONS,
    *BODY_DECIDES,
    Rule(
        "it-was-decided",
        r"""(?: [^?]{3,400} \s (?<! \b that \s ) (?<! \b who \s ) (?<! \b which \s ) )?
            it \s (?: was | is | has \s been ) \s
            (?: \w+ed \s [^?.;]{3,160}? \s but \s (?= (?: {HOW} \s )? {RESOLVED} \s (?:that|to) \b ) )?
            (?: {HOW} \s+ | {PROPOSES} \s and \s )*
            (?: {RESOLVED} | {DECIDED} | {VOTED} (?= \s (?: not \s )? (?: to | that ) \b ) ) \b [^?]*""",
        (
            "It was suggested that Bo be asked but agreed that this be left until May.",
            "It was decided that the lock be changed.",
            "Funds are short, as such it was agreed to wait.",
            "It was unanimously voted not to lend the van.",
        ),
        (
            "It was hoped that the lock would hold.",
            "He said that it was agreed to wait.",
            "Mr Ray, who it was agreed does well, has left.",
        ),
        act=Act.DECIDES,
        confidence=0.9,
    ),
    Rule(
        "correspondence",
        r"""{LAID_BEFORE} ,? \s+ (?: (?:a\s)? {COPY} \s of \s | (?:a|an|the)\s )* {LETTER} \b [^?]*""",
        ("Submitted letter of reply from the county.", "Circulated, copy of letter from the school."),
        ("Submitted plans were poor.", "The letter was circulated."),
        act=Act.NOTES,
        confidence=0.8,
        outcome=DecisionKind.NOTED,
    ),
    *ELECTIONS,
    Rule(
        "following-agreed",
        r"""the \s {FOLLOWING} \b [^.?]{0,60} \b (?:were|was|are|is) \s (?:\w+ly \s)?
            (?: {RESOLVED} | {ASSENTED} | {ELECTED} ) \b [^?]*""",
        ("The following were agreed: the lettings policy.", "The following officers were elected."),
        ("The following were present: Ann Lee.",),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "all-agreed",
        r"all \s (?:were\s+)? (?: {RESOLVED} | {APPROVED} | {IN_FAVOUR} ) \b [^?]*",
        ("All agreed this was a true record.", "All in favour."),
        ("All members were present.",),
        act=Act.DECIDES,
        confidence=0.9,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "motion-carried",
        r"""(?: .* \b )? (?: {MOTION} \b | the \s {VOTE} \s (?:was|is) \b )
            .* \b (?<! \b not \s ) (?<! \b not \s been \s ) (?<! \b to \s be \s )
            (?: {CARRIED} | {APPROVED} | {RESOLVED} | all \s {IN_FAVOUR} ) \b .*""",
        (
            "Motion carried unanimously.",
            "Motion by Ray, second by Doe, to adopt the plan, passed.",
            "Ms Orr made a motion to adopt the plan, seconded by Mr Ray, all in favor.",
        ),
        ("The motion was debated at length.", "The proposal of 2001 has still not been approved."),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "decision-labelled",
        r"""(?: {DECISION} | {DECISION_LABEL} | {RESOLVED} ) \s* (?: \d+ )?
            (?: \s* : (?= .* [^\W\d_]{2} ) \s* .{4,} | (?: \s* [–—] | \s+ - ) \s* \S+ \s+ \S .* )""",
        ("RESOLUTION: Accept the proposal.", "Decision: the draft is adopted."),
        ("Decision of the court", "Decisions – Membership", "Approved: ________", "Approved: 6/5/2025"),
        act=Act.DECIDES,
        confidence=0.9,
    ),
    Rule(
        "turned-down-bare",
        r"{TURNED_DOWN} \W*",
        ("Rejected", "Not approved.", "REFUSED"),
        ("Rejected the bid.", "Agreed"),
        act=Act.DECIDES,
        outcome=DecisionKind.LOST,
        confidence=0.8,
    ),
    Rule(
        "decided-bare",
        r"""(?! \w+ \s* : [\W\d_]* $ ) (?: {MANNER} \s+ )* (?: (?: {AGREED} | {CAME_TO} ) \s (?:to|that)
              | {CAME_TO} \s (?: against | on (?= \s \w+ing \b ) )
              | (?: {RESOLVING} | {APPROVED} ) (?! \s \w+ \s* : \s* $ ) | {REJECTED}
              | {DID_VOTE} (?= \s (?: to | that | for | not ) \s ) ) \b
            (?! \s (?:by|in|at|on (?! \s \w+ing \b ) ) \b ) [^?]*""",
        (
            "Decided to wait until June.",
            "Agreed to trial the new form.",
            "Resolved to wait.",
            "Approved creation of a group.",
            "Rejected the bid.",
            "Unanimously agreed to wait.",
            "Decided on keeping the form.",
            "Voted for the draft rules.",
        ),
        (
            "Voting for three seats",
            "Approved by the county in May.",
            "Agreed.",
            "Deferred to the next meeting.",
            "Resolved items:",
        ),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "proposed-and-agreed",
        r""".* \b (?: {MOVES_A_MOTION} (?! \s+ (?: to \s (?: the | a | its | their )
                      | from | in | into | on | {ELSEWHERE} ) \b )
              | (?<! \b the \s ) (?<! \b a \s ) (?<! \b an \s ) (?<! \b this \s ) (?<! \b these \s )
                  {PROPOSES} (?! \s \( \w+ \) )
              | (?<! \b the \s ) (?<! \b a \s ) (?<! \b this \s ) {MOTIONED} (?= \s (?: to | that | for ) \b ) ) \b
            .* \b (?<! be \s ) (?<! been \s ) (?: {SETTLED}
                | (?: all | {EVERYBODY_ELSE} ) \b [^.?]{0,40} {IN_FAVOUR} ) \b .*""",
        (
            "Mr Lee proposed we let the lawn and Ms Ray seconded, with everyone else in favour.",
            "It was proposed by Cllr Lee, seconded by Cllr Ray and unanimously agreed to approve the dates.",
            "The notes were proposed by Cllr Lee, seconded by Cllr Ray and all present were in favour.",
            "Ann motions to accept the report as read; Bo seconded; all were in favor.",
        ),
        (
            "It was proposed by Cllr Lee to wait.",
            "Moved by Cllr Lee that the plan be adopted.",
            "Ms Lee asked the Board to accept the proposed closure, which had been reviewed and agreed.",
            "2025 Proposed (approved) budget",
            "We moved to the side and the driver carried on.",
            "We moved away from the hedge and it was agreed.",
        ),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    *BODY_DECIDES_WITHIN,
    *AGREEMENTS,
    *DISPOSALS,
)
"""Sentences in which a body decides, in the words of many bodies."""
_APPROVES = Rule(
    "approves",
    r"\b (?: {ASSENTED} | {APPROVE} ) \b",
    ("The Board approved the plan", "agreed to adopt the policy"),
    ("agreed to write to the minister",),
    act=Act.DECIDES,
    anywhere=True,
    outcome=DecisionKind.APPROVED,
)
"""A decision that approves something, however it is put."""
_OPENING = 120
"""Characters in which a deciding sentence says that it approves."""


def deciding_rule(sentence: str, vocabulary: Vocabulary) -> Rule | None:
    """The rule by which a sentence is a decision of the body."""
    words = read(sentence, vocabulary)
    label = words.label(DECIDES)
    if not label or words.fits(DECIDES_NOTHING):
        return None
    sure = label.rule in BODY_DECIDES
    return label.rule if sure or not words.fits(CONDITION_BEHIND) else None


def another_body_decides(sentence: str, organization: str, vocabulary: Vocabulary) -> bool:
    """True if a body of another tier than the one that met decides: "the County Council agreed"."""
    match = read(sentence, vocabulary).match(ANOTHER_BODY) if organization else None
    return match is not None and match["tier"].casefold() not in organization.casefold().split()


def outcome_of(rule: Rule, sentence: str, vocabulary: Vocabulary) -> DecisionKind:
    """What a deciding sentence amounts to."""
    if rule.outcome:
        return rule.outcome
    words = read(sentence, vocabulary)
    if words.fits(LOST):
        return DecisionKind.LOST
    approves = words.match(_APPROVES)
    early = approves is not None and approves.start() < _OPENING
    return DecisionKind.APPROVED if early else DecisionKind.RESOLVED


_SHORT = 300
"""Maximum number of characters of a paragraph that is nothing but a decision."""


def body_decides(text: str, vocabulary: Vocabulary) -> bool:
    """True if a paragraph is nothing but the body's decision."""
    rule = deciding_rule(text, vocabulary) if len(text) < _SHORT else None
    return rule in BODY_DECIDES
