"""The requests of the bar: who may ask, what is answered.

Another site's page, open in the same browser, can send requests here too. It cannot read our pages, so it does
not know the token that stands in them; and a browser says from where a request comes.
"""

from __future__ import annotations

import datetime
import html
import json
import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from archive_builder.desk.facts import Facts
from archive_builder.desk.proposals import Form, Proposal, propose
from archive_builder.desk.values import RefusedChangeError
from archive_builder.lang.interface import names

PREFIX = "/-desk/"
"""What the addresses of the desk begin with; no page of a site has such an address."""
TOKEN = "X-Desk-Token"
"""The header in which the bar sends the token."""
_ASSETS = {"bar.js": "text/javascript", "bar.css": "text/css"}
_MOST_BYTES = 200_000
"""Maximum size of a form."""
_HEAD_END = b"</head>"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered to a request."""

    status: int
    media_type: str
    body: bytes


@dataclass(slots=True)
class Desk:
    """What the bar asks for. Its functions are called from several threads."""

    content: Path
    """The sources folder."""
    today: Callable[[], datetime.date] = datetime.date.today
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    pages: Mapping[str, Mapping[str, Facts]] = field(default_factory=dict)
    """The facts of all records, by page and anchor, as of the last build."""
    built: int = 0
    """Number of builds that have ended."""
    is_building: bool = True
    fault: str = ""
    """Why the last build failed; empty if it did not."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin_build(self) -> None:
        """Note that a build begins: what is written from now on is in the next one."""
        with self._lock:
            self.is_building = True

    def end_build(self, pages: Mapping[str, Mapping[str, Facts]] | None, fault: str = "") -> None:
        """Note that a build ended, with the facts of its records; None leaves those of the build before."""
        with self._lock:
            self.pages = self.pages if pages is None else pages
            self.fault = fault
            self.built += 1
            self.is_building = False

    def with_bar(self, page: bytes) -> bytes:
        """Return a page of the site with the bar's script, style and token in its head."""
        token = html.escape(self.token, quote=True)
        head = (
            f'<meta name="desk-token" content="{token}">'
            f'<link rel="stylesheet" href="{PREFIX}bar.css"><script src="{PREFIX}bar.js" defer></script>'
        )
        before, end, after = page.partition(_HEAD_END)
        return before + head.encode() + end + after if end else page

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Return the answer to a request below PREFIX; status 403 to whoever may not ask."""
        if not is_local(headers.get("Host", "")):
            return _told(403, {"fault": "this is served on this machine only"})
        name = path.removeprefix(PREFIX).partition("?")[0]
        if method == "GET" and name in _ASSETS:
            return Answer(200, _ASSETS[name], _asset(name))
        if method != "POST" or name not in _POSTS:
            return _told(404, {"fault": "there is no such address"})
        if not self._may_ask(headers):
            return _told(403, {"fault": "the request does not come from a page of this site"})
        return self._posted(name, body)

    def _may_ask(self, headers: Mapping[str, str]) -> bool:
        origin = headers.get("Origin", "")
        is_own = origin == f"http://{headers.get('Host', '')}"
        sent = headers.get(TOKEN, "").encode()
        return is_own and secrets.compare_digest(sent, self.token.encode())

    def _posted(self, name: str, body: bytes) -> Answer:
        form = _form(body)
        if form is None:
            return _told(400, {"fault": "this is no form"})
        try:
            with self._lock:
                return _told(200, _POSTS[name](self, form))
        except RefusedChangeError as error:
            return _told(200, {"fault": str(error)})  # an answer to somebody who filled in a form

    def _page(self, form: Form) -> dict[str, Any]:
        records = self.pages.get(form.get("page", ""), {})
        told = {anchor: facts.told() for anchor, facts in records.items()}
        return {"records": told, "words": dict(names("desk"))}

    def _preview(self, form: Form) -> dict[str, Any]:
        proposal = self._proposed(form)
        return {"file": proposal.name, "difference": proposal.difference, "stand": proposal.stand}

    def _write(self, form: Form) -> dict[str, Any]:
        proposal = self._proposed(form)
        if form.get("stand") != proposal.stand:
            raise RefusedChangeError(names("desk")["changed_meanwhile"])
        proposal.write()
        # A build that is under way may have read the file already.
        return {"file": proposal.name, "wanted": self.built + (2 if self.is_building else 1)}

    def _state(self, _: Form) -> dict[str, Any]:
        return {"built": self.built, "not_built": self.fault}

    def _proposed(self, form: Form) -> Proposal:
        facts = self.pages.get(form.get("page", ""), {}).get(form.get("anchor", ""))
        if facts is None:
            raise RefusedChangeError(names("desk")["unknown_record"])
        return propose(form, facts, self.content, self.today())


_POSTS: Mapping[str, Callable[[Desk, Form], dict[str, Any]]] = {
    "page": Desk._page,
    "preview": Desk._preview,
    "write": Desk._write,
    "state": Desk._state,
}
"""What the bar can ask for, by the last word of the address."""


def is_local(host: str) -> bool:
    """True if a request was sent to this machine by its own name: a foreign name may lead here too."""
    return host.rpartition(":")[0] in ("127.0.0.1", "localhost")


def _form(body: bytes) -> Form | None:
    """Return the fields of a form; None where it is none."""
    try:
        held = json.loads(body) if len(body) <= _MOST_BYTES else None
    except ValueError:
        return None
    is_form = isinstance(held, dict) and all(isinstance(value, str) for value in held.values())
    return held if is_form else None


def _told(status: int, held: Mapping[str, Any]) -> Answer:
    return Answer(status, "application/json", json.dumps(held, ensure_ascii=False).encode())


def _asset(name: str) -> bytes:
    return resources.files("archive_builder.desk").joinpath("assets", name).read_bytes()
