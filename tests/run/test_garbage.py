"""The search for cycles is put off, and taken up again whatever happens."""

from __future__ import annotations

import gc

import pytest

from archive_builder.run.garbage import uncollected


def test_it_is_put_off_and_taken_up_again() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_taken_up_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="why not"), uncollected():
        raise ValueError("why not")
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
