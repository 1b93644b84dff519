"""Pages and files to a docs folder, and the docs folder to a site.

refuse(places, sources)             before anything is written
copy(places, archive, files, ...)   the originals, those that are still what was read
write(places, pages, assets)        docs folder, only what changed
address(places)                     where the site will stand
configure(places)                   the MkDocs configuration that builds it
build(configuration, places, day)   MkDocs; scripts without comments
"""

from __future__ import annotations

from archive_builder.publish.files import SharedAddressError, Written, each_once, generated_in, write
from archive_builder.publish.originals import copy
from archive_builder.publish.places import MARKER, Places, RefusedError, refuse
from archive_builder.publish.site import Fault, Outcome, address, build, configure, convert

__all__ = [
    "MARKER",
    "Fault",
    "Outcome",
    "Places",
    "RefusedError",
    "SharedAddressError",
    "Written",
    "address",
    "build",
    "configure",
    "convert",
    "copy",
    "each_once",
    "generated_in",
    "refuse",
    "write",
]
