"""Which addresses may be asked for: web addresses of the public network, as far as robots.txt lets us."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

import httpx
from protego import Protego

from archive_builder.fetch.refusals import NotFetchedError, refused, unreachable

AGENT = "archive-builder"
"""The name by which robots.txt knows this program."""
ROBOTS_BYTES = 500_000
"""Maximum size of a robots.txt that is read, as RFC 9309 has it."""
_MOST_DELAY = 30.0
"""Maximum number of seconds between two requests that a robots.txt can ask for."""

Lookup = Callable[[str], Collection[str]]
"""Returns the numeric addresses of a host."""


def look_up(host: str) -> Collection[str]:
    """Return the numeric addresses of a host; none where it has none, or there is no name service."""
    try:
        return {str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return ()


def is_private(address: str) -> bool:
    """True if a numeric address is not one of the public network."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return not found.is_global or found.is_multicast


def check_scheme(address: httpx.URL) -> None:
    """Raise NotFetchedError (address-refused) unless an address is one of the web."""
    if address.scheme not in ("http", "https") or not address.host:
        raise refused(
            f"{address} is no address of the web", "open the page and see where the link should lead"
        )


def check_host(address: httpx.URL, own_hosts: Collection[str], lookup: Lookup = look_up) -> None:
    """Raise NotFetchedError (address-refused) for a host of a private network that no source names.

    `own_hosts` are the hosts of the sources themselves: a body's own network may be one of them.
    """
    if address.host in own_hosts:
        return
    if any(is_private(found) for found in lookup(address.host)):
        raise refused(
            f"{address} leads into a private network",
            f"if the documents are there, make {address.host} the address of a source of its own",
        )


def check_peer(response: httpx.Response, own_hosts: Collection[str], through_proxy: bool) -> None:
    """Raise NotFetchedError (address-refused) where the answer came from a private network after all.

    The name of a host may have led elsewhere when it was looked up first.
    """
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if through_proxy or peer is None or response.url.host in own_hosts:
        return
    if is_private(str(peer[0])):
        raise refused(f"{response.url} leads into a private network", "ask the body whose site it is")


@dataclass(slots=True)
class Robots:
    """What the robots.txt of each host says, asked once a run."""

    ask: Callable[[httpx.URL], tuple[int, bytes]]
    """Returns the status and the text of a robots.txt; raises NotFetchedError where it cannot be had."""
    held: dict[str, Protego | NotFetchedError] = field(default_factory=dict)

    def check(self, address: httpx.URL) -> None:
        """Raise NotFetchedError where a host does not want an address to be fetched (robots-forbid).

        A host that does not say what may be fetched is left alone, as RFC 9309 has it (not-fetched).
        """
        site = _site(address)
        if site not in self.held:
            self.held[site] = self._fetched(address)
        rules = self.held[site]
        if isinstance(rules, NotFetchedError):
            raise rules
        if not rules.can_fetch(str(address), AGENT):
            raise NotFetchedError(
                "robots-forbid",
                f"the robots.txt of {address.host} forbids {address}",
                "ask the body to allow it; or put the document into content/ by hand, and its address under leave",
            )

    def delay(self, address: httpx.URL) -> float:
        """Return how many seconds a host asks to wait between two requests; 0 where it says nothing."""
        rules = self.held.get(_site(address))
        asked = rules.crawl_delay(AGENT) if isinstance(rules, Protego) else None
        return min(float(asked or 0), _MOST_DELAY)

    def _fetched(self, address: httpx.URL) -> Protego | NotFetchedError:
        """Return the rules of a host, or why there are none that can be followed."""
        robots = address.join("/robots.txt")
        try:
            status, text = self.ask(robots)
        except NotFetchedError as error:
            return error
        if status >= 500 or status == 429:
            return unreachable(
                f"{robots} answers with status {status}, so it is not known what may be fetched"
            )
        return Protego.parse(text.decode("utf-8", "replace") if status == 200 else "")


def _site(address: httpx.URL) -> str:
    return f"{address.scheme}://{address.netloc.decode('ascii')}"
