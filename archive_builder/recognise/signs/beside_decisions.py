"""What stands beside decisions: conditions, reports, talk, outcomes alone, run-in headings, columns of tables."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

DECIDES_NOTHING = RuleTable(
    Rule(
        "conditional",
        r"{PROVISO} \b .*",
        ("If the plan was approved, work could begin.",),
        ("The plan was approved.",),
        act=Act.REPORTS,
    ),
    Rule(
        "told-of-the-past",
        r"""(?: as \s (?:was|were|{RESOLVED}) \b .*
            | .* \b (?: {RESOLVED} | {ASSENTED} | {DECIDED} ) \s (?:\w+\s){0,3}?
                (?:at|in) \s (?:the|our|its|their|a) \s {LAST} \s .*
            | .* \b (?: {RESOLVED} | {ASSENTED} | {DECIDED} ) \s {LAST} \s .* )""",
        (
            "The plan was approved at the last meeting.",
            "As agreed in May, the hall was let.",
            "The Board agreed last year to wait.",
        ),
        ("The minutes of the last meeting were approved.",),
        act=Act.REPORTS,
    ),
    Rule(
        "stamp-of-approval",
        r"""(?: {THE_BODY} \s (?: {RESOLVED} | {ASSENTED} | {APPROVED} ) \s )?
            (?:the \s)? {FOREGOING} \s {PAPER} \b .*""",
        (
            "The Board approved the preceding minutes on May 6, 2025",
            "The foregoing minutes were approved on May 6.",
        ),
        ("The Board approved the minutes of May 6, 2025.",),
        act=Act.REPORTS,
    ),
    Rule(
        "told-of-others",
        r"(?: .* \b )? {APPROVED} \s by \s (?:the\s+)? (?: {TIER} | {GOVERNMENT} ) \b .*",
        ("The bridge was approved by the County Council.", "It was approved by the Ministry."),
        ("It was approved by the Board.",),
        act=Act.REPORTS,
    ),
    Rule(
        "feeling",
        r"""(?: .* \b )? (?:was|were|is|are) \s (?: \w+ \s ){0,2} {FEELING} \s
            (?: that | the | to \s \w+ | with | about | at ) \b .*""",
        ("Ann and Bo were very disappointed the motion did not pass.",),
        ("The motion to thank Bo was carried.",),
        act=Act.REPORTS,
    ),
    Rule(
        "talk",
        r"""(?: .* \b )? {AGREED} \s (?: that \s )? (?: it | this | that | they | there )
            \s (?: was | were | is | had \s been ) \s (?: (?: a | an | {HOW} | {INTENSIFIER} ) \s )* {PRAISE} \b .*""",
        ("Members agreed that it was a nice evening.", "It was agreed that this was very useful."),
        ("Members agreed that it was time to close.",),
        act=Act.REPORTS,
    ),
)
"""Sentences that look like decisions and are none: conditions, what was decided before or by others, talk."""
CONDITION_BEHIND = Rule(
    "condition-behind",
    r".* \b {PROVISO} \s+ (?: it \s (?:is|was) \s )? (?: {RESOLVED} | {ASSENTED} ) \b .*",
    ("Work begins in May, if agreed.",),
    ("The plan was approved.",),
    act=Act.REPORTS,
)
"""A condition behind what it limits; where the body itself decides, that is its decision all the same."""
DECISION_COLUMN = Rule(
    "decision-column",
    r"""(?:the\s+)? (?: {DECISION} | {DECISIONS} | {RESOLVING} | {AGREED} | {DECISION_COLUMN_HEAD} )
        (?: \s {TAKEN} )? (?: \s* [/&,] \s* \w+ )? \s* :?""",
    ("Decision", "Decisions taken", "Outcome / decision", "Resolution"),
    ("Decision maker", "Topic"),
    confidence=0.9,
)
"""The head of a column of decisions, or the first cell of a box that holds one."""
NOTHING_DECIDED = Rule(
    "nothing-decided",
    r"(?: {NOTHING} | n/a ) \b .{0,20}",
    ("None", "N/A", "Not applicable"),
    ("The plan is adopted.",),
    act=Act.REPORTS,
)
"""A cell of such a column that holds no decision."""
ACTS_BY_NAME = Rule(
    "acts-by-its-own-name",
    r"""(?: the \s )? (?P<name> (?-i: (?= [\w&/-]* [A-Z0-9] [\w&/-]* [A-Z0-9] ) [A-Z] [\w&/-]{2,20} ) ) \s
        (?: {HOW} \s+ )* (?P<verb> {RESOLVED} | {ASSENTED} | {DECIDED} | {NOTED} ) \b""",
    ("OLAF agreed that the path be mended.", "The SOT3-2 unanimously endorsed the plan."),
    ("Members agreed to wait.", "Ann agreed to wait."),
    act=Act.DECIDES,
    whole=False,
)
"""A name in capitals decides: the body itself, if it does so often."""
LABEL_ALONE = Rule(
    "decision-label-alone",
    r"(?: {KEY} \s )? (?: {DECISION} | {DECISIONS} | {DECISION_LABEL} ) (?: \s {TAKEN} )? \s* [:–-]+",
    ("Decision:", "Decisions taken:", "Resolution –"),
    ("Decision: the plan is adopted.", "Decision"),
    act=Act.HEADS,
    confidence=0.9,
)
"""A line that only says that a decision follows."""
LEADS_UP = Rule(
    "leads-up-to-a-resolution",
    r".* : \s* (?: \( [^()]{2,40} \) )? \s* [–-]?",
    ("It was resolved to recommend: (to Council)", "It was agreed:"),
    ("It was agreed to wait.",),
    act=Act.DECIDES,
)
"""A sentence that decides, whose words stand below it."""
ANOTHER_BODY = Rule(
    "another-body",
    r"""(?: .* \b )? (?P<tier> {TIER} ) \s {BODY_NOUNS} \s (?: {HOW} \s )*
        (?: {RESOLVED} | {ASSENTED} | {DECIDED} ) \b .*""",
    ("The County Council agreed to mend the road.",),
    ("The Board agreed to mend the road.",),
    act=Act.REPORTS,
)
"""A body of another tier decides: a report, unless it is the body that met."""
RUN_IN = Rule(
    "run-in-label",
    r"""(?! {DECISION_LABEL} \b | {DECISION} \b | (?-i: {MOVED_SECONDED_CARRIED} ) ) (?-i:[A-Z])
        (?: (?! \b (?: {RESOLVED} | {ASSENTED} | {DECIDED} | {MOTION} | {CARRIED} ) \b ) [^.:?!–—] ){2,80}
        (?: \s* [:–—] \s+ | \s+ - \s+ ) (?= (?-i:[A-Z]) \w* \s )""",
    ("Approval of the Agenda – The agenda was approved.", "Past Minutes: A motion was made."),
    ("Motion carried – The fee is £5.", "The fee is £5.", "Decision: The fee is £5.", "M/S/C: To adopt it."),
    whole=False,
)
"""A heading that runs into the sentence behind it."""
DECIDED_LIST = Rule(
    "decided-list",
    r"""(?! .* {PLANNING} | .* \b {DELEGATED} \b )
        (?: (?: \w+ \s ){0,3} (?: {APPROVED} | {RESOLVED} | {DECISIONS} (?: \s {TAKEN} )? )
          | {RESOLUTIONS_LIST} ) \s* :?""",
    ("Grants approved", "Decisions made:", "Resolutions"),
    (
        "Decisions of the court",
        "Delegated decisions",
        "Planning applications approved",
        "Ordinances and resolutions",
    ),
    act=Act.HEADS,
    confidence=0.8,
)
OUTCOME = Rule(
    "outcome-alone",
    r"""(?: {RESULT} \s* : \s* )? (?: (?: the | this | that ) \s+ )? (?: {MOTION} | {VOTE} ) \s+
        (?:was\s+)? (?: {DECLARED} \s+ )? (?: {MANNER} \s+ )?
        (?: {CARRIED} | {ASSENTED} ) \b [.,;]? (?: \s+ \S+ ){0,9}
      | (?: this | which ) \s was \s (?: {SECONDED} \s by \s [^,]{3,50} ,? \s and \s )? (?:\w+ly\s)?
        (?: {RESOLVED} | {ASSENTED} | {CARRIED} ) \b .*
      | all \s {IN_FAVOUR} \.?
      | (?: {THE_BODY} | it \s was ) \s+ (?: {HOW} \s+ )* (?: {ASSENTED} | {RESOLVED} )
        (?: \s+ (?: {MANNER} | it | this | that | (?: the | this | that ) \s {MOTION} ) )* \.?
      | \(? (?: all \s | {MANNER} \s )* (?: {AGREED} | {APPROVED} | {CARRIED} )
        (?: \s+ (?: {MANNER} | and \s {SIGNED} | by \s all | nem \.? \s con
              | with (?:out)? \s (?: no \s | any \s )? {NO_DISSENT} ) )* \.? \)?""",
    (
        "Motion carried unanimously.",
        "Agreed unanimously.",
        "(all approved)",
        "The proposal was passed by eight votes to two.",
        "This was seconded by Cllr Ray and agreed.",
        "This resolution was unanimously adopted.",
        "The Board approved this unanimously.",
    ),
    ("The motion was withdrawn.", "This was a long debate."),
    act=Act.DECIDES,
    confidence=0.8,
)
"""What became of the motion in the sentence before."""
