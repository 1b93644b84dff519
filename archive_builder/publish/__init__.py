"""Writes pages and files to a docs folder, and builds the site from it.

refuse(places, sources)             before anything is written
find_appearance(site, docs, ...)    the accent colour and the mark of archive.toml
copy(places, archive, files, ...)   the originals that have not changed since they were read
refuse_without_room(places, bytes)  before pages are made
lay_aside(files, docs, folder)      what changed, as drafts
write_drafts(places, make, copied)  docs folder, only what changed
address(places)                     where the site will stand
configure(places)                   the MkDocs configuration that builds it
build(configuration, places, day)   runs MkDocs; takes the comments out of scripts, joins their modules
"""

from __future__ import annotations

from archive_builder.publish.appearance import find_appearance
from archive_builder.publish.configuration import (
    address,
    configuration_path,
    configure,
    settings_told,
    theme_folders,
)
from archive_builder.publish.drafts import (
    Draft,
    SharedAddressError,
    content_of,
    each_once,
    lay_aside,
    page_bytes,
    unlaid,
)
from archive_builder.publish.files import Written, claim, generated_in, write, write_drafts
from archive_builder.publish.originals import copy
from archive_builder.publish.places import MARKER, Places, RefusedError, refuse
from archive_builder.publish.site import Fault, Outcome, build, convert
from archive_builder.publish.size import SiteSize, measure, megabytes
from archive_builder.publish.space import refuse_without_room, room
from archive_builder.publish.standing import Patch
from archive_builder.publish.standing_pages import standing_pages

__all__ = [
    "MARKER",
    "Draft",
    "Fault",
    "Outcome",
    "Patch",
    "Places",
    "RefusedError",
    "SharedAddressError",
    "SiteSize",
    "Written",
    "address",
    "build",
    "claim",
    "configuration_path",
    "configure",
    "content_of",
    "convert",
    "copy",
    "each_once",
    "find_appearance",
    "generated_in",
    "lay_aside",
    "measure",
    "megabytes",
    "page_bytes",
    "refuse",
    "refuse_without_room",
    "room",
    "settings_told",
    "standing_pages",
    "theme_folders",
    "unlaid",
    "write",
    "write_drafts",
]
