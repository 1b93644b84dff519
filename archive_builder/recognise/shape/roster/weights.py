"""How much each feature counts for a reading of a piece of a list. Positive speaks for it; 1.0 is enough alone."""

from __future__ import annotations

from collections.abc import Mapping

PERSON: Mapping[str, float] = {
    "two-capitals": 0.8,
    "one-capital": -1.0,
    "many-words": -0.8,
    "given-name": 1.6,
    "surname": 0.7,
    "honorific": 2.2,
    "office-before": 1.4,
    "post-behind": 0.9,
    "body-behind": 0.5,
    "initials": 1.0,
    "shared-title": 2.4,
    "named-elsewhere": 1.6,
    "post-noun": -4.0,
    "post-noun-behind-given-name": -1.0,
    "body-noun": -2.6,
    "body-noun-behind-given-name": -0.4,
    "not-in-names-behind-given-name": -1.2,
    "not-in-names": -3.5,
    "small-elsewhere": -0.7,
    "possessive": -3.0,
    "unknown": -0.4,
    "words-before": -0.4,
    "initials-alone": -1.0,
    "by-surname": 1.8,
    "abbreviation-at-the-end": -2.4,
}
"""Of a piece read as a person. The words of bodies count against only where nothing speaks for a person."""

BESIDE: Mapping[str, float] = {
    "post": 2.6,
    "speaks-of-post": 1.3,
    "ends-as-body": 2.2,
    "holds-body": 1.0,
    "abbreviation": 1.4,
    "abbreviation-at-the-end": 2.0,
    "the-post": -1.2,
    "letters": 2.6,
    "of": 0.5,
    "representing": 2.4,
    "small": -0.4,
    "sentence": -3.0,
    "small-words": -1.5,
    "holds-name": -4.0,
}
"""Of a piece read as the post or the body of the person before it."""

BESIDE_BEHIND: Mapping[str, float] = {
    "start": -4.0,
    "comma": -0.8,
    "semicolon": -2.5,
    "and": -3.6,
    "dash": 0.5,
    "colon": -0.6,
    "stop": -3.0,
    "gap": 0.3,
    "bracket": 1.1,
    "behind": -0.6,
    "title": -3.0,
}
"""Of the mark before such a piece."""

PERSON_BEHIND: Mapping[str, float] = {
    "start": 0.0,
    "comma": 0.2,
    "semicolon": 0.4,
    "and": 0.4,
    "dash": -2.0,
    "colon": -2.5,
    "stop": 0.2,
    "gap": 0.1,
    "bracket": -3.0,
    "behind": 0.1,
    "title": 0.4,
}
"""Of the mark before a person."""

AHEAD_OF_PERSON: Mapping[str, float] = {
    "colon": 3.2,
    "dash": 2.2,
    "bracket": 3.0,
    "comma": -0.6,
    "title": 0.6,
    "gap": 0.3,
}
"""Of the mark between a post and its holder behind it: "Chair: Ann Lee"; it makes up for PERSON_BEHIND."""

AHEAD: Mapping[str, float] = {"post": 1.4, "speaks-of-post": 0.5, "place": -1.2}
ONE_A_LINE = 1.7
"""A comma in a list with one person a line is followed by what belongs to that person."""
ANOTHER_IN_LINE = -1.2
"""And hardly by a further person."""
TEXT = -0.5
"""Of a piece that is left as text."""
REMARK = 2.0
"""Of a piece that begins as remarks do: "(left at 8 pm)"."""
INITIALS_OF_NAME = 2.8
ROLL = 2.4
"""Of a word that says whether somebody was there."""
CONFIRMED = 0.9
"""Of a person with a post, or a word of a roll call, behind the name."""
TOLD_OF = -1.0
"""Of a piece behind which a dash is followed by running text: "Front Gate – nothing new to report"."""
SURE = 1.0
"""A person's own features must reach this; what is less sure stays text."""
COMPANY = 0.8
"""Of a person in a list most of whose other entries are sure."""
LISTED, UNLISTED, PROSE, COLUMN = 0.6, -0.6, -0.2, 1.2
"""Of a person below a label of attendance, below another heading near it, in a sentence, in a column of names."""
JOINED = 0.3
"""Taken off for each kind of mark within a post."""
AREA = 1.5
"""Of a post of two areas: "Head of Estates and Fleet"."""
FIRM = 1.2
"""Of a body of two names: "Rao & Finch Surveyors"."""
