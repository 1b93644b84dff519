"""Minutes without numbers whose titles run into their text: "Approval of Agenda – The agenda was approved."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive_builder.model import Block, BlockKind, cut, plain, trimmed
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.line_numbers import titles
from archive_builder.recognise.shape.numbered_openings import LISTED_TITLE
from archive_builder.recognise.shape.roster.evidence import is_known_name
from archive_builder.recognise.shape.roster.labels import opening_label, status_of
from archive_builder.recognise.signs.action_marks import ACTION_MARK
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.headings import RUN_IN_TITLE, USUAL_ITEM
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.recognise.signs.no_headings import NOBODYS_TITLE, is_no_heading
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.words import folded

_LEAST = 4
"""So many paragraphs with a title make minutes of such."""
_FEWEST_USUAL = 2
"""So many of the titles are those of items that all bodies have."""
_MOST_WORDS = 9


def split_run_in_titles(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """Blocks whose run-in titles are bold lines of their own, where a document is set so throughout."""
    ends = {at: end for at, block in enumerate(blocks) if (end := _title_end(block, vocabulary))}
    ends = {
        at: end
        for at, end in ends.items()
        if not _is_name_of_another(at, end, blocks) and not _heads_names(blocks[at].text[end:])
    }
    usual = sum(1 for at, end in ends.items() if _is_usual(blocks[at].text[:end], vocabulary))
    colons = sum(1 for at, end in ends.items() if blocks[at].text[:end].rstrip().endswith(":"))
    if len(ends) >= _LEAST and 2 * colons > len(ends):
        alone = {at: len(block.text) for at, block in enumerate(blocks) if _is_lone_title(block, vocabulary)}
        ends, usual = {**ends, **alone}, usual + len(alone)
    if len(ends) < _LEAST or usual < _FEWEST_USUAL or _has_numbers(blocks, vocabulary):
        return list(blocks)
    made: list[Block] = []
    for at, block in enumerate(blocks):
        made += _split(block, ends[at]) if at in ends else [block]
    return made


def _is_usual(title: str, vocabulary: Vocabulary) -> bool:
    """True for the title of an item that all bodies have, and for that of a report: "Pool report:"."""
    report = compiled(r".* \b {PAPER} \s* [:–—-]? \s*", vocabulary)
    return USUAL_ITEM.match(title, vocabulary) is not None or report.fullmatch(title) is not None


def _is_lone_title(block: Block, vocabulary: Vocabulary) -> bool:
    """True for the title of a usual item with its colon and nothing behind it: "New business:"."""
    text = folded(block.text)
    plain_text = block.kind is BlockKind.PARAGRAPH and not (block.marker or block.level or block.tight)
    title = text.rstrip(" :")
    if (
        not plain_text
        or text.find(":") != len(text) - 1
        or not text[:1].isupper()
        or len(title.split()) > _MOST_WORDS
    ):
        return False
    return USUAL_ITEM.match(title, vocabulary) is not None and _may_head(title, vocabulary)


def _is_name_of_another(at: int, end: int, blocks: Sequence[Block]) -> bool:
    """True if what stands before a colon is somebody whom another paragraph names too: "Ann Lee: she has begun"."""
    name = folded(blocks[at].text[:end]).strip(" :–—-")
    if not looks_like_name(name) or not is_known_name(name.split()[0].casefold()):
        return False
    return any(name in block.text for place, block in enumerate(blocks) if place != at)


def _heads_names(text: str) -> bool:
    """True if what stands behind a colon is who was appointed: "Library Board: Ann Lee, Bob Ray"."""
    names = [name.strip(" .") for name in _BETWEEN_NAMES.split(folded(text))]
    known = [name for name in names if looks_like_name(name) and is_known_name(name.split()[0].casefold())]
    return 2 * len(known) >= len(names)


_BETWEEN_NAMES = re.compile(r",\s+(?:and\s+)?|\s+and\s+|;\s+")


def split_capital_titles(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """Blocks whose numbered paragraphs begin with a title in capitals, each of these a line of its own.

    "4. HIGHWAYS The Clerk has rung the county." A few such paragraphs may begin with initials; a
    document that is set so has at least half of its numbered paragraphs like that.
    """
    numbered = [at for at, block in enumerate(blocks) if _is_numbered_text(block)]
    ends = {at: end for at in numbered if (end := _capitals_end(blocks[at].text))}
    if len(ends) < _LEAST or 2 * len(ends) < len(numbered):
        return list(blocks)
    listed = {at: line.end() for at in numbered if (line := LISTED_TITLE.match(blocks[at].text, vocabulary))}
    ends = {**ends, **listed}
    made: list[Block] = []
    for at, block in enumerate(blocks):
        if at in ends:
            made.append(replace(block, runs=trimmed(cut(block.runs, 0, ends[at]))))
            rest = trimmed(cut(block.runs, ends[at], len(block.text)))
            made.append(replace(block, kind=BlockKind.PARAGRAPH, marker="", runs=rest, gap=0))
        else:
            made.append(block)
    return made


def _is_numbered_text(block: Block) -> bool:
    """True if a block is a numbered paragraph at the margin that is not all in capitals."""
    numbered = block.kind is BlockKind.ITEM and block.marker.strip("().").isdigit() and not block.level
    return numbered and not block.text.isupper()


_CAPITALS = re.compile(
    r"""(?P<title> [A-Z][A-Z’'&/,()-]*
            (?: \s+ (?! [AI] \s [a-z] )                                   # "A member asked"
                (?: (?: and | or | of | for ) (?= \s [A-Z]{3,} \s )
                  | [A-Z&/–-][A-Z0-9’'&/,.()-]* | \d+ | \([^()]{3,40}\) ) )* )
        \s* [.:–-]? \s+ (?= [A-Z“"]?[a-z]+ | [A-Z]\s[a-z] | (?:[a-z]|[ivx]+|\d)[.)] | £ )""",
    re.VERBOSE,
)
"""Words in capitals, with what stands in brackets among them, in front of a sentence or a list."""
_LONG_WORD = re.compile(r"[A-Z]{5,}|\b[A-Z]{3,}\s+[A-Z]{3,}\b")


def _capitals_end(text: str) -> int:
    """Where the capitals end that a text begins with; 0 where they are no title but initials."""
    match = _CAPITALS.match(text)
    if not match or not _LONG_WORD.search(match["title"]) or len(match["title"].split()) > _MOST_CAPITALS:
        return 0
    return match.end()


_MOST_CAPITALS = 14


def _has_numbers(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """True if the items of a document are numbered: then what runs in are points of them."""
    return any(block.number for block in blocks) or bool(titles(blocks, -1, vocabulary))


def _title_end(block: Block, vocabulary: Vocabulary) -> int:
    """Where the title of a paragraph ends that begins with one; 0 for other blocks."""
    if block.kind is not BlockKind.PARAGRAPH or block.marker or block.level or block.tight:
        return 0
    end = _bold_end(block)
    match = RUN_IN_TITLE.match(block.text, vocabulary)
    if (
        end and match and ":" in match.group() and match.end() < end
    ):  # "<b>Pool report: Ann Lee reported</b>:"
        end = 0
    match = None if end else match
    title = folded(block.text[:end] if end else match["title"] if match else "").strip(" :–—-")
    return (end or (match.end() if match else 0)) if title and _may_head(title, vocabulary) else 0


def _bold_end(block: Block) -> int:
    """Where the bold words end that a paragraph begins with; 0 where it is all bold or begins plain."""
    end = 0
    for run in block.runs:
        if run.text.strip() and not run.bold:
            behind = _SEPARATOR.match(block.text, end)
            return behind.end() if end and behind else end
        end += len(run.text)
    return 0


_SEPARATOR = re.compile(r"\s*[:–—-]\s+")


_HAS_WORD = re.compile(r"[^\W\d_]{3}")
"""What a title holds and "M/S/C" does not."""


def _may_head(title: str, vocabulary: Vocabulary) -> bool:
    """True if words may be a title: no field, name, label or mark of anything else."""
    name = bare(title, vocabulary)
    if (
        not _HAS_WORD.search(title)
        or len(title.split()) > _MOST_WORDS
        or (name != title and looks_like_name(name))
    ):
        return False
    if MASTHEAD_FIELD.match(f"{title}: 1", vocabulary) or is_no_heading(title, vocabulary):
        return False
    if status_of(title, vocabulary) is not None or opening_label(f"{title}: Ann Lee", vocabulary):
        return False
    marked = f"{title}: x"
    marks = (ACTION_MARK, ANSWER_MARK, QUESTION_MARK)
    if label_match(marked, vocabulary) or any(mark.match(marked, vocabulary) for mark in marks):
        return False
    return not read(title, vocabulary).fits(NOBODYS_TITLE)


def _split(block: Block, end: int) -> list[Block]:
    """A paragraph as a bold line and what was said."""
    title = tuple(replace(run, bold=True) for run in trimmed(cut(block.runs, 0, end)))
    rest = trimmed(cut(block.runs, end, len(plain(block.runs))))
    made = [replace(block, runs=title)]
    return [*made, replace(block, runs=rest, gap=0)] if plain(rest) else made
