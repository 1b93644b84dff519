"""A name is redacted, a paper withdrawn, a date corrected, a draft replaced; a reader tries each old address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from archive_builder.cli import main
from tests.browsing import opening, served
from tests.removal import canaries
from tests.removal.repository import build, notes
from tests.removal.test_redactions import BOTH, corrections
from tests.removal.test_withdrawals import ENTRY
from tests.run.repository import make_repository
from tests.site.search import count, results

PAGES = "meetings/fenny-board/"


@dataclass(frozen=True)
class Rebuilt:
    """The site after all that was done, and the addresses that it had before."""

    site: Path
    addresses: tuple[str, ...]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Rebuilt:
    folder = tmp_path_factory.mktemp("journey")
    make_repository(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        notes(
            folder, "named.txt", f"{canaries.NAME} of {canaries.ADDRESS} asked why the gate was open.", day=11
        )
        notes(folder, "paper.txt", "The lock was changed in secret.", day=13)
        notes(folder, "dated.txt", "The wall was seen.", day=15)
        draft = notes(folder, "draft.txt", "The lamp was seen. It was agreed to buy three lamps.", day=18)
        assert build().exit_code == 0
        site = folder / "site"
        addresses = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
        assert CliRunner().invoke(main, ["lock"]).exit_code == 0

        (folder / "content" / "redactions.yml").write_text(BOTH, "utf-8")
        (folder / "content" / "withdrawn.yml").write_text(ENTRY.format(named="file: paper.txt"), "utf-8")
        corrections(folder, "dated.txt", "document: {date: 2024-03-16, why: misprint}")
        final = "The lamp was seen. It was agreed to buy three lamps and a ladder."
        notes(folder, "final.txt", final, day=18)
        draft.unlink()
        done = build()
        assert done.exit_code == 0, done.output
    return Rebuilt(site, tuple(f"{address}/" if address != "." else "" for address in addresses))


def test_every_old_address_answers(rebuilt: Rebuilt, browser: Browser) -> None:
    with served(rebuilt.site) as host, opening(browser, host) as opened:
        page = opened("")
        silent = []
        for address in rebuilt.addresses:
            answer = page.goto(f"{host}{address}")
            page.wait_for_load_state()
            if answer is None or not answer.ok or not page.locator("h1").count():
                silent.append(address)
            said = page.content().casefold()
            assert not any(canary in said for canary in canaries.CANARIES), address
            assert "changed in secret" not in said, address
    assert silent == []


def test_what_a_reader_is_told(rebuilt: Rebuilt, browser: Browser) -> None:
    with served(rebuilt.site) as host, opening(browser, host) as opened:
        page = opened(f"{PAGES}2024-03-11/notes/")
        expect(page.locator("div.source")).to_contain_text(
            "[redacted: a resident] of [redacted: a home address]"
        )
        page = opened(f"{PAGES}2024-03-13/notes/")
        expect(page.get_by_role("heading", name="Withdrawn")).to_be_visible()
        expect(page.get_by_text("the clerk of the Board")).to_be_visible()
        page = opened(f"{PAGES}2024-03-15/notes/")
        expect(page).to_have_url(f"{host}{PAGES}2024-03-16/notes/")
        page = opened(f"{PAGES}2024-03-18/notes/")
        expect(page.locator("div.source")).to_contain_text("a ladder")


@pytest.mark.parametrize("words", ["Quillfeather", "gorse lane", "secret"])
def test_the_search_finds_nothing_of_it(words: str, rebuilt: Rebuilt, browser: Browser) -> None:
    with served(rebuilt.site) as host, opening(browser, host) as opened:
        page = opened(f"search/?q={words}")
        expect(count(page)).not_to_have_text("")
        expect(results(page)).to_have_count(0)
