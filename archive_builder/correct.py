"""What people have put right by hand in `content/corrections/`, and the check that it still applies.

A correction file is named after its document (`corrections/2025-03-18 notes.txt.yml`):

    document: {kind: minutes, title: Minutes, body: Town Panel, date: 2025-03-18, why: "no masthead"}
    text:
    - {printed: "Councilor Smtih", read: "Councillor Smith", why: "misprint on page 4"}
    - {printed: "of 12 Quay Street", read: "", private: true, why: "a home address"}
    records:
    - {record: action-6-1, set: {owners: [Ann Lee]}, why: "she took it over in the meeting"}
    - {record: question-6-2, drop: true, why: "this is no question"}
    original: {publish: false, why: "it shows home addresses"}
    hidden: publish

Text is corrected before recognition, records after it and before they are linked. A record is named
by its anchor, in a pack together with the number of its part (`part: 2`).
"""

from __future__ import annotations

import datetime
import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from archive_builder.lang.interface import month_name, names, noun
from archive_builder.model import ActionStatus, Aside, Block, Classification, Document, Reading, Record, Run
from archive_builder.model.record_kinds import RECORD_KINDS, FieldType
from archive_builder.problem import Problem, Report, Severity
from archive_builder.text.plain_yaml import read_yaml
from archive_builder.text.words import words


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TextCorrection(_Strict):
    """A misprint and its reading; `printed` must stand in exactly one place."""

    printed: str
    read: str
    private: bool = False
    """The printed words are quoted nowhere: not on the page, among the problems, in the data, in the cache."""
    why: str


class DocumentFacts(_Strict):
    """What the builder could not tell of a document."""

    kind: Literal[tuple(kind.value for kind in Classification)] | None = None  # type: ignore[valid-type]
    title: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    why: str


class RecordCorrection(_Strict):
    """A fact of a record that was read wrongly, or a record that is none."""

    record: str
    part: int = 0
    set: dict[str, Any] = Field(default_factory=dict)
    drop: bool = False
    private: bool = False
    """What the record said before is quoted nowhere."""
    why: str


class OriginalCorrection(_Strict):
    """The decision whether a source file is published itself, and why."""

    publish: bool
    why: str = Field(pattern=r"\S")


class Corrections(_Strict):
    """A whole correction file."""

    document: DocumentFacts | None = None
    text: tuple[TextCorrection, ...] = ()
    records: tuple[RecordCorrection, ...] = ()
    original: OriginalCorrection | None = None
    hidden: Literal["publish"] | None = None
    """Words that a reader of the document cannot see may be public all the same."""


TYPES: dict[FieldType, type] = {
    FieldType.WORDS: str,
    FieldType.PERSON: str,
    FieldType.NAMES: tuple,
    FieldType.DATE: datetime.date,
    FieldType.STATUS: ActionStatus,
    FieldType.NUMBER: int,
    FieldType.FLAG: bool,
}
"""What a correction may set a field of each type to."""
FACTS: dict[str, type] = {
    field.name: TYPES[field.type] for kind in RECORD_KINDS for field in kind.fields if field.correctable
}
"""The facts of records that can be set, with their types. The printed words cannot: correct the text."""
_KINDS = {kind.held: noun(kind.noun) for kind in RECORD_KINDS}
"""The fields of a document that hold records, and what one of them is called."""


def correct(reading: Reading, folder: Path, report: Report) -> Reading:
    """Return a reading with its corrections applied, each exactly once.

    Reports bad-corrections (the file cannot be used) and stale-correction (the printed words do not
    stand in exactly one place), both errors. If the file cannot be used, the original is withheld,
    because the file may be there to say so.
    """
    path = folder / f"{reading.source.file}.yml"
    if not path.is_file():
        return reading
    corrections = _load(path, reading.source.file, report)
    if corrections is None:
        return _withheld(reading, "the corrections of this document cannot be used")
    if corrections.original is not None and not corrections.original.publish:
        reading = _withheld(reading, corrections.original.why)
    if any(fix.private for fix in corrections.text):
        reading = _withheld(reading, "words in it are private")
    asides = list(reading.asides)
    for number, fix in enumerate(corrections.text, start=1):
        places = _places_of(fix.printed, reading)
        if len(places) == 1:
            reading = _with_fix(reading, places[0], fix)
            asides.append(_noted(fix, reading.blocks[places[0]].first))
        else:
            named = f"private correction {number} of the text"
            if not fix.private:
                named = f"correction of {fix.printed!r}"
            message = f"the {named} fits {len(places)} places, not one"
            _stale(reading.source.file, path, message, report)
    if corrections.hidden:
        note = "words that a reader of the document cannot see are published: somebody confirmed that they may be"
        asides.append(Aside(1, "", "corrected", note))
    if stated := corrections.document:
        asides.append(Aside(1, "", "corrected", f"{_listed_facts(stated)} given by hand: {stated.why}"))
    return replace(reading, asides=tuple(asides), facts=_facts(corrections.document))


def _places_of(printed: str, reading: Reading) -> list[int]:
    """Return the index of the block of each place where some words are printed; tables have none."""
    return [
        index
        for index, block in enumerate(reading.blocks)
        if block.runs
        for _ in range(block.text.count(printed))
    ]


def _with_fix(reading: Reading, index: int, fix: TextCorrection) -> Reading:
    """Return the reading with a correction applied to one block; a private one goes from everything else too."""
    blocks = list(reading.blocks)
    blocks[index] = _corrected(blocks[index], fix)
    reading = replace(reading, blocks=tuple(blocks))
    return _without(reading, fix) if fix.private else reading


def _noted(fix: TextCorrection, line: int) -> Aside:
    """What a page says of a correction."""
    if fix.private:
        return Aside(line, "", "corrected", f"Words are left out or read otherwise: {fix.why}")
    return Aside(line, fix.printed, "corrected", f"“{fix.printed}” is read as “{fix.read}”: {fix.why}")


def _without(reading: Reading, fix: TextCorrection) -> Reading:
    """A reading whose title and counted words no longer hold those of a private correction.

    Words that are counted and not in the text would be named as lost.
    """
    gone = Counter(words(fix.printed)) - Counter(words(fix.read))
    kept = []
    for word in reading.words:
        kept += [] if gone[word] > 0 else [word]
        gone[word] -= 1
    return replace(reading, words=tuple(kept), title=reading.title.replace(fix.printed, fix.read))


def publishes_hidden_words(file: str, folder: Path) -> bool:
    """True if somebody confirmed that the words which a reader of a document cannot see may be public."""
    corrections = _of_file(file, folder)
    return corrections is not None and corrections.hidden == "publish"


def publishes_original(file: str, folder: Path) -> bool:
    """True if somebody confirmed that a file may be published with all that it carries."""
    corrections = _of_file(file, folder)
    return corrections is not None and corrections.original is not None and corrections.original.publish


def _of_file(file: str, folder: Path) -> Corrections | None:
    path = folder / f"{file}.yml"
    return _load(path, file, lambda problem: None) if path.is_file() else None


def _listed_facts(stated: DocumentFacts) -> str:
    names = [name for name, _ in _facts(stated)]
    return f"the {' and the '.join(names)} {'is' if len(names) == 1 else 'are'}"


def _withheld(reading: Reading, why: str) -> Reading:
    """A reading whose source is not published; a reason that its reader gave stands."""
    return replace(reading, source=replace(reading.source, withheld=reading.source.withheld or why))


def _load(path: Path, file: str, report: Report) -> Corrections | None:
    try:
        return Corrections.model_validate(read_yaml(path) or {})
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        message = f"the corrections in {path.name} cannot be used: {_fault_of_file(error)}"
        hint = (
            "the keys are document, text (printed, read, private, why), "
            "records (record, part, set, drop, private, why), original (publish, why) and hidden"
        )
        report(Problem(file, 1, "bad-corrections", message, hint, Severity.ERROR))
        return None


def _fault_of_file(error: Exception) -> str:
    """What is wrong with a correction file, without its words: they may be private."""
    match error:
        case ValidationError():
            faults = error.errors(include_url=False, include_input=False)[:3]
            return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults)
        case yaml.MarkedYAMLError(problem_mark=yaml.Mark() as mark):
            return f"line {mark.line + 1}: {error.problem}"
    return "it is no text in UTF-8" if isinstance(error, UnicodeDecodeError) else "it is no YAML"


def corrected(documents: Sequence[Document], file: str, folder: Path, report: Report) -> tuple[Document, ...]:
    """The documents of one source file with the facts of their records put right.

    Reports stale-correction (no such record, or a fact that it does not have), an error.
    """
    path = folder / f"{file}.yml"
    corrections = _load(path, file, lambda problem: None) if path.is_file() else None
    made = tuple(documents)
    for fix in corrections.records if corrections else ():
        hits = [
            (index, kind)
            for index, document in enumerate(made)
            for kind in _KINDS
            for record in getattr(document, kind)
            if record.anchor == fix.record and (not fix.part or document.position == fix.part)
        ]
        fault = (
            f"fits {len(hits)} records, not one"
            if len(hits) != 1
            else _fault(made[hits[0][0]], hits[0][1], fix)
        )
        if fault:
            _stale(file, path, f"the correction of {fix.record} {fault}", report)
            continue
        [(index, kind)] = hits
        made = (*made[:index], _put_right(made[index], kind, fix), *made[index + 1 :])
    return made


def _fault(document: Document, kind: str, fix: RecordCorrection) -> str:
    """What is wrong with the facts that a correction sets; empty when nothing is."""
    [record] = [r for r in getattr(document, kind) if r.anchor == fix.record]
    known = [name for name in FACTS if hasattr(record, name)]
    for name, value in fix.set.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            return f"sets {name!r}, which it does not have" + (
                f" (did you mean {near[0]!r}?)" if near else ""
            )
        if FACTS[name] is ActionStatus:
            if value not in list(ActionStatus):
                return f"gives {name!r} a value that is none of: {', '.join(ActionStatus)}"
            continue
        wanted = list if FACTS[name] is tuple else FACTS[name]
        if not isinstance(value, wanted):
            return f"gives {name!r} a value that is no {wanted.__name__}"
    return "" if fix.set or fix.drop else "neither sets anything nor drops it"


def _put_right(document: Document, kind: str, fix: RecordCorrection) -> Document:
    def changed(record: Record) -> Record:
        if record.anchor != fix.record:
            return record
        facts: dict[str, Any] = {
            name: FACTS[name](value) if FACTS[name] in (tuple, ActionStatus) else value
            for name, value in fix.set.items()
        }
        before = "; ".join(
            f"{_name_of_field(name)} {'put right' if fix.private else f'was {_readable(getattr(record, name))}'}"
            for name in facts
        )
        return replace(record, **facts, corrected=f"{before} ({fix.why})", confidence=1.0)

    records: tuple[Record, ...] = getattr(document, kind)
    kept = (record for record in records if not (fix.drop and record.anchor == fix.record))
    whole = replace(document, **{kind: tuple(changed(record) for record in kept)})  # type: ignore[arg-type]
    if not fix.drop:
        return whole
    [dropped] = [record for record in records if record.anchor == fix.record]
    what = f"A passage is no {_KINDS[kind]}" if fix.private else f"“{dropped.text}” is no {_KINDS[kind]}"
    note = f"{what}: {fix.why}"
    aside = Aside(document.lines(dropped)[0], "", "corrected", note)
    return _unlinked(replace(whole, asides=(*whole.asides, aside)), fix.record)


def _name_of_field(name: str) -> str:
    """What a reader calls a field of a record: its own name where that is plain."""
    return names("record_fields").get(name, name)


def _unlinked(document: Document, anchor: str) -> Document:
    """A document whose actions no longer name a question that was dropped."""
    actions = (replace(a, questions=tuple(q for q in a.questions if q != anchor)) for a in document.actions)
    return replace(document, actions=tuple(actions))


def orphans(folder: Path, files: Iterable[str], report: Report) -> None:
    """Report the correction files whose document is not among the sources (stale-correction, a warning)."""
    known = {f"{file}.yml" for file in files}
    for path in sorted(folder.rglob("*.yml")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if name not in known:
            message = "there is no document of that name"
            hint = f"remove {path.name}, or name it after its document"
            report(Problem(f"{folder.name}/{name}", 1, "stale-correction", message, hint))


def _readable(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "not stated"
    if isinstance(value, datetime.date):
        return f"{value.day} {month_name(value.month)} {value.year}"
    return str(value) if value not in (None, "") else "not stated"


def _stale(file: str, path: Path, message: str, report: Report) -> None:
    report(Problem(file, 1, "stale-correction", message, f"mend or remove it in {path.name}", Severity.ERROR))


def _facts(document: DocumentFacts | None) -> tuple[tuple[str, str], ...]:
    if document is None:
        return ()
    stated = (
        ("kind", document.kind),
        ("title", document.title),
        ("body", document.body),
        ("date", document.date),
    )
    return tuple((name, str(value)) for name, value in stated if value is not None)


def _corrected(block: Block, fix: TextCorrection) -> Block:
    """A block with the printed words replaced; styles are kept where they stand in one run."""
    if any(fix.printed in run.text for run in block.runs):
        runs = tuple(replace(run, text=run.text.replace(fix.printed, fix.read)) for run in block.runs)
    else:
        runs = (Run(block.text.replace(fix.printed, fix.read)),)
    return replace(block, runs=runs)
