"""Decisions as lists, records and reports print them: key decisions, decision records, recommendations."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Rule

KEY_DECISION = Rule(
    "key-decision",
    r"""(?P<title> .+? ) \s+ (?: \w+ \s+ )? decision \s* [–:-]? \s* (?P<number> \d{1,4} ) \s* (?: [-–/] \s* | \s )
        (?P<year> \d{4} ) \s* [–-] \s* (?P<date> .+ )""",
    (
        "Sale of a barn PCC Decision – 031-2024 – 3 May 2024",
        "Parking PCC Decision – 08 2024 - 7 May 2024",
        "Radios PCC Decision 027 – 2024 – 9 May 2024",
    ),
)
ASKED = Rule(
    "recommendation",
    r"""(?:that\s+)? (?:the|this) \s+ [\w\s]{0,60}? (?:panel|board|committee|council|members|forum|cabinet) \s+
        (?:members\s+)?
        (?: (?:is|are) \s+ (?:asked|recommended|requested|invited|advised) \s+ to
          | (?:note|notes|receive|approve|consider|agree|endorse|comment) ) \b .*""",
    (
        "The Forum is asked to comment on the plan.",
        "That the Panel receive and note the report.",
        "The board is recommended to approve the plan.",
    ),
)
CONFIDENTIAL = re.compile(r"\b(?:a|an)\s+(?:confidential|exempt|restricted)\s+decision\b", re.IGNORECASE)
SECRET = re.compile(r"\b(?:confidential|exempt|restricted)\b(?!\s+(?:no|none)\b)", re.IGNORECASE)
DECIDED = Rule(
    "decision-section",
    r"(?:the\s)? (?:key\s)? decisions? (?: \s (?: made | taken | agreed | notice ) )?",
    ("Decision", "The decision made"),
)
NUMBER = Rule(
    "decision-number",
    r"""(?:decision|dn|reference) \s* (?:number|no\.?|ref(?:erence)?)? \s* [:.]? \s*
        (?P<number> (?:[A-Z]{1,6}[\s/-]?){0,3}\d[\w/-]* ) \.?""",
    ("Decision number: 014/2025", "Decision reference: PCC-D-2025/014", "Reference: DN 2025-07"),
)
RECOMMENDING = re.compile(r"(?:\d+[.\s]*)?recommendations?", re.IGNORECASE)
