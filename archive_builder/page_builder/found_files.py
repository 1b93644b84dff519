"""The files of the docs folder, found as MkDocs finds them, at a fraction of the cost of each.

Most files of a large site are not looked at again once they are found: what MkDocs works out for each file when it
meets it is given to it here, where it is known already. `tests/page_builder/test_found_files.py` compares the two.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions

_FIRST = ("index", "README")
"""Names of pages that stand before all others in their folder, without their ending."""


class _FoundFile(File):
    """A file whose path is known to be in its shortest form, with "/" between its parts."""

    def __init__(self, path: str, config: MkDocsConfig) -> None:
        self.src_uri = path
        self.src_dir = config.docs_dir
        self.dest_dir = config.site_dir
        self.use_directory_urls = config.use_directory_urls
        self.abs_src_path = f"{config.docs_dir}/{path}"


def find_files(config: MkDocsConfig) -> Files:
    """Return the files that MkDocs' `get_files` returns, in the same order."""
    files = [_FoundFile(path, config) for path in _paths(config.docs_dir, "")]
    if os.sep != "/" or _share_addresses(files):
        return get_files(config)
    set_exclusions(files, config)
    return Files(files)


def _paths(folder: str, below: str) -> Iterator[str]:
    """Yield the paths of the files below a folder: its own, then those of its folders, each by name."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, entry.path, entry.is_dir()) for entry in entries)
    except OSError:  # MkDocs leaves out what cannot be read
        return
    names = (name for name, _, is_folder in found if not is_folder)
    yield from (f"{below}{name}" for name in sorted(names, key=_place))
    for name, path, is_folder in found:
        if is_folder:
            yield from _paths(path, f"{below}{name}/")


def _place(name: str) -> tuple[bool, str]:
    """Return what a file's place in its folder is decided by."""
    return os.path.splitext(name)[0] not in _FIRST, name  # noqa: PTH122 - this is asked of every file of a site


def _share_addresses(files: Iterable[File]) -> bool:
    """Return True if two files have one address (a README beside an index): MkDocs says so, and leaves one out."""
    pages = [
        file.dest_uri for file in files if file.is_documentation_page() or file.src_uri.endswith(".html")
    ]
    return len(set(pages)) < len(pages)
