"""How actions of earlier meetings are told: headings of lists that go through them, each with its state."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

REVIEW = Rule(
    "actions-reviewed",
    r"""(?: {REVIEW} \s+ (?: of | on | against ) \s+ )? (?:the\s+)?
        (?: {EARLIER} \s+ (?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ {LIST_WORD} )? (?: \s+ {REVIEW} )?
          | (?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ {LIST_WORD} )? \s+ (?: {ARISING} \s+ )? (?: from | of )
            \s+ (?:the\s+)? (?: {RECORD} \s+ of \s+ (?:the\s+)? )? {EARLIER} \b .*
          | {REVIEW} \s+ (?: of | on | against ) \s+ (?: the \s+ )?
            (?: {ACTIONS} | {ACTION_WORD} \s+ {LIST_WORD} | {ACTIONS} \s+ {LIST_WORD} )
          | {REVIEW_VERB} \s+ (?: (?: the | all | our | any ) \s+ )? (?: {EARLIER} \s+ )?
            (?: {ACTIONS} (?: \s+ {LIST_WORD} )? | {ACTION_WORD} \s+ {LIST_WORD} )
            (?: \s+ (?: {ARISING} \s+ )? (?: from | of ) \s+ (?:the\s+|our\s+)? {EARLIER} \b .* )?
          | (?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ {LIST_WORD} )? \s+ (?: {REVIEW} | {OUTSTANDING} )
            (?: \s+ (?: from | of ) \b .* )? )
        (?: \s* [\[(] [^\])]{1,40} [\])] )? \s* :?""",
    (
        "Actions from the last meeting",
        "Review of outstanding actions",
        "Previous actions:",
        "Progress on actions",
        "Action log update",
        "Previous action items status",
        "Action items resulting from last meeting",
        "Actions outstanding",
        "Review action items",
        "Go through the open actions:",
        "Recap actions from the previous meeting:",
        "Action items from last time:",
        "Previous action items [10 min]",
    ),
    (
        "Actions agreed",
        "Review of the bus service",
        "Review of action",
        "Action report to the county",
        "Review actions of the enemy",
    ),
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
    r"""(?: (?P<meeting> {MONTH} ) \s+ )?
        (?P<number> (?: AP | (?: {ACTION_WORD} | {ACTIONS} ) (?: \s {LIST_WORD} )? ) \s* \d [\w/.-]*
          | (?-i: [A-Z]{1,6} (?: [/-] [A-Z\d]{1,6} )* [/-] \d{1,4} ) )
        \s* [:–-] \s* (?=\S)""",
    ("AP1: Signs to be put up", "Action 3 - Buy salt", "Sep ACT-OX-2025-01: Buy salt", "QB/12 - Buy salt"),
    ("Action: buy salt", "Sep: buy salt"),
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
STATE_OF_MARKED = Rule(
    "state-of-the-marked-action",
    r"""(?: (?:this|the) \s+ )? {ACTION_WORD} \s+ (?: (?: is | was | has \s been ) \s+ )?
        (?: now \s+ )? (?: {HARDLY} \s+ )? (?: {COMPLETED} | {OUTSTANDING} | {STATE_ALONE} ) \b [^:]{0,40}""",
    ("Action carried forward", "Action completed", "The action is now in progress"),
    ("Action: completed forms to go out", "Actions were many", "Action new members: Write to the mill"),
    act=Act.REPORTS,
)
"""What became of the marked action above, in a line of its own: it was given at an earlier meeting."""
PENDING_MATTERS = Rule(
    "pending-matters",
    r"{EARLIER} \s+ {ISSUES}",
    ("Pending issues", "Outstanding matters"),
    ("New issues", "Pending"),
)
"""What stands beside earlier actions in a title: "Pending issues / actions from the last meeting"."""
LIST_OF_MEETING = Rule(
    "actions-of-a-meeting",
    r"""(?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ {LIST_WORD} )? \s+ (?: from | of ) \s+ (?:the\s+)?
        {MEETING} \s+ (?: (?: of | on | {HELD} (?: \s+ on )? ) \s+ )? (?:the\s+)?
        (?P<when> (?: {WEEKDAY} ,? \s+ )? (?: \d | {MONTH} \s+ \d ) .* )""",
    ("Action list from meeting 14-3-16", "Actions of the meeting held on 3 May 2025"),
    ("Actions from the last meeting", "Action list", "Actions from meetings before 4 March"),
)
"""The heading of the actions of a meeting that it names by its day."""
STATE_ALONE = Rule(
    "state-alone",
    r"""(?: {STATE_ALONE} | (?: (?: {HARDLY} ) \s+ (?:yet\s+)? )? {COMPLETED} | {OUTSTANDING} )
        (?: \W+ [\w/.-]+ ){0,4} \W*""",
    ("New", "Completed", "Carried forward", "Closed on 3 May 2025", "Amber", "On track"),
    ("Newton", "Send the figures", "Completed forms to be sent to the county by the Clerk"),
    act=Act.REPORTS,
)
"""A cell that says how an action stands, and next to nothing else."""
STATE_OF_GROUP = Rule(
    "state-of-those-below",
    r"""(?: {STATE_ALONE} | (?: (?: {HARDLY} ) \s+ (?:yet\s+)? )? {COMPLETED} | {OUTSTANDING} )
        (?: \s+ (?: {ACTIONS} | {LIST_WORD} ) )? \s* :?""",
    ("Done:", "Ongoing", "Completed actions:", "Not done:"),
    ("Done by Ann:", "Actions:"),
    act=Act.HEADS,
)
"""A line that says how the actions below it stand."""
STATE_BEFORE = Rule(
    "state-before-its-action",
    r"""[\[(]? \s* (?P<state> {STATE_ALONE} | (?: (?: {HARDLY} ) \s+ (?:yet\s+)? )? {COMPLETED} | {OUTSTANDING} )
        \s* (?: [\])] \s* [:–—-]? | [:–—] | \s - ) \s+ (?P<task> \S .{8,} )""",
    ("Completed: Bo to paint the gate", "[DONE] Ring the county", "Ongoing – order the salt"),
    ("Completed forms go to the clerk", "Done."),
    act=Act.REPORTS,
)
"""What became of an action, printed before it."""
STATE_AT_END = Rule(
    "ends-with-a-capital-state",
    r"""(?P<task> .{8,}? ) \s+ (?P<state> (?-i: (?= [A-Z] ) ) (?: (?: {COMPLETED} | {OUTSTANDING} ) (?= \W* $ )
            | {NOT_YET} \b .* ) ) \W*""",
    (
        "Bo asked to be put on the list Completed.",
        "Order the salt Ongoing",
        "Ring the mill Not yet; Ann has the number",
    ),
    ("The list is completed.", "Open the gate", "Ring the Open University"),
    act=Act.REPORTS,
)
"""An action and what became of it, with nothing but a capital between them; in lists of earlier actions only."""
FIELD_OF_ACTION = Rule(
    "field-of-the-action-above",
    r"""(?: (?P<owner> {ASSIGNED} (?: \s+ to )? | {OWNER_HEAD} )
        | (?P<state> {UPDATE_LABEL} ) | {DUE} ) \s* : \s* (?P<said> .* )""",
    ("Assigned: Ann", "Status: will do it tonight", "Due: 3 May"),
    ("Ann: ring the county", "Statuses of all jobs"),
    act=Act.REPORTS,
)
"""A line that says one thing of the action printed above it: who has it, by when, how it stands."""
