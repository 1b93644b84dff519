"""Tick boxes as signs in a text: how readers write the box of a form, and which signs say yes or no."""

from __future__ import annotations

EMPTY, TICKED = "☐", "☒"
"""How a box without a sign of its own is written: a field of a form, a check box of a web page or a PDF."""
EMPTY_SIGNS = "☐□▢◻◽❏❐❑❒🗆⬜○◯"
"""Signs of a box, or of one choice of several, that nobody ticked."""
TICKED_SIGNS = "☑☒✓✔✅🗸🗹🗵🗷◉⦿"
"""Signs of a box that is ticked, and ticks without a box."""


def sign(*, is_ticked: bool) -> str:
    """Return the sign by which the state of a box stands in a text."""
    return TICKED if is_ticked else EMPTY
