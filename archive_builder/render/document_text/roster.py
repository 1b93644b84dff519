"""Attendance lists that run on in one paragraph, as the entries they hold.

Notes are printed with a name a line: "Ann Lee (Chair)", below it "Bo Ray (Treasurer)"; what turns them
into text often leaves the lines out. Lists with commas read well as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENTRY = re.compile(r"(?:^|[)\n])\s*(?P<start>(?:[\w.]+ ){0,2})$")
"""Before a name: the beginning, a new line or a closed bracket, and at most two words of a title."""


def entries(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return start and end of each entry; empty unless there are several and each begins with a name."""
    starts: list[int] = []
    position = 0
    for name in names:
        at = text.find(name, position)
        before = _ENTRY.search(text, position, at) if at >= 0 else None
        if before is None:
            return []
        starts.append(before.start("start"))
        position = at + len(name)
    if len(starts) < 2 or starts[0]:
        return []
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
