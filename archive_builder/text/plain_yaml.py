"""YAML written by hand, within bounds: no aliases, no deep nesting, no files of megabytes."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import yaml

_DEPTH = 20
_BYTES = 1_000_000


LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser written in C, ten times as fast, where PyYAML was built with libyaml."""


class _Plain(LOADER):  # type: ignore[misc, valid-type]
    """Constructs what a person writes in a correction or a vocabulary."""

    def construct_day(self, node: yaml.ScalarNode) -> object:
        """Return a day or time; the words as they stand where the calendar has no such day: "2026-13-04"."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return self.construct_scalar(node)


_Plain.add_constructor("tag:yaml.org,2002:timestamp", _Plain.construct_day)


def _refuse_attacks(text: str) -> None:
    """Refuse what only an attack needs. Raises yaml.YAMLError, marked with its line."""

    def refusal(problem: str) -> yaml.MarkedYAMLError:
        return yaml.MarkedYAMLError(problem=problem, problem_mark=cast(yaml.Mark, event.start_mark))

    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise refusal("aliases are not used here")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH:
            raise refusal(f"this is nested more than {_DEPTH} levels deep")


def read_yaml(path: Path) -> object:
    """Return what a file holds. Raises OSError, UnicodeDecodeError and yaml.YAMLError, marked with its line."""
    if path.stat().st_size > _BYTES:
        mark = yaml.Mark(str(path), 0, 0, 0, None, 0)
        raise yaml.MarkedYAMLError(problem=f"the file is larger than {_BYTES:,} bytes", problem_mark=mark)
    return load_yaml(path.read_text("utf-8-sig"))


def load_yaml(text: str) -> object:
    """Return what a text holds; None where it is empty. Raises yaml.YAMLError, marked with its line."""
    _refuse_attacks(text)
    loader = _Plain(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def entry_lines(text: str, key: str = "") -> tuple[int, ...]:
    """Return the line on which each entry of a list begins: of the whole text, or of the list under a key.

    Raises yaml.YAMLError, marked with its line.
    """
    _refuse_attacks(text)
    loader = _Plain(text)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    if key and isinstance(node, yaml.MappingNode):
        node = next((value for name, value in node.value if name.value == key), None)
    entries = node.value if isinstance(node, yaml.SequenceNode) else ()
    return tuple(entry.start_mark.line + 1 for entry in entries)
