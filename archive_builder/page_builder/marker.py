"""How a folder is known that a build may replace."""

from __future__ import annotations

MARKER = ".generated"
"""A file of this name marks a folder as ours: what is in it is replaced by the next build."""
