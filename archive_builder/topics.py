"""The vocabulary of topics: `topics.yml` of a sources folder, laid over the one that comes with the package.

    topics:
    - name: River patrols
      about: Boats, moorings and what is done on the water.
      words: [river patrol, harbour master]
    - name: Rural and wildlife crime    # one that is there already: words are added to it
      words: [sheep worrying]
    leave_out: [Planning and development]

A mistake in the file stops the build, as one in `archive.toml` does: topics are published addresses.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from archive_builder.settings import SettingsError
from archive_builder.text.plain_yaml import load_yaml, read_yaml
from archive_builder.text.spellings import spelling_key

FILE = "topics.yml"
"""The file's name in a sources folder, which otherwise holds documents only."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Words = Annotated[str, Field(pattern=r"[^\W_]")]


class Subject(_Strict):
    """A topic with the words that place a record under it."""

    name: Words
    about: str = ""
    """A sentence for readers."""
    words: tuple[Words, ...] = ()
    """Words and phrases, compared by their stems; a word in capitals fits only in capitals."""
    exactly: tuple[Words, ...] = ()
    """Words and phrases whose stems would mean something else too."""
    besides: tuple[Words, ...] = Field(default=(), alias="not")
    """Phrases that hold one of the words and are about something else."""


class _Vocabulary(_Strict):
    topics: tuple[Subject, ...] = ()
    leave_out: tuple[str, ...] = ()
    """Names of topics that this archive does not want."""


def load(files: Iterable[Path] = ()) -> tuple[Subject, ...]:
    """The topics of some vocabularies, those of the package first; a file that does not exist adds nothing.

    Raises SettingsError, with the file, the place in it and the nearest known key or name.
    """
    text = resources.files("archive_builder").joinpath(FILE).read_text("utf-8")
    subjects = {_key(subject.name): subject for subject in _read(partial(load_yaml, text), FILE).topics}
    for file in files:
        if file.is_file():
            subjects = _extended(subjects, _opened(file), file)
    return tuple(subjects.values())


def _opened(file: Path) -> _Vocabulary:
    try:
        return _read(partial(read_yaml, file), str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: {error}") from error


def _read(load: Callable[[], object], name: str) -> _Vocabulary:
    try:
        return _Vocabulary.model_validate(load() or {})
    except yaml.MarkedYAMLError as error:
        at = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SettingsError(f"{name}{at}: {error.problem or 'this is no YAML'}") from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{name}: {error}") from error
    except ValidationError as error:
        raise SettingsError("\n".join(_explained(name, error))) from error


def _extended(known: dict[str, Subject], own: _Vocabulary, file: Path) -> dict[str, Subject]:
    """An archive's own topics laid over those that are known: lists grow, a sentence replaces."""
    subjects = dict(known)
    for subject in own.topics:
        before = subjects.get(_key(subject.name))
        subjects[_key(subject.name)] = _joined(before, subject) if before else subject
    for name in own.leave_out:
        if subjects.pop(_key(name), None) is None:
            near = difflib.get_close_matches(name, [subject.name for subject in subjects.values()], n=1)
            raise SettingsError(f"{file}: leave_out: there is no topic {name!r}{_meant(near)}")
    for subject in subjects.values():
        if not subject.words and not subject.exactly:
            raise SettingsError(f"{file}: {subject.name}: a topic needs words that place records under it")
    return subjects


def _joined(before: Subject, own: Subject) -> Subject:
    return before.model_copy(
        update={
            "about": own.about or before.about,
            "words": (*before.words, *own.words),
            "exactly": (*before.exactly, *own.exactly),
            "besides": (*before.besides, *own.besides),
        }
    )


def _key(name: str) -> str:
    """What names of one topic have in common: accents, case and signs make no other topic."""
    return spelling_key(name)


def _explained(name: str, error: ValidationError) -> list[str]:
    lines = []
    for fault in error.errors():
        place = ".".join(str(part + 1) if isinstance(part, int) else part for part in fault["loc"])
        message = fault["msg"]
        if fault["type"] == "extra_forbidden":
            message = f"unknown key{_meant(_nearest(fault['loc']))}"
        elif fault["type"] == "string_type":
            message = "this is read as a number, a date or yes or no; put it in quotes"
        lines.append(f"{name}: {place}: {message}")
    return lines


def _nearest(loc: tuple[int | str, ...]) -> list[str]:
    """The known key that is spelt most like the last one of a place."""
    fields = (Subject if len(loc) > 1 else _Vocabulary).model_fields
    known = [field.alias or name for name, field in fields.items()]
    return difflib.get_close_matches(str(loc[-1]), known, n=1)


def _meant(near: list[str]) -> str:
    return f"; did you mean {near[0]!r}?" if near else ""
