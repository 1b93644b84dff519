"""How the columns of tables of actions are headed, by the words of the heading: "Position in May", "Lead director"."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

LONGEST_HEAD = 7
"""Maximum number of words of such a heading."""

_TITLE = r"(?: [\w’'()-]+ \s+ ){0,3}"
"""Up to three words before the one that tells."""

HEADS_OF_ACTIONS = {
    "done": Rule(
        "head-of-done",
        r"(?: {DATE_WORD} \s+ )? {COMPLETED} (?: \s+ (?: on | {DATE_WORD} ) )? \s* \?? (?: \s* \( .* \) )?",
        ("Date completed", "Closed on", "Completed? (Y/N)"),
        ("Date due", "Completed by"),
        act=Act.REPORTS,
    ),
    "due": Rule(
        "head-of-due",
        rf"{_TITLE} (?: {{DUE_HEAD}} ) \b .*",
        ("Target for completion", "Deadline (if any)", "Expected by when"),
        ("Residue", "Dates of meetings"),
        act=Act.ASKS_FOR_ACTION,
    ),
    "owner": Rule(
        "head-of-owner",
        rf"{_TITLE} (?: {{OWNER_HEAD}} ) (?: s | \(s\) )? (?: \s* [/(-] .* | \s+ {{OWNER_HEAD}} | \s+ for \b .* )?",
        ("Lead director", "Officer responsible", "Member/Officer", "By", "Allocated", "Person"),
        ("Leading cases", "Bye-laws", "Personal data"),
        act=Act.ASKS_FOR_ACTION,
    ),
    "update": Rule(
        "head-of-update",
        rf"{_TITLE} (?: {{UPDATE_HEAD}} ) \b .*",
        ("Position in May 2025", "Clerk’s update", "Report back", "Update on progress", "Result"),
        ("Resulting costs", "Nothing to report"),
        act=Act.REPORTS,
    ),
    "status": Rule(
        "head-of-status",
        rf"{_TITLE} (?: {{STATUS_HEAD}} ) \b .*",
        ("Status (R/A/G)", "BRAG", "Overall status"),
        ("Statute", "Fragile"),
        act=Act.REPORTS,
    ),
    "identifier": Rule(
        "head-of-number",
        r"(?: [\w’'/-]+ \s+ ){0,3} (?: {NUMBER_WORD} | {NUMBER_HEAD} ) s? \.?",
        ("Log no.", "Minute ref", "Action reference"),
        ("Number of cases", "Idea"),
    ),
    "meeting": Rule(
        "head-of-meeting",
        r"(?: {DATE_WORD} | {MEETING} | {RAISED_HEAD} ) \b .* | .* \b (?: {MEETING} \s+ {DATE_WORD} )",
        ("Date of meeting", "Meeting date and agenda item", "Raised at", "Committee meeting date"),
        ("Mandate", "Candidate"),
    ),
    "action": Rule(
        "head-of-action",
        r"""(?: (?: what \s+ (?: was | is ) | {EARLIER} | {CURRENT_HEAD} | {AGREED} ) \s+ )?
            (?: {ACTION_WORD} | {ACTIONS} | {TASK_HEAD} )
            (?: \s+ (?: {REQUIRED} | {ARISING} | {LIST_WORD} | {NEEDED_HEAD} | to \s be \s \w+ | \w+ \s+ up ) )?""",
        (
            "Outstanding action",
            "Actions arising",
            "Task",
            "What was agreed",
            "Action needed",
            "Current actions",
        ),
        ("Action by", "Actions of the enemy", "Risk and action"),
        act=Act.ASKS_FOR_ACTION,
    ),
}
"""The field that the words of a heading name: the first whose rule fits."""

RISK_HEAD = Rule(
    "head-of-risk",
    r"(?: [\w’'-]+ \s+ ){0,2} (?: {RISK_HEAD} ) \b .*",
    ("Risk", "Likelihood (1-5)", "Residual score"),
    ("Asterisk", "Action"),
)
"""The head of a column that only registers of risks have: what they plan are no actions of a meeting."""
