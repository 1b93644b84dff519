"""Posts with their holders in brackets: "Director, Rural and Tourism (Mr. S. Lee), Clerical Officer (Ms. L. Ray)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.readings import Reading, Setting, people
from archive_builder.text.posts import is_post, speaks_of_post

_WITH_HOLDER = re.compile(
    r"\s*(?:[,;]\s*)?(?:and\s+|&\s+)?(?P<post>[^()]{3,}?)\s*\((?P<name>[^()]+)\)\s*[.;,]?"
)
_TOLD = frozenset({"honorific", "given-name", "initials", "named-elsewhere"})
_LEAST = 2


def holders(line: str, setting: Setting) -> list[Reading]:
    """The people of a line of posts with their holders in brackets; none for any other line."""
    matches = list(_WITH_HOLDER.finditer(line))
    if len(matches) < _LEAST or matches[-1].end() < len(line.rstrip()):
        return []
    found = list(_read(matches, setting))
    return found if len(found) == len(matches) else []


def _read(matches: list[re.Match[str]], setting: Setting) -> Iterator[Reading]:
    for match in matches:
        post = match["post"].strip(" ,;:–-")
        person = people(match["name"], False, setting)
        if person is None or person.score < weights.SURE or not _TOLD & set(person.features):
            return
        holds_post = is_post(post.split(",")[0], setting.vocabulary) or speaks_of_post(
            post.split(",")[0], setting.vocabulary
        )
        named = people(post, False, setting)
        if not holds_post or (named and _TOLD & set(named.features)):
            return
        yield Reading(person.kind, person.score, person.name, post, person.organization)
