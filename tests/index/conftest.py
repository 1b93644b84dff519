"""The index of an archive and its reader, outside a browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive_builder import index, pipeline, settings
from archive_builder.model import Archive, Asset, Classification, Document, Heading, Source
from archive_builder.theme import FOLDER as THEME
from tests import factories
from tests.conftest import NODE, ROOT

Ask = Callable[..., list[dict[str, Any]]]
"""The replies of an index to some requests, each a text or a whole request."""


def placed(assets: Iterable[Asset], folder: Path) -> Path:
    """A site's folder that holds the search and nothing else."""
    for asset in assets:
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)
    shutil.copytree(
        THEME / "assets" / "search",
        folder / "assets" / "search",
        dirs_exist_ok=True,
    )
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return folder


def in_node(script: str, *arguments: object, given: object) -> Any:
    """What a script of this folder makes of something."""
    command = [NODE, Path(__file__).parent / script, *map(str, arguments)]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def asking(site: Path) -> Ask:
    def ask(*requests: str | Mapping[str, object]) -> list[dict[str, Any]]:
        whole = [{"text": request} if isinstance(request, str) else request for request in requests]
        replies: list[dict[str, Any]] = in_node("ask.mjs", site, given=whole)
        return replies

    return ask


@pytest.fixture(scope="session")
def samples() -> Archive:
    return pipeline.gather([ROOT / "content"], settings.load()).archive


@pytest.fixture(scope="session")
def samples_site(samples: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return placed(index.assets(samples), tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="session")
def ask(samples_site: Path) -> Ask:
    """Asks the sample archive."""
    return asking(samples_site)


@pytest.fixture
def ask_archive(tmp_path: Path) -> Callable[[Archive], Ask]:
    """Asks an archive made for a test."""
    return lambda archive: asking(placed(index.assets(archive), tmp_path))


def document(
    number: int, day: date | None, *texts: str, body: str = "harbour-board", **more: Any
) -> Document:
    """A document with a heading and a paragraph for each text."""
    blocks, headings = [], []
    for place, text in enumerate(texts):
        headings.append(Heading(anchor=f"part-{place}", level=2, text=f"Part {place}", block=len(blocks)))
        blocks += [factories.heading(f"Part {place}"), factories.paragraph(text)]
    return Document(
        path=f"meetings/{body}/{number}/",
        source=Source(file=f"{number}.txt", sha256="a" * 64, size=1, media_type="text/plain", words=1),
        classification=Classification.MINUTES,
        title="Minutes",
        organization=body.replace("-", " ").title(),
        body=body,
        date=day,
        blocks=tuple(blocks),
        headings=tuple(headings),
        **more,
    )


def archive_of(*texts: str, **more: Any) -> Archive:
    """An archive of one document with these texts as its sections."""
    return Archive(documents=(document(1, date(2025, 3, 18), *texts),), **more)
