"""Lists of people as minutes print them: one entry after another, in a dozen forms.

"Ann Lee (Chair, ABC) Bo Ray (Clerk)", "Chief Executive (Mr P. Dunn)", "Cllr Bo Ray - Northtown (Chair)",
"Councillors A. Lee (Chair), B. Ray and Mayor C. Doe", "Olive Moss, Town Clerk", "K. Roe, T.D.",
"Eve Orr (EO, Treasurer)", "PC Al Ott from the county force".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named, bare, dashed, looks_like_name, role_and_organization
from archive_builder.text.words import folded, phrase

_ENTRY = re.compile(r"[^(),;]*(?:\([^()]*\))?")
_JOINT = re.compile(r"\s*(?:\band\b|&|\bwith\b)\s*(?=[A-Z(])")
_POST = re.compile(r"(?P<line>[^()]+\s[-–]\s[^()]+?)\s*\((?P<role>[^()]+)\)")
"""A dashed line with a post behind it: "Cllr Ann Lee - Northtown (Chair)"."""
_BRACKET = re.compile(r"(?P<before>[^()]*?)\s*\((?P<inside>[^()]*)\)")
_FROM = re.compile(r"\s+(?:from|of|representing)\s+(?:the\s+)?(?P<organization>[A-Z].*)$")
_BODY_OF = re.compile(r"(?:from|of|representing)\s+(?:the\s+)?(?P<organization>[A-Z].*)")
_SURNAME = re.compile(r"(?:[A-Z]\.?\s+)?[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)?")
_PLURAL = re.compile(
    r"(?:the\s+)?(?:councillors|cllrs|members|messrs|governors|trustees)\b\.?:?", re.IGNORECASE
)
_DEGREES = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]\.?|MP|MSP|MS|TD|MLA|OBE|MBE|CBE|JP|KC|QC|PhD")
_LETTERS = re.compile(r"[A-Z][A-Za-z&]{0,2}[A-Z]{1,6}")


def people(text: str, vocabulary: Vocabulary) -> list[Named]:
    """The people of one line or paragraph of a roster."""
    text = folded(text).strip(" .:")
    if match := _POST.fullmatch(text):
        named = dashed(match["line"], vocabulary)
        if named and not named.role:
            return [Named(named.name, match["role"], named.organization)]
    if len(re.findall(r"\s[–-]\s", text)) > 1 and "(" not in text:
        return [named for entry in re.split(r"\s*[,;]\s*", text) if (named := dashed(entry, vocabulary))]
    if (
        "(" not in text
        and (named := dashed(text, vocabulary))
        and "," not in text.split("–")[0].split(" - ")[0]
    ):
        return [named]
    return list(_listed(text, vocabulary))


def _listed(text: str, vocabulary: Vocabulary) -> Iterator[Named]:
    """Entries set apart by commas; what is no name is the role or place of the name before it."""
    found: list[Named] = []
    group = False
    for entry in _entries(text):
        group = group or _PLURAL.match(entry) is not None
        match = _BRACKET.fullmatch(entry)
        before, inside = (match["before"], match["inside"]) if match else (entry, "")
        if match and _honoured(inside, vocabulary) and _is_role(before, vocabulary):
            found.append(Named(bare(inside, vocabulary), role=before.strip(" ,")))
            continue
        if found and (place := _BODY_OF.fullmatch(before)):
            found[-1] = replace(found[-1], organization=found[-1].organization or place["organization"])
            continue
        named = _named(before, group, vocabulary, posted=bool(match))
        if named:
            found.append(_with_bracket(named, inside, before, vocabulary))
        elif found and not inside:
            found[-1] = _further(found[-1], before, vocabulary)
    yield from found


def _entries(text: str) -> Iterator[str]:
    """A roster cut at commas and semicolons outside brackets, and behind each closing bracket."""
    for piece in _ENTRY.findall(text):
        before, bracket, inside = piece.partition("(")
        *entries, last = _JOINT.split(before)
        for entry in (*entries, last + bracket + inside):
            if entry.strip(" ,.;:"):
                yield entry.strip(" ,;:").removesuffix(".")


def _honoured(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a bracket holds a person and not a role: "(Mr P. Dunn)"."""
    return re.match(rf"(?:(?:{phrase(vocabulary.honorifics)})\b\.?\s|[A-Z]\.\s*[A-Z]\w)", text) is not None


def _named(text: str, group: bool, vocabulary: Vocabulary, *, posted: bool) -> Named | None:
    """An entry as a name with the office before it and the body behind it; None when it is no name.

    `posted` says that a bracket with a post follows: then "Clara Board" is a woman and no board.
    """
    organization = ""
    if match := _FROM.search(text):
        text, organization = text[: match.start()], match["organization"]
    text = re.sub(r"^(?:[a-z]+\s+)+(?=[A-Z])", "", _PLURAL.sub("", text).strip(" :"))
    degree = ""
    if match := re.search(rf"\s(?P<degree>{_DEGREES.pattern})$", text):
        text, degree = text[: match.start()], match["degree"]
    name = bare(text, vocabulary)
    office = text[: len(text) - len(name)].strip(" ,.") if text.endswith(name) else ""
    name, role = _cut_at_role(name, vocabulary)
    if not name or _is_role(name, vocabulary) or (_is_body(name, vocabulary) and not posted):
        return None
    if looks_like_name(name) or ((group or office) and _SURNAME.fullmatch(name)):
        return Named(name, role or degree or _office(office, vocabulary), organization)
    return None


def _is_body(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised text names a body: an abbreviation, or a noun of bodies at its end."""
    last = name.split()[-1].casefold()
    return last in (*vocabulary.body_nouns, *vocabulary.organisation_nouns) or (
        name.isupper() and " " not in name
    )


def _office(printed: str, vocabulary: Vocabulary) -> str:
    """What stands before a name, if it is an office; an honorific is none."""
    printed = printed.strip(" .")
    offices = {*vocabulary.ranks, *vocabulary.ranks.values(), "Mayor", "Clerk"}
    return printed if printed in offices else ""


def _with_bracket(named: Named, inside: str, before: str, vocabulary: Vocabulary) -> Named:
    """What a bracket says: initials are no role; a councillor's bracket holds the council."""
    parts = [part.strip() for part in inside.split(",")]
    kept = ", ".join(part for part in parts if part and not _is_initials(part, named.name))
    if not kept:
        return named
    role, organization = role_and_organization(kept)
    member = re.match(rf"(?:{phrase(vocabulary.honorifics)})\b", before.strip())
    if member and not organization and not _is_role(role, vocabulary):
        return replace(named, organization=role)
    return replace(named, role=role or named.role, organization=organization or named.organization)


def _is_initials(text: str, name: str) -> bool:
    """Whether a text abbreviates a name ("BMcT", "LMcW") or is a user name ("mti20")."""
    letters = text.replace(".", "")
    abbreviates = letters[:1] == name[:1] and len(letters) <= 5 and letters[-1:].upper() in name.upper()
    return " " not in text and (
        (abbreviates and letters[:2] != letters[:2].lower()) or bool(re.fullmatch(r"[a-z]+\d+", text))
    )


def _further(named: Named, text: str, vocabulary: Vocabulary) -> Named:
    """A name with the entry behind it: a role, letters behind the name, or a body."""
    if not named.role and (_is_role(text, vocabulary) or _DEGREES.fullmatch(text)):
        return replace(named, role=text)
    if not named.organization and (_LETTERS.fullmatch(text) or text[:1].isupper()):
        return replace(named, organization=text)
    return named


@lru_cache(maxsize=8)
def _role_pattern(nouns: tuple[str, ...], ranks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrase((*nouns, *ranks))})\b", re.IGNORECASE)


def _is_role(text: str, vocabulary: Vocabulary) -> bool:
    return _role_pattern(vocabulary.role_nouns, tuple(vocabulary.ranks.values())).search(text) is not None


def _cut_at_role(name: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """A name and the role that stands beside it without any mark.

    Behind it ("Leo Marsh Independent Member") or before it ("Clerk J Moss").
    """
    match = _role_pattern(vocabulary.role_nouns, ()).search(name)
    if not match:
        return name, ""
    if match.start() >= 4:
        return name[: match.start()].strip(), name[match.start() :]
    rest = name[match.end() :].strip()
    return (rest, match.group()) if rest and not _is_role(rest, vocabulary) else (name, "")
