"""The body that met or published: every name that the document may give it, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive_builder.model import Classification, Weighed
from archive_builder.recognise.facts.body_elsewhere import find_elsewhere, find_known
from archive_builder.recognise.facts.body_in_text import find_in_text
from archive_builder.recognise.facts.body_lines import find_in_lines
from archive_builder.recognise.facts.body_looks import NO_NOUN, cased, within_another, without_sorts
from archive_builder.recognise.facts.body_sentences import find_in_sentences
from archive_builder.recognise.facts.body_spelled_out import find_spelled_out
from archive_builder.recognise.facts.candidate import Candidate, best, candidate, weigh
from archive_builder.recognise.facts.same_body import is_abbreviation, is_part_of, is_short_for, name_key
from archive_builder.recognise.facts.view import View
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary


def weigh_bodies(view: View, kind: Classification) -> tuple[Weighed, ...]:
    """All names that the body may have, the best first.

    Where no line or sentence names it, a name that the text speaks of throughout, and what its board is called.
    """
    found = [*find_in_lines(view), *find_in_sentences(view), *find_elsewhere(view), *find_known(view)]
    found += find_spelled_out(found, view)
    found = _spelled_alike(found)
    found += _supported(found, view)
    found = [each for each in found if not _is_spoken_of(each.value, found)]
    weighed = weigh("body", found)
    if best(weighed, "body") or view.pack is not None or kind is Classification.UNKNOWN:
        return weighed
    named = [each for each in found if "generic" not in each.features]
    return weigh("body", [*named, *_nameless(found, view)])


def _is_spoken_of(name: str, found: Sequence[Candidate]) -> bool:
    """True for a name that only the text has, where the title says which sort of body met: "the Parish Council"."""
    titled = any({"generic", "title-of"} <= each.features for each in found)
    features = {feature for each in found if each.value == name for feature in each.features}
    return titled and "generic" not in features and not features & _OF_THE_HEAD


_OF_THE_HEAD = frozenset(
    {"line", "field", "known", "page-title", "running-head", "folder", "in-file-name", "of-the-pack"}
)
"""What says of a name that it stands elsewhere than in the text."""


def _nameless(found: Sequence[Candidate], view: View) -> Iterator[Candidate]:
    """What a body is called that has no name in the document's head: "Board", "OPX Board", "OPX"."""
    boards = weigh("body", _boards(found, view.vocabulary))
    names = weigh("body", find_in_text(view))
    if best(boards, "body") and best(names, "body") and not _says(boards[0].value, names[0].value):
        name = f"{names[0].value} {boards[0].value}"
        yield candidate(name, *names[0].reasons, *boards[0].reasons, words=boards[0].words)
        return
    yield from (candidate(each.value, *each.reasons, words=each.words) for each in (*boards, *names))


def _says(board: str, name: str) -> bool:
    """True if a board's name holds a word of the other name: it needs no more of it."""
    return not set(name_key(board)).isdisjoint(name_key(name))


def _boards(found: Sequence[Candidate], vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The names that say only what sort of body it is, without the sort of meeting, where they head the document."""
    for each in found:
        name = cased(without_sorts(each.value, vocabulary))
        heads = each.features & {"with-paper", "title-of", "title-line", "field", "page-title"}
        runs = {"running-head", "with-paper"} <= each.features and " " in name
        says_enough = within_another(name, vocabulary) or " " in name or "field" in heads
        if "generic" in each.features and heads and says_enough:
            alone = "title-line" in heads and name.casefold() == each.words.casefold()
            board = "" if "field" in heads or alone or runs else "board"
            yield candidate(
                name, board, *(each.features - {"generic", "mentioned", "acts"}), words=each.words
            )


def _spelled_alike(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with one spelling for each name: the first that is not all capitals."""
    spellings: dict[tuple[str, ...], str] = {}
    for each in found:
        kept = spellings.setdefault(name_key(each.value), each.value.rstrip(" :"))
        if kept.isupper() and not each.value.isupper():
            spellings[name_key(each.value)] = each.value
    return [
        Candidate(_cased(spellings[name_key(each.value)], each), each.features, each.words)
        for each in found
        if name_key(each.value)
    ]


def _cased(name: str, each: Candidate) -> str:
    """A name with capitals at its words; initials stay as they are: "ADT CG" in a line that is not all capitals."""
    words = name.split()
    initials = name.isupper() and all(len(word) <= _LONGEST_INITIALS for word in words)
    sorts = each.features & {NO_NOUN, "team-noun"}
    return name if initials and sorts and not each.words.isupper() else cased(name)


_LONGEST_INITIALS = 4


def _supported(found: Sequence[Candidate], view: View) -> Iterator[Candidate]:
    """What speaks for a name besides where it stands: other candidates, the text and the file's name."""
    keys = {each.value: name_key(each.value) for each in found}
    acting = compiled(r"\b the \s+ (\w+) \s+ {TOLD} \b", view.vocabulary).findall(view.body_words)
    own = (each for each in found if "line" in each.features and "labelled" not in each.features)
    nameless = all("no-noun" in each.features for each in own)
    for each in found:
        if nameless and {"with-paper", "first-line"} <= each.features:
            yield candidate(each.value, "only-name")
        if NO_NOUN in each.features and _is_common_word(each.value, view):
            yield candidate(each.value, "common-word")
    for name, key in keys.items():
        if any(is_part_of(other, key) for other in keys.values() if other != key):
            yield candidate(name, "says-more")
        if name.casefold() in view.body_words:
            yield candidate(name, "mentioned")
        if any(is_abbreviation(key, other) for other in keys.values()):
            yield candidate(name, "abbreviated")
        yield from _of_short_names(name, key, found)
        if key[-1] in acting:
            yield candidate(name, "acts")
        initials = "".join(word[0] for word in key)
        joined = " ".join(view.file_words)
        if len(key) > 1 and (initials in view.file_words or " ".join(key) in joined):
            yield candidate(name, "in-file-name")


def _is_common_word(name: str, view: View) -> bool:
    """True for a single word that the text also has in small letters: "Discussion agenda" is of no Discussion."""
    if " " in name or not name[1:].islower():
        return False
    word = re.compile(rf"(?<![\w@./-]){re.escape(name.lower())}(?![\w@/-])")
    return any(word.search(block.text) for block in view.blocks)


def _of_short_names(name: str, key: tuple[str, ...], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What is said of a body by a short name, "the Full Council", is said of the one with the whole name."""
    for each in found:
        short = name_key(each.value)
        named = is_short_for(short, key, "generic" in each.features) or is_abbreviation(short, key)
        if each.value != name and named:
            yield candidate(name, *(each.features & _TRANSFERRED))


_TRANSFERRED = frozenset({"title-of", "sentence", "with-paper", "running-head"})
