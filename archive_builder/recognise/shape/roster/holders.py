"""Posts with their holders in brackets: "Director, Rural and Tourism (Mr. S. Lee), Clerical Officer (Ms. L. Ray)"."""

from __future__ import annotations

import re

from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.readings import Reading, Setting, people
from archive_builder.text.posts import is_post, speaks_of_post

_WITH_HOLDER = re.compile(
    r"\s*(?:[,;]\s*)?(?:and\s+|&\s+)?(?P<post>[^()]{3,}?)\s*\((?P<name>[^()]+)\)\s*[.;,]?"
)
_TOLD = frozenset({"honorific", "given-name", "initials", "named-elsewhere"})
_LEAST = 2


def holders(line: str, setting: Setting) -> tuple[list[Reading], str]:
    """The people of the posts with their holders in brackets that a line begins with, and the rest of the line."""
    if "(" not in line:
        return [], line
    found: list[Reading] = []
    end = 0
    while match := _WITH_HOLDER.match(line, end):
        person = _holder(match, setting)
        if person is None:
            break
        found.append(person)
        end = match.end()
    return (found, line[end:].strip()) if len(found) >= _LEAST else ([], line)


def _holder(match: re.Match[str], setting: Setting) -> Reading | None:
    """The holder of a post; None where the words before the bracket are no post, or those in it no person."""
    vocabulary = setting.vocabulary
    post = match["post"].strip(" ,;:–-")
    person = people(match["name"], None, setting)
    if person is None or person.score < weights.SURE or not _TOLD & set(person.features):
        return None
    head = post.split(",")[0]
    named = people(post, None, setting)
    if not (is_post(head, vocabulary) or speaks_of_post(head, vocabulary)):
        return None
    if named and _TOLD & set(named.features):
        return None
    return Reading(person.kind, person.score, person.name, post, person.organization)
