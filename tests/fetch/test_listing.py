"""`sources.toml` is read whole: a source at fault is named with its line, and the others are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.fetch import load
from archive_builder.fetch.permission import is_private
from archive_builder.problem import Problem

GOOD = """
[[sources]]
name = "Parish council"
kind = "page"
address = "https://fennyhollow.example/minutes/"
into = "parish-council"
"""


def loaded(tmp_path: Path, text: str) -> tuple[list[str], list[Problem]]:
    """The names of the sources that can be used, and the problems."""
    path = tmp_path / "sources.toml"
    path.write_text(text, "utf-8")
    problems: list[Problem] = []
    return [listed.name for listed in load(path, problems.append)], problems


BAD = {
    'kind = "pages"': "kind",
    'address = "fennyhollow.example"': "begins with https",
    'address = "file:///etc/"': "begins with https",
    'into = "../elsewhere"': "no folder below content",
    'into = "/etc"': "no folder below content",
    'into = "corrections/x"': "no folder below content",
    'tkae = ["*.pdf"]': "did you mean 'take'",
    "committees = [1]": "only a source of the kind moderngov",
    "most_pages = 0": "most_pages",
    'name = ""': "name",
}


@pytest.mark.parametrize("line", BAD)
def test_a_source_at_fault_is_left_out_with_its_line(line: str, tmp_path: Path) -> None:
    key = line.partition(" ")[0]
    kept = [row for row in GOOD.splitlines() if not row.startswith(f"{key} ")]
    bad = "\n".join([*kept, line]) + "\n"
    names, [problem] = loaded(tmp_path, GOOD.replace("Parish council", "Another") + bad)
    assert names == ["Another"]
    assert BAD[line] in problem.message
    assert (problem.code, problem.file, problem.line) == ("bad-sources", "sources.toml", 8)


@pytest.mark.parametrize("text", ["", "sources = 1", "[sources]", 'name = "x"', "[[sources", "[other]\n"])
def test_a_file_without_sources_is_said(text: str, tmp_path: Path) -> None:
    names, [problem] = loaded(tmp_path, text)
    assert names == []
    assert problem.code == "bad-sources"


def test_two_sources_of_one_name(tmp_path: Path) -> None:
    names, [problem] = loaded(tmp_path, GOOD + GOOD)
    assert names == ["Parish council"]
    assert "two sources" in problem.message


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "224.0.0.1",
    ],
)
def test_a_private_address_is_known(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_an_address_of_the_public_network(address: str) -> None:
    assert not is_private(address)
