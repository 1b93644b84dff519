"""The site's scripts joined: what a page asks for works alone, and the modules have the form that joining reads."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from archive_builder.index import lunr_words
from archive_builder.publish import joining
from archive_builder.publish.joining import DYNAMIC, ENTRIES, EXPORT, IMPORT, SHARED, join, join_styles
from archive_builder.publish.scripts import lighten
from tests.conftest import NODE, ROOT

ASSETS = ROOT / "archive_builder" / "theme" / "assets"
SCRIPTS = sorted(ASSETS.rglob("*.js"))


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `assets` of a site with its scripts joined."""
    site = tmp_path_factory.mktemp("joined")
    shutil.copytree(ASSETS, site / "assets")
    (site / "search").mkdir()
    (site / "search" / "words.js").write_bytes(lunr_words.module())
    (site / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    lighten(site)
    join(site / "assets")
    return site / "assets"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_modules_import_and_export_in_one_simple_form(path: Path) -> None:
    script = path.read_text("utf-8")
    rest = EXPORT.sub("", IMPORT.sub("", script))
    assert [line for line in rest.splitlines() if re.match(r"(import|export)\b(?! ?\()", line)] in (
        [],
        ["export {};"],
    )
    code = "\n".join(line for line in rest.splitlines() if not line.lstrip().startswith(("*", "/**", "//")))
    assert not re.search(r"^await\b", code, re.MULTILINE), "a function that is called once cannot wait"
    assert not re.search(r"""import\(["'`](?!\.)""", code)


def test_what_is_asked_for_by_name_is_an_entry() -> None:
    for path in SCRIPTS:
        for call in DYNAMIC.finditer(re.sub(r"@\w+.*", "", path.read_text("utf-8"))):
            target = (path.parent / call["path"]).resolve().relative_to(ASSETS).as_posix()
            assert target in ENTRIES, (path, target)
    named = re.findall(
        r"assets/([\w/-]+\.js)", (ROOT / "archive_builder" / "theme" / "search.html").read_text("utf-8")
    )
    named += re.findall(
        r"assets/([\w/-]+\.js)", (ROOT / "archive_builder" / "theme" / "main.html").read_text("utf-8")
    )
    assert {*named} - {"theme.js"} <= {*ENTRIES}
    assert {ASSETS / name for name in ENTRIES} <= {*SCRIPTS}


def test_only_a_script_beside_the_joined_one_asks_where_it_lies(joined: Path) -> None:
    """`import.meta.url` is then the address of the joined script."""
    askers = [path for path in SCRIPTS if "import.meta" in path.read_text("utf-8")]
    assert {path.relative_to(ASSETS).as_posix() for path in askers} <= {*ENTRIES}


def test_each_script_is_one_file_and_reads_without_a_fault(joined: Path) -> None:
    left = {path.relative_to(joined).as_posix() for path in joined.rglob("*.js")}
    assert {*ENTRIES} <= left
    assert left - {*ENTRIES} <= {"theme.js", "search/types.js"}
    for name in sorted(left):
        done = subprocess.run([NODE, "--check", joined / name], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        imported = {
            line["path"]
            for line in re.finditer(
                r'^import .*?"(?P<path>[^"]+)";$', (joined / name).read_text("utf-8"), re.M
            )
        }
        assert {(joined / name).parent / path for path in imported} <= {joined / SHARED}
        for call in DYNAMIC.finditer((joined / name).read_text("utf-8")):
            assert ((joined / name).parent / call["path"]).is_file(), (name, call)


def test_a_joined_script_gives_what_its_modules_gave(tmp_path: Path) -> None:
    (tmp_path / "search" / "index").mkdir(parents=True)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    texts = {
        "search/engine.js": "export const ROOT = { made: 1 };\n",
        "search/index/a.js": "const own = 1;\nexport function one() {\n  return own;\n}\n",
        "search/index/b.js": 'import { one as first } from "./a.js";\nimport { ROOT } from "../engine.js";\n'
        "const own = 2;\nexport const two = () => first() + own;\nexport class Three {\n  is = ROOT;\n}\n",
        "search/page.js": 'import {\n  two,\n  Three,\n} from "./index/b.js";\nimport { ROOT } from "./engine.js";\n'
        'import "./index/a.js";\nexport const told = [two(), new Three().is === ROOT];\n',
        "search/box.js": 'import { ROOT } from "./engine.js";\nexport const given = ROOT;\n',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    join(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*.js")) == ["box.js", "engine.js", "page.js"]
    asked = 'const { told } = await import("./search/page.js"); const { given } = await import("./search/box.js");'
    asked += ' const { ROOT } = await import("./search/engine.js"); console.log(told.join(), given === ROOT);'
    command = [NODE, "--input-type=module", "-e", asked]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "3,true true\n", done.stderr


def test_modules_that_import_one_another_are_refused(tmp_path: Path) -> None:
    (tmp_path / "archive.js").write_text(
        'import { b } from "./b.js";\nexport const a = 1;\n', encoding="utf-8"
    )
    (tmp_path / "b.js").write_text(
        'import { a } from "./archive.js";\nexport const b = 1;\n', encoding="utf-8"
    )
    with pytest.raises(ValueError, match="imports itself"):
        joining.join(tmp_path)


def test_the_parts_of_a_style_stand_in_it_in_their_order(tmp_path: Path) -> None:
    shutil.copytree(ASSETS / "style", tmp_path / "style")
    join_styles(tmp_path / "style")
    assert sorted(path.name for path in (tmp_path / "style").iterdir()) == [
        "feed.css",
        "search-page.css",
        "site.css",
    ]
    named = re.findall(r'@import "(.*)";', (ASSETS / "style" / "site.css").read_text("utf-8"))
    parts = [(ASSETS / "style" / name).read_text("utf-8") for name in named]
    whole = (tmp_path / "style" / "site.css").read_text("utf-8")
    assert whole.endswith("".join(parts))
    assert "@import" not in whole + (tmp_path / "style" / "search-page.css").read_text("utf-8")
    assert named
