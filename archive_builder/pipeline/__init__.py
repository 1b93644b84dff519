"""The stages in their order; this package alone knows them all.

read -> tidy -> correct -> recognise -> link -> check -> render, index, export -> publish

The first four look at one file alone; they are in `run.one_file`. From `link` on, a stage works on all
documents together. Where one fails, the files that it fails over are left out, each with a problem, and
the rest is published; a failure that no file explains is a StageError (`run.left_out`).
"""

from __future__ import annotations

from archive_builder.pipeline.docs_folder import Published, publish_docs
from archive_builder.pipeline.gathering import Gathered, gather, read_part
from archive_builder.pipeline.site import Built, publish_site
from archive_builder.pipeline.verification import verify_site
from archive_builder.removal.gate import LeakError
from archive_builder.run.left_out import StageError
from archive_builder.run.one_file import document

__all__ = [
    "Built",
    "Gathered",
    "LeakError",
    "Published",
    "StageError",
    "document",
    "gather",
    "publish_docs",
    "publish_site",
    "read_part",
    "verify_site",
]
