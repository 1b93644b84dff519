"""What a document is: its kind, title, body, date, time, venue and authors, from its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Line, Masthead
from archive_builder.recognise.shape import body_name, when_and_where
from archive_builder.recognise.shape.document_kind import AUTHOR_FIELDS, NOTES_TITLE, classify
from archive_builder.recognise.shape.head_lines import begins_with_date, says_who
from archive_builder.recognise.shape.packs import field_rows, is_title
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD, REPORT_OF
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.words import folded, phrase

_REACH = 14
_LABEL = re.compile(r"(?:appendix|annex)\s+\w{1,5}", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d")
_REPORT_TO = re.compile(r"report\s+to\s+(?:the\s+)?", re.IGNORECASE)


def read_masthead(blocks: Sequence[Block], vocabulary: Vocabulary, pack: Masthead | None = None) -> Masthead:
    """The masthead of a document, or of a part of `pack`, from which the body is inherited."""
    lines = _head_lines(blocks, vocabulary)
    rows = [row for block in blocks[:_REACH] for row in field_rows(block, vocabulary)]
    fields = _fields(lines, rows, vocabulary)
    title_lines = _with_kind_line(_title_lines(blocks, lines, vocabulary), lines, vocabulary)
    whole = " ".join(line.text for line in lines)
    title = fields.get("title") or _title(title_lines, vocabulary)
    labelled = any(_LABEL.fullmatch(line.text) for line in lines[:2])
    printed = " ".join(line.text for line in title_lines) or title
    kind = classify(printed, fields, labelled, blocks, vocabulary)
    organization = body_name.organization(lines, title_lines, blocks, kind, vocabulary, pack)
    head = Masthead(
        classification=kind,
        title=title or organization,
        organization=organization,
        date=when_and_where.day(fields, lines, printed, blocks, kind),
        time=when_and_where.clock(fields, lines, blocks, kind),
        venue=when_and_where.venue(fields, lines, printed, blocks, kind, vocabulary),
        period=dates.period(whole) if kind is Classification.ANNUAL_REPORT else "",
        authors=_authors(lines, fields, vocabulary),
        titles=_title_blocks(lines, title_lines),
        last=_last(lines, title_lines, vocabulary),
    )
    return replace(head, date=None) if kind is Classification.ANNUAL_REPORT and pack is None else head


def _title_blocks(lines: Sequence[Line], title_lines: Sequence[Line]) -> tuple[int, ...]:
    """The blocks of the title, with a bare "Appendix A" above it."""
    own = [line.block for line in title_lines if line.title or len(title_lines) == 1]
    label = [line.block for line in lines if line.block + 1 in own[:1] and _LABEL.fullmatch(line.text)]
    return tuple(label + own)


def _last(lines: Sequence[Line], title_lines: Sequence[Line], vocabulary: Vocabulary) -> int:
    """The last block of the masthead: of its title, its fields and the dates among them."""
    said = [
        line.block
        for line in lines
        if MASTHEAD_FIELD.match(line.text, vocabulary) or dates.only_date(line.text)
    ]
    return max([*said, *(line.block for line in title_lines)], default=-1)


def _head_lines(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Line]:
    """The lines above the text: up to the first numbered heading, list, table or long paragraph."""
    rosters = phrase((*vocabulary.present, *vocabulary.also_present, *vocabulary.apologies))
    roster = re.compile(rf"(?:{rosters})\s*[:\s–-]*", re.IGNORECASE)
    lines: list[Line] = []
    for index, block in enumerate(blocks[:_REACH]):
        text = folded(block.text)
        numbered = block.number or block.marker or (index and _is_numbered_heading(block, text))
        if block.kind is BlockKind.TABLE or numbered or len(text) > 250 or (index and roster.fullmatch(text)):
            break
        lines.append(Line(index, text, is_title(block)))
    return lines


def _is_numbered_heading(block: Block, text: str) -> bool:
    """Whether a block is a numbered heading ("1 Purpose", "681 NOTICE"), and not a date."""
    set_apart = block.kind is BlockKind.HEADING or block.bold
    return set_apart and re.match(r"\d+[.\s]", text) is not None and dates.only_date(text) is None


def _fields(lines: Sequence[Line], rows: Sequence[str], vocabulary: Vocabulary) -> dict[str, str]:
    """The fields of the lines of the head, and of a form below them."""
    found: dict[str, str] = {}
    for text in (*(line.text for line in lines), *rows):
        if match := MASTHEAD_FIELD.match(text, vocabulary) or REPORT_OF.fullmatch(text):
            found.setdefault(folded(match["field"]).casefold().replace("(s)", ""), match["value"].strip())
    return found


def _title_lines(blocks: Sequence[Block], lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines that make the title: those set as titles that a masthead follows.

    In documents without any marks it is the second line: body, title, date.
    """
    titles = [line for line in lines if line.title and not MASTHEAD_FIELD.match(line.text, vocabulary)]
    titles = [
        line
        for line in titles
        if not dates.only_date(line.text) and not line.text.casefold().startswith("report of ")
    ]
    titles = [line for line in titles if not begins_with_date(line.text)] or titles
    kinds = phrase(word for words in vocabulary.kinds.values() for word in words)
    if not titles:
        plain = [
            line
            for line in lines
            if not MASTHEAD_FIELD.match(line.text, vocabulary) and not dates.only_date(line.text)
        ]
        plain = [line for line in plain[:4] if len(line.text) < 120 and not says_who(line.text, vocabulary)]
        telling = [line for line in plain if re.search(rf"\b(?:{kinds})\b", line.text, re.IGNORECASE)]
        chosen = telling[:1] or plain[:1]
        return chosen + [
            line
            for line in plain
            if chosen and line.block == chosen[0].block + 1 and _YEARS.fullmatch(line.text)
        ]
    if _LABEL.fullmatch(titles[0].text):
        following = [line for line in titles[1:2] if line.block == titles[0].block + 1]
        return following or titles[:1]
    run = titles[:1]
    for line in titles[1:4]:
        if line.block == run[-1].block + 1 and _carries_on(lines, line, vocabulary):
            run.append(line)
    telling = [
        line
        for line in run
        if re.search(rf"\b(?:{kinds})\b", line.text, re.IGNORECASE) or NOTES_TITLE.fullmatch(line.text)
    ]
    if len(run) == 1 or (telling and telling[0] is run[0]):
        return run
    named = [line for line in run if not _only_says_to_whom(line.text, vocabulary)]
    return [line for line in named if line in telling] or named


def _with_kind_line(titles: list[Line], lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The title with the plain line below it that says the kind: a body's name, then "Action tracker, 9 June 2025".

    The line is nothing but the kind, with a date at most.
    """
    kinds = phrase(word for words in vocabulary.kinds.values() for word in words)
    if not titles or any(re.search(rf"\b(?:{kinds})\b", line.text, re.IGNORECASE) for line in titles):
        return titles
    said = re.compile(rf"(?:draft\s+)?(?:{kinds})\s*(?:[,:–-]\s*)?(?P<rest>.*)", re.IGNORECASE)
    for line in lines:
        near = titles[-1].block < line.block <= titles[-1].block + _NEAR and not line.title
        match = said.fullmatch(line.text) if near else None
        if match and (not match["rest"] or dates.only_date(match["rest"])):
            return [*titles, line]
    return titles


_NEAR = 2


def _carries_on(lines: Sequence[Line], line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a title line is a further line of the title: only fields and dates follow it."""
    after = [other for other in lines if other.block > line.block]
    return not after or (
        bool(MASTHEAD_FIELD.match(after[0].text, vocabulary))
        or dates.first_date(after[0].text) is not None
        or after[0].title
    )


def _title(title_lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    """The title without the masthead "Report to the <body>", if anything is left of it."""
    plain = [line for line in title_lines if not line.title]
    own = plain if len(plain) < len(title_lines) and plain else title_lines
    title = folded(" ".join(line.text for line in own)).strip(" :–-")
    return title[_addressee(title, vocabulary) :] or title


def _only_says_to_whom(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title is "Report to the <body>" and no more."""
    return 0 < len(title) <= _addressee(title, vocabulary)


def _addressee(title: str, vocabulary: Vocabulary) -> int:
    """The length of "Report to the <body> – " at the start of a title, else 0."""
    start = _REPORT_TO.match(title)
    nouns = phrase(vocabulary.body_nouns)
    body = re.compile(rf"(?:{nouns})\b\s*[-–:]?\s*", re.IGNORECASE)
    end = body.search(title, start.end()) if start else None
    return end.end() if end else 0


def _authors(lines: Sequence[Line], fields: dict[str, str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The people of "Report author(s)", else of "Report of"."""
    for names in (AUTHOR_FIELDS, ("report of",)):
        for field in names:
            if fields.get(field):
                return _people(fields[field], _lines_below(lines, field, vocabulary), vocabulary)
    return ()


def _lines_below(lines: Sequence[Line], field: str, vocabulary: Vocabulary) -> list[str]:
    """The lines that carry on a field: each further author on a line of his or her own."""
    start = next(
        (
            i
            for i, line in enumerate(lines)
            if (m := MASTHEAD_FIELD.match(line.text, vocabulary)) and field in folded(m["field"]).casefold()
        ),
        len(lines),
    )
    below = []
    for line in lines[start + 1 :]:
        if MASTHEAD_FIELD.match(line.text, vocabulary) or line.title:
            break
        below.append(line.text)
    return below


def _people(value: str, below: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    found: list[str] = []
    for text in (value, *below):
        first = re.split(r"\s[–-]\s?|:\s", text)
        if text is not value and len(first) == 1:
            continue  # a line without a dash carries on the organisation of the line before
        for chunk in first if text is value else first[:1]:
            for candidate in re.split(r",|;|&|\band\b", chunk):
                if name := _name_in(candidate, vocabulary):
                    found.append(name)
    return tuple(dict.fromkeys(found))


def _name_in(text: str, vocabulary: Vocabulary) -> str:
    """The name in "Sean O' Brien Chief Executive Northtown Council": its first two or three name words."""
    name = re.sub(r"([’'])\s+(?=[A-Z])", r"\1", bare(text, vocabulary))
    roles = phrase((*vocabulary.ranks.values(), *vocabulary.role_nouns))
    if name.split()[-1:] and name.split()[-1].casefold() in vocabulary.body_nouns:
        return ""
    name = re.split(rf"\s+(?=(?:{roles})\b)", name, maxsplit=1)[0]
    return (
        name
        if looks_like_name(name) and len(name.split()) <= 3 and not re.search(rf"\b(?:{roles})\b", name)
        else ""
    )
