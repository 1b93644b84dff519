"""What stands at addresses that lead on: a page each, and lists of them for hosts and programs."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from archive_builder.lang import LANGUAGE
from archive_builder.model import Asset, addresses
from archive_builder.published.leads import Lead

_SCRIPT = (
    'const to = document.getElementById("to"); '
    "if (location.hash) to.hash = location.hash; "
    "location.replace(to.href);"
)
"""Takes the reader on to the same record; without script the page's head leads to the page."""
_ALLOWED = f"sha256-{base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()}"


def assets(leads: Sequence[Lead], site: str, address: str) -> Iterator[Asset]:
    """Yield the files for addresses that lead on: a page at each, `redirects.json` and `_redirects`.

    `site` is the name of the archive; `address` is where it stands, with a slash at its end. Nothing is
    written where no address leads on.
    """
    for lead in leads:
        yield Asset(path=f"{lead.old}index.html", content=_page(lead, site, address))
    if leads:
        listed = [{"from": lead.old, "to": lead.new} for lead in leads]
        yield Asset(path=addresses.REDIRECTS, content=f"{json.dumps(listed, indent=1)}\n".encode())
        yield Asset(path=addresses.HOST_REDIRECTS, content=_for_hosts(leads, address).encode())


def _page(lead: Lead, site: str, address: str) -> bytes:
    page, anchor = addresses.split(lead.new)
    to = os.path.relpath(f"/{page}", f"/{lead.old}")
    text = _template().render(
        allowed=_ALLOWED,
        site=site,
        canonical=f"{address}{page}",
        new=addresses.record(f"{to}/", anchor),
        shown=f"/{page}",
        script=Markup(_SCRIPT),
    )
    return f"{text}\n".encode()


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("archive_builder.lang", f"{LANGUAGE}/pages"),
        undefined=StrictUndefined,
        autoescape=True,
    )
    return environment.get_template("moved.html.j2")


def _for_hosts(leads: Sequence[Lead], address: str) -> str:
    """Return the leads as some hosts read them (Netlify, Cloudflare Pages, GitLab Pages), a line each."""
    root = urlsplit(address).path or "/"
    return "".join(f"{root}{lead.old} {root}{lead.new} 301\n" for lead in leads)
