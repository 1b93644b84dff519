"""The files of a site that are no pages: search, data, feeds, originals, styles and scripts.

Those that a build generated get a place in the site without a copy where the disk can do that. Nobody
writes into them: a build puts another file in their place (`files`). Files written by hand, and scripts
and styles, which are made smaller in the site, are copied.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import File, Files

from archive_builder.page_builder.kept_pages import put_in_place
from archive_builder.page_builder.marker import MARKER

_REWRITTEN = (".js", ".css")


def put_static_files(files: Files, docs: Path) -> None:
    """Put all files that are no pages into the site, as MkDocs would copy them."""
    generated = {marker.parent.name for marker in docs.glob(f"*/{MARKER}")}
    for file in files:
        if file.is_documentation_page() or not file.inclusion.is_included():  # type: ignore[no-untyped-call]
            continue
        if _is_generated(file, generated, docs):
            put_in_place(Path(str(file.abs_src_path)), Path(file.abs_dest_path))
        else:
            file.copy_file()


def _is_generated(file: File, folders: set[str], docs: Path) -> bool:
    top, _, rest = file.src_uri.partition("/")
    own = file.src_dir is not None and Path(file.src_dir) == docs
    return own and bool(rest) and top in folders and not file.src_uri.endswith(_REWRITTEN)
