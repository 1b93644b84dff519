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
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from archive_builder import lang
from archive_builder.settings import TOPICS_FILE, SettingsError
from archive_builder.text.plain_yaml import load_yaml, read_yaml
from archive_builder.text.spellings import spelling_key


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Words = Annotated[str, Field(pattern=r"[^\W_]")]


class TopicEntry(_Strict):
    """An entry of the vocabulary: a topic with the words that place a record under it."""

    name: Words
    about: str = ""
    """A sentence for readers."""
    words: tuple[Words, ...] = ()
    """Words and phrases, compared by their stems; a word in capitals fits only in capitals."""
    exactly: tuple[Words, ...] = ()
    """Words and phrases whose stems would mean something else too."""
    besides: tuple[Words, ...] = Field(default=(), alias="not")
    """Phrases that hold one of the words and are about something else."""
    lay: tuple[Words, ...] = ()
    """What people call it who do not know its words: a search for these finds the topic's records too."""


class _Vocabulary(_Strict):
    topics: tuple[TopicEntry, ...] = ()
    leave_out: tuple[str, ...] = ()
    """Names of topics that this archive does not want."""


def load(files: Iterable[Path] = ()) -> tuple[TopicEntry, ...]:
    """The topics of some vocabularies, those of the package first; a file that does not exist adds nothing.

    Raises SettingsError, with the file, the place in it and the nearest known key or name.
    """
    own = _read(partial(load_yaml, lang.topics_yaml()), TOPICS_FILE)
    topics = {_key(topic.name): topic for topic in own.topics}
    for file in files:
        if file.is_file():
            topics = _extended(topics, _opened(file), file)
    return tuple(topics.values())


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


def _extended(known: dict[str, TopicEntry], own: _Vocabulary, file: Path) -> dict[str, TopicEntry]:
    """An archive's own topics laid over those that are known: lists grow, a sentence replaces."""
    topics = dict(known)
    for topic in own.topics:
        before = topics.get(_key(topic.name))
        topics[_key(topic.name)] = _joined(before, topic) if before else topic
    for name in own.leave_out:
        if topics.pop(_key(name), None) is None:
            near = difflib.get_close_matches(name, [topic.name for topic in topics.values()], n=1)
            raise SettingsError(f"{file}: leave_out: there is no topic {name!r}{_meant(near)}")
    for topic in topics.values():
        if not topic.words and not topic.exactly:
            raise SettingsError(f"{file}: {topic.name}: a topic needs words that place records under it")
    return topics


def _joined(before: TopicEntry, own: TopicEntry) -> TopicEntry:
    return before.model_copy(
        update={
            "about": own.about or before.about,
            "words": (*before.words, *own.words),
            "exactly": (*before.exactly, *own.exactly),
            "besides": (*before.besides, *own.besides),
            "lay": (*before.lay, *own.lay),
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
    fields = (TopicEntry if len(loc) > 1 else _Vocabulary).model_fields
    known = [field.alias or name for name, field in fields.items()]
    return difflib.get_close_matches(str(loc[-1]), known, n=1)


def _meant(near: list[str]) -> str:
    return f"; did you mean {near[0]!r}?" if near else ""
