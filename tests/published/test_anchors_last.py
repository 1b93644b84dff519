"""A record keeps its anchor as long as it has its words; what has no record any more is noted where it stood."""

from __future__ import annotations

from tests.published.series import Series, Site

MINUTES = "meetings/fenny-board/2024-03-12/minutes/"
GATES = "Gates\n\nRESOLVED: That the gate by the river be mended before the spring.\n"
LAMPS = "Lamps\n\nRESOLVED: That three lamps be bought for the market square.\n"
BOATS = "Boats\n\nRESOLVED: That the boats of the ferry be painted green at once.\n"


def numbered(*items: str) -> str:
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def words_at(site: Site) -> dict[str, str]:
    return {decision.anchor: decision.text for decision in site.document(MINUTES).decisions}


def test_a_record_whose_number_changes_keeps_its_anchor(series: Series) -> None:
    series.write("a.txt", numbered(GATES, LAMPS))
    before = words_at(series.build())
    series.write("a.txt", numbered(BOATS, GATES, LAMPS))
    site = series.build()
    after = words_at(site)
    assert before.items() <= after.items()
    assert len(after) == 3
    assert series.unanswered(site) == []


def test_what_records_say_of_one_another_follows_the_anchors(series: Series) -> None:
    series.write("a.txt", numbered(GATES, LAMPS))
    series.build()
    series.write("a.txt", numbered(BOATS, GATES, LAMPS))
    document = series.build().document(MINUTES)
    items = {item.anchor: item.text for item in document.items}
    of_items = {items[decision.item]: decision.text.split()[2] for decision in document.decisions}
    assert of_items == {"Boats": "boats", "Gates": "gate", "Lamps": "lamps"}


def test_a_corrected_word_changes_no_anchor(series: Series) -> None:
    series.write("a.txt", numbered(GATES, LAMPS))
    before = list(words_at(series.build()))
    series.correct("a.txt", 'text: [{printed: "three lamps", read: "thirty lamps", why: misprint}]')
    site = series.build()
    assert list(words_at(site)) == before
    assert "anchor-gone" not in site.codes()


def test_another_record_does_not_take_the_anchor_of_one_that_is_gone(series: Series) -> None:
    series.write("a.txt", numbered(GATES, LAMPS))
    gone = next(iter(words_at(series.build())))
    series.write("a.txt", numbered(BOATS, LAMPS))
    site = series.build()
    assert gone not in words_at(site)
    assert site.codes().count("anchor-gone") == 1
    assert f'<p class="missing" id="{gone}">' in site.pages[MINUTES]
    assert series.unanswered(site) == []
    assert "anchor-gone" not in series.build().codes()
    assert series.unanswered(series.build()) == []


def test_a_record_that_is_dropped_is_noted_where_its_words_still_stand(series: Series) -> None:
    series.write("a.txt", numbered(GATES, LAMPS, BOATS))
    lamps = next(anchor for anchor, text in words_at(series.build()).items() if "lamps" in text)
    series.correct("a.txt", f"records: [{{record: {lamps}, drop: true, why: it was withdrawn}}]")
    site = series.build()
    page = site.pages[MINUTES]
    note = page.index(f'id="{lamps}"')
    assert page.index("three lamps be bought") < note < page.index("the boats of the ferry")
    assert series.unanswered(site) == []


def test_a_record_that_comes_back_has_its_anchor_again(series: Series) -> None:
    series.write("a.txt", numbered(GATES, LAMPS))
    before = words_at(series.build())
    series.write("a.txt", numbered(BOATS, LAMPS))
    series.build()
    series.write("a.txt", numbered(BOATS, LAMPS, GATES))
    assert before.items() <= words_at(series.build()).items()


def test_a_record_split_in_two_leads_to_the_first_and_says_so(series: Series) -> None:
    first, second = "That the gate by the river be mended.", "That the fence beside it be painted green."
    series.write("a.txt", f"1. Gates\n\nRESOLVED: {first} {second}\n")
    one = list(words_at(series.build()))
    series.write("a.txt", f"1. Gates\n\nRESOLVED: {first}\n\nRESOLVED: {second}\n")
    site = series.build()
    assert len(one) == 1
    assert len(words_at(site)) == 2
    assert words_at(site)[one[0]].endswith("mended.")
    assert "were listed as one when this was first published" in site.pages[MINUTES]
    assert "were listed as one when this was first published" in series.build().pages[MINUTES]
    assert series.unanswered(site) == []


def test_two_records_of_the_same_words_keep_an_anchor_each(series: Series) -> None:
    series.write("a.txt", numbered(GATES, GATES))
    before = words_at(series.build())
    series.write("a.txt", numbered(BOATS, GATES, GATES))
    assert before.items() <= words_at(series.build()).items()
    assert len(before) == 2
