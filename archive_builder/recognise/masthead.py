"""What a document is: its kind, title, body, date, time, venue and authors, from its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar import Masthead, Rule
from archive_builder.recognise.parts import APPENDIX, MASTHEAD_FIELD, MINUTES_TITLE, is_title
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.words import folded, phrase

_REACH = 14
_AUTHOR_FIELDS = (
    "report author",
    "report authors",
    "report author(s)",
    "author",
    "authors",
    "report by",
    "reports by",
)
_REPORT_FIELDS = (*_AUTHOR_FIELDS, "report of")
_LABEL = re.compile(r"(?:appendix|annex)\s+\w{1,5}", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d")
_REPORT_TO = re.compile(r"report\s+to\s+(?:the\s+)?", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:room|hall|house|chamber|street|road|centre|center|building|library|school|online|teams|zoom|church|offices?"
    r"|[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2})\b",
    re.IGNORECASE,
)
HELD = Rule(
    "held",
    r""".*? \b held \b .*? (?: \b at \s+ (?P<hours> \d{1,2} [:.]? \d{0,2} \s? (?:hours|hrs|[ap]\.?m\.?)? ) )? \s*
        (?: [–-] \s* | \b (?: at | in ) \s+ (?:the\s+)? ) (?P<venue> [^\d–-][^–]{6,90} )""",
    (
        "MINUTES OF THE MEETING OF THE PANEL HELD ON MONDAY 14 NOVEMBER 2022 AT 14:00 HOURS – TOWN HALL CHAMBER",
    ),
)


@dataclass(frozen=True, slots=True)
class _Line:
    block: int
    text: str
    title: bool


def read_masthead(blocks: Sequence[Block], vocabulary: Vocabulary, pack: Masthead | None = None) -> Masthead:
    """The masthead of a document, or of a part of `pack`, from which the body is inherited."""
    lines = _head_lines(blocks, vocabulary)
    fields = _fields(lines)
    title_lines = _title_lines(blocks, lines, vocabulary)
    whole = " ".join(line.text for line in lines)
    title = fields.get("title") or _title(title_lines, vocabulary)
    labelled = any(_LABEL.fullmatch(line.text) for line in lines[:2])
    kind = _classify(" ".join(line.text for line in title_lines) or title, fields, labelled, vocabulary)
    organization = _organization(lines, title_lines, vocabulary, pack)
    head = Masthead(
        classification=kind,
        title=title or organization,
        organization=organization,
        date=_date(fields, lines, title_lines),
        time=dates.clock(" ".join(line.text for line in lines if dates.first_date(line.text))),
        venue=_venue(lines, title_lines, fields),
        period=dates.period(whole) if kind is Classification.ANNUAL_REPORT else "",
        authors=_authors(lines, fields, vocabulary),
        titles=_title_blocks(lines, title_lines),
        last=_last(lines, title_lines),
    )
    return replace(head, date=None) if kind is Classification.ANNUAL_REPORT and pack is None else head


def _title_blocks(lines: Sequence[_Line], title_lines: Sequence[_Line]) -> tuple[int, ...]:
    """The blocks of the title, with a bare "Appendix A" above it."""
    own = [line.block for line in title_lines if line.title or len(title_lines) == 1]
    label = [line.block for line in lines if line.block + 1 in own[:1] and _LABEL.fullmatch(line.text)]
    return tuple(label + own)


def _last(lines: Sequence[_Line], title_lines: Sequence[_Line]) -> int:
    """The last block of the masthead: of its title, its fields and the dates among them."""
    said = [line.block for line in lines if MASTHEAD_FIELD.match(line.text) or dates.only_date(line.text)]
    return max([*said, *(line.block for line in title_lines)], default=-1)


def _head_lines(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[_Line]:
    """The lines above the text: up to the first numbered heading, list, table or long paragraph."""
    rosters = phrase((*vocabulary.present, *vocabulary.also_present, *vocabulary.apologies))
    roster = re.compile(rf"(?:{rosters})\s*[:\s–-]*", re.IGNORECASE)
    lines: list[_Line] = []
    for index, block in enumerate(blocks[:_REACH]):
        text = folded(block.text)
        numbered = block.number or block.marker or (index and _is_numbered_heading(block, text))
        if block.kind is BlockKind.TABLE or numbered or len(text) > 250 or (index and roster.fullmatch(text)):
            break
        lines.append(_Line(index, text, is_title(block)))
    return lines


def _is_numbered_heading(block: Block, text: str) -> bool:
    """Whether a block is a numbered heading ("1 Purpose", "681 NOTICE"), and not a date."""
    set_apart = block.kind is BlockKind.HEADING or block.bold
    return set_apart and re.match(r"\d+[.\s]", text) is not None and dates.only_date(text) is None


def _fields(lines: Sequence[_Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if match := MASTHEAD_FIELD.match(line.text):
            found.setdefault(folded(match["field"]).casefold().replace("(s)", ""), match["value"].strip())
    return found


def _title_lines(blocks: Sequence[Block], lines: Sequence[_Line], vocabulary: Vocabulary) -> list[_Line]:
    """The lines that make the title: those set as titles that a masthead follows.

    In documents without any marks it is the second line: body, title, date.
    """
    titles = [line for line in lines if line.title and not MASTHEAD_FIELD.match(line.text)]
    titles = [
        line
        for line in titles
        if not dates.only_date(line.text) and not line.text.casefold().startswith("report of ")
    ]
    kinds = phrase(word for words in vocabulary.kinds.values() for word in words)
    if not titles:
        plain = [
            line for line in lines if not MASTHEAD_FIELD.match(line.text) and not dates.only_date(line.text)
        ]
        plain = [line for line in plain[:4] if len(line.text) < 120]
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
        if line.block == run[-1].block + 1 and _carries_on(lines, line):
            run.append(line)
    telling = [line for line in run if re.search(rf"\b(?:{kinds})\b", line.text, re.IGNORECASE)]
    return run if len(run) == 1 or (telling and telling[0] is run[0]) else telling or run


def _carries_on(lines: Sequence[_Line], line: _Line) -> bool:
    """Whether a title line is a further line of the title: only fields and dates follow it."""
    after = [other for other in lines if other.block > line.block]
    return not after or (
        bool(MASTHEAD_FIELD.match(after[0].text))
        or dates.first_date(after[0].text) is not None
        or after[0].title
    )


def _title(title_lines: Sequence[_Line], vocabulary: Vocabulary) -> str:
    """The title without the masthead "Report to the <body>", if anything is left of it."""
    title = folded(" ".join(line.text for line in title_lines)).strip(" :–-")
    if start := _REPORT_TO.match(title):
        nouns = phrase(vocabulary.body_nouns)
        end = re.compile(rf"(?:{nouns})\b\s*[-–:]?\s*", re.IGNORECASE).search(title, start.end())
        if end and title[end.end() :]:
            return title[end.end() :]
    return title


def _classify(title: str, fields: dict[str, str], labelled: bool, vocabulary: Vocabulary) -> Classification:
    """The kind of a document, from the longest phrase of the vocabulary that its title holds.

    A report *about* an annual report or a list of decisions is a report: it has an author. What
    is labelled an appendix is one.
    """
    said = _kind_of(title, vocabulary)
    written = any(field in fields for field in _REPORT_FIELDS)
    presented = "presented by" in fields or "title" in fields
    if (labelled or APPENDIX.match(title)) and said is not Classification.DECISION_LIST:
        return Classification.APPENDIX
    if written and said not in (Classification.ACTION_TRACKER, Classification.WORK_PROGRAMME):
        return Classification.REPORT
    if said is Classification.UNKNOWN and presented:
        return Classification.REPORT
    return said


def _kind_of(title: str, vocabulary: Vocabulary) -> Classification:
    if MINUTES_TITLE.match(title):
        return (
            Classification.NOTES if title.casefold().lstrip().startswith("notes") else Classification.MINUTES
        )
    best, length = Classification.UNKNOWN, 0
    for kind, phrases in vocabulary.kinds.items():
        for words in phrases:
            if len(words) > length and re.search(rf"\b{phrase([words])}\b", title, re.IGNORECASE):
                best, length = Classification(kind), len(words)
    return best


def _organization(
    lines: Sequence[_Line], title_lines: Sequence[_Line], vocabulary: Vocabulary, pack: Masthead | None
) -> str:
    """The body: as the title names it, else a line that is a body's name, else the pack's."""
    nouns = phrase(vocabulary.body_nouns)
    title = " ".join(line.text for line in title_lines)
    of = re.search(
        rf"(?:report\s+to|meeting\s+of|minutes\s+of|notes\s+of|proceedings\s+of)\s+(?:the\s+)?+(?!meeting\b|last\b|minutes\b)"
        rf"(?P<body>[^–:,]*?(?:{nouns}))\b",
        title,
        re.IGNORECASE,
    )
    if of:
        return pack.organization if pack and _same(of["body"], pack.organization) else _cased(of["body"])
    name = re.compile(rf"(?:the\s+)?(?P<body>[^–:,()\d]*\b(?:{nouns}))(?:\s+[–-]\s.*)?", re.IGNORECASE)
    for line in lines:
        match = name.fullmatch(line.text)
        if match and 1 < len(match["body"].split()) <= 10 and not _NO_BODY.match(line.text):
            if pack and line.block > 1:
                break
            return _cased(match["body"])
    return pack.organization if pack else ""


_NO_BODY = re.compile(r"report\s+(?:to|of|by)\b|[^:]{3,30}:\s", re.IGNORECASE)


def _same(a: str, b: str) -> bool:
    return folded(a).casefold() == folded(b).casefold()


def _cased(name: str) -> str:
    """A name as printed; one printed all in one case gets capitals at its words."""
    name = folded(name)
    if not name.isupper() and not name.islower():
        return name
    small = {"and", "of", "the", "for", "in", "on"}
    return " ".join(word if word in small else word.capitalize() for word in name.lower().split())


def _date(fields: dict[str, str], lines: Sequence[_Line], title_lines: Sequence[_Line]) -> date | None:
    """The date of the field "Date", of a title that says when it was held, or of a line of its own."""
    if found := dates.first_date(fields.get("date", "")):
        return found
    held = (dates.first_date(line.text) for line in title_lines if _HELD.search(line.text))
    alone = (dates.only_date(line.text) for line in lines)
    return next((day for day in (*held, *alone) if day), None)


_HELD = re.compile(r"\b(?:held|meeting|minutes|notes|agenda)\b", re.IGNORECASE)


def _venue(lines: Sequence[_Line], title_lines: Sequence[_Line], fields: dict[str, str]) -> str:
    for field in ("venue", "location", "place"):
        if fields.get(field):
            return fields[field]
    for line in title_lines:
        if match := HELD.match(line.text):
            return match["venue"].strip(" .")
    dated = next((line.block for line in lines if dates.first_date(line.text)), None)
    if dated is not None:
        for line in lines:
            if dated < line.block <= dated + 2 and _PLACE.search(line.text) and len(line.text) < 120:
                return line.text
    return ""


def _authors(lines: Sequence[_Line], fields: dict[str, str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The people of "Report author(s)", else of "Report of"."""
    for names in (_AUTHOR_FIELDS, ("report of",)):
        for field in names:
            if fields.get(field):
                return _people(fields[field], _lines_below(lines, field), vocabulary)
    return ()


def _lines_below(lines: Sequence[_Line], field: str) -> list[str]:
    """The lines that carry on a field: each further author on a line of his or her own."""
    start = next(
        (
            i
            for i, line in enumerate(lines)
            if (m := MASTHEAD_FIELD.match(line.text)) and field in folded(m["field"]).casefold()
        ),
        len(lines),
    )
    below = []
    for line in lines[start + 1 :]:
        if MASTHEAD_FIELD.match(line.text) or line.title:
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
    """The name in "Kevin O' Keefe Chief Executive Dudley MBC": its first two or three name words."""
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
