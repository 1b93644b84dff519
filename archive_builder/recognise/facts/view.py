"""Where a document can say what it is: its head, first sentences, end, running heads, names of file and page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import Line, Masthead
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.numbers_below import titles_with_numbers_below
from archive_builder.settings import KnownBody, Vocabulary
from archive_builder.text import dates
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded, words

HEAD = 14
"""Blocks from the top in which the head of a document ends."""
OPENING = 25
"""Blocks from the top whose sentences may say who met, when and where."""
ENDING = 12
"""Blocks at the end in which a document may be signed, dated, or name the next meeting."""
_TOP = 3
"""Blocks from the top that are never the end of a document, however short."""
LONG_LINE = 140
"""Characters; what is longer is a sentence of the text and no line of a head."""
_BREAKS_OFF = r".* (?: , | \b (?: of | at | in | on | the | and | for | {HELD} ) )"
_CARRIES_ON = r"(?: of | at | in | on | {HELD} ) \b .*"
_ENDS_SENTENCE = re.compile(r"[a-z]{3}\.$|:$")


@dataclass(frozen=True)
class View:
    """A document, or a part of a pack, as the places that may state its facts."""

    vocabulary: Vocabulary
    blocks: Sequence[Block]
    lines: Sequence[Line]
    """The lines of its head, from the top."""
    titles: Sequence[Line]
    """Those that make its title."""
    fields: Mapping[str, str]
    """The fields of its head, by their names in lower case: "date of meeting"."""
    running: tuple[str, ...] = ()
    """Its running heads and feet, each once."""
    site: str = ""
    """The words of a web page's head and foot, where the site names itself."""
    page_title: str = ""
    """What a web page or the file's own properties call it."""
    front: Mapping[str, str] = field(default_factory=dict)
    """The values of a page's front matter, by their names in lower case: "description"."""
    posted: str = ""
    """The day that a page's front matter gives: of the meeting, or of its posting."""
    file: str = ""
    """The path of its file below the sources folder."""
    pack: Masthead | None = None
    """The head of the pack that it is bound in."""
    bodies: tuple[KnownBody, ...] = ()
    """The bodies that `archive.toml` names."""

    @property
    def title(self) -> str:
        """The words of the lines that make its title."""
        return " ".join(line.text for line in self.titles)

    @cached_property
    def opening(self) -> tuple[tuple[int, str], ...]:
        """The sentences of the first blocks, each with its block; before them the head that runs over lines."""
        return (*self._wrapped_head(), *self._sentences(range(min(OPENING, len(self.blocks)))))

    @cached_property
    def ending(self) -> tuple[tuple[int, str], ...]:
        """The sentences of the last blocks, each with its block; none of the first lines of the head."""
        first = max(len(self.blocks) - ENDING, _TOP)
        return tuple(self._sentences(range(first, len(self.blocks))))

    @cached_property
    def body_words(self) -> str:
        """The text below the head in lower case, for counting what is mentioned."""
        first = self.lines[-1].block + 1 if self.lines else 0
        return " ".join(block.text for block in self.blocks[first:]).casefold()

    @cached_property
    def file_words(self) -> list[str]:
        """The words of the file's name, without its ending."""
        stem = re.sub(r"\.\w{2,5}$", "", self.file.rpartition("/")[2])
        return words(re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]", " ", stem))

    def is_item(self, place: int) -> bool:
        """True if a block is an item of business, which may be the minutes of another meeting."""
        block = self.blocks[place]
        return place in self._above_numbers or any(sign.isdigit() for sign in f"{block.marker}{block.number}")

    @cached_property
    def _above_numbers(self) -> frozenset[int]:
        return frozenset(titles_with_numbers_below(self.blocks, self.vocabulary))

    def _wrapped_head(self) -> Iterator[tuple[int, str]]:
        """The lines down to the first date as one sentence, if one of them breaks off: "HELD IN THE HALL / ON / …"."""
        texts = [line.text for line in self.lines]
        last = next((place for place, text in enumerate(texts) if dates.first_date(text)), None)
        if not last:
            return
        said = compiled(r".* \b (?: {PAPER} | {MEETING} ) \b .*", self.vocabulary)
        first = next((place for place in range(last) if said.fullmatch(texts[place])), 0)
        head = texts[first : last + 1]
        broken = any(compiled(_BREAKS_OFF, self.vocabulary).fullmatch(text) for text in head[:-1])
        carried_on = any(compiled(_CARRIES_ON, self.vocabulary).match(text) for text in head[1:])
        if (broken or carried_on) and not any(_ENDS_SENTENCE.search(text) for text in head[:-1]):
            yield self.lines[first].block, " ".join(head)

    def _sentences(self, places: range) -> Iterator[tuple[int, str]]:
        for place in places:
            block = self.blocks[place]
            if block.kind is not BlockKind.TABLE:
                for sentence in sentences(folded(block.text)):
                    yield place, sentence
