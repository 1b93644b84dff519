"""Words, order and table rows survive every format; docs/maintaining/formats.md says how far.

`pytest tests/formats -m deep --update` writes the figures.
"""

from __future__ import annotations

import pytest

from tests.conftest import shared_or_skip
from tests.docs.written import MAINTAINING, hold, with_passage
from tests.formats.fidelity import (
    ORDER,
    RECALL,
    ROWS,
    Kept,
    measured,
    of_files,
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
