"""What a release consists of: its parts have licences that are known, and its version is told."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from packaging.version import Version

from archive_builder import __version__
from archive_builder.cli import main
from archive_builder.cli.licences import parts
from tests.conftest import ROOT

UV = Path(sys.executable).with_name("uv")
FREE = re.compile(
    r"""(MIT|MIT-CMU|MIT-0|MIT\ License                                   # permissive
      |BSD|BSD-[23]-Clause|BSD\ License|0BSD|Zlib|CC0-1\.0|PSF-2\.0|Python\ Software\ Foundation\ License
      |Apache-2\.0|Apache\ (Software\ License|License\ 2\.0)|ISC.*
      |MPL-2\.0|Mozilla\ Public\ License\ 2\.0\ \(MPL\ 2\.0\)            # for the changed file alone
      |dependency\ licenses)""",
    re.VERBOSE,
)
"""Terms under which a package may be needed by a program under the MIT licence."""
LGPL = {"fpdf2", "img2pdf"}
"""Packages of text recognition under the LGPL: used as they are, and not needed without it."""


def locked(extra: bool) -> set[str]:
    """The packages that uv would install for the program, by the lock file."""
    command = [UV, "export", "--quiet", "--locked", "--no-default-groups", "--no-hashes", "--no-emit-project"]
    done = subprocess.run(
        [*command, *(["--extra", "ocr"] if extra else [])],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return set(re.findall(r"^([\w.-]+)==", done.stdout, re.MULTILINE))


def named(name: str) -> str:
    """A package's name as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("extra", [True, False])
def test_every_part_that_is_installed_is_listed(extra: bool) -> None:
    listed = {named(part.name) for part in parts(frozenset({"ocr"} if extra else ()))} - {"archive-builder"}
    only_elsewhere = locked(extra) - listed
    assert listed <= locked(extra)
    for name in only_elsewhere:  # on another system, or for another version of Python
        with pytest.raises(ImportError):
            __import__(name.replace("-", "_"))


def test_each_part_says_under_which_terms_it_may_be_used() -> None:
    for part in parts(frozenset({"ocr"})):
        assert part.is_licensed, part
        terms = re.split(r" AND | OR |, ", part.licence)
        free = all(FREE.fullmatch(term) for term in terms)
        assert free or named(part.name) in LGPL, part


def test_no_part_under_the_lgpl_is_needed_without_text_recognition() -> None:
    assert {named(part.name) for part in parts()} & LGPL == set()


def test_the_command_lists_them() -> None:
    done = CliRunner().invoke(main, ["doctor", "--licences"])
    assert done.exit_code == 0
    first, *others = done.output.splitlines()
    assert first.split() == ["archive-builder", __version__, "MIT"]
    assert len(others) == len(parts(frozenset({"ocr"}))) - 1


def test_the_bill_of_materials_names_each_part(tmp_path: Path) -> None:
    made = tmp_path / "parts.cdx.json"
    line = next(line for line in (ROOT / "Makefile").read_text("utf-8").split("\n\t@") if "uv export" in line)
    options = line.replace("\\\n", " ").split()[2:]
    assert options[-1] == "dist/parts.cdx.json"
    subprocess.run([UV, "export", *options[:-1], made], cwd=ROOT, check=True)
    components = json.loads(made.read_text("utf-8"))["components"]
    assert {part["name"] for part in components} >= locked(extra=True)


def test_the_version_stands_in_one_place_and_the_changelog_is_in_order() -> None:
    assert "version" in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dynamic"]
    headings = re.findall(
        r"^## \[(.+?)\](?: - (\S+))?$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert headings[0] == ("Unreleased", "")
    released = [(Version(version), day) for version, day in headings[1:]]
    assert released == sorted(released, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for _, day in released)
    assert all(Version(version) <= Version(__version__) for version, _ in headings[1:])
