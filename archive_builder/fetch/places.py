"""What is on offer at each place: the links of a page, a ModernGov site, the entries of a feed, a folder's files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import httpx
from selectolax.lexbor import LexborHTMLParser

from archive_builder.fetch.answer import Answer
from archive_builder.fetch.client import Client
from archive_builder.fetch.listing import Listed
from archive_builder.fetch.refusals import NotFetchedError
from archive_builder.problem import Severity

LIST_BYTES = 10_000_000
"""Maximum size of a page or feed that lists documents."""
_WEB_PAGES = ("text/html", "application/xhtml+xml")

_LEADING = ("alternate", "enclosure", "related", "via")
"""How a link of a feed's entry stands to it, where it leads to what the entry is about."""

Trouble = Callable[[NotFetchedError], None]
"""Takes what could not be fetched; the search for documents goes on."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A document that a body publishes, at an address or, in a folder on this machine, a path."""

    address: str
    words: str
    """The words of the link, or the title of the entry."""
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page."""

    address: str
    words: str


Finder = Callable[[Listed, Client, Trouble], Iterator[Offer]]


def offers(listed: Listed, client: Client, trouble: Trouble) -> Iterator[Offer]:
    """Yield each document on offer once.

    Raises NotFetchedError where the place itself does not answer; further pages that do not are `trouble`.
    """
    seen: set[str] = set()
    for offer in _KINDS[listed.kind](listed, client, trouble):
        if offer.address not in seen:
            seen.add(offer.address)
            yield offer


def _of_page(listed: Listed, client: Client, trouble: Trouble) -> Iterator[Offer]:
    yield from _of_links(listed, _links(_page(listed.address, client)), client, trouble)


def _of_moderngov(listed: Listed, client: Client, trouble: Trouble) -> Iterator[Offer]:
    """Yield what a ModernGov site has: a committee's list of meetings leads to the page of each meeting.

    The site's web service (`mgWebService.asmx`) would say the same, but many councils have switched it off.
    """
    address = httpx.URL(listed.address)
    lists = [address.join(f"ieListMeetings.aspx?CId={number}&Year=0") for number in listed.committees]
    for page in map(str, lists or [address]):
        meetings = sorted(_links(_page(page, client)), key=_meeting_number, reverse=True)
        yield from _of_links(listed, meetings, client, trouble)


def _meeting_number(link: Link) -> int:
    """Return the number of a meeting, as its address has it: the higher, the later the meeting was entered."""
    parameters = {name.lower(): value for name, value in httpx.URL(link.address).params.items()}
    number = parameters.get("mid", "")
    return int(number) if number.isascii() and number.isdecimal() else 0


def _of_feed(listed: Listed, client: Client, trouble: Trouble) -> Iterator[Offer]:
    """Yield what a feed's entries enclose or lead to; of an entry that leads to a page, the page's links."""
    answer = client.get(listed.address, LIST_BYTES)
    parsed = feedparser.parse(answer.body, response_headers={"content-location": answer.address})
    if not parsed.entries and parsed.bozo:
        raise NotFetchedError(
            "nothing-listed",
            f"{listed.address} is no feed that can be read",
            "open it in a browser; of a page with links, the kind is page",
        )
    links = list(_entry_links(parsed.entries, httpx.URL(answer.address)))
    every_page = listed if listed.follow else listed.model_copy(update={"follow": ("*",)})
    yield from _of_links(every_page, links, client, trouble)


def _entry_links(entries: Iterable[Mapping[str, Any]], base: httpx.URL) -> Iterator[Link]:
    """Yield what the entries of a feed lead to and enclose, with the title of each."""
    for entry in entries:
        for held in entry.get("links", ()):
            if held.get("rel", "alternate") not in _LEADING:
                continue
            link = _absolute(base, held.get("href", ""), entry.get("title", ""))
            if link:
                yield link


def _of_folder(listed: Listed, client: Client, trouble: Trouble) -> Iterator[Offer]:
    """Yield the files of a folder: those below one on this machine, or the links of its index on the web."""
    if not listed.is_local:
        yield from _of_page(listed, client, trouble)
        return
    folder = listed.base / Path(listed.address).expanduser()
    if not folder.is_dir():
        raise NotFetchedError(
            "not-fetched",
            f"there is no folder {folder}",
            "give the path from the archive's top folder, or in full",
        )
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and listed.takes(name, name):
            yield Offer(f"{listed.address.rstrip('/')}/{name}", name, path)


def _of_links(listed: Listed, links: list[Link], client: Client, trouble: Trouble) -> Iterator[Offer]:
    """Yield the documents among links, and those on the further pages that they lead to."""
    further: dict[str, None] = {}
    for link in links:
        if listed.takes(link.address, link.words):
            yield Offer(link.address, link.words)
        elif listed.follows(link.address, link.words):
            further[link.address] = None
    for address in [address for address in further if address != listed.address][: listed.most_pages]:
        try:
            found = _links(_page(address, client))
        except NotFetchedError as error:
            trouble(error)
            continue
        yield from (
            Offer(link.address, link.words) for link in found if listed.takes(link.address, link.words)
        )


def _page(address: str, client: Client) -> Answer:
    """Return a page. Raises NotFetchedError, with nothing-listed where it is none."""
    answer = client.get(address, LIST_BYTES)
    if answer.media_type not in _WEB_PAGES:
        raise NotFetchedError(
            "nothing-listed",
            f"{address} is no web page ({answer.media_type})",
            "give the address of the page that lists the documents, or name this one under leave",
            Severity.WARNING,
        )
    return answer


def _links(page: Answer) -> list[Link]:
    """Return the links of a page that lead to another place of the web."""
    tree = LexborHTMLParser(page.body)
    base = httpx.URL(page.address)
    if stated := tree.css_first("base[href]"):
        base = _joined(base, stated.attributes.get("href") or "") or base
    found = (
        _absolute(base, anchor.attributes.get("href") or "", anchor.text(deep=True))
        for anchor in tree.css("a[href]")
    )
    return [link for link in found if link]


def _absolute(base: httpx.URL, address: str, words: str) -> Link | None:
    """Return a link with its whole address; None where it leads to no place of the web."""
    joined = _joined(base, address)
    if joined is None or joined.scheme not in ("http", "https") or not joined.host:
        return None
    return Link(str(joined.copy_with(fragment=None)), " ".join(words.split()))


def _joined(base: httpx.URL, address: str) -> httpx.URL | None:
    """Return an address as seen from a page. As browsers do, white space at its ends and line breaks are left out."""
    plain = address.strip().translate({ord(sign): None for sign in "\t\r\n"})
    try:
        return base.join(plain)
    except (httpx.InvalidURL, ValueError):
        return None


_KINDS: Mapping[str, Finder] = {
    "page": _of_page,
    "moderngov": _of_moderngov,
    "feed": _of_feed,
    "folder": _of_folder,
}
"""How the documents of each kind of place are found."""
