"""A cheap look at a text before patterns are tried on it: which of them can fit at all.

Each clue of the patterns has a bit. The bits of a text are gathered word by word and kept, so that a
sentence that forty rules are tried on is taken apart once, and a rule that cannot fit costs an `&`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from archive_builder.recognise.grammar.clues import DIGIT, Clue, clues, tokens
from archive_builder.recognise.grammar.slots import is_filled
from archive_builder.settings import Vocabulary

_LONGEST = 2000
"""Maximum number of characters of a text that is looked at; in longer ones each pattern is tried."""
_MOST_TEXTS = 16_384
"""Maximum number of texts whose bits are kept."""
_MOST_TOKENS = 50_000
"""Maximum number of words and marks whose bits are kept."""
_EVERY = -1
"""The bits of a text that was not looked at: all."""
_OPENING = 3
"""Number of characters by which the pieces of words are looked up."""


class Prefilter:
    """The clues of patterns over one vocabulary, and which of them texts hold."""

    def __init__(self, patterns: Iterable[str], vocabulary: Vocabulary) -> None:
        self._of_clue: dict[Clue, int] = {}
        self._needed = {
            pattern: self._bits(clues(pattern, vocabulary))
            for pattern in patterns
            if is_filled(pattern, vocabulary)
        }
        self._of_token = _Tokens(self._of_clue)
        self._of_text: dict[str, int] = {}

    def needed(self, pattern: str) -> int:
        """The bits that a text must have for a pattern to fit it; none for a pattern that is not known."""
        return self._needed.get(pattern, 0)

    def may_fit(self, pattern: str, text: str) -> bool:
        """False if a pattern cannot fit a text."""
        bits = self._of_text.get(text)
        return not self._needed.get(pattern, 0) & ~(self.held(text) if bits is None else bits)

    def held(self, text: str) -> int:
        """The bits that a text has."""
        bits = self._of_text.get(text)
        if bits is None:
            bits = self._gathered(text) if len(text) <= _LONGEST else _EVERY
            if len(self._of_text) >= _MOST_TEXTS:
                self._of_text.clear()
            self._of_text[text] = bits
        return bits

    def _bits(self, needed: Iterable[Clue]) -> int:
        bits = 0
        for clue in needed:
            bits |= self._of_clue.setdefault(clue, 1 << len(self._of_clue))
        return bits

    def _gathered(self, text: str) -> int:
        bits = 0
        of_token = self._of_token
        for token in tokens(text):
            bits |= of_token[token]
        return bits


class _Tokens(dict[str, int]):
    """The bits of the clues that words and marks fulfil, each looked up when a text first holds it."""

    def __init__(self, of_clue: Mapping[Clue, int]) -> None:
        super().__init__()
        self._of_piece: dict[str, int] = defaultdict(int)
        for clue, bit in of_clue.items():
            for piece in clue:
                self._of_piece[piece] |= bit
        self._openings = _by_opening(self._of_piece)

    def __missing__(self, token: str) -> int:
        """The bits of the clues of which a piece stands anywhere in a word, or is a mark."""
        bits = self._of_piece.get(DIGIT if token.isdecimal() else token, 0)
        for at in range(len(token) - 1):
            bits |= self._of_piece.get(token[at : at + 2], 0)
            for piece in self._openings.get(token[at : at + _OPENING], ()):
                if token.startswith(piece, at):
                    bits |= self._of_piece[piece]
        if len(self) >= _MOST_TOKENS:
            self.clear()
        self[token] = bits
        return bits


def _by_opening(pieces: Iterable[str]) -> dict[str, list[str]]:
    """The pieces of words by their first letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        if len(piece) >= _OPENING:
            found[piece[:_OPENING]].append(piece)
    return dict(found)
