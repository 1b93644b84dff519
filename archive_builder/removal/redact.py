"""Takes redacted words out of a reading: running text, tables, titles, the file's name, what was set aside.

All texts of a reading are searched as one, so that words are found that run from one block or cell into the
next. In each text that a match touches, one mark stands for what was taken out of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from archive_builder.model import Aside, Block, Reading, Redaction, Row, Run, Source, Text
from archive_builder.removal.spellings import Fold, Span, find, fold, letters
from archive_builder.text.words import words

WITHHELD = "words in it are redacted"
"""Why an original is not published."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is taken out, and what stands in its place."""

    first: int
    end: int
    shown: str


def redact_text(text: str, redactions: Iterable[Redaction]) -> str:
    """Return a text with its redacted words taken out."""
    marks = _marks(text, redactions)
    return "".join(run.text for run in _cut((Run(text),), 0, marks)) if marks else text


def holds(text: str, redactions: Iterable[Redaction]) -> bool:
    """True if a text holds words of any of these redactions."""
    return bool(_marks(text, redactions))


def redact(reading: Reading, redactions: Sequence[Redaction]) -> tuple[Reading, frozenset[Redaction]]:
    """Return a reading without the redacted words, and the redactions that had something to take out."""
    if not redactions:
        return reading, frozenset()
    texts = list(_texts(reading))
    whole = "\n".join(map(_shown, texts))
    found = _found(whole, redactions)
    if not found:
        return reading, frozenset()
    marks = _merged(found)
    made = _rebuilt(reading, _redacted(texts, marks, redactions))
    notes = tuple(
        Aside(1, "", "corrected", f"Words are redacted: {reason}")
        for reason in dict.fromkeys(redaction.reason for redaction in found)
    )
    gone = [whole[mark.first : mark.end] for mark in marks]
    kept = _counted_words(made, gone)
    source = _without_doubtful(made.source, gone)
    return replace(made, source=source, words=kept, asides=(*made.asides, *notes)), frozenset(found)


def _without_doubtful(source: Source, gone: Sequence[str]) -> Source:
    """Return a source that names no doubtful word that is, or is part of, what was taken out."""
    if source.recognition is None:
        return source
    taken = [letters(stretch) for stretch in gone]
    kept = tuple(word for word in source.recognition.doubtful if not _is_piece(letters(word.text), taken))
    return replace(source, recognition=replace(source.recognition, doubtful=kept))


def _found(text: str, redactions: Iterable[Redaction]) -> dict[Redaction, list[Span]]:
    """Return where words of each redaction stand, without those that stand nowhere."""
    held = letters(text)
    folded: Fold | None = None
    places: dict[Redaction, list[Span]] = {}
    for redaction in redactions:
        if may_hold(held, redaction):
            folded = folded or fold(text)
            if spans := list(find(folded, held, redaction)):
                places[redaction] = spans
    return places


def may_hold(held: str, redaction: Redaction) -> bool:
    """True if a text of these letters may hold words of a redaction: a cheap look before it is searched."""
    surname = redaction.name.split()[-1:]
    return any(words and letters(words) in held for words in (redaction.passage, *redaction.also, *surname))


def _marks(text: str, redactions: Iterable[Redaction]) -> list[Mark]:
    return _merged(_found(text, redactions))


def _merged(found: dict[Redaction, list[Span]]) -> list[Mark]:
    """Return the stretches in their order; of those that overlap, the first with the end of the last."""
    every = [Mark(*span, redaction.shown) for redaction, spans in found.items() for span in spans]
    marks: list[Mark] = []
    for mark in sorted(every, key=lambda mark: (mark.first, -mark.end)):
        if marks and mark.first < marks[-1].end:
            marks[-1] = replace(marks[-1], end=max(mark.end, marks[-1].end))
        else:
            marks.append(mark)
    return marks


def _shown(text: Text) -> str:
    return "".join(_words_of(run) for run in text)


def _words_of(run: Run) -> str:
    return run.text or run.struck or run.note


def _redacted(
    texts: Sequence[Text], marks: Sequence[Mark], redactions: Sequence[Redaction]
) -> Iterator[Text]:
    """Yield the texts without what is marked in them, joined by line breaks, and without links that name it."""
    at = 0
    for text in texts:
        end = at + len(_shown(text))
        own = [mark for mark in marks if mark.first < end and mark.end > at]
        made = _cut(text, at, own) if own else text
        yield tuple(_unlinked(run, redactions) for run in made)
        at = end + 1


def _unlinked(run: Run, redactions: Sequence[Redaction]) -> Run:
    return replace(run, href="") if run.href and holds(unquote(run.href), redactions) else run


def _cut(text: Text, at: int, marks: Sequence[Mark]) -> Text:
    """Return a text that begins at a place without what is marked; a mark stands where each begins."""
    made: list[Run] = []
    marked: set[Mark] = set()
    for run in text:
        run_words = _words_of(run)
        own = [mark for mark in marks if mark.first < at + len(run_words) and mark.end > at]
        kept = 0
        for mark in own:
            made += _piece(run, run_words[kept : max(0, mark.first - at)])
            made += [] if mark in marked else [Run(mark.shown)]
            marked.add(mark)
            kept = min(len(run_words), mark.end - at)
        made += _piece(run, run_words[kept:]) if own else [run]
        at += len(run_words)
    return tuple(made)


def _piece(run: Run, kept: str) -> list[Run]:
    """Return what is left of a run: as text, struck out or as the mark of a note, as it was."""
    if not kept:
        return []
    if run.text:
        return [replace(run, text=kept)]
    return [replace(run, struck=kept)] if run.struck else [replace(run, note=kept)]


def _counted_words(reading: Reading, gone: Sequence[str]) -> tuple[str, ...]:
    """Return the source's words without those of the stretches taken out: they would be named as lost.

    Words that a format counts in pieces go too: "Quill" and "feather" of a name in two styles.
    """
    left = Counter(word for text in _texts(reading) for word in words(_shown(text)))
    taken = [letters(stretch) for stretch in gone]
    kept = []
    for word in reading.words:
        left[word] -= 1
        if left[word] >= 0 or not _is_piece(letters(word), taken):
            kept.append(word)
    return tuple(kept)


def _is_piece(word: str, taken: Iterable[str]) -> bool:
    return any(word in stretch or stretch in word for stretch in taken)


def _texts(reading: Reading) -> Iterator[Text]:
    """Yield every text of a reading in a fixed order; `_rebuilt` takes them in the same."""
    yield _plain(reading.source.file)
    yield _plain(reading.title)
    for block in reading.blocks:
        yield _plain(block.marker)
        yield _plain(block.number)
        yield block.runs
        for row in block.rows:
            yield from row.cells
    for block in reading.blocks:
        for row in block.rows:
            yield from row.merged
    for aside in reading.asides:
        yield _plain(aside.text)
        yield _plain(aside.note)


def _plain(text: str) -> Text:
    return (Run(text),) if text else ()


def _rebuilt(reading: Reading, texts: Iterator[Text]) -> Reading:
    """Return a reading with other texts."""
    source = replace(reading.source, file=_shown(next(texts)))
    title = _shown(next(texts))
    blocks = [_block(block, texts) for block in reading.blocks]
    blocks = [replace(block, rows=tuple(_merged_cells(row, texts) for row in block.rows)) for block in blocks]
    asides = tuple(
        replace(aside, text=_shown(next(texts)), note=_shown(next(texts))) for aside in reading.asides
    )
    return replace(reading, source=source, title=title, blocks=tuple(blocks), asides=asides)


def _block(block: Block, texts: Iterator[Text]) -> Block:
    marker, number = _shown(next(texts)), _shown(next(texts))
    runs = next(texts)
    rows = tuple(replace(row, cells=tuple(next(texts) for _ in row.cells)) for row in block.rows)
    return replace(block, marker=marker, number=number, runs=runs, rows=rows)


def _merged_cells(row: Row, texts: Iterator[Text]) -> Row:
    return replace(row, merged=tuple(next(texts) for _ in row.merged))
