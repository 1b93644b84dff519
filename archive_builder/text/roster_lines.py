"""Lists with a person a line: "Ann Lee, Head of Parks", "Bo Ray (BR), Surveyor, Fenny Council".

Where each line is one person, what stands behind the comma is a post or a body, whatever it is called:
"Cy Doe, Open Gates". In a run of names ("Ann Lee, Bo Ray") it is the next person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named, bare, looks_like_name, office_before
from archive_builder.text.posts import beside, ends_as_body, is_post, speaks_of_post
from archive_builder.text.words import folded, phrase

_LINE = re.compile(r"(?P<name>[^,;()]+?)\s*(?:\([A-Z][A-Za-z.]{0,3}[A-Z]\.?\))?\s*,\s*(?P<rest>[^;()]+)")


def a_person_a_line(lines: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a list sets one person a line: enough of its lines show a post or body behind the name.

    None may show further names there: two that nothing tells from names, or one with an honorific, a
    rank or an initial.
    """
    told = [match for line in lines if (match := _LINE.fullmatch(folded(line).strip(" .")))]
    rests = [match["rest"] for match in told]
    plain = sum(_tells(rest.split(",")[0], vocabulary) for rest in rests)
    return (
        plain > 0 and plain * _SHARE >= len(rests) and not any(_another(rest, vocabulary) for rest in rests)
    )


_SHARE = 3
"""One line in so many says by its own words that no name stands behind the comma."""


def of_line(line: str, vocabulary: Vocabulary) -> Named | None:
    """The person of such a line; None for a line that is not of the form."""
    match = _LINE.fullmatch(folded(line).strip(" ."))
    name = bare(match["name"], vocabulary) if match else ""
    name, beside_it = beside(name, vocabulary)
    if (
        not match
        or not looks_like_name(name)
        or speaks_of_post(name, vocabulary)
        or ends_as_body(name, vocabulary)
    ):
        return None
    if beside_it:
        return Named(name, beside_it, match["rest"])
    role, organization = post_and_body(match["rest"], vocabulary)
    before = match["name"].removesuffix(name).strip()
    return Named(name, role or office_before(before, vocabulary), organization)


_CLASS = re.compile(
    r"(?P<group>(?!(?:board|committee|panel|council|all|elected|city|town|parish|other)\b)(?:[A-Z][\w-]+\s+){1,3}"
    r"(?:governor|member|trustee|director|representative|councillor))s?\s*:\s*(?=[A-Z])",
    re.IGNORECASE,
)
_POSTED = re.compile(r"(?P<post>[^,;()]{3,60}?)\s+[–-]\s+(?P<name>[^,;()]{4,40})")


def group_before(text: str) -> tuple[str, str]:
    """What sort of member the people of a line are, and the line without it: "Public Governors: Ann Lee"."""
    match = _CLASS.match(text)
    return (match["group"], text[match.end() :]) if match else ("", text)


def post_first(line: str, vocabulary: Vocabulary) -> Named | None:
    """The person of "Head of Parks - Ms A Lee"; None for a line of another form."""
    match = _POSTED.fullmatch(folded(line).strip(" ."))
    name = bare(match["name"], vocabulary) if match else ""
    holds = match and is_post(match["post"], vocabulary) and not speaks_of_post(name, vocabulary)
    return Named(name, match["post"]) if match and holds and looks_like_name(name) else None


def post_and_body(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """What stands behind a name, as post and body: the last part is a body where it is no post."""
    text = folded(text).strip(" ,.")
    for rank in vocabulary.ranks.values():  # "Police, Fire and Crime Commissioner" is one post
        if text == rank:
            return text, ""
    head, comma, tail = text.rpartition(",")
    head, tail = head.strip(), tail.strip()
    if comma and not is_post(tail, vocabulary) and speaks_of_post(head, vocabulary):
        return head, tail
    if is_post(text, vocabulary):
        return text, ""
    if comma and not is_post(head, vocabulary):
        return head, tail
    return ("", text) if text[:1].isupper() else (text, "")


def _tells(part: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is known for a post or body by its words."""
    known = speaks_of_post(part, vocabulary) or ends_as_body(part, vocabulary)
    return known or not looks_like_name(part.strip())


def _another(rest: str, vocabulary: Vocabulary) -> bool:
    """Whether further people stand behind the comma: "Cllr A Lee, Cllr B Ray", "Ann Lee, Bo Ray, Cy Doe"."""
    titles = phrase((*vocabulary.honorifics, *vocabulary.ranks))
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    unknown = [part for part in parts if not _tells(part, vocabulary)]
    titled = rf"(?:^|,\s*|\band\s+)(?:(?:{titles})\b\.?\s+[A-Z]|[A-Z]\.?\s+[A-Z])"
    return (
        len(unknown) > 1
        or any(_posted(part, vocabulary) for part in parts)
        or re.search(titled, rest) is not None
    )


def _posted(part: str, vocabulary: Vocabulary) -> bool:
    """Whether a post with its holder: "City Manager Ann Lee"."""
    name, post = beside(part, vocabulary)
    return (
        bool(post)
        and part.startswith(post)
        and looks_like_name(name)
        and len(name.split()) < _LONG_NAME
        and not ends_as_body(name, vocabulary)
    )


_LONG_NAME = 4


def told_apart(named: Named, vocabulary: Vocabulary) -> Named:
    """A name whose post is the name of a body, with it as the body."""
    body = named.role and not named.organization and not is_post(named.role, vocabulary)
    if body and ends_as_body(named.role, vocabulary):
        return replace(named, role="", organization=named.role)
    return named
