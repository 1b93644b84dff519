"""One small file a quirk: its blocks against a golden text, made anew with `pytest --update`."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.read import READERS
from archive_builder.read.outcome import RefusedError
from tests.read.shown import lost, shown

FILES = Path(__file__).parent / "files"
GOLDEN = Path(__file__).parent / "golden"
READ = {ending: READERS[ending].open for ending in (".pdf", ".docx", ".odt", ".html")}
REFUSED = {
    "scan.pdf": ("no-text-layer", "ocrmypdf in.pdf out.pdf"),
    "password.pdf": ("password", "without a password"),
}
NAMES = sorted(path.name for path in FILES.iterdir() if path.name not in REFUSED)


@pytest.mark.parametrize("name", NAMES)
def test_blocks(name: str, request: pytest.FixtureRequest) -> None:
    opened = READ[Path(name).suffix]((FILES / name).read_bytes())
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update"):
        golden.write_text(shown(opened), "utf-8")
    assert shown(opened) == golden.read_text("utf-8")
    assert lost(opened) == []


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    code, hint = REFUSED[name]
    with pytest.raises(RefusedError) as refused:
        READ[Path(name).suffix]((FILES / name).read_bytes())
    assert refused.value.code == code
    assert hint in refused.value.hint


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(".html")])
def test_truncated(name: str) -> None:
    """Half a file gives one clear refusal."""
    data = (FILES / name).read_bytes()
    with pytest.raises(RefusedError) as refused:
        READ[Path(name).suffix](data[: len(data) // 2])
    assert refused.value.code in ("damaged-file", "no-text-layer")


@pytest.mark.parametrize("name", NAMES)
def test_same_bytes_same_blocks(name: str) -> None:
    data = (FILES / name).read_bytes()
    read = READ[Path(name).suffix]
    assert shown(read(data)) == shown(read(data))
