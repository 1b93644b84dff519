"""The verbs of promises, as parts of patterns: what commits somebody, and what is a task."""

from __future__ import annotations

NO_TASK_VERB = r"{NO_TASK} | {NO_TASK_PHRASE} | {CONTINUE} | not | the | a | an | {DATE_WORD}"
"""What somebody is, has, goes on with or would like: no task."""
TASK_VERB = rf"(?! (?: {NO_TASK_VERB} ) \b ) (?-i:[a-z]) [\w-]+ \b"
"""A verb that names a task."""
SURE_TASK_VERB = r"(?! {NO_TASK_PHRASE} \b ) {TO_DO} \b"
"""A verb that is a task whoever takes it on."""
WILL = r"(?: (?: will | would ) \s have \s to | will | would | shall | is \s to | are \s to )"
"""What commits somebody: "will", "is to"."""
AGREES_TO = r"(?: (?:has|have) \s )? (?: both \s | {KINDLY} \s )? {OFFERS} \s to"
"""How somebody takes on a task: "has kindly offered to"."""
IS_ASKED_TO = r"""(?: was | were | has \s been | have \s been | is | are ) \s {TASKED} \s to
    (?! \s {TELLS} \b )"""
"""How somebody is given a task: "was asked to"; to be asked to tell something is none."""
