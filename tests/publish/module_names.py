"""Which names a script uses and neither declares nor imports: read by brackets, without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive_builder.publish.joining import IMPORT

NAME = r"[A-Za-z_$][\w$]*"
_UNREAD = re.compile(
    r"""
    /\*.*?\*/ | //[^\n]*                        # comments
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'  # strings
    | (?<=[(,=:!&|?\[])\s*/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*   # patterns
    | `(?P<template>(?:[^`\\]|\\.)*)`            # templates, of which the expressions are code
    """,
    re.VERBOSE | re.DOTALL,
)
_DECLARED = re.compile(
    rf"\b(?:const|let|class|function\*?)\s+({NAME}|\{{[^=;]*?\}}(?=\s*(?:=|of\b))|\[[^=;]*?\](?=\s*(?:=|of\b)))"
)
_USE = re.compile(rf"(?:(?<![\w$.])|(?<=\.\.\.)){NAME}(?![\w$])(?!\s*:)")
_METHOD = re.compile(rf"[ ]*(?:async |static |get |\*)*{NAME}\(.*\) \{{\n")
"""The first line of a method: its name is none that is used."""
_HEADS = ("if", "while", "switch", "for")
_BODY = re.compile(r"\)\s*(=>\s*\{?|\{)")
_SHORT = re.compile(rf"(?<![\w$.])(?:async )?({NAME})\s*=>\s*")


@dataclass(frozen=True, slots=True)
class _Declared:
    """A name, and from where to where it is known."""

    name: str
    start: int
    end: int


def bare(script: str) -> str:
    """Return a script without its comments, strings and patterns, and without the texts of templates."""
    return _UNREAD.sub(_code, script)


def _code(piece: re.Match[str]) -> str:
    return " ".join(f"({inside});" for inside in re.findall(r"\$\{([^}]*)\}", piece["template"] or ""))


def missing(script: str, others: set[str]) -> set[str]:
    """Return those of some names that a script uses where it does not know them."""
    imported = {
        name.split(" as ")[-1].strip()
        for line in IMPORT.finditer(script)
        for name in (line["names"] or "").split(",")
    }
    text = bare(IMPORT.sub("", script))
    known = [*_declarations(text)]
    return {
        use[0]
        for use in _USE.finditer(text)
        if use[0] in others - imported
        and not _METHOD.match(text, text.rfind("\n", 0, use.start()) + 1, use.end() + 200)
        and not any(one.name == use[0] and one.start <= use.start() < one.end for one in known)
    }


def _declarations(text: str) -> Iterator[_Declared]:
    for line in _DECLARED.finditer(text):
        opening = _enclosing(text, line.start())
        end = _end(text, opening)
        if opening >= 0 and text[opening] == "(":  # for (const … of …) { … }
            end = _end(text, text.index("{", end)) if "{" in text[end : end + 3] else end + 200
        for name in _names(line[1]):
            yield _Declared(name, 0 if opening < 0 else opening, end)
    for body in _BODY.finditer(text):
        opening = _enclosing(text, body.start())
        before = re.search(rf"({NAME})\s*$", text[:opening])
        if before and before[1] in _HEADS:
            continue
        for name in _names(text[opening : body.start()]):
            yield _Declared(name, opening, _reach(text, body.end(), body[1].endswith("{")))
    for short in _SHORT.finditer(text):
        yield _Declared(short[1], short.start(), _reach(text, short.end(), False))


def _names(declared: str) -> list[str]:
    """Return the names that a name, a pattern in brackets or parameters declare; what is before a colon is a key."""
    return re.findall(NAME, re.sub(rf"{NAME}\s*:", " ", declared))


def _reach(text: str, at: int, is_block: bool) -> int:
    """Return where the body of a function ends."""
    return _end(text, at - 1) if is_block else _end(text, _enclosing(text, at))


def _enclosing(text: str, at: int) -> int:
    """Return the place of the innermost bracket that is open at a place; -1 outside of all."""
    depth = 0
    for place in range(at - 1, -1, -1):
        if text[place] in ")}]":
            depth += 1
        elif text[place] in "({[":
            if not depth:
                return place
            depth -= 1
    return -1


def _end(text: str, opening: int) -> int:
    """Return where a bracket is closed; the end of the text for -1."""
    depth = 0
    for place in range(max(opening, 0), len(text)):
        depth += (text[place] in "({[") - (text[place] in ")}]")
        if opening >= 0 and not depth:
            return place
    return len(text)
