"""Sentences that dispose of a matter or direct an officer: "The appeal was dismissed", "The Clerk was instructed"."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

DISPOSALS = RuleTable(
    Rule(
        "matter-disposed-of",
        r"""(?! .* \b {PLANNING} \b )
            (?: [^?]{3,200} (?: [,;:] | \b and ) \s )?
            (?: (?: the | this | that | further | her | his | their ) \s )* (?: \w+ \s )?
            {MATTER} s? \b [^?.,;:]{0,120}?
            \s (?:was|were) \s (?: {MANNER} \s )* {DISPOSED_OF}
            (?! \s+ (?: by | at | in ) \s (?! (?: the \s+ )? {BODY_NOUNS} | {UNANIMOUS} ) ) \b [^?]{0,120}""",
        (
            "The petition was granted.",
            "Further discussion was tabled until June.",
            "Consideration of the report was deferred to the May meeting.",
            "The appeal of Ms Lee was unanimously dismissed.",
        ),
        (
            "The bus was deferred.",
            "The planning application was refused.",
            "The request was refused by the landlord.",
            "Was the appeal dismissed?",
        ),
        act=Act.DECIDES,
        confidence=0.7,
    ),
    Rule(
        "officer-directed",
        r"""(?: [^?]{3,200} (?: [,;] | \b and ) \s )?
            (?:the\s+)? (?: [\w’'-]+ \s+ )? {OFFICER_NOUN} s? \s (?:was|were) \s (?: {MANNER} \s )*
            {DIRECTED} \s to \b [^?]*""",
        (
            "The Secretary was instructed to write to the county.",
            "After some debate, the Town Clerk was authorised to sign the lease.",
        ),
        ("The Clerk was asked to write.", "The driver was instructed to stop."),
        act=Act.DECIDES,
        confidence=0.7,
    ),
    Rule(
        "body-fixes",
        r"""(?: [^.?]{3,80}, \s+ )? {THE_BODY} \s+ (?: {HOW} \s+ )*
            (?: {FIXED} \s (?: the | a | its | new ) \s (?: [\w’'-]+ \s ){0,3}? {FIXED_THING} \b
              | {WISHED} \s it \s to \s be \s {NOTED}
              | {ACCEPTED} \s with \s {ACCEPTING_WITH}
              | {CONFIRMS} \s (?: the | its ) \s {APPOINTMENT} \b ) [^?]*""",
        (
            "The Committee set the deadline for entries to 31 May.",
            "Council fixed its precept at £12,000.",
            "The Committee wished it to be noted that the rules are old.",
            "The committee accepted with thanks.",
            "The Board confirmed the appointment of Ms Ray as auditor.",
        ),
        ("The Committee set out the plan.", "The Clerk set the date.", "The Board confirmed the address."),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "carried-unanimously",
        r"""[^?.]{3,200} \b (?:was|were) \s (?: (?: {MANNER} | {UNANIMOUS} ) \s {CARRIED}
              | {CARRIED} \s (?: {MANNER} | {UNANIMOUS} | nem ) ) \b [^?]{0,80}""",
        ("The budget was carried unanimously.", "The amendments were unanimously carried."),
        ("The bench was carried by two men.",),
        act=Act.DECIDES,
        confidence=0.8,
    ),
)
"""Sentences that dispose of a matter, direct an officer or fix a sum or day."""
