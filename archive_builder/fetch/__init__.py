"""New documents from where bodies publish them: `sources.toml` lists the places, `content/` gets the files.

load(path)                 the places that `sources.toml` lists
fetch(listed, ...)         what is new there, downloaded and written down

Nothing is ever deleted, and a file that changed at its address comes as a new version beside the old one.
What was fetched stands in `content/fetched/`, a small file a document, so that no document comes twice.
"""

from archive_builder.fetch.arrivals import Arrival, Outcome, Place, fetch
from archive_builder.fetch.client import Client, Manners
from archive_builder.fetch.listing import SOURCES_FILE, Listed, load

__all__ = [
    "SOURCES_FILE",
    "Arrival",
    "Client",
    "Listed",
    "Manners",
    "Outcome",
    "Place",
    "fetch",
    "load",
]
