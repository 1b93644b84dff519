"""Records of a document, as the desk knows them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.desk import Facts, Proposal, facts_of, propose
from tests.conftest import ROOT

NOTES = "2025-03-18 PAB notes.txt"
PAGE = "meetings/pab/2025-03-18/notes/"
TODAY = datetime.date(2026, 3, 4)
Proposing = Callable[..., Proposal]


@pytest.fixture(scope="session")
def pages() -> Mapping[str, Mapping[str, Facts]]:
    """The facts of the sample archive's records, by page and anchor."""
    gathered = pipeline.gather([ROOT / "content"], settings.load(ROOT / "archive.toml"))
    return facts_of(gathered.archive.documents, gathered.files)


@pytest.fixture
def proposed(pages: Mapping[str, Mapping[str, Facts]], tmp_path: Path) -> Proposing:
    """What a form on a record of the notes would change in a new `content/`."""

    def propose_it(anchor: str, act: str, **form: str) -> Proposal:
        return propose({"act": act, **form}, pages[PAGE][anchor], tmp_path, TODAY)

    return propose_it
