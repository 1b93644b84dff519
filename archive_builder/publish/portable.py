"""Lays a site out for builders that know no themes of packages and read one folder with everything in it.

    python -m archive_builder.publish.portable FOLDER

It takes what the last `archive build` wrote in the repository that it is called in, and adds the theme's
templates as `overrides/`, its styles and scripts, and one `mkdocs.yml` that says everything.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import yaml

from archive_builder.publish.configuration import full_settings, theme_folders
from archive_builder.publish.places import Places
from archive_builder.theme import FOLDER as THEME

_TEMPLATES = shutil.ignore_patterns("assets", "__pycache__", "*.py", "mkdocs_theme.yml")


def lay_out(places: Places, folder: Path) -> None:
    """Fill a folder with docs, templates and a configuration. Raises RefusedError if `mkdocs.yml` cannot be read."""
    shutil.copytree(places.docs, folder / "docs")
    shutil.copytree(THEME / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    for templates in (THEME, *theme_folders(places)):
        shutil.copytree(templates, folder / "overrides", ignore=_TEMPLATES, dirs_exist_ok=True)
    settings = full_settings(places)
    look = yaml.safe_load((THEME / "mkdocs_theme.yml").read_text("utf-8"))
    base = look.pop("extends")
    settings["theme"] = {**look, **settings["theme"], "name": base, "custom_dir": "overrides"}
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    here = Path.cwd()
    lay_out(Places(root=here, docs=here / "docs", site=here / "site"), Path(sys.argv[1]))
