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
from archive_builder.page_builder.stamps import is_same_file

_REWRITTEN = (".js", ".css")


def put_static_files(files: Files, docs: Path, last_site: Path | None = None) -> list[str]:
    """Put all files that are no pages into the site, as MkDocs would copy them.

    Return the names of those that stay in the last site, where it is given: they have their place there already.
    """
    stay: list[str] = []
    generated = {marker.parent.name for marker in docs.glob(f"*/{MARKER}")}
    for file in files:
        if file.is_documentation_page() or not file.inclusion.is_included():  # type: ignore[no-untyped-call]
            continue
        if not _is_generated(file, generated, str(docs)):
            _copy(file)
        elif last_site and is_same_file(str(file.abs_src_path), f"{last_site}/{file.dest_uri}"):
            stay.append(file.dest_uri)
        else:
            put_in_place(Path(str(file.abs_src_path)), Path(file.abs_dest_path))
    return stay


def _copy(file: File) -> None:
    """Copy a file in the place of what a build that was killed left there: that may be a link to the file itself."""
    Path(file.abs_dest_path).unlink(missing_ok=True)
    file.copy_file()


def _is_generated(file: File, folders: set[str], docs: str) -> bool:
    top, _, rest = file.src_uri.partition("/")
    return file.src_dir == docs and bool(rest) and top in folders and not file.src_uri.endswith(_REWRITTEN)
