"""Pages and files to a docs folder, and the docs folder to a site.

refuse(places, sources)             before anything is written
copy(places, archive, files, ...)   the originals, those that are still what was read
write(places, pages, assets)        docs folder, only what changed
address(places)                     where the site will stand
configure(places)                   the MkDocs configuration that builds it
build(configuration, places, day)   MkDocs; scripts without comments
"""

from __future__ import annotations

from archive_builder.publish.files import Written, generated_in, write
from archive_builder.publish.originals import copy
from archive_builder.publish.places import MARKER, Places, RefusedError, refuse
from archive_builder.publish.site import Outcome, address, build, configure

__all__ = [
    "MARKER",
    "Outcome",
    "Places",
    "RefusedError",
    "Written",
    "address",
    "build",
    "configure",
    "copy",
    "generated_in",
    "refuse",
    "write",
]
