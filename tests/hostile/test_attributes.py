"""No document made to harm sets an attribute, and each word of it stands on its page as it was read."""

from __future__ import annotations

import pytest

from archive_builder import pipeline, settings
from archive_builder.run.cache import Cache
from tests.conftest import ROOT
from tests.hostile.conftest import Built
from tests.render.site import misread
from tests.site.attributes import faults


@pytest.fixture(params=["built", "further"])
def site(request: pytest.FixtureRequest) -> Built:
    made: Built = request.getfixturevalue(request.param)
    return made


def test_every_attribute_of_every_page_may_stand_there(site: Built) -> None:
    pages = sorted(site.site.rglob("*.html"))
    found = [
        f"{page.relative_to(site.site)}: {fault}"
        for page in pages
        for fault in faults(page.read_text("utf-8"))
    ]
    assert len(pages) > 100
    assert found == []


def test_every_word_of_a_document_stands_on_its_published_page(further: Built) -> None:
    """What the build has read is in its cache."""
    cache = Cache(ROOT / ".cache", writable=False)
    gathered = pipeline.gather(
        [further.folder / "in"], settings.load(ROOT / "archive.toml"), jobs=1, cache=cache
    )
    documents = gathered.archive.documents
    assert len(documents) > 40
    assert [fault for document in documents if (fault := misread(document, further.site))] == []
