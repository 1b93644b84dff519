"""Asks for addresses politely and within bounds: one request a second a host, and none that may not be made."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.request import getproxies

import httpx

from archive_builder import __version__
from archive_builder.fetch.answer import (
    REDIRECTS,
    Answer,
    answer_of,
    conditions,
    good,
    parsed,
    seconds_to_wait,
    target,
)
from archive_builder.fetch.permission import (
    AGENT,
    ROBOTS_BYTES,
    Robots,
    check_host,
    check_peer,
    check_scheme,
)
from archive_builder.fetch.refusals import NotFetchedError, unreachable

_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient and how careful the client is."""

    pause: float = 1.0
    """Seconds between two requests to one host."""
    wait_seconds: float = 30.0
    """Maximum number of seconds for a connection, and between two parts of an answer."""
    whole_seconds: float = 300.0
    """Maximum number of seconds for a whole answer."""
    most_wait: float = 60.0
    """Maximum number of seconds that a busy server can make us wait; what takes longer is left for the next run."""
    tries: int = 2
    """Number of times that an address is asked for, where the connection fails or the server is busy."""
    redirects: int = 5
    """Maximum number of redirects that are followed."""
    failures: int = 5
    """Number of addresses in a row that may fail before a host is left alone for the rest of the run."""
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Client:
    """A client for one run. Use it in a `with` statement: it keeps connections open."""

    contact: str
    """How the archive can be reached, for whoever reads the log of a server."""
    own_hosts: Collection[str] = ()
    """Hosts of the sources themselves, which may lie in a private network."""
    manners: Manners = Manners()
    _http: httpx.Client = field(init=False)
    _robots: Robots = field(init=False)
    _last: dict[str, float] = field(default_factory=dict)
    _failed: Counter[str] = field(default_factory=Counter)
    _gave_up: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        contact = f" (+{self.contact})" if self.contact else ""
        agent = f"{AGENT}/{__version__}{contact}".encode("ascii", "ignore").decode("ascii")
        self._http = httpx.Client(
            headers={"User-Agent": agent}, timeout=self.manners.wait_seconds, follow_redirects=False
        )
        self._robots = Robots(self._robots_of)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get(self, address: str, most_bytes: int, known: Answer | None = None) -> Answer:
        """Return what an address answers: status 200, or 304 where it is as it was `known`.

        Raises NotFetchedError with the codes address-refused, robots-forbid, not-fetched and too-large.
        """
        url = parsed(address)
        headers = conditions(known)
        for _ in range(self.manners.redirects + 1):
            self._check(url)
            self._robots.check(url)
            answer = self._patiently(url, headers, most_bytes)
            if answer.status in REDIRECTS:
                url = target(url, answer)
                continue
            return good(answer)
        raise unreachable(
            f"{address} leads on and on: more than {self.manners.redirects} redirects",
            "open it in a browser; if it opens there, put the address at which it ends into sources.toml",
        )

    def _check(self, url: httpx.URL) -> None:
        check_scheme(url)
        check_host(url, self.own_hosts)

    def _robots_of(self, url: httpx.URL) -> tuple[int, bytes]:
        for _ in range(self.manners.redirects + 1):
            self._check(url)
            answer = self._patiently(url, {}, ROBOTS_BYTES)
            if answer.status not in REDIRECTS:
                return answer.status, answer.body
            url = target(url, answer)
        return 404, b""

    def _patiently(self, url: httpx.URL, headers: Mapping[str, str], most_bytes: int) -> Answer:
        """Ask until there is an answer, as often as good manners allow; count what fails."""
        if url.host in self._gave_up:
            raise unreachable(f"{url} was not asked for: {url.host} did not answer before")
        try:
            answer = self._tried(url, headers, most_bytes)
        except NotFetchedError as error:
            if error.code == "not-fetched":
                self._count_failure(url.host)
            raise
        self._failed[url.host] = 0
        return answer

    def _count_failure(self, host: str) -> None:
        self._failed[host] += 1
        if self._failed[host] >= self.manners.failures:
            self._gave_up.add(host)

    def _tried(self, url: httpx.URL, headers: Mapping[str, str], most_bytes: int) -> Answer:
        fault = unreachable(f"{url} did not answer")
        for _ in range(self.manners.tries):
            self._pause(url)
            try:
                answer, wait = self._once(url, headers, most_bytes)
            except httpx.TimeoutException:
                fault = unreachable(f"{url} did not answer within {self.manners.wait_seconds:g} seconds")
                continue
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                fault = unreachable(f"{url} could not be fetched: {error or type(error).__name__}")
                continue
            if answer.status not in _BUSY:
                return answer
            fault = unreachable(f"{url.host} is busy (status {answer.status}), and asks us to come later")
            if wait > self.manners.most_wait:
                self._gave_up.add(url.host)
                break
            self.manners.sleep(wait)
        raise fault

    def _pause(self, url: httpx.URL) -> None:
        """Wait until the host may be asked again."""
        pause = max(self.manners.pause, self._robots.delay(url))
        rest = self._last.get(url.host, -pause) + pause - time.monotonic()
        if rest > 0:
            self.manners.sleep(rest)
        self._last[url.host] = time.monotonic()

    def _once(self, url: httpx.URL, headers: Mapping[str, str], most_bytes: int) -> tuple[Answer, float]:
        """Return the answer to one request, and the seconds that a busy server asks us to wait."""
        with self._http.stream("GET", url, headers=headers) as response:
            check_peer(response, self.own_hosts, through_proxy=url.scheme in getproxies())
            takes_body = response.status_code == 200
            body = self._body(response, most_bytes) if takes_body else b""
            return answer_of(response, body), seconds_to_wait(
                response.headers.get("Retry-After", ""), self.manners.pause
            )

    def _body(self, response: httpx.Response, most_bytes: int) -> bytes:
        """Return an answer's content, unpacked; a small file may unpack to a large one, or never end."""
        until = time.monotonic() + self.manners.whole_seconds
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > most_bytes:
                raise NotFetchedError(
                    "too-large",
                    f"{response.url} is larger than the limit of {most_bytes:,} bytes",
                    "raise limits.file_bytes in archive.toml, or name its address under leave in sources.toml",
                )
            if time.monotonic() > until:
                raise unreachable(
                    f"{response.url} did not arrive within {self.manners.whole_seconds:g} seconds"
                )
        return b"".join(parts)
