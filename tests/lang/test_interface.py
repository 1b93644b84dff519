"""The words of the interface: each that a page asks for is there, with its places, and none is there in vain."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

import archive_builder
from archive_builder.lang import interface, table

PACKAGE = Path(archive_builder.__file__).parent
WORDS = table("interface")


class Asked(NamedTuple):
    """A place of the program that asks for words."""

    where: str
    function: str
    key: str
    """A pattern: what the program puts into the key is `[a-z_-]+`."""
    values: frozenset[str]


def asked() -> Iterator[Asked]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == Path(interface.__file__):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield from calls(node, node.func.id, f"{path.relative_to(PACKAGE)}:{node.lineno}")


def calls(node: ast.Call, function: str, where: str) -> Iterator[Asked]:
    at = 1 if function == "count" else 0
    if function in ("say", "say_number", "names", "tables", "word_list", "count") and len(node.args) > at:
        values = frozenset(word.arg or "" for word in node.keywords)
        for key in keys(node.args[at]):
            yield Asked(where, function, f"nouns.{key}" if function == "count" else key, values)


def keys(node: ast.expr) -> Iterator[str]:
    """The keys that an expression can come to."""
    match node:
        case ast.Constant(value=str() as key):
            yield re.escape(key)
        case ast.JoinedStr():
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z_.-]+"
                for part in node.values
            )
        case ast.IfExp():
            yield from (*keys(node.body), *keys(node.orelse))


def held(words: object, key: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each key with its text, or the forms of its text."""
    match words:
        case dict():
            for name, inner in words.items():
                yield from held(inner, f"{key}.{name}" if key else name)
        case str():
            yield key, (words,)
        case list():
            yield key, tuple(words)


HELD = dict(held(WORDS))
ASKED = list(asked())


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_what_is_asked_for_is_there_with_its_places() -> None:
    for ask in ASKED:
        if ask.function in ("names", "tables"):
            assert any(re.match(rf"{ask.key}\.", key) for key in HELD), ask
            continue
        found = [key for key in HELD if re.fullmatch(ask.key, key)]
        assert found, ask
        if ask.function in ("say", "say_number") and "[a-z" not in ask.key:
            wanted = set().union(*(places(text) for text in HELD[found[0]])) - {"number"}
            assert wanted <= ask.values, ask


def test_nothing_is_there_that_no_page_asks_for() -> None:
    for key in HELD:
        quoted = f'"{key.removeprefix("nouns.")}"'
        by_itself = key.startswith(("lists.", "numbers."))
        asked_for = any(re.fullmatch(rf"{ask.key}(?:\..+)?", key) for ask in ASKED)
        assert asked_for or by_itself or quoted in SOURCES, key


SOURCES = "".join(
    path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*")) if path.suffix in (".py", ".j2")
)
"""Where a key may stand that is chosen first and asked for then."""


def test_counts_agree_with_their_nouns() -> None:
    assert interface.count(0, "question") == "no questions"
    assert interface.count(1, "tracker_row") == "1 tracker row"
    assert interface.count(1204, "body") == "1,204 bodies"


def test_lists_in_a_sentence() -> None:
    assert interface.listed([]) == ""
    assert interface.listed(["one"]) == "one"
    assert interface.listed(["one", "two", "three"]) == "one, two and three"
    assert interface.listed(["one", "two"], "or") == "one or two"


def test_a_value_is_no_template() -> None:
    assert interface.say("rows.owner", names="{names} {0}") == "owner {names} {0}"


def test_a_missing_key_or_value_is_our_error() -> None:
    with pytest.raises(KeyError):
        interface.say("rows.nobody")
    with pytest.raises(KeyError):
        interface.say("rows.owner")


def test_every_noun_has_two_forms() -> None:
    assert all(len(forms) == 2 for key, forms in HELD.items() if key.startswith("nouns."))
