"""Who is named before what is to be done, in a list of tasks: "Ann, Bo: ring", "[CD] write", "@bo check"."""

from __future__ import annotations

import re

from archive_builder import lang
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.owners import names_owner
from archive_builder.text.names import bare
from archive_builder.text.words import folded

OWNER_FIRST = Rule(
    "owner-before-task",
    r"""(?: [\[(] (?P<bracketed> [^\[\]()]{2,60} ) [\])] \s* [:–—-]?
          | (?P<mentioned> @[\w.-]+ (?: (?: \s* [,/&] \s* | \s+ (?: and \s+ )? ) @[\w.-]+ ){0,4} ) \s* [:–—-]?
          | (?P<named> [^:–—.?!()\[\]@]{2,60}? ) (?: \s* : | \s+ [–—-] (?= \s ) ) )
        \s+ (?P<task> \S .{2,} )""",
    ("Ann, Bo and Cy: ring the county", "[CD] write to them", "@bo check the lock", "Clerk – order salt"),
    ("Ring the county", "Write to them (CD)", "Order salt by 3.30: it is late"),
    act=Act.PROMISES,
)
"""Who is set apart before a task; whether it is somebody is asked of the words."""
EVERYBODY_OF = Rule(
    "everybody-of-a-group",
    r"""(?: {EVERYBODY} | (?: all | each | every ) \s+ (?: [\w’'-]+ \s+ ){0,2} (?: {MEMBERS} | {STAFF_NOUN} ) )
        (?: \s+ \w+ )?""",
    ("All", "All board members", "everyone"),
    ("All the gates of the park and the yard", "Alley"),
)
"""An owner that is a whole group."""


def owner_first(text: str, draft: Draft) -> re.Match[str] | None:
    """How a text names who acts before what is to be done; None where what stands before it is nobody."""
    match = draft.read(text).match(OWNER_FIRST)
    if match is None or match["mentioned"]:
        return match
    return match if names_actors(match["bracketed"] or match["named"], draft) else None


def first_owner(match: re.Match[str]) -> str:
    """Who acts, as a match of `owner_first` prints it."""
    mentioned = (match["mentioned"] or "").replace(" @", ", @").replace("@", "")
    return mentioned or match["bracketed"] or match["named"]


def names_actors(printed: str, draft: Draft) -> bool:
    """True if a text names nothing but people, by list, office, initials or given name, or a whole group."""
    parts = [part for part in _AND.split(printed.strip(" .:")) if part]
    return bool(parts) and all(_acts(part, draft) for part in parts)


_AND = re.compile(r"\s*(?:,|&|/|\+|\band\b)\s*")


def _acts(part: str, draft: Draft) -> bool:
    if names_owner(part, draft) or draft.read(part).fits(EVERYBODY_OF):
        return True
    return is_called(bare(part, draft.vocabulary), draft)


def is_called(name: str, draft: Draft) -> bool:
    """True for a name of up to three words that begins with a given name: "Jo", "Ann Lee"."""
    given, *others = name.split() or [""]
    if not name[:1].isupper() or len(others) >= _NAME_WORDS or not all(word[:1].isupper() for word in others):
        return False
    known = given.casefold() in lang.word_list("given_names")
    return known and folded(given).casefold() not in draft.vocabulary.signs["no_given_name"]


_NAME_WORDS = 3
"""Maximum number of words of a name behind its first."""
