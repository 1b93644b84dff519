"""Who of a list a mention means: exactly one, or nobody."""

from __future__ import annotations

import pytest

from archive_builder import settings
from archive_builder.text.names import Named, resolve

VOCABULARY = settings.load().vocabulary
PEOPLE = (
    Named("Ann Lee", "Chair"),
    Named("Owen Smith"),
    Named("Chloe Smith"),
    Named("Cy Doe", "Clerk"),
    Named("Máire Ní Bhriain"),
)


@pytest.mark.parametrize(
    ("mention", "name"),
    {
        "Ann Lee": "Ann Lee",
        "Mrs Lee": "Ann Lee",
        "AL": "Ann Lee",
        "C Smith": "Chloe Smith",
        "C. Smith": "Chloe Smith",
        "Mr O. Smith": "Owen Smith",
        "OS": "Owen Smith",
        "the Clerk": "Cy Doe",
        "Cllr Ní Bhriain": "Máire Ní Bhriain",
    }.items(),
)
def test_a_mention_that_fits_one_is_that_one(mention: str, name: str) -> None:
    found = resolve(mention, PEOPLE, VOCABULARY)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("mention", ["Mr Smith", "Smith", "B Smith", "Bo Ray", "the Treasurer"])
def test_a_mention_that_fits_two_or_none_is_nobody(mention: str) -> None:
    assert resolve(mention, PEOPLE, VOCABULARY) is None
