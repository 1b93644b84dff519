"""The hints of `archive fetch`, done to the letter: the next run says nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive_builder.cli import fetching
from archive_builder.fetch import Outcome, load
from archive_builder.problem import Problem
from archive_builder.settings import load as load_settings
from tests.fetch.conftest import Archive, archive, codes, site
from tests.fetch.site import Site, gives, leads_to, lists, missing, paper

__all__ = ["archive", "codes", "site"]
Codes = Callable[[Outcome], list[str]]
ERROR_PAGE = gives(b"<!doctype html><html><body>Sorry</body></html>", "text/html")


@pytest.fixture
def begun(archive: Archive, site: Site) -> Archive:
    """An archive whose body publishes a good and a bad document."""
    site.pages |= {"/minutes/": lists("/bad.pdf", "/good.pdf"), "/good.pdf": gives(paper("good"))}
    return archive


def only(outcome: Outcome, code: str) -> Problem:
    [problem] = outcome.problems
    assert (problem.code, bool(problem.hint)) == (code, True)
    return problem


@pytest.mark.parametrize(
    ("code", "behaviour"),
    [
        ("not-a-paper", ERROR_PAGE),
        ("not-fetched", missing),
        ("not-fetched", lambda handler: handler.answer(b"", status=403)),
        ("too-large", gives(paper("x" * 2_000_000))),
    ],
)
def test_what_is_named_under_leave_is_not_spoken_of_again(
    code: str, behaviour: Any, begun: Archive, site: Site
) -> None:
    site.pages["/bad.pdf"] = behaviour
    assert "leave" in only(begun.fetch(), code).hint
    assert begun.fetch(leave=[f"{site.address}/bad.pdf"]).problems == []


def test_what_robots_txt_forbids_is_put_in_by_hand(begun: Archive, site: Site) -> None:
    site.pages["/robots.txt"] = gives(b"User-agent: *\nDisallow: /bad.pdf\n", "text/plain")
    assert "leave" in only(begun.fetch(), "robots-forbid").hint
    (begun.folder / "by hand.pdf").write_bytes(paper("by hand"))
    assert begun.fetch(leave=[f"{site.address}/bad.pdf"]).problems == []


def test_web_pages_are_documents_if_that_is_set(begun: Archive, site: Site) -> None:
    site.pages["/bad.pdf"] = ERROR_PAGE
    assert "web_pages = true" in only(begun.fetch(), "not-a-paper").hint
    assert begun.fetch(web_pages=True).problems == []


def test_a_place_in_a_private_network_is_made_a_source_of_its_own(begun: Archive, site: Site) -> None:
    site.pages["/bad.pdf"] = leads_to(f"{site.address.replace('127.0.0.1', 'localhost')}/papers/a.pdf")
    site.pages |= {"/papers/": lists("/papers/a.pdf"), "/papers/a.pdf": gives(paper("a"))}
    hint = only(begun.fetch(), "address-refused").hint
    assert "make localhost the address of a source of its own" in hint
    begun.own_hosts.append("localhost")
    own = f"{site.address.replace('127.0.0.1', 'localhost')}/papers/"
    assert begun.fetch(name="Papers", address=own).problems == []
    assert begun.fetch().problems == []


def test_links_without_an_ending_are_taken_by_what_they_have_in_common(archive: Archive, site: Site) -> None:
    site.pages |= {"/minutes/": lists("/get?id=1"), "/get?id=1": gives(paper("a"))}
    assert "take" in only(archive.fetch(), "nothing-listed").hint
    assert archive.fetch(take=["/get"]).problems == []


def test_a_record_as_it_was_committed(begun: Archive, site: Site) -> None:
    site.pages["/bad.pdf"] = gives(paper("not bad"))
    begun.fetch()
    record = begun.folder / "fetched" / "parish" / "good.pdf.yml"
    committed = record.read_bytes()
    record.write_text("<<<<<<< HEAD", "utf-8")
    problem = next(one for one in begun.fetch(dry_run=True).problems if one.code == "bad-fetch-record")
    assert "git checkout" in problem.hint
    record.write_bytes(committed)
    assert begun.fetch().problems == []


def test_the_next_run_brings_the_others(begun: Archive, site: Site) -> None:
    site.pages["/bad.pdf"] = gives(paper("not bad"))
    assert "nothing need be done" in only(begun.fetch(most_new=1), "more-next-time").hint
    assert begun.fetch(most_new=1).problems == []


def test_a_source_is_put_right(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    text = '[[sources]]\nname = "A"\nkind = "page"\naddress = "https://a.example/"\ninto = "a"\ntkae = ["*.pdf"]\n'
    path.write_text(text, "utf-8")
    problems: list[Problem] = []
    load(path, problems.append)
    [problem] = problems
    assert "take" in problem.hint
    path.write_text(text.replace("tkae", "take"), "utf-8")
    assert load(path, problems.append)
    assert problems == [problem]


def test_the_line_of_the_contact_can_be_used_as_it_is(tmp_path: Path) -> None:
    line = fetching.NO_CONTACT.hint.partition(": ")[2].partition(" under ")[0]
    (tmp_path / "archive.toml").write_text(f"[site]\n{line}\n", "utf-8")
    assert load_settings(tmp_path / "archive.toml").site.contact
