"""Blocks that are marked as actions: where the words of the action stand, and whom the marker names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_builder.model import Block
from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.signs.action_marks import (
    ACTION_MARK,
    BRACKETED_MARK,
    MARK_BEHIND,
    NAMED_MARK,
    NO_ENTRY,
    OWNER_ALONE,
    PROPOSER,
    TAG_MARK,
    TAKEN,
    TO_ACTION,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans

_BRACKETED = re.compile(r"[\[(](?P<inside>[^()\[\]]*)[\])]\.?")
"""A line in brackets: "(Action 2: Ann to write.)"."""
_SENTENCE_END = re.compile(r"(?<=[.?!)”\"])\s+")


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the words of a marked action stand in its block, and the owner its marker names."""

    start: int
    end: int
    owner: str
    rule: str
    limit: str = ""
    """What the marker says of the time: "by 3 May"."""
    inside: bool = False
    """The action is a part of its block's text only."""
    above: bool = False
    """The marker only says who acts: the action is told by the text before it."""


_NAMING = RuleTable(NAMED_MARK, BRACKETED_MARK, TAG_MARK)


def find_mark(block: Block, vocabulary: Vocabulary) -> Marked | None:
    """A block as a marked action: "ACTION - ...", "Action (Ann): ...", "... Action: AL"."""
    text = block.text
    if label := read(text, vocabulary).label(_NAMING):
        said, start = label.match.groupdict(), label.match.end()
        owner = said["owner"] or said.get("named") or ""
        return Marked(start, len(text), owner, label.rule.name) if text[start:].strip() else None
    match = read(text, vocabulary).match(TO_ACTION)
    words = last_words(text[: match.start()], vocabulary) if match else None
    if match and words:
        return _behind(words, match["owner"])
    if match := read(text, vocabulary).match(OWNER_ALONE):
        if _names_nobody(match["owner"], vocabulary):
            return None
        return owner_alone((match.start("owner"), len(text)), match["owner"], match["limit"] or "")
    hit = _opening(text, vocabulary)
    if hit and _CAPITALS.fullmatch(text[hit.start : hit.end].strip()):
        return owner_alone((hit.start, hit.end), text[hit.start : hit.end], "")
    return hit or _closing(text, vocabulary)


_CAPITALS = re.compile(r"[A-Z]{2,12}(?:\s*[/&+]\s*[A-Z]{2,12})+\.?")
"""Groups and initials with strokes between them, and nothing else: "TRUSTEES/AL/BR"."""


def owner_alone(words: tuple[int, int], owner: str, limit: str) -> Marked:
    """An action told by the text at `words`, whose marker only says who acts."""
    return Marked(*words, owner, OWNER_ALONE.name, limit, inside=words[0] > 0, above=True)


def _opening(text: str, vocabulary: Vocabulary) -> Marked | None:
    """An action behind its marker, the whole line in brackets or not."""
    within = _BRACKETED.fullmatch(text)
    match = ACTION_MARK.match(text, vocabulary, within.start("inside") if within else 0)
    end = within.end("inside") if within else len(text)
    told = text[match.end() : end].strip() if match else ""
    if (
        not match
        or not told
        or _BRACKETED.fullmatch(told)
        or any(read(told, vocabulary).fits(rule) for rule in (NO_ENTRY, TAKEN))
    ):
        return None
    return Marked(match.end(), end, "", ACTION_MARK.name)


def _closing(text: str, vocabulary: Vocabulary) -> Marked | None:
    """An action before its marker, which names who acts."""
    match = read(text, vocabulary).match(MARK_BEHIND) or _owner_behind(text, vocabulary)
    words = last_words(text[: match.start()], vocabulary) if match else None
    if not match or not words or _has_opening(text, vocabulary):
        return None
    said = match.groupdict()
    if _names_nobody(said["owner"] or "", vocabulary):
        return None
    return _behind(words, said["owner"] or said.get("brief") or "", said.get("limit") or "")


def _names_nobody(owner: str, vocabulary: Vocabulary) -> bool:
    """True for what stands in the place of an owner and is none: "Action: none", "Action: Action"."""
    named = owner.strip()
    return named.casefold() in vocabulary.signs["no_owner"] or read(named, vocabulary).fits(NO_ENTRY)


def _has_opening(text: str, vocabulary: Vocabulary) -> bool:
    """True if a text opens with a marker, whatever stands behind it."""
    within = _BRACKETED.fullmatch(text)
    return ACTION_MARK.match(text, vocabulary, within.start("inside") if within else 0) is not None


def _behind(words: tuple[int, int], owner: str, limit: str = "") -> Marked:
    return Marked(*words, owner, MARK_BEHIND.name, limit, inside=words[0] > 0)


def _owner_behind(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """The marker and names at the end of a paragraph that says the action before them."""
    ends = (match.end() for match in _SENTENCE_END.finditer(text))
    found = (OWNER_ALONE.match(text, vocabulary, end) for end in ends)
    return next((match for match in found if match), None)


def last_words(text: str, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Where the last sentence of a text stands that says more than who proposed it."""
    told = [
        (start, end) for start, end in spans(text) if not read(text[start:end], vocabulary).fits(PROPOSER)
    ]
    return told[-1] if told else None
