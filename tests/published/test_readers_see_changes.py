"""What readers see of the lock and of removals: added lately, corrections and withdrawals."""

from __future__ import annotations

from datetime import date

from archive_builder import render
from archive_builder.model import addresses
from archive_builder.settings import load
from tests.published.series import Series, Site

GATES = "1. Gates\n\nRESOLVED: That the gate by the river be mended before the spring.\n"
QUILL = "ACTION: Zora Quill to see to it.\n\n"


def two_days(series: Series) -> Site:
    """An archive with an older document that came later."""
    series.write("a.txt", GATES, day="9 April 2024")
    series.build()
    series.day = date(2026, 2, 5)
    series.write("b.txt", GATES)
    series.build()
    return series.build()


def test_documents_are_listed_by_the_day_of_their_first_publication(series: Series) -> None:
    page = two_days(series).pages[addresses.ADDED]
    assert page.index("5 February 2026") < page.index("2024-03-12/minutes") < page.index("1 January 2026")
    assert page.index("1 January 2026") < page.index("2024-04-09/minutes")


def test_the_feed_is_dated_by_it_too(series: Series) -> None:
    archive = two_days(series).archive
    feeds = {
        asset.path: asset.content.decode() for asset in render.assets(archive, load(), "https://example.org/")
    }
    added = feeds[addresses.ADDED_FEED]
    assert added.index("2026-02-05T00:00:00Z") < added.index("2024-03-12/minutes/")
    assert added.count("<entry>") == 2
    assert "2026-02-05" not in feeds[addresses.ALL_FEED]


def test_without_a_lock_nothing_is_said_to_be_new(series: Series) -> None:
    series.write("a.txt", GATES)
    assert "does not note yet on which day" in series.build(lock=False).pages[addresses.ADDED]


def test_what_was_put_right_is_listed_with_the_reason(series: Series) -> None:
    series.write("a.txt", GATES)
    assert series.build().pages[addresses.CHANGES].count("None yet") == 2
    series.correct("a.txt", 'text: [{printed: "the river", read: "the mill", why: "the clerk says so"}]')
    page = series.build().pages[addresses.CHANGES]
    assert "“the river” is read as “the mill”: the clerk says so" in page
    assert page.count("None yet") == 1


def test_what_was_withdrawn_is_listed_with_the_reason_and_without_its_words(series: Series) -> None:
    series.write("a.txt", GATES)
    series.write("b.txt", GATES, day="9 April 2024")
    series.build()
    (series.folder / "withdrawn.yml").write_text(
        "- {file: a.txt, date: 2026-03-04, reason: It was a mistake., by: the clerk}\n", "utf-8"
    )
    site = series.build()
    page = site.pages[addresses.CHANGES]
    assert "4 March 2026, by the clerk: It was a mistake." in page
    assert page.count("2024-03-12") == 2  # the document and its link, not its meeting
    assert "gate" not in page
    assert series.unanswered(site) == []
    assert "address-gone" not in site.codes()


def test_people_of_what_was_withdrawn_leave_no_address(series: Series) -> None:
    series.write("a.txt", GATES.replace("RESOLVED", f"{QUILL}RESOLVED"))
    series.write("b.txt", GATES, day="9 April 2024")
    assert "people/zora-quill/" in series.build().pages
    (series.folder / "withdrawn.yml").write_text(
        "- {file: a.txt, date: 2026-03-04, reason: It was a mistake., by: the clerk}\n", "utf-8"
    )
    site = series.build()
    assert "people/zora-quill/" not in {*site.pages, *site.leads}
    assert "zora" not in (series.folder / "lock" / "names.yml").read_text("utf-8")


def test_two_people_who_turn_out_to_be_one_have_one_page_and_a_redirect(series: Series) -> None:
    series.write("a.txt", GATES.replace("RESOLVED", f"{QUILL}RESOLVED"))
    series.write(
        "b.txt",
        GATES.replace("RESOLVED", "ACTION: Zora Quiller to see to it.\n\nRESOLVED"),
        day="9 April 2024",
    )
    assert {"people/zora-quill/", "people/zora-quiller/"} <= {*series.build().pages}
    series.config = '[[people]]\nname = "Zora Quiller"\nalso = ["Zora Quill"]\n'
    site = series.build()
    assert site.leads["people/zora-quill/"] == "people/zora-quiller/"
    assert series.unanswered(site) == []
