"""Words, order and table rows survive every format; docs/maintaining/formats.md says how far.

`pytest tests/formats -m deep --update` writes the figures.
"""

from __future__ import annotations

import pytest

from tests.conftest import shared_or_skip
from tests.docs.written import MAINTAINING, hold, with_passage
from tests.formats.fidelity import (
    EXTRACTORS,
    ORDER,
    RECALL,
    ROWS,
    Kept,
    agreement,
    measured,
    of_files,
    published,
    table,
)
from tests.formats.make_formats import CONTENT, FORMATS


def enough(one: Kept) -> bool:
    return one.words > 0 and one.recall >= RECALL and one.order >= ORDER and one.exact >= ROWS


@pytest.mark.deep
def test_every_sample_survives_every_format(request: pytest.FixtureRequest) -> None:
    found = measured()
    assert set(found) == set(FORMATS)
    assert all(len(each) == len(list(CONTENT.iterdir())) for each in found.values())
    assert [
        (form, name) for form, each in found.items() for name, one in each.items() if not enough(one)
    ] == []
    page = MAINTAINING / "formats.md"
    wanted = with_passage(page.read_text("utf-8"), "formats", table(found))
    hold(page, wanted, request.config.getoption("--update"))


@pytest.mark.parametrize(("one", "other"), [("docx", "pdf"), ("pdf", "docx")])
def test_minutes_published_in_two_formats(one: str, other: str) -> None:
    folder = shared_or_skip() / "documents" / "sources"
    [name] = {path.stem for path in folder.glob("*.docx")} & {path.stem for path in folder.glob("*.pdf")}
    found = of_files(folder / f"{name}.{one}", folder / f"{name}.{other}")
    print(f"{one} against {other}: {found.words} words, recall {found.recall}, order {found.order}")
    assert enough(found)


MAGAZINE = "suffolk-libraries-annual-review-2014-15"
"""Boxes and pictures, in whose order extractors differ; pypdf also gives the printer's line outside each page."""


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    "name",
    ["broomhill-cc-2025-02-12", "newbiggin-pc-2019-09-03", "sutton-coldfield-alcs-2018-03-13", MAGAZINE],
)
def test_a_second_extractor_agrees(name: str, extractor: str) -> None:
    found = agreement(shared_or_skip() / "documents" / "sources" / f"{name}.pdf", extractor)
    assert found.words > 500
    assert found.recall >= (0.93 if (name, extractor) == (MAGAZINE, "pypdf") else RECALL)
    assert found.order >= (0.85 if name == MAGAZINE else ORDER)


@pytest.mark.deep
def test_the_page_says_how_far_extractors_agree(request: pytest.FixtureRequest) -> None:
    page = MAINTAINING / "formats.md"
    rows = published(shared_or_skip() / "documents" / "sources")
    wanted = with_passage(page.read_text("utf-8"), "published", rows)
    hold(page, wanted, request.config.getoption("--update"))
