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
from archive_builder.model import (
    Abbreviation,
    Archive,
    Asset,
    Body,
    Classification,
    Document,
    Heading,
    LifeLine,
    Source,
    Standing,
    Topic,
)
from archive_builder.theme import FOLDER as THEME
from tests import factories
from tests.conftest import NODE, ROOT

Ask = Callable[..., list[dict[str, Any]]]
"""The replies of an index to some requests, each a text or a whole request."""

Asked = Callable[[Archive], Ask]
"""Asks an archive."""

FACETS = ("kind", "body", "person", "topic", "status")

TEXTS = (
    "The use of stop and search has fallen.",  # part-0
    "They stop, and we search for reasons.",  # 1
    "Vetting of officers takes a year; O’Brien’s café is closed.",  # 2
    "The co-ordinator met the coordinators of West Midlands Police.",  # 3
    "WMP spent £1.2m on vans and £5,000 on paint.",  # 4
    "Decision 030/2022 was taken on 28 October 2025.",  # 5
    "Burglary rose by a tenth. Burglary of homes fell.",  # 6
    "There were burglaries and thefts, and one burglary.",  # 7
    "Ward meetings in Łódź, São Paulo and İzmir: 1,234 people.",  # 8
)
"""The texts of a small archive, by the anchors of their sections."""

WMP = Abbreviation(short="WMP", meaning="West Midlands Police", documents=("meetings/harbour-board/1/",))


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


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks the archive of TEXTS."""
    archive = archive_of(*TEXTS, glossary=(WMP,))
    return asking(placed(index.assets(archive), tmp_path_factory.mktemp("texts")))


@pytest.fixture
def ask_archive(tmp_path: Path) -> Asked:
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


def urls(reply: dict[str, Any]) -> list[str]:
    """The anchors of the results, in order."""
    return [result["url"].partition("#")[2] for result in reply["results"]]


def having(reply: dict[str, Any], has: str) -> list[str]:
    """The anchors of those results that have all of the words, or most of them."""
    return [
        anchor for anchor, result in zip(urls(reply), reply["results"], strict=True) if result["has"] == has
    ]


def years(ask_archive: Asked) -> Ask:
    """Asks an archive of three years: two bodies, a topic, a decision that is open."""
    texts = ("Harbour dues were set.", "Harbour lights were mended.")
    documents = [document(year, date(year, 5, 1), *texts) for year in (2021, 2022, 2023)]
    documents.insert(0, document(9, None, "Harbour history."))
    documents.append(document(7, date(2022, 5, 1), "Harbour fish.", body="fish-panel"))
    documents.sort(key=lambda d: d.date or date.min)
    bodies = (Body(slug="harbour-board", name="Harbour Board"), Body(slug="fish-panel", name="Fish Panel"))
    first = f"{documents[1].path}#decision-1"
    return ask_archive(
        Archive(
            documents=tuple(documents),
            bodies=bodies,
            topics=(Topic(slug="dues", name="Dues"),),
            about={first: ("dues",)},
            lifelines={first: LifeLine(origin=first, standing=Standing.OPEN, steps=())},
        )
    )
