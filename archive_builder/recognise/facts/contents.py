"""What a document holds, as far as it tells its kind: an attendance list, an agenda, told business, a resolution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.grammar.table_heads import below_title, columns
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, phrase

_HEAD = 40
"""Blocks from the top in which an attendance list or agenda is looked for."""
_NEAR = 8
"""Blocks between the word "Agenda" and its first entry: the date, the place, who is called."""
_SEVERAL_QUESTIONS = 2
_SEVERAL_TOLD = 3
_FIRST_TOLD, _LAST_TOLD = 2, 120
"""Characters of a passage between which the verb stands that tells."""
_SHORTEST_TOLD = 15
"""Characters of a passage that tells something."""
_MOST = 0.6
"""The part of a document that its tables of actions take up, if it is nothing but a tracker."""
_SIGNED = r".* \b (?: {SIGNED} | {CHAIR} ) \b .{0,40} (?: _{3} | \.{4} | … ) .*"
_LINE = re.compile(r"___|\.{4}|…")
"""A line to sign on."""

Sentences = tuple[tuple[int, str], ...]


def has_roster(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """True if an attendance list stands near the top."""
    words = phrase((*vocabulary.present, *vocabulary.apologies))
    aside = r"(?:\s*\([^()]{1,30}\))?"
    heading = re.compile(rf"(?:{words}){aside}\s*[:\s–-]*|(?:{words}){aside}\s*:\s*[A-Z].*", re.IGNORECASE)
    texts = (
        folded(block.text) for block in blocks[:_HEAD] if block.kind is not BlockKind.TABLE and block.text
    )
    return any(heading.fullmatch(text) for text in texts)


def is_asked(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """True if several questions have a label that says who asks: a paper of written answers."""
    labels = (
        label_match(folded(block.text), vocabulary)
        for block in blocks
        if is_prose(block) and len(block.text) < 250
    )
    asked = (label for label in labels if label and label.groupdict().get("asker"))
    return _are_at_least(_SEVERAL_QUESTIONS, asked)


def tells(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """True if several passages tell in the past tense what was said or done."""
    told = compiled(r"\b {TOLD} \b", vocabulary)
    prose = (
        folded(block.text)[:300] for block in blocks if is_prose(block) and len(block.text) > _SHORTEST_TOLD
    )
    found = (told.search(text, _FIRST_TOLD) for text in prose)
    return _are_at_least(_SEVERAL_TOLD, (match for match in found if match and match.start() <= _LAST_TOLD))


def _are_at_least(number: int, found: Iterable[object]) -> bool:
    """True if something yields so many things; it is asked for no more."""
    return len(list(islice(found, number))) == number


def is_called_to_order(opening: Sentences, vocabulary: Vocabulary) -> bool:
    """True if the first sentences say that the meeting was opened."""
    order = compiled(r".* \b {CALLED_TO_ORDER} \b .*", vocabulary)
    return any(order.match(sentence) for _, sentence in opening)


def is_closed(ending: Sentences, vocabulary: Vocabulary) -> bool:
    """True if the last sentences say that the meeting was closed."""
    closed = compiled(r".* \b {MEETING_CLOSED} \b .*", vocabulary)
    return any(closed.match(sentence) for _, sentence in ending)


def is_signed(ending: Sentences, vocabulary: Vocabulary) -> bool:
    """True if the end has a line for the chair to sign."""
    signed = compiled(_SIGNED, vocabulary)
    return any(signed.match(sentence) for _, sentence in ending if _LINE.search(sentence))


def is_summons(opening: Sentences, vocabulary: Vocabulary) -> bool:
    """True if the first sentences call a meeting that is still to come."""
    called = compiled(r".* \b {SUMMONS} \b .*", vocabulary)
    return any(called.match(sentence) and len(sentence) < 400 for _, sentence in opening[:12])


def is_late(opening: Sentences, vocabulary: Vocabulary) -> bool:
    """True if the first sentences say that what follows belongs to an agenda which is out already."""
    late = compiled(r".* \b {LATE_PAPERS} \b .*", vocabulary)
    return any(late.match(sentence) and len(sentence) < 400 for _, sentence in opening[:12])


def is_resolution(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """True if it is a resolution with its recitals: "WHEREAS … THEREFORE BE IT RESOLVED"."""
    recital = compiled(r"{RECITAL} \b .*", vocabulary)
    resolved = compiled(r".* \b {BE_IT_RESOLVED} \b .*", vocabulary)
    texts = [folded(block.text)[:200] for block in blocks if block.kind is not BlockKind.TABLE]
    return any(map(recital.match, texts)) and any(map(resolved.match, texts))


def is_tracker(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """True if most of its words stand in tables of actions that say how each stands."""
    held = [block for block in blocks if block.kind is BlockKind.TABLE and _follows_up(block, vocabulary)]
    return sum(map(_length, held)) > _MOST * sum(map(_length, blocks)) if held else False


def _follows_up(table: Block, vocabulary: Vocabulary) -> bool:
    """True if a table has a column of actions, and one of how they stand."""
    named = columns(below_title(table, vocabulary), vocabulary)
    return "action" in named and not named.keys().isdisjoint(("status", "update", "done"))


def _length(block: Block) -> int:
    """Return the number of characters of a block, in a table those of its cells."""
    return sum(len(text) for row in block.rows for text in row.texts) if block.rows else len(block.text)


def is_agenda(blocks: Sequence[Block]) -> bool:
    """True if three numbered entries stand, close together, below a line that says "Agenda"."""
    at = _agenda_word(blocks)
    return at >= 0 and sum(map(_is_numbered, blocks[at + 1 : at + 12])) >= 3


def is_bare_list(blocks: Sequence[Block]) -> bool:
    """True if most of it is numbered entries with hardly any running text."""
    numbered = sum(map(_is_numbered, blocks))
    long = sum(1 for block in blocks if is_prose(block) and len(block.text) > 160)
    return numbered >= 4 and numbered * 2 >= len(blocks) and long * 8 <= len(blocks)


def agenda_entries(blocks: Sequence[Block]) -> range:
    """The places of the entries below the word "Agenda" that nothing stands between."""
    at = _agenda_word(blocks)
    begun = next((place for place in range(at + 1, len(blocks)) if _is_numbered(blocks[place])), -1)
    if at < 0 or begun < 0 or begun - at > _NEAR:
        return range(0)
    after = (place for place in range(begun, len(blocks)) if not _is_numbered(blocks[place]))
    return range(begun, next(after, len(blocks)))


def _agenda_word(blocks: Sequence[Block]) -> int:
    """The place of the line that says "Agenda" and no more, or -1."""
    words = (folded(block.text).casefold().strip(" :") for block in blocks[:_HEAD])
    return next((place for place, line in enumerate(words) if line == "agenda"), -1)


def _is_numbered(block: Block) -> bool:
    return any(sign.isdigit() for sign in block.marker)
