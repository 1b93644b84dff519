"""Headings and markers that run into the text they belong to, given blocks of their own.

Only where a block ends changes; no word is moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive_builder.model import Block, BlockKind, cut, plain, trimmed
from archive_builder.recognise.grammar import Rule, first_rule, is_prose
from archive_builder.settings import Vocabulary
from archive_builder.text.words import phrase

_LABEL = (
    r"(?P<label> (?:(?:public|written|supplementary|oral)\s+)? question \s+ (?:no\.?\s*)? \d{1,4} [a-z]? )"
)

QUESTION_LABELS = (
    Rule(
        "label-title-asker",
        _LABEL
        + r"""\s* (?: [:.–-] \s* (?P<title> [^?(]{1,160}? (?: \( [^()]*? \) [^?(]*? )? ) )? \s*
            [(\[] (?: to \s be \s )? (?: asked | put | submitted | raised ) \s by \s+
            (?P<asker> [^()\[\]]{2,140} ) [)\]] \s* [:.]? \s*""",
        (
            "Question 3: Village halls (asked by the Chair, Ann Lee)",
            "Question 1: Firearms Licensing (Asked by DPCC Bo Ray)",
            "Question 2 (to be asked by Cy Doe, Advocate)",
        ),
        whole=False,
    ),
    Rule(
        "label-asker",
        _LABEL
        + r"\s* [:,–-]? \s* (?: asked \s by | from | by ) \s+ (?P<asker> [^?:]{2,90} ) \s* (?: : \s* | $ )",
        ("Question 4 from Ms A. Smith:", "Question 1 – asked by Cllr Ray"),
        whole=False,
    ),
    Rule(
        "label-title",
        _LABEL + r"\s* [:.–-] \s* (?P<title> [^?.]{1,120} ) \s* :?",
        ("Question 2: Cyber security",),
    ),
    Rule("label-alone", _LABEL + r"\s* [:.–-]? ", ("Question 12", "Question 3:")),
    Rule(
        "label-opening",
        _LABEL + r"\s* [:–-] \s+",
        ("Question 3: How many officers are on duty at night?",),
        whole=False,
    ),
)
"""How a labelled question begins, the fullest form first."""


SUBMITTED = Rule(
    "question-submitted",
    r"""(?: (?:public|written|supplementary) \s )? questions? \s (?: was \s )?
        (?: submitted | asked | put | received | tabled ) \s (?: by | from ) \s+
        (?P<asker> [^:()]{3,80}? ) (?: \s* \( [^()]* \) )? \s* :?""",
    ("QUESTION SUBMITTED BY COUNCILLOR ANN LEE", "Question submitted by Bo Ray, T.D. :"),
)
ACTION_LIST = Rule(
    "action-list",
    r"""(?:\w+\s+)? action
        (?: s | \s+ (?: items? | points? | list | log | summary ) | s \s+ (?: summary | arising | agreed ) ) \s* :?""",
    ("Action items", "Summary actions:", "Actions arising"),
)


def refined(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """Blocks with run-in headings, question labels and action markers split off."""
    made: list[Block] = []
    for block in blocks:
        pieces = [block]
        for split in (_bold_opening, _plain_opening, _rosters, _question_label, _actions):
            pieces = [part for piece in pieces for part in split(piece, vocabulary)]
        made += pieces
    return made


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


def _bold_opening(block: Block, vocabulary: Vocabulary) -> Iterator[Block]:
    """A numbered item's bold title that its text follows: "<b>CLOSE</b> Next meeting: ...".

    Bullets that open with a bold word or two are points of a discussion and stay whole.
    """
    numbered = bool(block.number) or (
        any(ch.isalnum() for ch in block.marker) and block.kind is BlockKind.ITEM
    )
    if not numbered or not block.runs or not block.runs[0].bold or block.bold:
        yield block
        return
    end = 0
    for run in block.runs:
        if run.text.strip() and not run.bold:
            break
        end += len(run.text)
    yield from _split(block, [end] if len(block.text[:end].split()) <= _LONGEST_TITLE else [])


_LONGEST_TITLE = 18
_PLAIN_TITLE = re.compile(
    r"(?P<title>[A-Z][\w’'&/()-]*(?:\s+(?:of|the|and|for|from|on|in|to|[A-Z][\w’'&/()-]*|[a-z]{3,12})){0,6}?)(?P<end>:\s+|\.\s+)(?=[A-Z])"
)


def _plain_opening(block: Block, vocabulary: Vocabulary) -> Iterator[Block]:
    """A numbered item's title that only a colon or stop sets apart: "3. Matters Arising: Discussed ..."."""
    numeric = (
        re.fullmatch(r"\d{1,3}\.?", block.marker) is not None
        and block.kind is BlockKind.ITEM
        and not block.level
    )
    match = _PLAIN_TITLE.match(block.text) if numeric and not block.bold else None
    told = match and (":" in match["end"] or _is_title_case(match["title"]))
    yield from _split(block, [match.end()] if match and told and len(match["title"].split()) <= 6 else [])


def _is_title_case(text: str) -> bool:
    """Whether most of a text's words are capitalised."""
    parts = [part for part in text.split() if len(part) > 3]
    return len(text.split()) > 1 and all(part[:1].isupper() for part in parts)


def _rosters(block: Block, vocabulary: Vocabulary) -> Iterator[Block]:
    """Names behind "Present:" or "Apologies were received from:" in one paragraph with them."""
    if not is_prose(block):
        yield block
        return
    words = phrase((*vocabulary.present, *vocabulary.also_present, *vocabulary.apologies))
    pattern = re.compile(rf"(?:^|(?<=[.)]\s))(?:{words})\s*:\s+(?=[A-Z(])", re.IGNORECASE)
    offsets = [
        edge for match in pattern.finditer(block.text) for edge in (match.start(), match.end()) if edge
    ]
    yield from _split(block, offsets)


def _question_label(block: Block, vocabulary: Vocabulary) -> Iterator[Block]:
    """A question's label and title, where the question itself follows in the same paragraph."""
    if not is_prose(block) or block.marker:
        yield block
        return
    match = label_match(block.text)
    yield from _split(block, [match.end()] if match and match.end() < len(block.text) else [])


def label_match(text: str) -> re.Match[str] | None:
    """A text's question label, with the groups label, title and asker that its form has."""
    hit = first_rule(QUESTION_LABELS, text)
    return hit[1] if hit else None


def action_marker(vocabulary: Vocabulary) -> re.Pattern[str]:
    """The pattern of an action marker: a word of the vocabulary, in its printed case, and a dash or colon."""
    words = phrase(vocabulary.action_markers)
    return re.compile(
        rf"(?P<marker>(?:{words})(?:\s+\d{{1,3}}(?:\.\d+)*)?)(?:\s*[:–—-]+\s*|\s+(?=[A-Z][\w.’'-]*\s+[a-z]))"
    )


_INITIALS = r"[A-Z]{2,4}(?:\s*(?:/|,|&|and)\s*[A-Z]{2,4})*"
_NAMES = r"[A-Z][\w.’'-]*(?:(?:\s*[,/&]\s*|\s+(?:and\s+)?)[A-Z][\w.’'-]*){1,4}"
OWNER_ALONE = re.compile(rf"(?i:actions?)\s*[:–-]\s*(?P<owner>{_INITIALS}|{_NAMES})\s*\.?")
"""Behind a sentence that is the action itself: "The builder is to be told. Action: CD"."""


def _actions(block: Block, vocabulary: Vocabulary) -> Iterator[Block]:
    """Actions that stand in the middle of a paragraph, after the end of a sentence."""
    if not is_prose(block):
        yield block
        return
    pattern = re.compile(
        rf"(?<=[.?!)”\"])\s+(?={action_marker(vocabulary).pattern.replace('?P<marker>', '?:')})"
    )
    found = [
        m.end()
        for m in pattern.finditer(block.text)
        if not OWNER_ALONE.fullmatch(block.text, m.end())
        and re.match(r"[A-Z]{2}|Action\s*[:–-]|Actions\s*[:–-]", block.text[m.end() :])
    ]
    yield from _split(block, found)
