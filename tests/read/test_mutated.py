"""No bytes make a reader raise anything but its refusal."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from archive_builder.read import READERS
from archive_builder.read.outcome import RefusedError
from archive_builder.read.packages import kind_of

FILES = Path(__file__).parent / "files"
SEEDS = {path.name: path.read_bytes() for path in sorted(FILES.iterdir()) if path.name != "scan.pdf"}
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 3), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6
)
QUICK = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
LONG = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def mutated(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """A file with some of its bytes overwritten, added, taken out or the rest cut off."""
    made = bytearray(data)
    for at, how, put in changes:
        place = int(at * max(0, len(made) - 1))
        if how == 0:
            made[place : place + len(put)] = put
        elif how == 1:
            made[place:place] = put
        elif how == 2:
            del made[place : place + len(put)]
        elif at > 0.5:
            del made[place:]
    return bytes(made)


def mutated_inside(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """A zipped document whose text part is mutated and the container whole."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(held, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            inner = name.endswith(("document.xml", "content.xml", "numbering.xml", "styles.xml"))
            made.writestr(name, mutated(part, changes) if inner else part)
    return held.getvalue()


def read_or_refused(suffix: str, data: bytes) -> None:
    kind_of(data)
    with contextlib.suppress(RefusedError):
        READERS[suffix].open(data)


@pytest.mark.parametrize("name", SEEDS)
@QUICK
@given(changes=CHANGES)
def test_mutated(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    read_or_refused(Path(name).suffix, mutated(SEEDS[name], changes))


@pytest.mark.parametrize("name", [name for name in SEEDS if name.endswith((".docx", ".odt"))])
@QUICK
@given(
    changes=st.lists(
        st.tuples(
            st.floats(0.05, 0.5), st.integers(0, 2), st.sampled_from([bytes([n]) for n in b'<>/0129a "'])
        ),
        max_size=3,
    )
)
def test_mutated_inside(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    read_or_refused(Path(name).suffix, mutated_inside(SEEDS[name], changes))


@pytest.mark.deep
@pytest.mark.parametrize("name", SEEDS)
@LONG
@given(changes=CHANGES)
def test_mutated_long(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    read_or_refused(Path(name).suffix, mutated(SEEDS[name], changes))


@pytest.mark.parametrize("suffix", READERS)
@QUICK
@given(data=st.binary(max_size=2000))
@example(data=b"")
@example(data=b"%PDF-1.7")
@example(data=b"PK\x03\x04")
def test_any_bytes(suffix: str, data: bytes) -> None:
    read_or_refused(suffix, data)
