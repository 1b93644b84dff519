"""The words of a language: a folder a language, read here and nowhere else.

`en/words.toml`    the vocabulary by which documents are recognised; `archive.toml` extends it
`en/dates.toml`    names of months and days
`en/interface.toml`, `en/pages/`    what pages say: sentences and names by key, and templates
`en/standing_pages/`    the pages that are the same in every archive, until it has its own
`en/data.toml`    what each data file and each of its keys means
`en/topics.yml`    the topics that records are placed under, with the words that place them
`en/stop_words.txt`, `en/question_words.txt`    words by which sentences are not compared
`en/query.toml`, `en/spellings.toml`    what the search makes of what is typed
`en/figures.toml`    words of tables of figures: units, quarters, heads of sums
`en/glossary.toml`    terms that readers meet, with what they stand for and are
`en/sample_minutes.md`    an invented document: what workers are made ready with before the first real one
`en/private.toml`    the words by which it is told that a passage may be private
`en/titles.txt`    what stands before a person's name and is redacted with it
`en/given_names.txt`, `en/surnames.txt`    names that speak for a person where a list of people is read
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGE = "en"
"""The language that documents are read in and pages are written in."""


def table(name: str, language: str = LANGUAGE) -> dict[str, Any]:
    """The table of words in `<language>/<name>.toml`."""
    file = resources.files("archive_builder.lang") / language / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


def topics_yaml(language: str = LANGUAGE) -> str:
    """The text of `<language>/topics.yml`, in the form of an archive's own `topics.yml`."""
    return (resources.files("archive_builder.lang") / language / "topics.yml").read_text("utf-8")


def standing_pages(language: str = LANGUAGE) -> dict[str, str]:
    """The pages that every archive has (about it, help …), by their names in the docs folder."""
    folder = resources.files("archive_builder.lang") / language / "standing_pages"
    return {
        file.name: file.read_text("utf-8") for file in sorted(folder.iterdir(), key=lambda file: file.name)
    }


@cache
def word_list(name: str, language: str = LANGUAGE) -> frozenset[str]:
    """The words of `<language>/<name>.txt`, in lower case; lines that begin with "#" are comments."""
    file = resources.files("archive_builder.lang") / language / f"{name}.txt"
    lines = file.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
