"""Formal resolutions: who moves, the recitals, what is resolved clause by clause, and what became of it."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

MOVED_BY = Rule(
    "moved-by",
    r"(?: {AMENDMENT} \s )? {MOVES_A_MOTION} \s* (?: by \b | : ) .{2,80}",
    ("MOVED by Councillor Lee", "AMENDMENT MOVED by Councillor Ray", "Moved: Bo Ray"),
    (
        "Moved to the new hall in May.",
        "That the plan moved by Ms Lee be adopted, with the changes that were proposed.",
    ),
    act=Act.MOVES,
)
"""A line that opens a formal motion."""
FINAL = Rule(
    "final-motion",
    r"(?:the\s+)? {FINAL} \s+ (?: {MOTION} | {AMENDMENT} ) \s+ as \s+ (?: {APPROVED} | {AMENDED} | {CARRIED} ) \s* :?",
    ("FINAL MOTION AS APPROVED", "Final motion as amended:"),
    ("The final motion was debated at length.",),
    act=Act.HEADS,
)
"""The heading above the words that were carried in the end: they stand in the place of those that were moved."""
RECITAL = Rule(
    "recital",
    r"(?: and \s+ )? {RECITAL} \b .*",
    ("WHEREAS", "WHEREAS the beaches are busy;", "And whereas the roof leaks,"),
    ("The whereabouts of the key are known.",),
    act=Act.RECITES,
)
"""Why something is resolved; it decides nothing."""
THEREFORE = Rule(
    "therefore",
    r"(?: {BE_IT_RESOLVED} )+ \b [,:]? \s* (?P<text> .* )",
    ("THEREFORE BE IT RESOLVED", "NOW, THEREFORE, be it resolved that the roof be mended."),
    ("The Chair therefore resolved the matter.",),
    act=Act.DECIDES,
)
"""The end of the recitals."""
CLAUSE = Rule(
    "clause",
    r"""(?P<mark> (?-i:[A-Z]|\d{1,2}|[ivx]+) [.)] \s* )?
        (?P<text> [“\"]? (?P<more> (?: (?: and | further | be \s it \s further \s {RESOLVED} ) [,:]? \s+ )+ )?
            (?-i: THAT | That ) \b .* )""",
    (
        "A. THAT Council approve the fund.",
        "FURTHER THAT the fund be spent in May.",
        "That the roof be mended.",
    ),
    ("that the roof leaks is known", "The roof that leaks"),
    act=Act.DECIDES,
)
"""A clause of what is resolved."""
OUTCOME_LINE = Rule(
    "outcome-of-a-motion",
    r"""(?: (?: the | all ) \s [^.]{3,90} ,? \s )?? (?-i:(?=[A-Z])) {CARRIED}
        \b .{0,200}""",
    (
        "CARRIED UNANIMOUSLY (Vote No. 12)",
        "The amendment having carried, the motion as amended was put and CARRIED (Vote No. 14) with Ms Orr opposed.",
    ),
    ("The plan was carried forward to May.",),
    act=Act.DECIDES,
)
"""What became of a formal motion."""
NUMBERED_MOTION = Rule(
    "numbered-motion",
    r"""(?P<number> (?-i: [A-Z]{0,3} ) \d{2,4} [-/] \d{1,4}
            | (?: {MOTION} | {RESOLVING} ) \s* (?: no\.? | \# )? \s* \d[\w/-]* )
        \s* [.:–-]? \s* (?P<movers> [^:]{0,80}? ) \s* [:–-]? \s* (?P<text> (?-i: That | THAT ) \b .* )""",
    (
        "R2018-087 L. Smith, T. Doe: That the minutes be adopted as published. Carried.",
        "Motion 14: That the budget be approved.",
        "Resolution #23-104 Moved by Lee, seconded by Ray: THAT the seal be used.",
    ),
    ("2018-19 budget: the figures that follow are drafts.",),
    act=Act.MOVES,
)
"""A motion with a number, who moved and seconded it, and its words."""
