"""The stages in their order; this package alone knows them all.

read -> tidy -> correct -> recognise -> link -> check -> render, index, export -> publish

The first four look at one file alone; they are in `run.one_file`. From `link` on, a stage works on all
documents together. Where one fails, the files that it fails over are left out, each with a problem, and
the rest is published; a failure that no file explains is a StageError (`run.left_out`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "Built": "pipeline.site",
    "Gathered": "pipeline.gathering",
    "LeakError": "removal.gate",
    "Published": "pipeline.docs_folder",
    "StageError": "run.left_out",
    "document": "run.one_file",
    "gather": "pipeline.gathering",
    "publish_docs": "pipeline.docs_folder",
    "publish_site": "pipeline.site",
    "read_part": "pipeline.gathering",
    "verify_site": "pipeline.verification",
}
"""Where each name is: loaded when it is first asked for, for a build with nothing to do asks for none."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"archive_builder.{_HOMES[name]}"), name)
