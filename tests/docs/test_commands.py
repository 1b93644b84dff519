"""docs/maintaining/commands.md shows the commands' own help; what is typed elsewhere exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from archive_builder.cli import main
from tests.conftest import ROOT
from tests.docs.written import FILES, MAINTAINING, fenced, hold, name_of, with_passage

PAGE = MAINTAINING / "commands.md"
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
TYPED = [
    pytest.param(line, id=f"{name_of(path)}: {line}")
    for path in FILES
    for block in fenced(path.read_text("utf-8"), "sh")
    for line in block.splitlines()
    if line.strip() and not line.startswith("#")
]


def helped(name: str) -> str:
    """What `archive NAME --help` prints on a terminal of 80 columns."""
    arguments = [name, "--help"] if name else ["--help"]
    done = CliRunner().invoke(main, arguments, prog_name="archive", terminal_width=80)
    assert done.exit_code == 0
    return done.output.strip()


@pytest.mark.parametrize("name", ["", *main.commands])
def test_the_help_is_current(name: str, request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text("utf-8")
    wanted = with_passage(text, f"archive {name}".strip(), f"```text\n{helped(name)}\n```")
    hold(PAGE, wanted, request.config.getoption("--update"))


@pytest.mark.parametrize("line", TYPED)
def test_what_is_to_be_typed_exists(line: str) -> None:
    first, *rest = [word for word in shlex.split(line, comments=True) if "=" not in word.partition("/")[0]]
    if first == "make":
        assert set(rest) <= TARGETS
    elif Path(first).name == "archive":
        command = main.commands[rest[0]]
        known = {name for option in command.params for name in option.opts}
        assert {word for word in rest if word.startswith("-")} <= known
        arguments = [option for option in command.params if isinstance(option, click.Argument)]
        assert arguments or all(word.startswith("-") for word in rest[1:])
