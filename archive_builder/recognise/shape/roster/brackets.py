"""What a bracket behind a name says: a post, a body, both, somebody's initials, or a remark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.recognise.shape.roster.patterns import Words, words_of
from archive_builder.recognise.shape.roster.readings import Setting, names_post
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, role_and_organization
from archive_builder.text.posts import ends_as_body, is_post, speaks_of_post
from archive_builder.text.words import folded

ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&]{1,7}")
"""A short name in capitals."""
_USER_NAME = re.compile(r"[a-z]+\d+")
_PAIR = 2
_MOST_INITIALS = 5
"""Letters of somebody's initials."""


def post_and_body_in_bracket(text: str, before: Sequence[str], setting: Setting) -> tuple[str, str]:
    """What a bracket says: a post, a body, or both; initials and remarks left out; a member's is the ward."""
    vocabulary = setting.vocabulary
    parts = [part.strip() for part in re.split(r"[,;]|\s[–—-]\s", text)]
    kept = ", ".join(part for part in parts if _is_kept(part, len(parts) == 1, before, vocabulary))
    if not kept:
        return "", ""
    if "/" in kept and "," not in kept:
        return _of_halves(kept, vocabulary)
    if "," not in kept and ends_as_body(kept, vocabulary) and not names_post(kept, vocabulary):
        return "", kept
    role, organization = role_and_organization(kept, vocabulary)
    if not organization:
        return _of_one(role, before, vocabulary)
    if "," not in kept and not _tells_post(role, vocabulary):  # "Oxmere RSPB"
        return "", kept
    return _of_two(role, organization, parts, vocabulary)


def _is_kept(part: str, alone: bool, before: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True for a part of a bracket that is neither somebody's initials nor a remark."""
    if not part or abbreviates(part, before, vocabulary):
        return False
    if part[0].islower() and not is_post(part, vocabulary):
        return False
    return alone or not is_remark_beside(part, words_of(vocabulary), vocabulary)


def _of_two(role: str, organization: str, parts: Sequence[str], vocabulary: Vocabulary) -> tuple[str, str]:
    """The post and the body of two parts of a bracket, in whichever order they stand."""
    if is_post(organization, vocabulary) and not is_post(role, vocabulary):
        named = role[:1].isupper() and not _tells_post(role, vocabulary)
        turned = named or _is_body(role, vocabulary)
        return (organization, role) if turned else (f"{role}, {organization}", "")
    if _are_bodies(parts, vocabulary):
        return "", role
    turned = _speaks_of_posts(organization, vocabulary) and not _tells_post(role, vocabulary)
    return (organization, role) if turned else (role, organization)


def _of_one(text: str, before: Sequence[str], vocabulary: Vocabulary) -> tuple[str, str]:
    """What a bracket with one part says: a post, or a body; behind a member's title a name is the ward."""
    member = bool(before) and words_of(vocabulary).honorific.match(before[-1]) is not None
    behind_post = bool(before) and names_post(before[-1], vocabulary)
    class_of_member = is_kind_of_member(text, vocabulary)
    named = text[:1].isupper() and not (behind_post or text in vocabulary.ranks)
    named = named and not (_speaks_of_posts(text, vocabulary) or class_of_member)
    is_role = is_post(text, vocabulary) or class_of_member
    is_body = member or named or _is_body(text, vocabulary)
    return (text, "") if is_role or not is_body else ("", text)


def _of_halves(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The post and the body of "Clerk / RFO", "Clerk / Oxmere Council", "Oxmere Mills / KITES"."""
    first, _, last = (part.strip() for part in text.partition("/"))
    posts = [is_post(part, vocabulary) or _tells_post(part, vocabulary) for part in (first, last)]
    if posts[0] and _is_body(last, vocabulary) and not is_post(last, vocabulary):
        return first, last
    return (text, "") if any(posts) else ("", text)


def _are_bodies(parts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True for a body with a group of it, "Oxmere Mills, Kite Group": two names, neither of them a post."""
    return len(parts) == _PAIR and not any(
        part[:1].islower() or _tells_post(part, vocabulary) for part in parts
    )


def _tells_post(text: str, vocabulary: Vocabulary) -> bool:
    """True for what somebody is and not where: "Head of Roads", "Auditors", "Internal Audit", "Parent"."""
    function = text.rpartition(" ")[2].casefold() in vocabulary.signs["functions"]
    return (
        function
        or _speaks_of_posts(text, vocabulary)
        or is_kind_of_member(text, vocabulary)
        or text in vocabulary.ranks
    )


def _speaks_of_posts(text: str, vocabulary: Vocabulary) -> bool:
    return speaks_of_post(text.rstrip("s"), vocabulary)


def is_kind_of_member(text: str, vocabulary: Vocabulary) -> bool:
    """True for the class of a member that boards of schools and trusts print: "Parent", "LA", "Co-opted"."""
    return text.casefold().strip(" .") in vocabulary.signs["kinds_of_members"]


def _is_body(text: str, vocabulary: Vocabulary) -> bool:
    """True for the name of a body: one of its nouns at the end, or a short name in capitals."""
    short = len(text) > 2 and ABBREVIATION.fullmatch(text) and text not in vocabulary.ranks
    return ends_as_body(text, vocabulary) or bool(short and not words_of(vocabulary).letters.fullmatch(text))


def is_remark_beside(text: str, words: Words, vocabulary: Vocabulary) -> bool:
    """True for "left at 8 pm" and "leave of absence"; "representing the youth council" names a body."""
    return bool(words.remark.match(text)) and not (
        words.body_of.fullmatch(text) or names_post(text, vocabulary)
    )


def abbreviates(text: str, before: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True for the initials of a person named just before, or a user name: "(AL)", "(BMcT)", "(al20)"."""
    if _USER_NAME.fullmatch(text):
        return True
    letters = text.replace(".", "").replace(" ", "")
    if not letters or not letters[0].isupper() or len(letters) > _MOST_INITIALS:
        return False
    names = [bare(folded(piece), vocabulary) for piece in before]
    names = [name for name in names if not name.isupper() and not ends_as_body(name, vocabulary)]
    return len(letters) == 1 or any(_initials_of(letters, name) for name in names)


def _initials_of(letters: str, name: str) -> bool:
    """True if some letters begin the words of a name, or are its first letters and one of its others."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word).casefold()
    capitals = letters[1:2] != letters[1:2].lower()
    within = letters[:1] == name[:1] and letters[-1:].casefold() in name.casefold()
    return letters.casefold() == initials or (within and capitals)
