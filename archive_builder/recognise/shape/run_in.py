"""Headings and markers that run into the text they belong to, given blocks of their own.

Only where a block ends changes; no word is moved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive_builder.model import Block, BlockKind, cut, plain, trimmed
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.shape.numbered_openings import title_end
from archive_builder.recognise.shape.roster.labels import labels_within, opening_label
from archive_builder.recognise.shape.roster.lines import is_prose_of_people
from archive_builder.recognise.shape.roster.lists import lists_people
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.recognise.shape.run_in_titles import split_capital_titles, split_run_in_titles
from archive_builder.recognise.signs.action_marks import ACTION_MARK, MARK_WITHIN, OWNER_ALONE
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.moving import VOTE_LINE
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans


def split_run_in(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """Blocks with run-in headings, question labels and action markers split off."""
    made: list[Block] = []
    for block in split_capital_titles(split_run_in_titles(blocks, vocabulary), vocabulary):
        pieces = list(_split(block, _bold_opening(block)))
        votes = bool(made) and block.tight and VOTE_LINE.match(made[-1].text, vocabulary)
        for edges_of in _EDGES:
            if not (votes and edges_of is _rosters):
                pieces = list(_cut(pieces, edges_of, vocabulary))
        made += pieces
    return made


def _cut(pieces: Sequence[Block], edges_of: _Edges, vocabulary: Vocabulary) -> Iterator[Block]:
    """Running text cut where something begins in the middle of it; most is not cut at all."""
    for piece in pieces:
        yield from _split(piece, edges_of(piece, vocabulary) if is_prose(piece) else ())


def _split(block: Block, offsets: Sequence[int]) -> Iterator[Block]:
    """A block cut at character offsets; only the first piece keeps its mark and number."""
    if not offsets:
        yield block
        return
    edges = [0, *offsets, len(block.text)]
    for index, (start, end) in enumerate(pairwise(edges)):
        runs = trimmed(cut(block.runs, start, end))
        if not plain(runs):
            continue
        if index == 0:
            yield replace(block, runs=runs)
        else:
            yield replace(
                block, kind=BlockKind.PARAGRAPH, runs=runs, marker="", number="", gap=0, tight=False
            )


def _bold_opening(block: Block) -> Sequence[int]:
    """A numbered item's bold title that its text follows: "<b>CLOSE</b> Next meeting: ...".

    Bullets that open with a bold word or two are points of a discussion and stay whole.
    """
    if not block.runs or not block.runs[0].bold or block.bold:
        return ()
    end = 0
    for run in block.runs:
        if run.text.strip() and not run.bold:
            break
        end += len(run.text)
    if not _is_numbered(block, block.text[:end]):
        return ()
    goes_on = block.text[end:].lstrip()[:1].islower() and block.text[:end].rstrip()[-1:].isalnum()
    return [end] if not goes_on and len(block.text[:end].split()) <= _LONGEST_TITLE else []


def _is_numbered(block: Block, opening: str) -> bool:
    """True for a row or item with a number, and a paragraph whose bold words begin with one: "2503. Roads:"."""
    if block.kind is BlockKind.PARAGRAPH and not block.marker and _NUMBER_AND_TITLE.match(opening):
        return True
    marked = any(ch.isalnum() for ch in block.marker) and block.kind is BlockKind.ITEM
    return bool(block.number) or marked


_NUMBER_AND_TITLE = re.compile(r"\d{1,4}(?:[./]\d{1,4})*[.)]\s+[^\W\d_]")
_LONGEST_TITLE = 18


def _plain_opening(block: Block, vocabulary: Vocabulary) -> Sequence[int]:
    """A numbered item's title that a colon, dash or stop sets apart: "3. Matters Arising: Discussed ..."."""
    end = title_end(block, vocabulary)
    return [end] if end else []


def _rosters(block: Block, vocabulary: Vocabulary) -> Sequence[int]:
    """Names behind "Present:" or "Apologies were received from:" in one paragraph with them."""
    labels = labels_within(block.text, vocabulary)
    if not labels and (label := opening_label(block.text, vocabulary)):
        told = is_prose_of_people(block.text[: label.end], vocabulary)
        told = told or block.text[: label.end].rstrip().endswith("from")
        listed = not told and lists_people(block.text[label.end :], Setting(vocabulary))
        labels = [(0, label.end)] if listed else []
    return [edge for label in labels for edge in label if edge]


def _question_label(block: Block, vocabulary: Vocabulary) -> Sequence[int]:
    """A question's label and title, where the question itself follows in the same paragraph."""
    if block.marker:
        return ()
    match = label_match(block.text, vocabulary)
    return [match.end()] if match and match.end() < len(block.text) else []


def _answers(block: Block, vocabulary: Vocabulary) -> Sequence[int]:
    """An answer's mark behind the question in one paragraph: "Q: How many? A: Twelve."."""
    places = spans(block.text) if "?" in block.text else ()
    return [
        start
        for (begun, end), (start, _) in pairwise(places)
        if block.text[begun:end].endswith("?") and ANSWER_MARK.match(block.text, vocabulary, start)
    ]


RESOLVED_WITHIN = Rule(
    "resolution-within",
    r"""(?<= [.!?)”] ) \s+ (?= (?-i:(?=[A-Z]{3})) {RESOLVING} \b (?! \s+ by )
        | (?: It \s+ was \s+ )? (?-i:(?=[A-Z])) {RESOLVED} (?: \s+ that )? \s* [:–-] )
    | \s+ (?= and \s+ (?: it \s+ was \s+ )? (?-i:(?=[A-Z]{3})) {RESOLVED} \s* [:–-] )""",
    (
        "The plan was read. RESOLVED that it be adopted.",
        "It is late. It was AGREED: to wait.",
        "Read and AGREED: to wait.",
    ),
    ("The plan was read. Resolved by the county.", "The plan was read and agreed."),
    act=Act.DECIDES,
    anywhere=True,
)
"""Where a resolution begins in the middle of a paragraph."""


def _resolved(block: Block, vocabulary: Vocabulary) -> Sequence[int]:
    """A resolution that begins in the middle of a paragraph: "... for some time. RESOLVED: that ..."."""
    return [match.end() for match in RESOLVED_WITHIN.each(block.text, vocabulary)]


def _actions(block: Block, vocabulary: Vocabulary) -> Sequence[int]:
    """Actions that stand in the middle of a paragraph, after the end of a sentence or of another action."""
    if several := list(_further_marks(block.text, vocabulary)):
        return several
    return [
        match.end()
        for match in MARK_WITHIN.each(block.text, vocabulary)
        if not OWNER_ALONE.match(block.text, vocabulary, match.end())
    ]


def _further_marks(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where the marker that a paragraph begins with stands again: "Action: Ann to ring Action: Bo to write"."""
    match = ACTION_MARK.match(text, vocabulary)
    if match is None or text[match.end("marker") : match.end("marker") + 1] != ":":
        return
    word = re.escape(match["marker"].split()[0])
    yield from (each.end() for each in re.finditer(rf"\s+(?={word}(?:\s\d{{1,3}})?:\s)", text))


_Edges = Callable[[Block, Vocabulary], Sequence[int]]
"""Where something begins in the middle of a block: character offsets."""
_EDGES: tuple[_Edges, ...] = (
    _plain_opening,
    _rosters,
    _question_label,
    _answers,
    _resolved,
    _actions,
)
