"""Words that must not be published, and what is published in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

REDACTED = re.compile(r"\[redacted: [^\]]*\]")
"""What stands in the place of words that were taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """A passage or a person's name that is taken out of documents before anything else reads them."""

    passage: str = ""
    """The words; empty where a name is given."""
    name: str = ""
    """A person's full name: it is taken out wherever it stands, also in part or with a title."""
    also: tuple[str, ...] = ()
    """Other names of the person: a nickname, a former name, a user name."""
    reason: str
    """What readers are told in their place."""
    only_here: bool = False
    """True if other documents may have the same words."""
    is_of_document: bool = False
    """True if it was asked for in one document, not in all."""
    origin: str = ""
    """Where it was asked for, without its words: "entry 2 of redactions.yml"."""

    @property
    def shown(self) -> str:
        """What stands in the place of the words."""
        return f"[redacted: {self.reason}]"
