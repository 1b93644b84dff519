"""The size of a site, by its folders."""

from __future__ import annotations

from pathlib import Path

from archive_builder.publish import measure


def test_a_site_is_measured_by_the_folders_at_its_top(tmp_path: Path) -> None:
    for path, size in {
        "index.html": 10,
        "meetings/fenny/index.html": 2_000_000,
        "meetings/index.html": 500_000,
        "search/words.js": 4_000_000,
        ".generated": 7,
        ".old/index.html": 9,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"x" * size)
    size = measure(tmp_path)
    assert (size.files, size.bytes) == (4, 6_500_010)
    assert size.bytes_by_folder == {"search": 4_000_000, "meetings": 2_500_000, "": 10}
    assert size.files_by_folder == {"search": 1, "meetings": 2, "": 1}
    assert size.largest_file == 4_000_000
    assert size.largest == "search/ 4.0 MB in 1 file, meetings/ 2.5 MB in 2 files"


def test_no_site_has_no_size(tmp_path: Path) -> None:
    size = measure(tmp_path / "site")
    assert (size.files, size.bytes, size.largest_file, size.largest) == (0, 0, 0, "")
