"""What has been published, and how it is found again: lock files, redirects, notes on what is gone.

load(folders, report)                 the lock, from `content/lock/`
find_published(documents, lock)       which document is which that was published
keep_anchors(document, anchors)       records with the anchors that they were published at
find_misfits(archive)                 what of the lock no longer fits, as problems
leads(archive, addresses)             where addresses lead that no page has any more
renewed(archive, day), write(...)     the lock of the archive as it is now, and its files
"""

from archive_builder.published.anchors import keep_anchors
from archive_builder.published.documents import find_published
from archive_builder.published.files import Written, load, write
from archive_builder.published.leads import Lead, leads
from archive_builder.published.misfits import find_misfits
from archive_builder.published.renewal import renewed

__all__ = [
    "Lead",
    "Written",
    "find_misfits",
    "find_published",
    "keep_anchors",
    "leads",
    "load",
    "renewed",
    "write",
]
