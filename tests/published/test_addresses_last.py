"""What was published stays at its address, or its address leads on."""

from __future__ import annotations

from tests.published.series import Series

GATES = "1. Gates\n\nThe gate was seen. RESOLVED: That the gate by the river be mended before the spring.\n"
LAMPS = "2. Lamps\n\nThe lamps were seen. RESOLVED: That three lamps be bought for the square.\n"
BOTH = f"{GATES}\n{LAMPS}"
MINUTES = "meetings/fenny-board/2024-03-12/minutes/"


def test_final_minutes_beside_the_draft_leave_the_draft_where_it_was(series: Series) -> None:
    series.write("draft.txt", BOTH, kind="Draft Minutes")
    assert [d.path for d in series.build().archive.documents] == [MINUTES]
    series.write("final.txt", f"{BOTH}\n3. Close\n\nThe meeting closed at noon.\n")
    site = series.build()
    assert site.document(MINUTES).source.file == "draft.txt"
    assert len(site.archive.documents) == 2
    assert series.unanswered(site) == []


def test_final_minutes_in_the_place_of_the_draft_take_its_address_and_anchors(series: Series) -> None:
    series.write("draft.txt", BOTH, kind="Draft Minutes")
    before = series.build()
    (series.folder / "draft.txt").unlink()
    series.write("final.txt", BOTH)
    site = series.build()
    assert site.document(MINUTES).source.file == "final.txt"
    anchors = [[record.anchor for _, record in each.archive.each()] for each in (before, site)]
    assert anchors[0] == anchors[1] != []
    assert series.unanswered(site) == []
    assert "address-gone" not in site.codes()


def test_a_corrected_date_leaves_a_page_at_each_old_address(series: Series) -> None:
    series.write("minutes.txt", BOTH)
    series.build()
    series.correct("minutes.txt", "document: {date: 2024-03-13, why: misprint}")
    site = series.build(lock=False)
    moved = MINUTES.replace("12/", "13/")
    assert site.leads[MINUTES] == moved
    assert site.leads["meetings/fenny-board/2024-03-12/"] == "meetings/fenny-board/2024-03-13/"
    assert site.codes().count("address-moved") == 1
    assert series.unanswered(site) == []
    series.lock(site)
    later = series.build()
    assert "address-moved" not in later.codes()
    assert series.unanswered(later) == []


def test_a_date_that_is_corrected_back_brings_the_address_back(series: Series) -> None:
    series.write("minutes.txt", BOTH)
    series.build()
    series.correct("minutes.txt", "document: {date: 2024-03-13, why: misprint}")
    series.build()
    (series.folder / "corrections" / "minutes.txt.yml").unlink()
    site = series.build()
    assert MINUTES in site.pages
    assert series.unanswered(site) == []


def test_a_new_slug_of_the_body_leads_on_from_each_page(series: Series) -> None:
    series.write("a.txt", BOTH)
    series.write("b.txt", GATES, day="9 April 2024")
    series.build()
    series.config = '[[bodies]]\nname = "Fenny Board"\nslug = "fen"\n'
    site = series.build()
    assert site.leads["meetings/fenny-board/"] == "meetings/fen/"
    assert site.leads["decisions/fenny-board/2024/"] == "decisions/fen/2024/"
    assert site.leads[MINUTES] == MINUTES.replace("fenny-board", "fen")
    assert series.unanswered(site) == []


def test_a_renamed_file_and_a_new_title_change_nothing(series: Series) -> None:
    series.write("a.txt", "The gate was seen by everybody who came.\n", kind="Report on Gates")
    before = series.build()
    (series.folder / "a.txt").rename(series.folder / "b.txt")
    series.correct("b.txt", "document: {title: Gates and Fences, why: it is called so}")
    after = series.build()
    assert [d.path for d in before.archive.documents] == [d.path for d in after.archive.documents]


def test_a_document_that_is_gone_leaves_a_page_that_says_so(series: Series) -> None:
    series.write("a.txt", BOTH)
    series.write("b.txt", GATES, day="9 April 2024")
    series.build()
    (series.folder / "a.txt").unlink()
    site = series.build(lock=False)
    assert "No longer in this archive" in site.pages[MINUTES]
    assert site.codes().count("address-gone") == 1
    assert series.unanswered(site) == []
    series.lock(site)
    later = series.build()
    assert "address-gone" not in later.codes()
    assert "that was noted on 1 January 2026" in later.pages[MINUTES]
    assert series.unanswered(later) == []


def test_a_document_that_comes_back_is_where_it_was(series: Series) -> None:
    series.write("a.txt", BOTH)
    series.write("b.txt", GATES, day="9 April 2024")
    series.build()
    kept = (series.folder / "a.txt").read_bytes()
    (series.folder / "a.txt").unlink()
    series.build()
    (series.folder / "c.txt").write_bytes(kept)
    site = series.build()
    assert site.document(MINUTES).source.file == "c.txt"
    assert site.archive.published.documents[MINUTES].gone
    assert not series.build().archive.published.documents[MINUTES].gone


def test_a_new_document_does_not_take_the_address_of_one_that_moved(series: Series) -> None:
    series.write("a.txt", BOTH)
    series.build()
    series.correct("a.txt", "document: {date: 2024-03-13, why: misprint}")
    series.build()
    series.write("b.txt", "1. Boats\n\nRESOLVED: That all boats be painted green at once.\n")
    site = series.build()
    assert site.leads[MINUTES] == MINUTES.replace("12/", "13/")
    assert series.unanswered(site) == []
