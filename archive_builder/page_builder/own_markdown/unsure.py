"""What the renderer raises where it does not know for certain what Python-Markdown would write."""

from __future__ import annotations


class UnsureError(Exception):
    """The page holds something that is none of the renderer's forms: Python-Markdown has to render it."""
