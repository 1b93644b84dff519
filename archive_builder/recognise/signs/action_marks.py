"""How an action is marked: "ACTION - ...", "Action: AL", "Clerk to action", and lists of actions."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

ACTION_LIST = Rule(
    "action-list",
    r"""(?: (?! {RECOMMENDED} ) \w+\s+ | {LIST_OF} \s+ of \s+ (?:the\s+)? (?: \w+\s+ )? )?
        (?: {ACTIONS} (?: \s+ {ARISING} )? | {ACTION_WORD} \s+ {LIST_WORD} | {ACTIONS} \s+ {LIST_WORD} )
        (?: \s* (?: / | & | \b and \b ) \s* [\w-]+ )?
        (?: \s+ for \s+ (?-i:[A-Z])[\w’'-]+ (?: \s [\w’'-]+ )?
          | \s+ (?: for | on ) \s+ [^.?!:]{3,70} (?= \s* : ) )? \s* :?""",
    (
        "Action items",
        "Summary actions:",
        "Summary of actions",
        "Action items & follow-ups",
        "Actions arising",
        "Action log",
        "Key action items/promises for Bo:",
        "Action items for the new shed and its roof:",
    ),
    ("Action", "Actions of the enemy", "Recommended actions"),
)
"""The heading of a list of actions."""
TASKS_AHEAD = Rule(
    "tasks-ahead",
    r"{TASKS_AHEAD} \s* :?",
    ("Next steps", "To do:"),
    ("Upcoming tasks", "Next steps for the hall"),
)
"""The heading of a list that may hold actions: of its entries, those that name a task or an owner are."""
DISCUSSION = Rule(
    "discussion-begins",
    r"(?: [\w’'-]+ \s+ ){0,3} (?: {TOLD_COLUMN} ) (?: \s+ [\w’'-]+ )? \s* :?",
    ("Key discussion points", "Discussion", "Summary of discussion:"),
    ("Ring the mill", "Ann Lee"),
)
"""The heading of what was said, below a list of actions: none of it is one."""
NO_ENTRY = Rule(
    "no-actions",
    r"""(?:there\s+(?:were|are)\s+)? (?: {NO_ENTRY} \b .{0,20}
        | no \s+ (?:further\s+|new\s+)? (?: {ACTIONS} | {LIST_WORD} | {MATTERS} ) \b .* )""",
    (
        "None",
        "No actions",
        "None this month.",
        "There were no actions raised in the meeting.",
        "No points discussed",
    ),
    ("Nonesuch Lane to be swept",),
)
"""What a list of actions says that is empty."""
ACTION_MARK = Rule(
    "action-marker",
    r"""(?: [*•] \s+ )?
        (?P<marker> (?-i:{ACTION_MARKERS}) (?: \s* (?: (?-i:[A-Z]{1,4}) [./-]? )? \d{1,4} (?: [./-] \d{1,4} ){0,3} )? )
        (?: \s* [:–—-]+ \s*
          | \s+ (?! {LIST_WORD} \b ) (?= (?-i:[A-Z][\w.’'-]*\s+[a-z]) )
          | \s+ (?! {LIST_WORD} \b ) (?= (?-i: [A-Z][\w.’'/&-]* (?: \s+ [A-Z][\w.’'/&-]* ){0,3} (?: \s+ [–-] )?
                \s+ (?:to|will|shall) \s+ [a-z] ) )
          | (?<= (?-i:[A-Z]) (?-i:[A-Z]) ) \s+ on \s+ (?:the\s+)?
                (?= (?-i:[A-Z]) [^.:?!]{1,60} \s to \s ) )""",
    (
        "ACTION - Ann to write",
        "Action 06/25-1: Bo Ray to ring",
        "ACTION Ann to write",
        "Action Ann/Bo to ring",
        "Action Ann - to ring",
        "ACTION on the Hall Officers to write",
    ),
    ("Action was taken", "Actionable: no", "Action Items from the last meeting"),
    act=Act.ASKS_FOR_ACTION,
    whole=False,
)
"""A marker of the vocabulary, in its printed case, with a number and a dash or colon."""
MARK_WITHIN = Rule(
    "action-marker-within",
    r"(?<=[.?!)”\"]) \s+ (?= " + ACTION_MARK.pattern.replace("?P<marker>", "?:") + r")"
    r"(?= (?-i:[A-Z]{2}) | (?: {ACTION_WORD} | {ACTIONS} ) \s* [:–-] )",
    ("It is late. ACTION - Ann to write",),
    ("It is late ACTION - Ann to write",),
    act=Act.ASKS_FOR_ACTION,
    anywhere=True,
)
"""Where an action begins in the middle of a paragraph, behind the end of a sentence."""
NAMED_MARK = Rule(
    "action-marker-owner",
    r"""(?-i:{ACTION_MARKERS}) (?: \s* \( (?P<owner> [^()]{2,50} ) \) \s* [:–-]? \s*
        | \s+ (?P<named> (?! {LIST_WORD} \b | {REQUIRED} \b | {ARISING} \b )
            (?: {OWNER} | (?: [\w’'-]+ \s ){0,2} (?: {MEMBERS} | {STAFF_NOUN} ) ) ) \s* : \s+ )""",
    ("Action (Ann Lee): ", "ACTION (CD) ", "Action CD: ", "Action new members: "),
    ("Action (see above", "An action (CD)", "Action points: ", "Action required members: "),
    act=Act.ASKS_FOR_ACTION,
    whole=False,
)
"""A marker that names the owner in brackets."""
BRACKETED_MARK = Rule(
    "action-marker-in-brackets",
    r"""[\[(] \s* (?-i:{ACTION_MARKERS}) \s* [:–-]? \s* (?: (?: for | on ) \s+ )?
        (?! {LIST_WORD} \b | {REQUIRED} \b | {ARISING} \b ) (?P<owner> (?-i:[A-Z]) [^\[\]():]{0,50} )
        \s* :? \s* [\])] \s* :? \s+ (?=\S)""",
    ("[AI: Ann] Ring the county", "[ACTION Bo and Cy]: Ask the county", "(Action: Cy) Write"),
    ("[AI] is new", "(Action agreed) Write to them", "[Action: Ann]"),
    act=Act.ASKS_FOR_ACTION,
    whole=False,
)
"""A marker and who acts, both in brackets before what is to be done."""
TAG_MARK = Rule(
    "action-tag",
    r"\# (?: {ACTION_MARKERS} ) (?: : (?P<owner> \w [\w.-]{0,20} ) )? :? \s+ (?=\S)",
    ("#todo:al ring the county", "#action write to them", "#TODO: ring"),
    ("#actions", "todo ring the county", "#todos are many"),
    act=Act.ASKS_FOR_ACTION,
    whole=False,
)
"""A marker as a tag, with who acts behind a colon or not."""
MARK_BEHIND = Rule(
    "action-marker-behind",
    r"""\s* [\[(]? \b (?-i:{ACTION_MARKERS}) \b \s* (?:by|for)? \s*
        (?: [:–-] \s* (?P<owner> {OWNER} )
          | (?P<brief> (?-i: [A-Z]{2,4} (?: \s* (?: / | , | & | and ) \s* [A-Z]{2,4} )* ) | (?:the\s+)? {OFFICE} ) )
        (?P<limit> {LIMIT} )? [\])]? \s* \.? $""",
    ("Write to them. Action: AL", "Mend the gate [ACTION CD by 3 May]", "Ring. Action the Clerk"),
    ("Action: AL to write to the county",),
    act=Act.ASKS_FOR_ACTION,
    anywhere=True,
)
"""A marker with names at the end of the text that says the action."""
TO_ACTION = Rule(
    "owner-to-action",
    r"(?<=[.?!)]) \s+ [\[(]? (?P<owner> {OWNER} ) \s+ to \s+ (?: {ACTION_WORD} | {ACTIONS} ) [\])]? \s* \.? $",
    ("A letter is to be sent. Clerk to action",),
    ("A letter is to be sent. Clerk to write",),
    act=Act.ASKS_FOR_ACTION,
    anywhere=True,
)
"""Who is to do it, behind the sentence that says what."""
OWNER_ALONE = Rule(
    "action-owner-alone",
    r"""(?: {ACTION_WORD} | {ACTIONS} )
        (?: (?: \s+ by )? \s* [:–-] \s* | \s+ (?= (?: all | (?-i: [A-Z]{2,4} ) ) \b ) (?! {LIST_WORD} \b ) )
        (?! (?: {SETTLED} | {APPROVED} | {ACCEPTED} | {CARRIED} ) \b )
        (?P<owner> {OWNER} ) (?P<limit> {LIMIT} )? \s* \.?""",
    ("Action: CD", "Actions by: Ann Lee / the Clerk by 11 May.", "Action CD", "Action all"),
    ("Action: write to the county", "Action Ann Lee", "ACTION LOG", "Action: Approved"),
    act=Act.ASKS_FOR_ACTION,
)
"""Behind a sentence that is the action itself: "The builder is to be told. Action: CD"."""
TAKEN = Rule(
    "action-taken",
    r"""(?! .* \b to \s be \b )
        (?: (?: (?:up)?on \s+ (?: a \s+ )? )? (?: {MOTIONED} | {MOVES_A_MOTION} ) \b .*
          | (?: {APPROVED} | {ACCEPTED} | {CARRIED} | {SECONDED} ) \b .*
          | [^.?!]{3,60}? \b (?: (?:is|are) \s+ )? {RECOMMENDS} \s+ (?: that | to ) \b .* )""",
    (
        "Moved by Lee, seconded by Ray, and carried unanimously to adopt the calendar.",
        "On a motion by Lee, seconded by Ray, the gate was sold.",
        "Approved the minutes of May.",
        "The superintendent is recommending that the board approve the plan.",
    ),
    (
        "Ann to write to the county.",
        "Approved minutes to be put on the website.",
        "Motion sensors to be bought.",
    ),
    act=Act.DECIDES,
)
"""What stands behind "Action:" where it names what was done in the meeting, or is to be decided in it: no task."""
LIST_LABEL = Rule(
    "actions-follow",
    r"(?: {ACTION_WORD} | {ACTIONS} ) \s* :",
    ("Action:", "Actions:"),
    ("Action", "Action: AL"),
    act=Act.HEADS,
)
"""A line that only says that one or more actions follow."""
PROPOSER = Rule(
    "names-proposer",
    r"(?: it \s+ was \s+ )? (?: {MOVES_A_MOTION} | {PROPOSES} | {SECONDED} ) \b (?: (?! \bthat\b ) . )* $",
    ("Proposed by Cllr Lee", "Seconded: Cllr Ray"),
    ("Proposed by Cllr Lee that the gate be mended",),
    act=Act.MOVES,
    whole=False,
)
"""Who proposed what was said before: no task."""
ENTRY_SORT = Rule(
    "sort-of-entry",
    r"{DECISION} | {NOTED} | {INFORMATION} | {NOTE_WORD}",
    ("Decision", "Noted", "information"),
    ("Decision of the court",),
    act=Act.DECIDES,
)
"""A cell that says of its row that it holds no action, in a list of decisions and actions."""
