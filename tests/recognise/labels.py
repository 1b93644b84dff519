"""What a person would find in an invented document, held against what the program finds in it.

A file of `tests/recognise/layouts` has a `source` and what is `expected` of it, a line a record: the
fields of LINES with " | " between. "||" sets alternatives of a text apart, "/" those of a short
field, "*" is anything; a record that ends in "?" may be left out. A kind that is not named is
expected to hold nothing.

    .venv/bin/python -m tests.recognise.labels    # the table: what is found of what is expected
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from archive_builder.model import Document
from archive_builder.read import read
from archive_builder.recognise import recognise
from archive_builder.text.words import folded, likeness, words
from archive_builder.tidy import tidy
from tests.recognise.found import FOUND, SETTINGS

FOLDER = Path(__file__).parent / "layouts"
ALIKE = 0.85
"""Two texts are the same record when their words agree this much."""
LINES = {
    "people": ("name", "role", "organization", "status"),
    "items": ("number", "title"),
    "questions": ("asker", "text", "answer"),
    "actions": ("owners", "text", "due"),
    "undertakings": ("owners", "text", "due"),
    "decisions": ("number", "kind", "text", "date"),
    "recommendations": ("number", "kind", "text", "date"),
    "tracker": ("number", "status", "text", "update"),
    "programme": ("date", "text"),
}
"""The fields of a record's line; the one that tells which record it is comes by `_main`."""
_BAR = re.compile(r"(?<!\|)\|(?!\|)")
LONG = ("text", "title", "answer", "update")


@dataclass(slots=True)
class Outcome:
    """How a document was read: records found of those expected, false ones, facts right of those given."""

    expected: int = 0
    found: int = 0
    false: int = 0
    facts: int = 0
    right: int = 0
    faults: list[str] = field(default_factory=list)


def documents(case: Mapping[str, Any]) -> tuple[Document, ...]:
    """What the program makes of a case's source."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"document.{case['format']}"
        path.write_text(case["source"], "utf-8")
        reading = read(path, path.name, SETTINGS, lambda problem: None)
    return recognise(tidy(reading), SETTINGS, lambda problem: None) if reading else ()


def outcome(case: Mapping[str, Any]) -> Outcome:
    """A case's document held against its labels."""
    made, found, wanted = Outcome(), documents(case), case["expected"]
    for name, value in wanted.get("document", {}).items():
        said = _document_field(found[0], name)
        made.facts += 1
        if any(_same(option, said) for option in _options(str(value), name == "venue")):
            made.right += 1
        else:
            made.faults.append(f"{name}: {said!r} is not {value!r}")
    for kind, fields in LINES.items():
        _compare(made, kind, [_line(line, fields) for line in wanted.get(kind, ())], list(FOUND[kind](found)))
    if "headings" in wanted:
        lines = [_line(line, ("text",)) for line in wanted["headings"]]
        _compare(
            made,
            "headings",
            lines,
            [{"text": re.sub(r"^[\d.]+\s+", "", h.text)} for d in found for h in d.headings],
        )
    least, _, most = str(wanted.get("tables", 0)).partition("-")
    if not int(least) <= (count := sum(len(d.tables) for d in found)) <= int(most or least):
        made.faults.append(f"tables: {count} is not {wanted.get('tables', 0)}")
    return made


def _document_field(document: Document, name: str) -> str:
    value = getattr(document, {"kind": "classification", "body": "organization"}.get(name, name))
    return value.strftime("%H:%M") if name == "time" and value else str(value or "")


def _line(line: str, fields: tuple[str, ...]) -> dict[str, str]:
    parts = [part.strip() for part in _BAR.split(line)]
    row = dict(zip(fields, [*parts, *[""] * len(fields)], strict=False))
    main = _main(row)
    if (
        (row[main].endswith("?") and main != "text")
        or row[main].endswith((".?", ".?"))
        or (line.endswith("?") and len(fields) == 1)
    ):
        row |= {main: row[main][:-1], "optional": "yes"}
    return row


def _main(row: Mapping[str, str]) -> str:
    return next(name for name in ("name", "title", "text") if name in row)


def _options(value: str, whole: bool = False) -> list[str]:
    return [option.strip() for option in (value.split("||") if whole else value.split("/"))]


def _same(wanted: str, said: str) -> bool:
    return wanted == "*" or likeness(wanted, said) >= ALIKE


def _compare(made: Outcome, kind: str, wanted: list[dict[str, str]], found: list[dict[str, str]]) -> None:
    """Pairs the most alike first; what is left on either side is missed or false."""
    scored = sorted(
        ((_alike(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found)),
        key=lambda pair: (-pair[0], "optional" in wanted[pair[1]], pair[1], pair[2]),
    )
    left, free = set(range(len(wanted))), set(range(len(found)))
    for alike, i, j in scored:
        if alike >= ALIKE and i in left and j in free:
            left.discard(i)
            free.discard(j)
            if "optional" not in wanted[i]:
                made.expected, made.found = made.expected + 1, made.found + 1
                _facts(made, kind, wanted[i], found[j])
    for i in sorted(left):
        if "optional" not in wanted[i]:
            made.expected += 1
            made.faults.append(f"{kind}: missed {wanted[i][_main(wanted[i])]}")
    for j in sorted(free):
        made.false += 1
        made.faults.append(f"{kind}: false {found[j][_main(found[j])]}")


def _alike(wanted: Mapping[str, str], said: Mapping[str, str]) -> float:
    if (
        "status" in wanted
        and "name" in wanted
        and (wanted["status"] == "apologies") != (said["status"] == "apologies")
    ):
        return 0.0
    if (
        "title" in wanted
        and wanted["number"]
        and "".join(words(wanted["number"])) != "".join(words(said["number"]))
    ):
        return 0.0
    if "date" in wanted and "kind" not in wanted and wanted["date"] != said["date"]:
        return 0.0
    main = _main(wanted)
    return max(likeness(option, said[main]) for option in _options(wanted[main], main != "name"))


def _facts(made: Outcome, kind: str, wanted: Mapping[str, str], said: Mapping[str, str]) -> None:
    main = _main(wanted)
    for name, value in wanted.items():
        if name in (main, "optional") or (not value and kind != "actions") or (name == "due" and not value):
            continue
        made.facts += 1
        options = _options(value, name in (*LONG, "number"))
        if any(_fits(option, said[name], name) for option in options):
            made.right += 1
        else:
            made.faults.append(f"{kind}: {name} {said[name]!r} is not {value!r}: {wanted[main][:60]}")


def _fits(wanted: str, said: str, name: str) -> bool:
    if name == "number":
        return wanted == "*" or "".join(words(wanted)) == "".join(words(said))
    if name == "owners":
        return sorted(wanted.split("+")) == sorted(said.split("+"))
    return _same(wanted, said)


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*.yml")):
        yield path.stem, yaml.safe_load(path.read_text("utf-8"))


def main() -> None:
    total = Outcome()
    print(f"{'layout':34}{'found':>12}{'false':>7}{'facts':>12}")
    for name, case in cases():
        made = outcome(case)
        print(
            f"{name:34}{made.found:>5} of {made.expected:<4}{made.false:>6}{made.right:>6} of {made.facts:<4}"
        )
        for count in ("expected", "found", "false", "facts", "right"):
            setattr(total, count, getattr(total, count) + getattr(made, count))
        for fault in made.faults:
            print(f"      {folded(fault)}")
    print(
        f"{'all':34}{total.found:>5} of {total.expected:<4}{total.false:>6}{total.right:>6} of {total.facts:<4}"
    )


if __name__ == "__main__":
    main()
