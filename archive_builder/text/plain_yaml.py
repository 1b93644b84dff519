"""YAML written by hand, within bounds: no aliases, no deep nesting, no files of megabytes."""

from __future__ import annotations

from pathlib import Path

import yaml

_DEPTH = 20
_BYTES = 1_000_000


class _Plain(yaml.SafeLoader):
    """Composes what a person writes in a correction or a vocabulary, and refuses what only an attack needs."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="aliases are not used here", problem_mark=event.start_mark)  # type: ignore[arg-type]
        if self.depth == _DEPTH:
            problem = f"this is nested more than {_DEPTH} levels deep"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1

    def construct_day(self, node: yaml.ScalarNode) -> object:
        """Return a day or time; the words as they stand where the calendar has no such day: "2026-13-04"."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return self.construct_scalar(node)


_Plain.add_constructor("tag:yaml.org,2002:timestamp", _Plain.construct_day)


def read_yaml(path: Path) -> object:
    """Return what a file holds. Raises OSError, UnicodeDecodeError and yaml.YAMLError, marked with its line."""
    if path.stat().st_size > _BYTES:
        mark = yaml.Mark(str(path), 0, 0, 0, None, 0)
        raise yaml.MarkedYAMLError(problem=f"the file is larger than {_BYTES:,} bytes", problem_mark=mark)
    return load_yaml(path.read_text("utf-8-sig"))


def load_yaml(text: str) -> object:
    """Return what a text holds; None where it is empty. Raises yaml.YAMLError, marked with its line."""
    loader = _Plain(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def entry_lines(text: str, key: str = "") -> tuple[int, ...]:
    """Return the line on which each entry of a list begins: of the whole text, or of the list under a key.

    Raises yaml.YAMLError, marked with its line.
    """
    loader = _Plain(text)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    if key and isinstance(node, yaml.MappingNode):
        node = next((value for name, value in node.value if name.value == key), None)
    entries = node.value if isinstance(node, yaml.SequenceNode) else ()
    return tuple(entry.start_mark.line + 1 for entry in entries)
