"""How an action is marked: "ACTION - ...", "Action: AL", and the headings of lists of actions."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Rule
from archive_builder.settings import Vocabulary
from archive_builder.text.words import phrase

ACTION_LIST = Rule(
    "action-list",
    r"""(?:\w+\s+)? action
        (?: s | \s+ (?: items? | points? | list | log | summary ) | s \s+ (?: summary | arising | agreed ) ) \s* :?""",
    ("Action items", "Summary actions:", "Actions arising"),
)
_ACTION_NUMBER = r"(?:[A-Z]{1,4}[./-]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}"
"""The number behind a marker: "Action 4", "Action 06/25-1"."""


def action_marker(vocabulary: Vocabulary) -> re.Pattern[str]:
    """The pattern of an action marker: a word of the vocabulary, in its printed case, and a dash or colon."""
    words = phrase(vocabulary.action_markers)
    return re.compile(
        rf"(?P<marker>(?:{words})(?:\s*{_ACTION_NUMBER})?)(?:\s*[:–—-]+\s*|\s+(?=[A-Z][\w.’'-]*\s+[a-z]))"
    )


_OFFICE = (
    r"(?i:(?:the\s+)?(?:[\w’'-]+\s+){0,2}(?:clerk|chair\w*|secretary|treasurer|officers?|director|manager"
    r"|headteacher|head|convenor|convener|president|executive|all))"
)
_OWNER = rf"(?:[A-Z]{{2,4}}|[A-Z][\w.’'-]*[a-z.][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){{0,2}}|{_OFFICE})"
OWNER = rf"{_OWNER}(?:\s*(?:[,/&]|\band\b)\s*{_OWNER}){{0,4}}"
"""Words that name who acts and say nothing of what: "CD", "Ann Lee / the Clerk"."""
LIMIT = r"(?:,?\s+(?:by|before|due|for)\s+|,\s+(?=end\b|\d))[^.?!\])]{3,30}"
"""By when, behind who: "CD by 11 May", "DP, end of June"."""
OWNER_ALONE = re.compile(rf"(?i:actions?)(?:\s+by)?\s*[:–-]\s*(?P<owner>{OWNER})(?P<limit>{LIMIT})?\s*\.?")
"""Behind a sentence that is the action itself: "The builder is to be told. Action: CD"."""
