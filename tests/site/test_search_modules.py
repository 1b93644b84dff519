"""The search page's own reckoning, in node: search.test.mjs."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from tests.conftest import NODE, ROOT


def test_search_modules() -> None:
    done = subprocess.run(
        [str(NODE), "--test", str(Path(__file__).with_name("search.test.mjs"))],
        env={**os.environ, "SEARCH_MODULES": str(ROOT / "docs/assets/search")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_has_what_a_browser_of_2022_refuses_whole() -> None:
    """Safari before 16.4 cannot read a look-behind, and then runs nothing of the module."""
    scripts = sorted((ROOT / "docs/assets").rglob("*.js"))
    assert scripts
    assert [path.name for path in scripts if "(?<=" in path.read_text("utf-8") or "(?<!" in path.read_text("utf-8")] == []


SEARCH = ROOT / "docs" / "assets" / "search"


def graph(*entries: str) -> set[str]:
    """What these modules are made of: themselves and all that they import, as paths below assets/search/."""
    found: set[str] = set()
    open_ends = [SEARCH / f"{entry}.js" for entry in entries]
    while open_ends:
        path = open_ends.pop().resolve()
        name = os.path.relpath(path, SEARCH).removesuffix(".js")
        if name not in found:
            found.add(name)
            if path.exists():  # words.js is made by the build
                imported = re.findall(r"^(?:import|\}).*?[\"'](\.[^\"']+)[\"'];", path.read_text("utf-8"), re.MULTILINE)
                open_ends += [path.parent / name for name in imported]
    return found


def listed(name: str) -> set[str]:
    """A list of modules in boxes.js."""
    script = (ROOT / "docs" / "assets" / "boxes.js").read_text("utf-8")
    return set(re.findall(r'"([^"]+)"', script.partition(f"const {name} = [")[2].partition("]")[0]))


def test_all_that_a_search_runs_on_is_fetched_at_once_when_a_box_is_touched() -> None:
    assert listed("ENGINE") == graph("engine", "client", "worker")
    assert listed("ENGINE") | listed("BOX") == graph("box", "engine", "client", "worker")


def test_the_search_page_names_all_that_it_runs_on() -> None:
    template = (ROOT / "overrides" / "search.html").read_text("utf-8")
    named = set(re.findall(r'"([a-z/]+)"', template.partition("for part in [")[2].partition("]")[0]))
    runs_on = graph("page", "engine", "client", "worker") - {"page"}
    assert named == {name for name in runs_on if not name.startswith("..")}
    assert "'search/words.js'" in template
