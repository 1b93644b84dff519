"""The bodies that documents are of, by the names that they print."""

from __future__ import annotations

from collections.abc import Iterable

from archive_builder.link.neighbours import body_key
from archive_builder.link.shared_addresses import shared_address
from archive_builder.model import Body, Document, addresses
from archive_builder.problem import Report
from archive_builder.settings import Settings
from archive_builder.text.slugs import distinct_slugs, slug
from archive_builder.text.words import folded

_ONE_BODY = "if they are one body, name it in archive.toml under [[bodies]], with the other name in `also`"


def find_bodies(documents: Iterable[Document], settings: Settings, report: Report) -> dict[str, Body]:
    """Return the body of each printed name, by the `body_key` of the name.

    Names with one key are one body, called by the name that comes first. Reports shared-address where bodies of
    different names want one slug; those of archive.toml keep theirs.
    """
    known = _known_bodies(settings)
    first: dict[str, Document] = {}
    for document in documents:
        if document.organization:
            first.setdefault(body_key(document.organization), document)
    found = {key: body for key, body in known.items() if key in first}
    new = {folded(document.organization): document for key, document in first.items() if key not in known}
    slugs = distinct_slugs(new, reserved={addresses.NO_BODY, *(body.slug for body in known.values())})
    for name, document in new.items():
        found[body_key(name)] = Body(slug=slugs[name], name=name)
        others = [other for other in new if other != name and slug(other) == slug(name)]
        others += sorted({body.name for body in known.values() if body.slug == slug(name)})
        if others:
            address = addresses.body(slugs[name])
            report(shared_address(document.source.file, 1, name, others, address, _ONE_BODY))
    return found


def _known_bodies(settings: Settings) -> dict[str, Body]:
    """Return the bodies of archive.toml by each of their names; entries with one slug are one body."""
    found: dict[str, Body] = {}
    by_slug: dict[str, Body] = {}
    for known in settings.bodies:
        made = known.slug or slug(known.short or known.name)
        body = by_slug.setdefault(made, Body(slug=made, name=known.name, short=known.short))
        for name in filter(None, (known.name, known.short, *known.also)):
            found[body_key(name)] = body
    return found
