"""Tick boxes as signs in a text: how readers write the box of a form, and which signs say yes or no."""

from __future__ import annotations

import re
from itertools import pairwise

EMPTY, TICKED = "☐", "☒"
"""How a box without a sign of its own is written: a field of a form, a check box of a web page or a PDF."""
EMPTY_SIGNS = "☐□▢◻◽❏❐❑❒🗆⬜○◯"
"""Signs of a box, or of one choice of several, that nobody ticked."""
TICKED_SIGNS = "☑☒✓✔✅🗸🗹🗵🗷◉⦿"
"""Signs of a box that is ticked, and ticks without a box."""


def sign(*, is_ticked: bool) -> str:
    """Return the sign by which the state of a box stands in a text."""
    return TICKED if is_ticked else EMPTY


CROSSES = "✗✘❌"
"""Signs that say no: not done, not chosen. Beside empty boxes a box with a cross in it is the chosen one."""
_BOXES = "☐🗆⬜"
"""Empty boxes that are nothing else; the other signs are bullets where nothing is ticked."""
_ANY = re.compile(f"[{TICKED_SIGNS}{CROSSES}{EMPTY_SIGNS}]")
_SURE = re.compile(f"[{TICKED_SIGNS}{CROSSES}{_BOXES}]")


def is_empty_box(text: str) -> bool:
    """True if a text is nothing but an empty box."""
    return text.strip() in tuple(_BOXES)


def is_tick(text: str) -> bool:
    """True if a text is nothing but a tick or a ticked box."""
    return text.strip() in tuple(TICKED_SIGNS)


def has_boxes(text: str) -> bool:
    """True if a text holds tick boxes, or ticks."""
    return _SURE.search(text) is not None


def without_unticked(text: str) -> str:
    """A text in which spaces stand for its boxes and for the words of those that nobody ticked.

    It is as long as before, so that places in it stay what they are. The words of a box stand behind it, or
    before it where the text begins with words and ends with a box ("Approved ☐ Rejected ☒", "Approved: ☐ Rejected: ☒").
    """
    if not has_boxes(text):
        return text
    signs = [match.start() for match in _ANY.finditer(text)]
    lead = text[: signs[0]].rstrip()
    between = [text[start + 1 : end].strip() for start, end in pairwise(signs)]
    labels = bool(between) and all(words.endswith(":") for words in (lead, *between))
    stand_before = bool(lead) and (labels or not lead.endswith(":")) and signs[-1] == len(text.rstrip()) - 1
    edges = [0, *(sign + 1 for sign in signs)] if stand_before else [*signs, len(text)]
    made = "" if stand_before else text[: signs[0]]
    for sign, (start, end) in zip(signs, pairwise(edges), strict=True):
        words = text[start:end]
        made += words.replace(text[sign], " ") if text[sign] in TICKED_SIGNS else " " * len(words)
    return made + text[len(made) :]
