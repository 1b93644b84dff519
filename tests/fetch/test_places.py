"""Each kind of place is looked through: a page of links, a ModernGov site, feeds, folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive_builder.fetch import Outcome, load
from archive_builder.fetch.listing import fits
from tests.fetch.conftest import Archive
from tests.fetch.site import Site, gives, lists, paper

Codes = Callable[[Outcome], list[str]]


@pytest.mark.parametrize(
    ("pattern", "address", "words"),
    [
        ("*.pdf", "https://a.example/x.PDF", ""),
        ("*.pdf", "https://a.example/x.pdf?T=10", ""),
        ("*minutes*", "https://a.example/1", "Draft Minutes of June"),
        ("minutes", "https://a.example/1", "Draft Minutes of June"),
        ("printed minutes", "https://a.example/Printed%20minutes.pdf", ""),
        ("page[1]", "https://a.example/page[1].pdf", ""),
    ],
)
def test_a_pattern_fits(pattern: str, address: str, words: str) -> None:
    assert fits([pattern], address, words)


@pytest.mark.parametrize(
    ("pattern", "address", "words"),
    [
        ("*.pdf", "https://a.example/x.pdf.html", ""),
        ("minutes*", "https://a.example/1", "Draft minutes"),
        ("agenda", "https://a.example/1", "Minutes"),
        ("page[1]", "https://a.example/page1", ""),
    ],
)
def test_a_pattern_does_not_fit(pattern: str, address: str, words: str) -> None:
    assert not fits([pattern], address, words)


def test_of_a_page_only_what_fits_is_taken(archive: Archive, site: Site) -> None:
    page = b"""<!DOCTYPE html><base href="/files/"><a href="a.pdf">Minutes of May</a>
      <a href="newsletter.pdf">Newsletter</a> <a href="mailto:clerk@fennyhollow.example">minutes by post</a>
      <a href="javascript:alert(1)">minutes</a> <a href="ftp://a.example/">minutes</a> <a>minutes</a>
      <a href="a.pdf#page=2">Minutes of May, page 2</a>"""
    site.pages |= {"/minutes/": gives(page, "text/html"), "/files/a.pdf": gives(paper("a"))}
    outcome = archive.fetch(take=["minutes"], leave=["newsletter"])
    assert outcome.problems == []
    assert site.paths() == ["/minutes/", "/files/a.pdf"]


def test_a_page_without_documents_is_said(archive: Archive, site: Site, codes: Codes) -> None:
    site.pages["/minutes/"] = lists("/contact")
    assert codes(archive.fetch()) == ["nothing-listed"]


def test_web_pages_are_documents_where_the_source_says_so(archive: Archive, site: Site) -> None:
    page = b"<!DOCTYPE html><html><body><h1>Minutes of the parish council</h1></body></html>"
    site.pages |= {"/minutes/": lists("/may.html"), "/may.html": gives(page, "text/html")}
    archive.fetch(take=["*/may.html"], web_pages=True)
    assert archive.files() == ["parish/may.html"]


MEETINGS = b"""<ul><li><a href="ieListDocuments.aspx?CId=12&amp;MId=101&amp;Ver=4">4 Mar 2026 7.30 pm</a></li>
<li><a href="ieListDocuments.aspx?CId=12&amp;MId=102&amp;Ver=4">1 Apr 2026 7.30 pm</a></li>
<li><a href="mgCommitteeDetails.aspx?ID=12">Committee details</a></li></ul>"""
MARCH = b"""<a href="documents/g101/Printed minutes
 04th-Mar-2026.pdf?T=1">Printed minutes PDF 90 KB</a> <a href="documents/s900/Report.pdf">Report</a>
 <a href="documents/g101/Agenda%20frontsheet.pdf?T=0">Agenda frontsheet PDF 80 KB</a>"""


def test_a_moderngov_site_is_looked_through_meeting_by_meeting(archive: Archive, site: Site) -> None:
    site.pages |= {
        "/ieListMeetings.aspx?CId=12&Year=0": gives(MEETINGS, "text/html"),
        "/ieListDocuments.aspx?CId=12&MId=101&Ver=4": gives(MARCH, "text/html"),
        "/ieListDocuments.aspx?CId=12&MId=102&Ver=4": lists("documents/b7/Supplement.pdf?T=9"),
        "/documents/g101/Printed%20minutes%2004th-Mar-2026.pdf?T=1": gives(paper("minutes")),
        "/documents/g101/Agenda%20frontsheet.pdf?T=0": gives(paper("agenda")),
        "/documents/b7/Supplement.pdf?T=9": gives(paper("supplement")),
    }
    outcome = archive.fetch(kind="moderngov", address=f"{site.address}/", committees=[12])
    assert outcome.problems == []
    assert archive.files() == [
        "parish/Agenda-frontsheet.pdf",
        "parish/Printed-minutes-04th-Mar-2026.pdf",
        "parish/Supplement.pdf",
    ]


def test_of_a_moderngov_site_the_latest_meetings_come_first(archive: Archive, site: Site) -> None:
    site.pages |= {
        "/ieListMeetings.aspx?CId=12": gives(MEETINGS, "text/html"),
        "/ieListDocuments.aspx?CId=12&MId=102&Ver=4": lists("documents/g102/Minutes.pdf"),
        "/documents/g102/Minutes.pdf": gives(paper("April")),
    }
    address = f"{site.address}/ieListMeetings.aspx?CId=12"
    assert archive.fetch(kind="moderngov", address=address, most_pages=1).problems == []
    assert archive.files() == ["parish/Minutes.pdf"]


RSS = """<rss version="2.0"><channel><title>Parish</title>
<item><title>May minutes</title><link>{0}/may</link></item>
<item><title>June minutes</title><link>{0}/june</link><enclosure url="{0}/june.pdf" type="application/pdf"/></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Parish</title>
<entry><title>May minutes</title><link href="/may"/><link rel="edit" href="/may.pdf?edit"/></entry>
<entry><title>June minutes</title><link rel="enclosure" href="/june.pdf"/></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
def test_a_feed_leads_to_documents_and_to_pages_with_documents(
    feed: str, archive: Archive, site: Site
) -> None:
    site.pages |= {
        "/feed": gives(feed.format(site.address).encode(), "application/xml"),
        "/may": lists("/may.pdf"),
        "/may.pdf": gives(paper("May")),
        "/june": lists("/june.pdf"),
        "/june.pdf": gives(paper("June")),
    }
    outcome = archive.fetch(kind="feed", address=f"{site.address}/feed")
    assert outcome.problems == []
    assert archive.files() == ["parish/june.pdf", "parish/may.pdf"]


@pytest.mark.parametrize(
    "body", [b"", b"not a feed", b"<rss><chan", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']
)
def test_what_is_no_feed_is_said(body: bytes, archive: Archive, site: Site, codes: Codes) -> None:
    site.pages["/feed"] = gives(body, "application/xml")
    assert codes(archive.fetch(kind="feed", address=f"{site.address}/feed")) == ["nothing-listed"]


def test_a_folder_on_this_machine_is_copied(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026" / "May.pdf").write_bytes(paper("May"))
    (folder / "notes.xlsx").write_bytes(b"PK")
    (folder / "elsewhere.pdf").symlink_to("/etc/passwd")
    outcome = archive.fetch(kind="folder", address=str(folder))
    assert outcome.problems == []
    assert archive.files() == ["parish/May.pdf"]
    assert archive.fetch(kind="folder", address=str(folder)).same == 1


def test_the_path_of_a_folder_is_meant_from_the_list(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans" / "May.pdf").write_bytes(paper("May"))
    text = '[[sources]]\nname = "Scans"\nkind = "folder"\naddress = "scans/"\ninto = "parish"\n'
    (tmp_path / "sources.toml").write_text(text, "utf-8")
    [listed] = load(tmp_path / "sources.toml", pytest.fail)
    archive.fetch(**listed.model_dump())
    record = (archive.folder / "fetched" / "parish" / "May.pdf.yml").read_text("utf-8")
    assert "address: scans/May.pdf" in record


def test_a_folder_that_is_not_there_is_said(archive: Archive, tmp_path: Path, codes: Codes) -> None:
    assert codes(archive.fetch(kind="folder", address=str(tmp_path / "none"))) == ["not-fetched"]


def test_the_index_of_a_folder_on_the_web(archive: Archive, site: Site) -> None:
    site.pages |= {"/papers/": lists("../", "a.pdf", "?C=M;O=A"), "/papers/a.pdf": gives(paper("a"))}
    assert archive.fetch(kind="folder", address=f"{site.address}/papers/").problems == []
    assert archive.files() == ["parish/a.pdf"]
