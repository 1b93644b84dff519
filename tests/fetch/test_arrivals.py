"""What comes is put under a name of its own, written down, and never comes twice nor takes another's place."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from archive_builder import sources
from archive_builder.fetch import Outcome
from archive_builder.problem import Problem
from tests.fetch.conftest import DAY, Archive
from tests.fetch.site import Handler, Site, gives, lists, paper

Codes = Callable[[Outcome], list[str]]


def test_a_document_comes_with_its_record(archive: Archive, site: Site) -> None:
    site.pages |= {
        "/minutes/": lists("/docs/March%20minutes.pdf"),
        "/docs/March%20minutes.pdf": gives(
            paper("March"), ETag='"1"', Last_Modified="Wed, 04 Mar 2026 10:00:00 GMT"
        ),
    }
    [arrival] = archive.fetch().arrivals
    assert arrival.file == "parish/March-minutes.pdf"
    assert (archive.folder / arrival.file).read_bytes() == paper("March")
    record = yaml.safe_load((archive.folder / "fetched" / f"{arrival.file}.yml").read_text("utf-8"))
    assert record["address"] == f"{site.address}/docs/March%20minutes.pdf"
    assert record["fetched"] == DAY
    assert record["title"] == "Minutes /docs/March%20minutes.pdf"
    assert record["etag"] == '"1"'
    assert len(record["sha256"]) == 64


def test_a_record_is_no_document(archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}
    archive.fetch()
    problems: list[Problem] = []
    assert [found.file for found in sources.find([archive.folder], problems.append)] == ["parish/a.pdf"]
    assert problems == []


def test_whoever_reads_the_log_of_the_server_sees_whom_to_write_to(archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}
    archive.fetch()
    agents = {headers["User-Agent"] for _, headers in site.asked}
    assert len(agents) == 1
    assert "clerk@fennyhollow.example" in agents.pop()


def test_one_request_a_second(archive: Archive, site: Site) -> None:
    archive.manners = type(archive.manners)(sleep=archive.slept.append)
    site.pages |= {
        "/minutes/": lists("/a.pdf", "/b.pdf"),
        "/a.pdf": gives(paper("a")),
        "/b.pdf": gives(paper("b")),
    }
    archive.fetch()
    assert len(archive.slept) == len(site.asked) - 1 == 3
    assert all(0.5 < seconds <= 1 for seconds in archive.slept)


def test_robots_txt_can_ask_for_a_longer_pause(archive: Archive, site: Site) -> None:
    site.pages |= {
        "/robots.txt": gives(b"User-agent: *\nCrawl-delay: 9\n", "text/plain"),
        "/minutes/": lists("/a.pdf"),
        "/a.pdf": gives(paper("a")),
    }
    archive.fetch()
    assert [round(seconds) for seconds in archive.slept] == [9, 9]


def test_what_has_not_changed_is_not_sent_again(archive: Archive, site: Site) -> None:
    def conditional(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == '"1"':
            handler.send_response(304)
            handler.end_headers()
        else:
            handler.answer(paper("a"), ETag='"1"')

    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": conditional}
    archive.fetch()
    before = sorted(archive.folder.rglob("*"))
    again = archive.fetch()
    assert (again.arrivals, again.same, again.problems) == ([], 1, [])
    assert sorted(archive.folder.rglob("*")) == before


def test_a_changed_file_is_a_new_version_beside_the_old(archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("draft"))}
    archive.fetch()
    for text in ("final", "corrected"):
        site.pages["/a.pdf"] = gives(paper(text))
        [arrival] = archive.fetch().arrivals
        assert (archive.folder / arrival.file).read_bytes() == paper(text)
    assert archive.files() == ["parish/a-version-2.pdf", "parish/a-version-3.pdf", "parish/a.pdf"]
    assert (archive.folder / "parish/a.pdf").read_bytes() == paper("draft")
    assert arrival.version == 3
    assert archive.fetch().same == 1


def test_a_site_that_answers_now_so_and_now_so_makes_no_versions(archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf")}
    for text in ("one", "other", "one", "other", "one"):
        site.pages["/a.pdf"] = gives(paper(text))
        archive.fetch()
    assert archive.files() == ["parish/a-version-2.pdf", "parish/a.pdf"]


def test_an_old_document_is_not_asked_for_again(archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}
    archive.fetch()
    site.asked.clear()
    archive.fetch(day=DAY + datetime.timedelta(days=91))
    assert site.paths() == ["/minutes/"]


@pytest.mark.parametrize("how", ["deleted", "withdrawn"])
def test_what_somebody_took_away_does_not_come_back(how: str, archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}
    archive.fetch()
    if how == "deleted":
        (archive.folder / "parish/a.pdf").unlink()
    else:
        entry = [{"file": "parish/a.pdf", "date": DAY, "reason": "a mistake", "by": "the clerk"}]
        (archive.folder / "withdrawn.yml").write_text(yaml.safe_dump(entry), "utf-8")
    before = archive.files()
    site.pages["/a.pdf"] = gives(paper("changed"))
    assert archive.fetch().arrivals == []
    assert archive.files() == before


def test_two_documents_of_one_name_both_come(archive: Archive, site: Site) -> None:
    links = ["/2025/minutes.pdf", "/2026/Minutes.PDF", "/2027/minutes.pdf?page=1"]
    site.pages |= {"/minutes/": lists(*links)} | {link: gives(paper(link)) for link in links}
    archive.fetch()
    contents = {(archive.folder / name).read_bytes() for name in archive.files()}
    assert contents == {paper(link) for link in links}
    assert len({name.casefold() for name in archive.files()}) == 3


def test_one_file_at_two_addresses_comes_once(archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf", "/b.pdf")} | dict.fromkeys(
        ["/a.pdf", "/b.pdf"], gives(paper("a"))
    )
    outcome = archive.fetch()
    assert archive.files() == ["parish/a.pdf"]
    assert outcome.same == 1
    site.asked.clear()
    archive.fetch(again_days=0, day=DAY + datetime.timedelta(days=1))
    assert site.paths() == ["/minutes/"]


def test_what_somebody_put_in_by_hand_does_not_come_again(archive: Archive, site: Site) -> None:
    (archive.folder / "by hand.pdf").write_bytes(paper("a"))
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}
    assert archive.fetch().same == 1
    assert archive.files() == ["by hand.pdf"]
    assert (archive.folder / "fetched" / "by hand.pdf.yml").is_file()


ODD_NAMES = {
    "../../../etc/cron.d/evil.pdf": "evil.pdf",
    "..\\..\\evil.pdf": "evil.pdf",
    "CON.pdf": "document-CON.pdf",
    ".hidden.pdf": "hidden.pdf",
    "a\u202efdp.exe": "afdp-exe.pdf",
    "Cofnodion Cyngor Sir Fôn.pdf": "Cofnodion-Cyngor-Sir-Fon.pdf",
    "議事録.pdf": "document.pdf",
    "notes.pdf.exe": "notes-pdf-exe.pdf",
    "x" * 400 + ".pdf": "x" * 76 + ".pdf",
}


@pytest.mark.parametrize("given", ODD_NAMES)
def test_odd_file_names_are_made_safe(given: str, archive: Archive, site: Site) -> None:
    from urllib.parse import quote

    named = f"attachment; filename*=UTF-8''{quote(given, safe='')}"
    site.pages |= {
        "/minutes/": lists("/download.pdf"),
        "/download.pdf": gives(paper("a"), Content_Disposition=named),
    }
    archive.fetch()
    assert archive.files() == [f"parish/{ODD_NAMES[given]}"]


def test_an_address_that_names_no_file_is_called_by_its_link(archive: Archive, site: Site) -> None:
    page = b'<a href="/get.aspx?id=7">Minutes of 3 March 2026</a>'
    site.pages |= {"/minutes/": gives(page, "text/html"), "/get.aspx?id=7": gives(paper("a"))}
    archive.fetch(take=["minutes"])
    assert archive.files() == ["parish/Minutes-of-3-March-2026.pdf"]


def test_a_dry_run_downloads_nothing(archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}
    outcome = archive.fetch(dry_run=True)
    assert [arrival.address for arrival in outcome.arrivals] == [f"{site.address}/a.pdf"]
    assert site.paths() == ["/minutes/"]
    assert list(archive.folder.iterdir()) == []


def test_a_record_that_cannot_be_used_is_said(archive: Archive, site: Site, codes: Codes) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}
    archive.fetch()
    record = archive.folder / "fetched/parish/a.pdf.yml"
    record.write_text("address: [", "utf-8")
    assert codes(archive.fetch()) == ["bad-fetch-record"]
    assert archive.files() == ["parish/a.pdf"]  # the file is known by its bytes all the same
    assert codes(archive.fetch()) == []


def test_a_run_that_is_cut_off_leaves_no_half_document(
    archive: Archive, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}

    def stop(self: Path, data: bytes) -> int:
        with self.open("wb") as opened:
            opened.write(data[:3])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", stop)
        with pytest.raises(OSError, match="No space"):
            archive.fetch()
    problems: list[Problem] = []
    assert sources.find([archive.folder], problems.append) == ()
    assert archive.fetch().problems == []
    assert archive.files() == ["parish/a.pdf"]
