"""What a server answered, and what that means for the next request."""

from __future__ import annotations

import time
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime

import httpx

from archive_builder.fetch.refusals import LATER, refused, unreachable

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    address: str
    """Where the answer came from, after all redirects."""
    status: int
    body: bytes = b""
    media_type: str = ""
    name: str = ""
    """The file name that the server gives, or none."""
    etag: str = ""
    modified: str = ""
    """The day of the last change, as the server writes it."""


def parsed(address: str) -> httpx.URL:
    try:
        return httpx.URL(address)
    except httpx.InvalidURL as error:
        raise refused(f"{address!r} is no address: {error}", "name it under leave in sources.toml") from error


def conditions(known: Answer | None) -> dict[str, str]:
    """Return the headers by which a server sends a file only if it has changed."""
    if known is None:
        return {}
    given = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in given.items() if value}


def target(url: httpx.URL, answer: Answer) -> httpx.URL:
    try:
        joined = url.join(answer.address)
    except httpx.InvalidURL as error:
        raise refused(f"{url} leads to no address: {error}", "open it and see where it leads") from error
    return joined.copy_with(fragment=None)


def good(answer: Answer) -> Answer:
    """Return an answer of status 200 or 304; raise NotFetchedError for all others."""
    if answer.status in (200, 304):
        return answer
    gone = answer.status in (404, 410)
    hint = (
        "see whether the body has moved it; a link that is dead can be named under leave" if gone else LATER
    )
    if answer.status in (401, 403):
        hint = "ask the body to let programs fetch it; or put it into content/ by hand, and its address under leave"
    raise unreachable(f"{answer.address} answers with status {answer.status}", hint)


def answer_of(response: httpx.Response, body: bytes) -> Answer:
    headers = response.headers
    leads_on = response.status_code in REDIRECTS
    described = Message()
    described["Content-Type"] = headers.get("Content-Type", "application/octet-stream")
    described["Content-Disposition"] = headers.get("Content-Disposition", "inline")
    return Answer(
        address=headers.get("Location", "") if leads_on else str(response.url),
        status=response.status_code,
        body=body,
        media_type=described.get_content_type(),
        name=described.get_filename() or "",
        etag=headers.get("ETag", ""),
        modified=headers.get("Last-Modified", ""),
    )


def seconds_to_wait(retry_after: str, least: float) -> float:
    """Return the seconds that a header Retry-After asks to wait: a number, or a day and time."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(parsedate_to_datetime(retry_after).timestamp() - time.time(), least)
    except (TypeError, ValueError):
        return least
