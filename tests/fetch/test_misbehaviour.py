"""A server that behaves badly costs no document and no run: each case has a good document after the bad one."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable

import pytest

from archive_builder.fetch import Outcome
from tests.fetch.conftest import Archive, patient
from tests.fetch.site import Behaviour, Handler, Site, gives, leads_to, lists, paper

GOOD = paper("Good minutes")
Codes = Callable[[Outcome], list[str]]


def is_slow(handler: Handler) -> None:
    """Begin, then say nothing more for longer than anybody waits."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    time.sleep(1.5)


def drips(handler: Handler) -> None:
    """Send a little again and again: no single wait is long, and it never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/pdf")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"%PDF-1.7 ")
        time.sleep(0.1)
    handler.close_connection = True


def is_endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/pdf")
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"%PDF-1.7 " * 10_000)


def is_cut_off(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(paper("short"))
    handler.close_connection = True


def is_busy(handler: Handler) -> None:
    handler.answer(b"", status=429, Retry_After="86400")


def sends_nonsense(handler: Handler) -> None:
    handler.wfile.write(b"this is not HTTP\r\n\r\n")
    handler.close_connection = True


BOMB = gzip.compress(b"%PDF-1.7" + bytes(50_000_000))
ERROR_PAGE = b"<!DOCTYPE html><html><body><h1>Sorry, this page cannot be found</h1></body></html>"

BAD: dict[str, tuple[Behaviour, str]] = {
    "slow": (is_slow, "not-fetched"),
    "drips": (drips, "not-fetched"),
    "endless": (is_endless, "too-large"),
    "circle": (leads_to("/bad.pdf"), "not-fetched"),
    "file-scheme": (leads_to("file:///etc/passwd"), "address-refused"),
    "private-network": (leads_to("http://169.254.169.254/latest/meta-data/"), "address-refused"),
    "other-loopback": (leads_to("http://127.0.0.2:9/"), "address-refused"),
    "no-target": (leads_to("http://[broken/"), "not-fetched"),
    "error-page-as-pdf": (gives(ERROR_PAGE, "application/pdf"), "not-a-paper"),
    "error-page": (gives(ERROR_PAGE, "text/html"), "not-a-paper"),
    "picture": (gives(b"\x89PNG\r\n\x1a\n" + bytes(100)), "not-a-paper"),
    "spreadsheet": (gives(b"PK\x05\x06" + bytes(18)), "not-a-paper"),
    "empty": (gives(b""), "not-fetched"),
    "cut-off": (is_cut_off, "not-fetched"),
    "cut-off-unsaid": (gives(b"%PDF-1.7 and then nothing"), "not-fetched"),
    "gzip-bomb": (gives(BOMB, Content_Encoding="gzip"), "too-large"),
    "no-gzip": (gives(GOOD, Content_Encoding="gzip"), "not-fetched"),
    "server-error": (lambda handler: handler.answer(b"", status=500), "not-fetched"),
    "not-found": (lambda handler: handler.answer(ERROR_PAGE, "text/html", 404), "not-fetched"),
    "nonsense": (sends_nonsense, "not-fetched"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_costs_no_other(name: str, archive: Archive, site: Site, codes: Codes) -> None:
    behaviour, code = BAD[name]
    site.pages |= {
        "/minutes/": lists("/bad.pdf", "/good.pdf"),
        "/bad.pdf": behaviour,
        "/good.pdf": gives(GOOD),
    }
    outcome = archive.fetch()
    assert archive.files() == ["parish/good.pdf"]
    assert codes(outcome) == [code]
    [problem] = outcome.problems
    assert "/bad.pdf" in problem.message or "169.254" in problem.message or "127.0.0.2" in problem.message
    assert problem.hint


@pytest.mark.parametrize("name", BAD)
def test_what_was_bad_once_comes_when_it_is_good(name: str, archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/bad.pdf"), "/bad.pdf": BAD[name][0]}
    archive.fetch()
    assert archive.files() == []
    site.pages["/bad.pdf"] = gives(GOOD)
    assert archive.fetch().problems == []
    assert archive.files() == ["parish/bad.pdf"]


@pytest.mark.parametrize("name", ["slow", "circle", "endless", "server-error", "nonsense", "file-scheme"])
def test_a_bad_list_costs_no_other_source(name: str, archive: Archive, site: Site) -> None:
    site.pages |= {"/bad": BAD[name][0], "/minutes/": lists("/good.pdf"), "/good.pdf": gives(GOOD)}
    assert archive.fetch(address=f"{site.address}/bad").problems
    assert archive.fetch().problems == []
    assert archive.files() == ["parish/good.pdf"]


def test_a_busy_server_is_left_alone_for_the_run(archive: Archive, site: Site, codes: Codes) -> None:
    site.pages |= {
        "/minutes/": lists("/busy.pdf", "/good.pdf"),
        "/busy.pdf": is_busy,
        "/good.pdf": gives(GOOD),
    }
    outcome = archive.fetch()
    assert codes(outcome) == ["not-fetched", "not-fetched"]
    assert site.paths() == ["/minutes/", "/busy.pdf"]
    site.pages["/busy.pdf"] = gives(paper("not busy any more"))
    assert archive.fetch().problems == []
    assert archive.files() == ["parish/busy.pdf", "parish/good.pdf"]


def test_a_server_that_is_busy_for_a_moment_is_waited_for(archive: Archive, site: Site) -> None:
    waits = iter(["7"])

    def is_busy_once(handler: Handler) -> None:
        wait = next(waits, "")
        handler.answer(GOOD, status=503 if wait else 200, Retry_After=wait or "0")

    site.pages |= {"/minutes/": lists("/good.pdf"), "/good.pdf": is_busy_once}
    assert archive.fetch().problems == []
    assert 7.0 in archive.slept
    assert archive.files() == ["parish/good.pdf"]


def test_what_robots_txt_forbids_is_not_asked_for(archive: Archive, site: Site, codes: Codes) -> None:
    site.pages |= {
        "/robots.txt": gives(b"User-agent: *\nDisallow: /private/\n", "text/plain"),
        "/minutes/": lists("/private/a.pdf", "/good.pdf"),
        "/private/a.pdf": gives(paper("private")),
        "/good.pdf": gives(GOOD),
    }
    outcome = archive.fetch()
    assert codes(outcome) == ["robots-forbid"]
    assert site.paths() == ["/minutes/", "/good.pdf"]
    assert archive.files() == ["parish/good.pdf"]


def test_a_robots_txt_with_a_fault_forbids_all(archive: Archive, site: Site, codes: Codes) -> None:
    site.pages |= {
        "/robots.txt": lambda handler: handler.answer(b"", status=500),
        "/minutes/": lists("/a.pdf"),
    }
    assert codes(archive.fetch()) == ["not-fetched"]
    assert site.paths() == []


def test_a_server_that_fails_again_and_again_is_given_up(archive: Archive, site: Site) -> None:
    links = [f"/{number}.pdf" for number in range(20)]
    site.pages |= {"/minutes/": lists(*links)} | dict.fromkeys(links, sends_nonsense)
    outcome = patient(archive, failures=3, tries=1).fetch()
    assert len(outcome.problems) == 20
    assert site.paths() == ["/minutes/", "/0.pdf", "/1.pdf", "/2.pdf"]


def test_a_list_without_an_end_is_looked_at_in_part(archive: Archive, site: Site, codes: Codes) -> None:
    """Each page leads to the next, as the months of a calendar do."""
    for number in range(50):
        site.pages[f"/page{number}"] = lists(f"/page{number + 1}", f"/{number}.pdf")
        site.pages[f"/{number}.pdf"] = gives(paper(str(number)))
    outcome = archive.fetch(address=f"{site.address}/page0", follow=["*/page*"], most_pages=3)
    assert outcome.problems == []
    assert archive.files() == ["parish/0.pdf", "parish/1.pdf"]


def test_one_run_downloads_no_more_than_its_share(archive: Archive, site: Site, codes: Codes) -> None:
    links = [f"/{number}.pdf" for number in range(5)]
    site.pages |= {"/minutes/": lists(*links)} | {link: gives(paper(link)) for link in links}
    assert codes(archive.fetch(most_new=3)) == ["more-next-time"]
    assert len(archive.files()) == 3
    assert codes(archive.fetch(most_new=3)) == []
    assert len(archive.files()) == 5
