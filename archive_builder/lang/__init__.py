"""The words of a language: a folder a language, read here and nowhere else.

`en/words.toml`    the vocabulary by which documents are recognised; `archive.toml` extends it
"""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

LANGUAGE = "en"
"""The language that documents are read in and pages are written in."""


def table(name: str, language: str = LANGUAGE) -> dict[str, Any]:
    """The table of words in `<language>/<name>.toml`."""
    file = resources.files("archive_builder.lang") / language / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))
