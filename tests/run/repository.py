"""A repository of an archive's, made from the project's own: settings of the site, theme, pages by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

from archive_builder.publish import MARKER, generated_in
from tests.conftest import ROOT


def make_repository(folder: Path) -> None:
    """Fill a folder with what an archive's repository holds besides documents."""
    (folder / "content").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=_generated)


def _generated(folder: str, names: list[str]) -> list[str]:
    """Return what an earlier build left in the project's own docs folder."""
    here = Path(folder)
    ours = {MARKER, *generated_in(here)}
    return [
        name for name in names if name in ours or name.startswith(".new-") or (here / name / MARKER).is_file()
    ]
