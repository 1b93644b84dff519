"""What several tests need: a small archive made by hand, the tools outside Python, the shared material."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import mkdocs
import playwright
import pytest
from playwright.sync_api import Browser, sync_playwright

from archive_builder import pipeline, settings
from archive_builder.link.lifelines import find_lifelines
from archive_builder.link.threads import find_threads
from archive_builder.model import (
    Action,
    ActionStatus,
    AgendaItem,
    AnswerStatus,
    Archive,
    Attendance,
    Block,
    BlockKind,
    Body,
    Classification,
    Decision,
    DecisionKind,
    Document,
    Heading,
    Link,
    Meeting,
    Person,
    Place,
    Question,
    Relation,
    Role,
    Row,
    Run,
    Source,
    TrackerRow,
)
from archive_builder.model.records import Vote
from archive_builder.model.statuses import VoteOutcome
from tests.built import FOLDER, ROOT, build_samples, build_site, made_once

NODE = Path(playwright.__file__).parent / "driver" / "node"
LUNR_JS = Path(mkdocs.__file__).parent / "contrib" / "search" / "templates" / "search" / "lunr.js"


def chromium() -> str | None:
    """$CHROMIUM, else the first of the usual names on the PATH."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def shared_or_skip() -> Path:
    """The folder of shared test material; a run without it skips, but never in CI."""
    shared = Path(os.environ.get("ARCHIVE_SHARED", ROOT.parent / "shared"))
    if not (shared / "corpus").is_dir():
        message = f"no shared test material at {shared} (name its folder in ARCHIVE_SHARED)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return shared


@pytest.fixture(scope="session")
def shared() -> Path:
    return shared_or_skip()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the samples, built once a run; its docs folder is beside it."""
    return made_once(tmp_path_factory, "samples-site", build_samples) / FOLDER


@pytest.fixture(scope="session")
def corpus_site(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shared corpus, built once a run."""
    build = partial(build_site, shared / "corpus")
    return made_once(tmp_path_factory, "corpus-site", build) / "site"


@pytest.fixture(scope="session")
def sample_archive() -> Archive:
    """The samples as they are published: with the project's own archive.toml."""
    return pipeline.gather([ROOT / "content"], settings.load(ROOT / "archive.toml")).archive


@pytest.fixture(scope="session")
def corpus_archive(shared: Path) -> Archive:
    """The documents of the shared corpus, with no settings about them."""
    return pipeline.gather([shared / "corpus"], settings.load()).archive


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; tests that need it are skipped where there is none, and `make test` then says so."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium (name it in CHROMIUM)")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def paragraph(text: str, line: int, **more: object) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, runs=(Run(text),), first=line, last=line, **more)  # type: ignore[arg-type]


def heading(text: str, line: int) -> Block:
    return Block(kind=BlockKind.HEADING, runs=(Run(text),), first=line, last=line, level=2)


def _notes() -> Document:
    return Document(
        path="meetings/pab/2025-03-18/notes/",
        source=Source(
            file="2025-03-18 notes.txt", sha256="a" * 64, size=900, media_type="text/plain", words=60
        ),
        classification=Classification.NOTES,
        title="Notes of the meeting",
        organization="Performance Board",
        body="pab",
        date=date(2025, 3, 18),
        layout="notes",
        blocks=(
            paragraph("Performance Board, 18 March 2025", 1),
            heading("4 Firearms licensing", 3),
            paragraph("Why do renewals wait 90 days?", 5, page=1),
            paragraph("Because the unit’s staff were on other duties.", 7, page=1),
            paragraph("The survey of café owners was discussed on Tuesday.", 8),
            paragraph("ACTION: Ms Okafor to report the waiting time.", 9),
        ),
        headings=(Heading(anchor="item-4", level=2, text="4 Firearms licensing", block=1),),
        attendance=(
            Attendance(name="Ada Okafor", role="Chair", person="people/ada-okafor/", place=Place(0, 0)),
        ),
        items=(
            AgendaItem(
                anchor="item-4",
                number="4",
                text="Firearms licensing",
                place=Place(1, 1),
                found_by="item-heading",
            ),
        ),
        questions=(
            Question(
                anchor="question-4-1",
                place=Place(2, 2),
                text="Why do renewals wait 90 days?",
                found_by="question-paragraph",
                confidence=0.9,
                item="item-4",
                label="Question 1",
                asked_by="Ada Okafor",
                asker="people/ada-okafor/",
                answer=Place(3, 3),
                answer_text="Because the unit’s staff were on other duties.",
                answer_status=AnswerStatus.ANSWERED,
            ),
        ),
        actions=(
            Action(
                anchor="action-4-1",
                place=Place(5, 5),
                text="Ms Okafor to report the waiting time.",
                found_by="action-marker",
                item="item-4",
                owners=("Ada Okafor",),
                owner_ids=("people/ada-okafor/",),
                questions=("question-4-1",),
            ),
        ),
        votes=(
            Vote(
                anchor="vote-4-1",
                place=Place(5, 5),
                text="Ayes (2): Okafor. Nays: Doe. Recused: Orr. Lost.",
                found_by="label-of-votes",
                item="item-4",
                outcome=VoteOutcome.LOST,
                votes_for=2,
                votes_against=1,
                names_for=("Okafor",),
                ids_for=("people/ada-okafor/",),
                names_against=("Doe",),
                ids_against=("",),
                names_recused=("Orr",),
            ),
        ),
    )


def _tracker() -> Document:
    cells = (Run("4"),), (Run("Report the waiting time"),), (Run("=Reported"),)
    return Document(
        path="meetings/pab/2025-06-17/tracker/",
        source=Source(
            file="tracker.txt",
            sha256="b" * 64,
            size=90,
            media_type="text/plain",
            pages=2,
            words=9,
            original="files/bbbbbbbbbbbb/tracker.txt",
        ),
        classification=Classification.ACTION_TRACKER,
        title="Action tracker",
        organization="Performance Board",
        body="pab",
        date=date(2025, 6, 17),
        blocks=(Block(kind=BlockKind.TABLE, first=1, last=3, rows=(Row(cells, 2, 3),)),),
        decisions=(
            Decision(
                anchor="minute-687-iii-a",
                place=Place(0, 0, row=0),
                text="That the report be noted.",
                found_by="resolved",
                identifier="687 iii a",
                kind=DecisionKind.RESOLVED,
            ),
        ),
        tracker_rows=(
            TrackerRow(
                anchor="row-4",
                place=Place(0, 0, row=0),
                text="Report the waiting time",
                found_by="tracker-row",
                identifier="4",
                owners=("Ada Okafor", "The clerk"),
                owner_ids=("people/ada-okafor/", ""),
                due=date(2025, 6, 1),
                meeting="Mar 2025",
                update="=Reported",
                status=ActionStatus.COMPLETED,
            ),
        ),
    )


@pytest.fixture(scope="session")
def small_archive() -> Archive:
    """Notes with a question, its answer and an action, and the tracker that closes the action."""
    notes, tracker = _notes(), _tracker()
    body = Body(slug="pab", name="Performance Board")
    days = (date(2025, 3, 18), date(2025, 6, 17))
    archive = Archive(
        documents=(notes, tracker),
        bodies=(body,),
        meetings=tuple(
            Meeting(body=body, held=day, documents=(document.path,))
            for day, document in zip(days, (notes, tracker), strict=True)
        ),
        people=(
            Person(
                id="people/ada-okafor/",
                name="Ada Okafor",
                other_names=("Ms Okafor",),
                roles=(Role(role="Chair", organization="", first_seen=days[0], last_seen=days[0]),),
            ),
        ),
        links=(
            Link(
                source=f"{tracker.path}#row-4",
                target=f"{notes.path}#action-4-1",
                relation=Relation.TRACKS,
                reason="Report the waiting time",
            ),
            Link(
                source=notes.path,
                target_text="24 June 2025",
                relation=Relation.NEXT_MEETING,
                reason="24 June",
            ),
        ),
    )
    return with_lifelines(archive)


def with_lifelines(archive: Archive) -> Archive:
    """An archive with the life-lines and threads that its links make."""
    lines = find_lifelines(archive, archive.links)
    return replace(archive, lifelines=lines, threads=find_threads(archive, archive.links, lines))


def pytest_collection_finish() -> None:
    """Leave thousands of collected tests out of each search for garbage: they stay to the end."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update` writes what is found into golden files, for review as a diff."""
    parser.addoption("--update", action="store_true", help="rewrite golden files from what is found now")
