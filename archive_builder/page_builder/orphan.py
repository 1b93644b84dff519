"""A page builder whose build was killed ends, too: nobody waits for its pages, and the next build makes its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Made = TypeVar("Made")

_BUILD = os.getppid()
"""The process that waits for the pages. Another takes over a process whose own has ended (not on Windows)."""


def end_if_orphaned() -> None:
    """End this process if the build that started it is gone."""
    if os.getppid() != _BUILD:
        sys.exit("The build that asked for these pages has ended.")


def watch(made: Iterable[Made]) -> Iterator[Made]:
    """Yield pages as they are made, for as long as somebody waits for them."""
    for page in made:
        end_if_orphaned()
        yield page
