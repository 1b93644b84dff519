"""Lists of people as minutes print them: one entry after another, in a dozen forms.

"Ann Lee (Chair, ABC) Bo Ray (Clerk)", "Chief Executive (Mr P. Dunn)", "Cllr Bo Ray - Northtown (Chair)",
"Councillors A. Lee (Chair), B. Ray and Mayor C. Doe", "Olive Moss, Town Clerk", "K. Roe, T.D.",
"Eve Orr (EO, Treasurer)", "PC Al Ott from the county force", "Gus Fay, Surveyor; Hal Ivy, Warden".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive_builder.settings import Vocabulary
from archive_builder.text.names import (
    CAPITAL,
    Named,
    bare,
    dashed,
    is_initials,
    looks_like_name,
    office_before,
    role_and_organization,
)
from archive_builder.text.posts import beside, ends_as_body, is_body, is_post, speaks_of_post
from archive_builder.text.roster_lines import post_and_body, told_apart
from archive_builder.text.words import folded, phrase

_ENTRY = re.compile(r"[^(),;]*(?:\([^()]*\))?")
_JOINT = re.compile(rf"\s*(?:\band\b|&|\bwith\b)\s*(?=[{CAPITAL}(])")
_POST = re.compile(r"(?P<line>[^()]+\s[-–]\s[^()]+?)\s*\((?P<role>[^()]+)\)")
"""A dashed line with a post behind it: "Cllr Ann Lee - Northtown (Chair)"."""
_POST_BEFORE = re.compile(r"(?P<line>[^()]+\([^()]+\))\s+[-–]\s+(?P<place>[^()]+)")
"""A dash behind the bracket: "Cllr Ann Lee (Chair) – Northtown Council"."""
_COMMA, _AND = "\N{SINGLE LOW-9 QUOTATION MARK}", " \N{DOUBLE LOW-9 QUOTATION MARK} "
"""Stand for a comma and an "and" within a post while a roster is cut at the others."""
_WITH_BODY = re.compile(
    rf"(?P<name>(?:[A-Z]\.?|[{CAPITAL}][\w’'-]+)\s+[{CAPITAL}][\w’'-]+)\s+(?P<body>[{CAPITAL}].*\s.*)"
)
"""A name and a body set apart by white space alone: "Cllr J Lee Northtown Borough Council"."""
_NOISE = re.compile(r"\s*[*†‡]+|(?<=[a-zA-Z])\s+\d{2,6}(?=\s+[A-Z][\w’'-]+\s+[A-Z])")
"""A note's sign behind a name, and the number of a constable: "PC 1234 Ian Jay"."""
_DASH = re.compile(r"\s[-–—]|[–—]")
_STOP = re.compile(r"(?P<word>[^\W\d_][\w’'-]{2,})\.\s+(?=[A-Z\d])")
"""The end of a sentence between two entries; an initial's stop is none."""
_UNNAMED = re.compile(r"\s+(?:and|plus|&)\s+(?:\d|[a-z]).*$")
"""Who is counted and not named: "and 2 residents"."""
_TITLED = re.compile(r"(?P<post>[A-Z][^:.,;()]{2,60}):\s+(?=[A-Z])")
"""A post before its holder: "Clerk: Ann Lee"."""
_BRACKET = re.compile(r"(?P<before>[^()]*?)\s*\((?P<inside>[^()]*)\)")
_FROM = re.compile(r"\s+(?:from|of|representing)\s+(?:the\s+)?(?P<organization>[A-Z].*)$")
_BODY_OF = re.compile(r"(?:from|of|representing)\s+(?:the\s+)?(?P<organization>[A-Z].*)")
_SURNAME = re.compile(rf"(?:[A-Z]\.?\s+)?[{CAPITAL}][\w’'-]+(?:[ -][{CAPITAL}][\w’'-]+)?")
_PLURAL = re.compile(
    r"(?:the\s+)?(?:councillors|councilmembers|council\s+members|commissioners|supervisors|aldermen|directors"
    r"|deputies|senators|cllrs|crs|members|messrs|governors|trustees)\b\.?\s*[:–-]?",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]\.?|MP|MSP|MS|TD|MLA|OBE|MBE|CBE|JP|KC|QC|PhD")
_ABBREVIATED = re.compile(r"(?!CEO|CFO|COO|CFO|MD|MP|MSP|MS|TD|MLA|JP|VP|CIO|CMO|CNO)[A-Z][A-Z&]{2,7}")
"""A bracket with a body's short name: "(PSNI)"; offices and letters behind a name are none."""
_LETTERS = re.compile(r"[A-Z][A-Za-z&]{0,2}[A-Z]{1,6}")


def people(text: str, vocabulary: Vocabulary) -> list[Named]:
    """The people of one line or paragraph of a roster."""
    text = _NOISE.sub("", folded(text).replace("[", "(").replace("]", ")")).strip(" .:")
    if (match := _POST.fullmatch(text)) and (named := dashed(match["line"], vocabulary)):
        if not named.role:
            return [Named(named.name, match["role"], named.organization)]
        if match["role"].islower() and is_post(named.role, vocabulary):  # "(minutes)", "(from item 4)"
            return [named]
    if (match := _POST_BEFORE.fullmatch(text)) and (found := list(_listed(match["line"], vocabulary))):
        return [*found[:-1], _placed(found[-1], match["place"], vocabulary)]
    if len(re.findall(r"\s[–-]\s", text)) > 1 and "(" not in text:
        entries = (dashed(entry, vocabulary) for entry in re.split(r"\s*[,;]\s*", text))
        return [told_apart(named, vocabulary) for named in entries if named]
    named = dashed(text, vocabulary) if _DASH.search(text) and "(" not in text else None
    if named and "," not in text.split("–")[0].split(" - ")[0]:
        return [_placed(named, named.organization, vocabulary) if not named.role else named]
    if found := _with_posts(text, vocabulary):
        return found
    return list(_listed(text, vocabulary))


def titled(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a post and its holder: "Chair: Ann Lee"."""
    match = _TITLED.match(text)
    return match is not None and is_post(match["post"], vocabulary)


def _placed(named: Named, printed: str, vocabulary: Vocabulary) -> Named:
    """A name with what stands behind its dash: a post, else the body it is of."""
    if not named.role and is_post(printed, vocabulary):
        return replace(named, role=printed, organization="")
    return replace(named, organization=printed)


def _with_posts(text: str, vocabulary: Vocabulary) -> list[Named]:
    """The people of "Ann Lee, Surveyor; Bo Ray, Warden": a post behind each name; empty for other forms."""
    pairs = [entry.strip().split(",", 1) for entry in text.split(";") if entry.strip()]
    posted = [pair for pair in pairs if len(pair) == 2]
    if len(pairs) < 2 or len(posted) < 2 or any("(" in part for pair in pairs for part in pair):
        return []
    names = [bare(pair[0], vocabulary) for pair in pairs]
    if not all(looks_like_name(name) and not speaks_of_post(name, vocabulary) for name in names):
        return []
    found = []
    for name, pair in zip(names, pairs, strict=True):
        found.append(Named(name, *(post_and_body(pair[1], vocabulary) if len(pair) == 2 else ("", ""))))
    return found


def _listed(text: str, vocabulary: Vocabulary) -> Iterator[Named]:
    """Entries set apart by commas; what is no name is the role or place of the name before it."""
    found: list[Named] = []
    group = False
    for entry in _entries(text, vocabulary):
        group = group or _PLURAL.match(entry) is not None
        if entry[0].isdigit():  # "14 residents" are counted and not named
            continue
        match = _BRACKET.fullmatch(entry)
        before, inside = (match["before"], match["inside"]) if match else (entry, "")
        if match and _honoured(inside, vocabulary) and speaks_of_post(before, vocabulary):
            found.append(Named(bare(inside, vocabulary), role=before.strip(" ,")))
            continue
        if found and (place := _BODY_OF.fullmatch(before)):
            found[-1] = replace(found[-1], organization=found[-1].organization or place["organization"])
            continue
        named = _named(before, group, vocabulary, posted=bool(match))
        if named:
            found.append(_with_bracket(named, inside, before, vocabulary))
        elif found and (not inside or is_post(before, vocabulary)):
            found[-1] = _further(found[-1], before.strip(" ,"), vocabulary)
    yield from found


def _entries(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """A roster cut at commas, semicolons and stops outside brackets, and behind each closing bracket."""
    short = {word.casefold() for word in (*vocabulary.honorifics, *vocabulary.ranks)}
    for rank in vocabulary.ranks.values():  # "Police, Fire and Crime Commissioner" is no list
        text = text.replace(rank, rank.replace(",", _COMMA).replace(" and ", _AND))
    text = _STOP.sub(
        lambda match: match.group() if match["word"].casefold() in short else f"{match['word']}; ", text
    )
    for piece in _ENTRY.findall(text):
        before, bracket, inside = piece.partition("(")
        *entries, last = _joined(_JOINT.split(before), vocabulary)
        for entry in (*entries, last + bracket + inside):
            if entry.strip(" ,.;:"):
                yield (
                    entry.strip(" ,;:")
                    .lstrip(". ")
                    .removesuffix(".")
                    .replace(_COMMA, ",")
                    .replace(_AND, " and ")
                )


def _joined(pieces: list[str], vocabulary: Vocabulary) -> list[str]:
    """Pieces between "and"s; what is a post of two words stays whole: "Audit and Risk Manager"."""
    made = pieces[:1]
    for piece in pieces[1:]:
        plain = bare(piece, vocabulary) == piece.strip() and not beside(piece, vocabulary)[1]
        area = is_post(made[-1], vocabulary) and re.search(r"\s(?:of|for)\s", made[-1])
        if plain and (
            is_post(piece, vocabulary)
            or is_body(piece, vocabulary)
            or (area and not looks_like_name(piece.strip()))
        ):
            made[-1] = f"{made[-1]} and {piece}"
        else:
            made.append(piece)
    return made


def _honoured(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a bracket holds a person and not a role: "(Mr P. Dunn)"."""
    return re.match(rf"(?:(?:{phrase(vocabulary.honorifics)})\b\.?\s|[A-Z]\.\s*[A-Z]\w)", text) is not None


def _named(text: str, group: bool, vocabulary: Vocabulary, *, posted: bool) -> Named | None:
    """An entry as a name with the office before it and the body behind it; None when it is no name.

    `posted` says that a bracket with a post follows: then "Clara Board" is a woman and no board.
    """
    organization = ""
    if (match := _FROM.search(text)) and not speaks_of_post(text[: match.start()], vocabulary):
        text, organization = text[: match.start()], match["organization"]
    text, post = _UNNAMED.sub("", text), ""
    text = re.sub(rf"^[^/()]{{2,30}}\s/\s(?=(?:{phrase(vocabulary.honorifics)})\b)", "", text)
    if titled(text, vocabulary):
        post, _, text = text.partition(":")
    text = re.sub(r"^(?:[a-z]+\s+)+(?=[A-Z])", "", _PLURAL.sub("", text).strip(" :"))
    degree = ""
    if match := re.search(rf"\s(?P<degree>{_DEGREES.pattern})$", text):
        text, degree = text[: match.start()], match["degree"]
    area = re.match(rf"(?:[A-Z][\w’'-]*\s+){{1,2}}(?=(?:{phrase(vocabulary.honorifics)})\b\.?\s+[A-Z])", text)
    name = bare(text[area.end() :] if area else text, vocabulary)
    office = text[: len(text) - len(name)].strip(" ,.") if text.endswith(name) else ""
    member = re.match(rf"(?:{phrase(vocabulary.honorifics)})\b", text) is not None
    if member and ends_as_body(name, vocabulary) and (match := _WITH_BODY.fullmatch(name)):
        own = not is_post(match["body"], vocabulary)
        name, organization = (match["name"], match["body"]) if own else (name, organization)
    name, role = beside(name, vocabulary)
    told = posted and len(name.split()) == 2 and not is_post(name, vocabulary)
    if not name or (not told and (speaks_of_post(name, vocabulary) or is_body(name, vocabulary))):
        return None
    before = text.startswith(role) and is_post(role, vocabulary)
    if looks_like_name(name) or ((group or office or before) and _SURNAME.fullmatch(name)):
        told_office = office if area else office_before(office, vocabulary)
        return Named(name, post or role or degree or told_office, organization)
    return None


def _with_bracket(named: Named, inside: str, before: str, vocabulary: Vocabulary) -> Named:
    """What a bracket says: initials are no role, nor is "left at 8 pm"; a councillor's holds the council."""
    parts = [part.strip() for part in inside.split(",")]
    kept = ", ".join(
        part
        for part in parts
        if part and not is_initials(part, named.name) and (not part[0].islower() or is_post(part, vocabulary))
    )
    if not kept:
        return named
    role, organization = role_and_organization(kept, vocabulary)
    if not organization and _ABBREVIATED.fullmatch(role) and role not in vocabulary.ranks:
        return replace(named, organization=role)
    if not organization and not is_post(role, vocabulary) and ends_as_body(role, vocabulary):
        return replace(named, organization=role)
    member = re.match(rf"(?:{phrase(vocabulary.honorifics)})\b", before.strip())
    if member and not organization and not is_post(role, vocabulary):
        return replace(named, organization=role)
    return replace(named, role=role or named.role, organization=organization or named.organization)


def _further(named: Named, text: str, vocabulary: Vocabulary) -> Named:
    """A name with the entry behind it: a role, letters behind the name, or a body."""
    body = not is_post(text, vocabulary) and ends_as_body(text, vocabulary)
    text = text.lstrip("–- ")
    if body and not named.role and named.organization:  # "Democratic Services, Northtown Council"
        return replace(named, role=named.organization, organization=text)
    if not named.role and not body and (speaks_of_post(text, vocabulary) or _DEGREES.fullmatch(text)):
        return replace(named, role=text)
    if not named.organization and (_LETTERS.fullmatch(text) or text[:1].isupper()):
        return replace(named, organization=text)
    return named
