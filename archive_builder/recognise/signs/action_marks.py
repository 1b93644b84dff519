"""How an action is marked: "ACTION - ...", "Action: AL", "Clerk to action", and lists of actions."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

ACTION_LIST = Rule(
    "action-list",
    r"""(?: (?! {RECOMMENDED} ) \w+\s+)?
        (?: {ACTIONS} (?: \s+ {ARISING} )? | {ACTION_WORD} \s+ {LIST_WORD} | {ACTIONS} \s+ {LIST_WORD} )
        (?: \s* (?: / | & | \b and \b ) \s* \w+ )?
        (?: \s+ for \s+ (?-i:[A-Z])[\w’'-]+ (?: \s [\w’'-]+ )? )? \s* :?""",
    (
        "Action items",
        "Summary actions:",
        "Actions arising",
        "Action log",
        "Key action items/promises for Bo:",
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
NO_ENTRY = Rule(
    "no-actions",
    r"(?:there\s+(?:were|are)\s+)? (?: {NO_ENTRY} \b .{0,20} | no \s+ (?:further\s+|new\s+)? {ACTIONS} \b .* )",
    ("None", "No actions", "None this month.", "There were no actions raised in the meeting."),
    ("Nonesuch Lane to be swept",),
)
"""What a list of actions says that is empty."""
ACTION_MARK = Rule(
    "action-marker",
    r"""(?P<marker> (?-i:{ACTION_MARKERS}) (?: \s* (?: (?-i:[A-Z]{1,4}) [./-]? )? \d{1,4} (?: [./-] \d{1,4} ){0,3} )? )
        (?: \s* [:–—-]+ \s* | \s+ (?= (?-i:[A-Z][\w.’'-]*\s+[a-z]) ) )""",
    ("ACTION - Ann to write", "Action 06/25-1: Bo Ray to ring", "ACTION Ann to write"),
    ("Action was taken", "Actionable: no"),
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
        (?P<owner> {OWNER} ) (?P<limit> {LIMIT} )? \s* \.?""",
    ("Action: CD", "Actions by: Ann Lee / the Clerk by 11 May.", "Action CD", "Action all"),
    ("Action: write to the county", "Action Ann Lee", "ACTION LOG"),
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
REVIEW = Rule(
    "actions-reviewed",
    r"""(?: {REVIEW} \s+ (?: of | on | against ) \s+ )? (?:the\s+)?
        (?: {EARLIER} \s+ (?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ {LIST_WORD} )? (?: \s+ {REVIEW} )?
          | (?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ {LIST_WORD} )? \s+ (?: {ARISING} \s+ )? (?: from | of )
            \s+ (?:the\s+)? (?: {RECORD} \s+ of \s+ (?:the\s+)? )? {EARLIER} \b .*
          | {REVIEW} \s+ (?: of | on | against ) \s+ (?: the \s+ )?
            (?: {ACTIONS} | {ACTION_WORD} \s+ {LIST_WORD} | {ACTIONS} \s+ {LIST_WORD} )
          | (?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ {LIST_WORD} )? \s+ (?: {REVIEW} | {OUTSTANDING} )
            (?: \s+ (?: from | of ) \b .* )? )
        \s* :?""",
    (
        "Actions from the last meeting",
        "Review of outstanding actions",
        "Previous actions:",
        "Progress on actions",
        "Action log update",
        "Previous action items status",
        "Action items resulting from last meeting",
        "Actions outstanding",
    ),
    ("Actions agreed", "Review of the bus service", "Review of action", "Action report to the county"),
)
"""The heading of actions of an earlier meeting that are gone through."""
REVIEW_AMONG_OTHERS = Rule(
    "actions-reviewed-among-others",
    r"""(?= .* \b (?: {ACTION_WORD} | {ACTIONS} ) \b )
        (?= .* \b (?: {EARLIER} | {REVIEW} | {MATTERS} \s+ {ARISING} ) \b )
        (?! .* \b (?: {UPCOMING} ) \b ) .{5,120}""",
    (
        "Minutes and update on action points at last meeting",
        "Actions and matters arising",
        "Progress on actions",
    ),
    ("Actions agreed", "Actions for the next meeting", "Progress of the roof"),
)
"""The title of an item under which earlier actions may be gone through, among other things."""
MATTERS = Rule(
    "matters-arising",
    r"(?: {MATTERS} | {ACTION_WORD} | {ACTIONS} ) \s+ {ARISING} \b .*",
    ("Matters arising", "Actions arising from the minutes"),
    ("Matters of the heart",),
)
EARLIER_LISTED = Rule(
    "earlier-actions-listed",
    r"""(?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ {LIST_WORD} )? \s+ (?: {ARISING} \s+ )? (?: from | of ) \b
        [^.?!:]{3,90} :""",
    ("Actions from meetings before 3 May:", "Action points arising from the minutes of 6 May 2025:"),
    ("Actions:", "Actions from the floor were many. They are: two"),
)
"""A line above a list of earlier actions."""
LISTED = Rule(
    "actions-of-somebody",
    r"""(?: [^.?!:]{2,40} [’']s? \s+ | {EARLIER} \s+ )? (?: {ACTION_WORD} | {ACTIONS} )
        (?: \s+ {ASSIGNED} \s+ to \s+ [^.?!:]{2,80} )? \s* :""",
    ("Ann’s actions:", "Actions assigned to the executive (committee):", "Outstanding actions:"),
    ("Ann’s actions were many.",),
)
"""A line above the actions of one person."""
NUMBERED_ACTION = Rule(
    "action-with-its-number",
    r"""(?P<number> (?: AP | (?: {ACTION_WORD} | {ACTIONS} ) (?: \s {LIST_WORD} )? ) \s* \d [\w/.-]* )
        \s* [:–-] \s* (?=\S)""",
    ("AP1: Signs to be put up", "Action 3 - Buy salt"),
    ("Action: buy salt",),
    act=Act.ASKS_FOR_ACTION,
    whole=False,
)
EARLIER_ACTIONS = Rule(
    "heading-of-earlier-actions",
    r"""\b (?: {EARLIER} | {TRACKER} | {MATTERS} \s+ {ARISING} | {COMPLETED} \s+ {ACTIONS}
        | {REVIEW} \s+ (?: of | on | against ) \s+ (?: the \s+ )? (?: {ACTION_WORD} | {ACTIONS} ) ) \b""",
    ("Action tracker", "Outstanding matters", "Matters arising", "Completed actions", "Review of actions"),
    ("Actions agreed", "Review of the bus service"),
    anywhere=True,
)
"""What the heading of a table of earlier actions says."""
STATE = Rule(
    "action-with-its-state",
    r"""(?P<task> .{8,}? ) \s* (?: [:–—-] | [(\[] | (?<=\.)(?=\s) ) \s*
        (?P<state> (?: now \s+ )? (?: {COMPLETED} | {OUTSTANDING} | {HARDLY} \s+ (?:yet\s+)? {COMPLETED}
            | {STATE_ALONE} (?= \s* (?: [.,;(–—\])-] | $ ) ) ) \b .*? ) [)\]]?""",
    (
        "Put up the signs: done",
        "Order the salt (in progress)",
        "Order more salt [completed]",
        "AP12-3 (gate): close.",
    ),
    ("Put up the signs: by May",),
    act=Act.REPORTS,
)
"""An earlier action and what became of it, in one line."""
ARISEN = Rule(
    "matter-and-its-update",
    r"(?P<task> [^\s.:?!–—]+ (?: \s [^\s.:?!–—]+ ){0,6}? ) (?: \s* : \s+ | \s+ [–—-] \s+ ) (?P<state> \S.{8,} )",
    ("Fence – Bo Ray has mended it.", "Van insurance: three quotes came in."),
    ("The fence was mended.", "It was said that the salt in the yard was old – the Clerk saw it."),
    act=Act.REPORTS,
)
"""A matter of an earlier meeting and what became of it."""
STATE_FIRST = Rule(
    "opens-with-its-state",
    r"""(?: (?: {UPDATE_LABEL} ) \s* [:–—-]
        | (?: {STATE_ALONE} | (?: (?: {HARDLY} ) \s+ (?:yet\s+)? )? {COMPLETED} | {OUTSTANDING} ) \b
            \s* (?: [.,:;–—-] | $ | \( )
        | (?: (?: {HARDLY} ) \s+ (?:yet\s+)? {COMPLETED} | not \s+ (?:yet\s+)? to \s+ be ) \b
        | this \s+ (?: has \s+ been | was | is ) \s+ (?: now \s+ )? (?: {COMPLETED} | {OUTSTANDING} ) \b )""",
    (
        "Complete.",
        "Update: sent in May",
        "Not yet done",
        "Ongoing – quotes are awaited",
        "This is now complete",
    ),
    ("Completed forms go to the clerk", "The update was late", "Open land is dear"),
    act=Act.REPORTS,
    whole=False,
)
"""What became of the action printed above."""
STATE_ALONE = Rule(
    "state-alone",
    r"""(?: {STATE_ALONE} | (?: (?: {HARDLY} ) \s+ (?:yet\s+)? )? {COMPLETED} | {OUTSTANDING} )
        (?: \W+ [\w/.-]+ ){0,4} \W*""",
    ("New", "Completed", "Carried forward", "Closed on 3 May 2025", "Amber", "On track"),
    ("Newton", "Send the figures", "Completed forms to be sent to the county by the Clerk"),
    act=Act.REPORTS,
)
"""A cell that says how an action stands, and next to nothing else."""
ENTRY_SORT = Rule(
    "sort-of-entry",
    r"{DECISION} | {NOTED} | {INFORMATION} | {NOTE_WORD}",
    ("Decision", "Noted", "information"),
    ("Decision of the court",),
    act=Act.DECIDES,
)
"""A cell that says of its row that it holds no action, in a list of decisions and actions."""
