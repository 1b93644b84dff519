"""Whatever is done to an archive: every address that was ever published answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive_builder.model import addresses
from archive_builder.published.fingerprints import fingerprint, likeness
from tests.published.series import Series, Site

FILES = ("a.txt", "b.txt", "c.txt")
BODIES = ("Fenny Board", "Quay Panel")
DAYS = ("12 March 2024", "9 April 2024", "14 May 2024")
SLUGS = ("", "fen", "board-of-fenny")
PARAGRAPHS = (
    "RESOLVED: That the gate by the river be mended before the spring.",
    "RESOLVED: That three lamps be bought for the market square. That nobody pay for them twice.",
    "RESOLVED: That three lamps be bought for the market square.\n\nRESOLVED: That nobody pay for them twice.",
    "ACTION: Bo Ray to count all boats of the ferry.",
    "ACTION: Ann Lee to write to the owner of the mill.",
    "Question: How many nets were torn last winter?\nAnswer: Eleven, and nine of them are whole again.",
    "Question: Who holds the key of the old chapel?",
    "The bridge was seen, and everybody went home.",
)
"""Texts of items; the third is the second, split in two."""

Edit = Callable[[Series], None]
names = st.sampled_from(FILES)
texts = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5).map(
    lambda chosen: "\n".join(f"{at}. Item {at}\n\n{text}\n" for at, text in enumerate(chosen, 1))
)


def written(name: str, text: str, body: str, day: str, kind: str) -> Edit:
    """Put in a document, or another in its place."""
    return lambda series: series.write(name, text, day, body=body, kind=kind)


def removed(name: str) -> Edit:
    return lambda series: (series.folder / name).unlink(missing_ok=True)


def renamed(name: str, other: str) -> Edit:
    def edit(series: Series) -> None:
        if (series.folder / name).is_file():
            (series.folder / name).rename(series.folder / other)

    return edit


def dated(name: str, day: str) -> Edit:
    """Correct the date of a document."""
    return lambda series: series.correct(name, f"document: {{date: {day}, why: misprint}}")


def uncorrected(name: str) -> Edit:
    return lambda series: (series.folder / "corrections" / f"{name}.yml").unlink(missing_ok=True)


def changed(name: str, before: str, after: str) -> Edit:
    """Change a word of a document."""

    def edit(series: Series) -> None:
        path = series.folder / name
        if path.is_file():
            path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")

    return edit


def called(slug: str) -> Edit:
    """Give a body another word for its addresses."""

    def edit(series: Series) -> None:
        series.config = f'[[bodies]]\nname = "Fenny Board"\nslug = "{slug}"\n' if slug else ""

    return edit


kinds = st.sampled_from(("Minutes", "Draft Minutes", "Notes"))
writes = st.builds(written, names, texts, st.sampled_from(BODIES), st.sampled_from(DAYS), kinds)
edits = st.one_of(
    writes,
    writes,
    st.builds(removed, names),
    st.builds(renamed, names, st.sampled_from((*FILES, "d.txt"))),
    st.builds(dated, names, st.sampled_from(("2024-03-13", "2024-04-09"))),
    st.builds(uncorrected, names),
    st.builds(changed, names, st.just("lamps"), st.sampled_from(("lanterns", "lights"))),
    st.builds(called, st.sampled_from(SLUGS)),
)
steps = st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=4)


def check_series(first: list[Edit], then: list[list[Edit]]) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "content").mkdir()
        series = Series(Path(folder) / "content")
        series.write(
            "z.txt", PARAGRAPHS[0], body="Quay Panel", day="1 July 2024"
        )  # an archive is never empty
        for made in [first, *then]:
            for edit in made:
                edit(series)
            before = dict(series.ever)
            check_answers(series.build(), before)


def check_answers(site: Site, ever: dict[str, str]) -> None:
    """Every address answers; where it leads to a record, it is not one of quite other words."""
    records = {document.id_of(record): record.text for document, record in site.archive.each()}
    for address, text in ever.items():
        page = site.answer(address)
        assert page, address
        now = records.get(addresses.record(page, addresses.split(address)[1]))
        if text and now is not None:
            assert alike(text, now), (address, text, now)


def alike(one: str, other: str) -> bool:
    """True for words that were changed a little, and for the first part of a record that was split."""
    return other in one or one in other or likeness(fingerprint(one), fingerprint(other)) >= 0.5


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(writes, min_size=1, max_size=3), steps)
def test_every_address_answers_after_any_edits(first: list[Edit], then: list[list[Edit]]) -> None:
    check_series(first, then)


@pytest.mark.deep
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(writes, min_size=1, max_size=3), steps)
def test_every_address_answers_after_many_edits(first: list[Edit], then: list[list[Edit]]) -> None:
    check_series(first, then)
