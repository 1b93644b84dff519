"""What a form would change in which file: corrections, redactions, withdrawals, with comments left as they are."""

from __future__ import annotations

import datetime
import difflib
import hashlib
import io
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from archive_builder.correct import Corrections, fault_of_file
from archive_builder.desk.facts import Facts
from archive_builder.desk.values import RefusedChangeError, quoted, value_of
from archive_builder.lang.interface import say
from archive_builder.settings import WITHDRAWN_FILE
from archive_builder.sources import CORRECTIONS
from archive_builder.text.plain_yaml import load_yaml

Form = Mapping[str, str]
"""What somebody filled in: `act`, and the fields of that act by their names."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file as it is and as it would be."""

    path: Path
    name: str
    """Its path below `content/`."""
    before: str
    after: str

    @property
    def stand(self) -> str:
        """The fingerprint of the file as it is: whoever confirms a change has seen it against this."""
        return hashlib.sha256(self.before.encode()).hexdigest()

    @property
    def difference(self) -> str:
        """The lines that differ, as `diff -u` writes them."""
        lines = difflib.unified_diff(
            self.before.splitlines(), self.after.splitlines(), self.name, self.name, lineterm=""
        )
        return "\n".join(lines)

    def write(self) -> None:
        """Write the file, whole or not at all."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f".{self.path.name}.part")
        part.write_text(self.after, "utf-8")
        os.replace(part, self.path)  # noqa: PTH105 -- replaces what is there, on every system


def propose(form: Form, facts: Facts, content: Path, today: datetime.date) -> Proposal:
    """Return what a form would change.

    Raises RefusedChangeError where it cannot be done: a field is empty or at fault, or the file is.
    """
    edit = _ACTS.get(form.get("act", ""))
    if edit is None:
        raise RefusedChangeError(say("desk.unknown_act"))
    name = WITHDRAWN_FILE if edit is _withdraw else f"{CORRECTIONS}/{facts.file}.yml"
    path = content / name
    before = _read(path)
    held = _loaded(before)
    edited = edit(held, form, facts, today)
    after = _dumped(edited, before)
    _check(edit, after)
    return Proposal(path, name, before, after)


def _correct(held: Any, form: Form, facts: Facts, _: datetime.date) -> Any:
    """Set the facts of a record that somebody changed in the form."""
    fields = facts.kind.correctable.values()
    changed = [
        field for field in fields if form.get(field.name, "").strip() != facts.values[field.name].strip()
    ]
    changed = [field for field in changed if field.name in form]
    if not changed:
        raise RefusedChangeError(say("desk.nothing_changed"))
    entry = _record_entry(_mapping(held), facts)
    entry.pop("drop", None)
    facts_set = entry.setdefault("set", CommentedMap())
    for field in changed:
        facts_set[field.name] = value_of(field, form[field.name])
    return _with_reason(entry, "why", form, held)


def _drop(held: Any, form: Form, facts: Facts, _: datetime.date) -> Any:
    """Say that a record is none."""
    entry = _record_entry(_mapping(held), facts)
    entry.pop("set", None)
    entry["drop"] = True
    return _with_reason(entry, "why", form, held)


def _redact(held: Any, form: Form, facts: Facts, _: datetime.date) -> Any:
    """Have words of the document taken out, or a person's name."""
    what = "name" if form.get("person") == "true" else "passage"
    words = form.get("words", "")
    if not words.strip():
        raise RefusedChangeError(say("desk.no_words"))
    entry = CommentedMap({what: quoted(words)})
    _list(_mapping(held), "redactions").append(entry)
    return _with_reason(entry, "reason", form, held)


def _withdraw(held: Any, form: Form, facts: Facts, today: datetime.date) -> Any:
    """Withdraw the whole document."""
    if not isinstance(held, CommentedSeq):
        if held:
            raise RefusedChangeError(say("desk.not_a_list", file=WITHDRAWN_FILE))
        held = CommentedSeq()
    who = form.get("by", "")
    if not who.strip():
        raise RefusedChangeError(say("desk.nobody"))
    entry = CommentedMap({"file": quoted(facts.file), "date": today})
    held.append(entry)
    _with_reason(entry, "reason", form, held)
    entry["by"] = quoted(who)
    return held


Edit = Callable[[Any, Form, Facts, datetime.date], Any]
_ACTS: Mapping[str, Edit] = {"correct": _correct, "drop": _drop, "redact": _redact, "withdraw": _withdraw}
"""What a form can do, by the word that it sends."""


def _with_reason(entry: CommentedMap, key: str, form: Form, held: Any) -> Any:
    """Write the reason behind the other keys of an entry; return all that the file holds."""
    why = form.get("why", "")
    if not why.strip():
        raise RefusedChangeError(say("desk.no_reason"))
    entry[key] = quoted(why)
    return held


def _mapping(held: Any) -> CommentedMap:
    if not isinstance(held, CommentedMap):
        raise RefusedChangeError(say("desk.not_a_table"))
    return held


def _record_entry(held: CommentedMap, facts: Facts) -> CommentedMap:
    """Return the entry of a record: the one that is there, or a new one."""
    entries = _list(held, "records")
    entry: Any
    for entry in entries:
        if not isinstance(entry, CommentedMap) or entry.get("record") != facts.record:
            continue
        if entry.get("part", 0) in (0, facts.part):
            return entry
    made = CommentedMap({"record": facts.record})
    if facts.part:
        made["part"] = facts.part
    entries.append(made)
    return made


def _list(held: CommentedMap, key: str) -> CommentedSeq:
    entries: Any = held.setdefault(key, CommentedSeq())
    if not isinstance(entries, CommentedSeq):
        raise RefusedChangeError(say("desk.not_a_table"))
    return entries


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise RefusedChangeError(say("desk.unreadable", fault=str(error))) from error


def _yaml() -> YAML:
    held = YAML()
    held.preserve_quotes = True
    held.width = 10_000  # lines are broken where their writer broke them
    return held


def _loaded(text: str) -> Any:
    """Return what a file holds, with its comments; an empty table where it holds nothing."""
    try:
        load_yaml(text)  # first within bounds: it may hold what only an attack needs
        return _yaml().load(text) or CommentedMap()
    except (yaml.YAMLError, YAMLError) as error:
        raise RefusedChangeError(say("desk.unreadable", fault=str(error).splitlines()[0])) from error


def _dumped(held: Any, before: str) -> str:
    written = io.StringIO()
    _yaml().dump(held, written)
    text = written.getvalue()
    comments = [line for line in before.splitlines() if line.startswith("#")]
    # A file of nothing but comments holds nothing that they could stand beside.
    return text if any(line in text for line in comments) or not comments else f"{before.rstrip()}\n{text}"


def _check(edit: Edit, text: str) -> None:
    """Raise RefusedChangeError where the file could not be used as it would be."""
    if edit is _withdraw:
        return
    try:
        Corrections.model_validate(load_yaml(text))
    except (ValidationError, yaml.YAMLError) as error:
        raise RefusedChangeError(say("desk.unreadable", fault=fault_of_file(error))) from error
