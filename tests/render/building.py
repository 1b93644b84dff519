"""A site of an archive made by hand: its pages and files, the hand-written pages, and MkDocs run on them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import frontmatter

from archive_builder.model import Archive
from archive_builder.problem import Problem
from archive_builder.publish import Places, configure
from archive_builder.publish.standing_pages import standing_pages
from archive_builder.render import assets, pages
from archive_builder.settings import Settings
from tests.render import site

ADDRESS = "https://example.org/archive/"


def built(folder: Path, archive: Archive, settings: Settings, problems: Sequence[Problem] = ()) -> Path:
    """The site's folder; it is built strictly below `folder`."""
    docs = folder / "docs"
    for asset in (*standing_pages(), *assets(archive, settings, ADDRESS)):
        write(docs / asset.path, asset.content)
    for page in pages(archive, problems, settings):
        post = frontmatter.Post(page.body, title=page.title, **page.front)
        write(docs / page.file, frontmatter.dumps(post, sort_keys=False, allow_unicode=True).encode())
    (folder / "mkdocs.yml").write_bytes((site.ROOT / "mkdocs.yml").read_bytes())
    places = Places(root=folder, docs=docs, site=folder / "site")
    named = {"site_name": settings.site.name, "site_description": settings.site.description}
    configuration = configure(places, named)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(configuration)],
        check=True,
        env={"NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS, "PATH": "/usr/bin:/bin"},
    )
    return folder / "site"


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
