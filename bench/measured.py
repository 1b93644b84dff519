"""Reading, as it is measured in a worker. A module of its own, so that workers can import it."""

from __future__ import annotations

import resource
import sys

from archive_builder import settings
from archive_builder.run import one_file, results
from archive_builder.sources import SourceFile

_BYTES = 1 if sys.platform == "darwin" else 1024
"""What the system counts memory in."""


def peak(source: SourceFile) -> bytes:
    """The memory that a worker held at most after it read a file, in bytes; nothing for one not read."""
    result = results.here(source, settings.load(), one_file.document)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES
    return str(most).encode() if result.documents else b""
