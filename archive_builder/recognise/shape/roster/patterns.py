"""The patterns that lists of people are read with, made of a vocabulary's lists."""

from __future__ import annotations

import re
from functools import lru_cache

from archive_builder.model import AttendanceStatus
from archive_builder.settings import Vocabulary
from archive_builder.text.words import phrase


class Words:
    """The patterns made of a vocabulary's lists."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._before_names(vocabulary)
        self._behind_names(vocabulary)
        self._of_rolls(vocabulary)
        signs = vocabulary.signs
        self.joins = re.compile(rf"\s+({phrase(signs['roster_joins'])}|&)\s+", re.IGNORECASE)
        told = phrase(signs["told_beside"])
        self.sentence = re.compile(rf"\b(?:was|were|is|are|had|has|have|will|would|that|to\s+be|{told})\b")
        self.posts = re.compile(rf"\b(?:{phrase(vocabulary.role_nouns)})\b", re.I)
        members = phrase(title for title in vocabulary.honorifics if title in signs["member_titles"])
        self.membership = re.compile(rf"(?:[A-Z][\w-]+\s){{0,2}}(?:{members})")

    def _before_names(self, vocabulary: Vocabulary) -> None:
        """Titles and areas before a name."""
        signs = vocabulary.signs
        honorifics = phrase(vocabulary.honorifics)
        areas = phrase(signs["member_areas"])
        self.shared = re.compile(
            rf"(?:the\s+)?(?P<area>(?:(?:{areas})\s+)*)(?P<title>{phrase(signs['shared_titles'])})\b\.?\s*[:–-]?\s*",
            re.I,
        )
        self.personal = re.compile(rf"[\s,]*\b(?:{phrase(signs['personal_titles'])})\.?$")
        self.honorific = re.compile(rf"(?:{honorifics})\b")
        self.area = re.compile(
            rf"(?:(?!(?:{honorifics})\b)[A-Z][\w’'-]*\s+){{1,2}}(?=(?:{honorifics})\b\.?\s+[A-Z])"
        )
        self.other_language = re.compile(rf"^[^/()]{{2,30}}\s/\s(?=(?:{honorifics})\b)")

    def _behind_names(self, vocabulary: Vocabulary) -> None:
        """Remarks, letters and bodies behind a name."""
        signs = vocabulary.signs
        self.remark_behind = re.compile(rf"\s+(?:{phrase(signs['roster_remarks'])})\b.*$")
        self.remark = re.compile(rf"(?:also\s+)?(?:{phrase(signs['roster_remarks'])})\b|\d|[\w.+-]+@", re.I)
        letters = phrase(signs["letters_after_names"])
        self.letters = re.compile(rf"(?:(?:{letters}|(?:[A-Z][a-z]?\.){{1,3}}[A-Z]\.?)\s*)+")
        self.letters_behind = re.compile(
            rf"\s(?P<letters>(?:{letters}|(?:[A-Z][a-z]?\.){{1,3}}[A-Z]\.?)(?:\s(?:{letters}))*)$"
        )
        origins = phrase(signs["origins"])
        self.origin = re.compile(rf"\s+(?:{origins})\s+(?:the\s+)?(?P<organization>[A-Z].*|[a-z].*)$")
        self.body_of = re.compile(rf"(?:{origins})\s+(?:the\s+)?(?P<organization>[A-Z].*)")
        self.counted = re.compile(rf"\s+(?:{phrase(signs['roster_joins'])}|&)\s+(?:\d|[a-z]).*$")

    def _of_rolls(self, vocabulary: Vocabulary) -> None:
        """Votes, and the words of a roll call."""
        signs = vocabulary.signs
        votes = (*signs["voted_for"], *signs["voted_against"], *signs["abstaining"])
        self.vote = re.compile(rf"(?:{phrase(votes)})", re.I)
        roll = phrase(word.capitalize() for word in (*signs["roll_present"], *signs["roll_absent"]))
        self.roll_behind = re.compile(rf"(?<=[\w.’')])\s+(?P<roll>{roll})\.?$")
        """A word of a roll call behind a name that nothing sets apart: "Trustee Ann Lee Present"."""
        self.there = dict.fromkeys(signs["roll_present"], AttendanceStatus.PRESENT)
        self.there |= dict.fromkeys(signs["roll_absent"], AttendanceStatus.APOLOGIES)


@lru_cache(maxsize=8)
def words_of(vocabulary: Vocabulary) -> Words:
    """The patterns of a vocabulary, made once."""
    return Words(vocabulary)
