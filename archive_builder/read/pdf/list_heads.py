"""What heads a list of people, by its words: told here only to see which way lists side by side are read."""

from __future__ import annotations

import re
from functools import cache

from archive_builder.lang import table
from archive_builder.text.words import phrase

_LISTS = ("present", "also_present", "apologies")
_PARTS = ("attend_present", "attend_absent", "attend_outsiders", "attend_glue")


def is_list_head(text: str) -> bool:
    """True if a text is a label of attendance, as "Present:" or "Apologies for absence"."""
    return bool(_pattern().fullmatch(text.strip(" :–-.").casefold()))


@cache
def _pattern() -> re.Pattern[str]:
    vocabulary = table("words")["vocabulary"]
    words = {**vocabulary, **vocabulary["signs"]}
    whole = phrase([label for name in _LISTS for label in words[name]])
    part = phrase([word for name in _PARTS for word in words[name]])
    telling = phrase([*words["attend_present"], *words["attend_absent"]])
    return re.compile(rf"(?:{whole})|(?=.*\b(?:{telling})\b)(?:{part})(?:[\s,/]+(?:{part}))*")
