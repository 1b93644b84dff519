"""Sentences whose subject is the body that decides: "The Board noted the report", "and so members agreed to wait"."""

from __future__ import annotations

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

BODY_DECIDES = RuleTable(
    Rule(
        "body-notes",
        r"""{FIRST} {THE_BODY} \s+ (?: {HOW} \s+ )* (?: {RESOLVED} \s to \s {NOTE} | {NOTED} ) \b [^?]*""",
        (
            "Committee resolved to note the apologies.",
            "The Board noted the report.",
            "The Committee took note of a report on the weirs.",
        ),
        ("The Clerk noted the report.", "Has the Board noted it?"),
        act=Act.NOTES,
        confidence=0.9,
        outcome=DecisionKind.NOTED,
    ),
    Rule(
        "body-decides",
        r"""{FIRST} (?! we \b ) {THE_BODY} \s+ (?: \w+ing \b [^,.?]{0,40} , \s+ )? (?: {HOW} \s+ )*
            (?: {RESOLVED} | {ASSENTED} | {DECIDED} | {RESOLVE}
              | {TAKES_DECISION} \s (?: the | a ) \s {DECISION} (?= \s (?: to | that | not ) \b ) ) \b
            (?! \s with \s (?! (?: the | this | these | that | those | it | all ) \b ) )
            (?! \s with \s (?: the | that | this ) \s (?: {OFFICE} | {TIER} ) \b ) [^?]*""",
        (
            "The Board endorsed the plan.",
            "The Board agreed with this approach.",
            "The Councillors noting this, agreed to write.",
            "The Panel agreed to write to the minister.",
            "The Town Council decided to wait.",
            "All present agreed to meet at six.",
            "After much thought, the Councillors agreed that the hedge be cut.",
            "The Committee resolves under its powers to spend the sum above.",
            "Council approves £200 for a new mower.",
            "The Board made the decision to post a card.",
        ),
        (
            "The builder agreed to come back.",
            "The Board is minded to agree.",
            "The Board agreed with Ms Lee.",
            "We supported two courses.",
            "The Board agreed with the clerk.",
        ),
        act=Act.DECIDES,
        confidence=0.9,
    ),
    Rule(
        "we-decide",
        r"""{FIRST} we \s+ (?: {HOW} \s+ )* (?: {RESOLVED} | {ASSENTED} | {OWN_DECISION}
              | {RESOLVE} (?= \s+ (?: to | that ) \b )
              | {TAKES_DECISION} \s (?: the | a ) \s {DECISION} (?= \s (?: to | that | not ) \b ) ) \b
            (?! \s with \s (?! (?: the | this | these | that | those | it | all ) \b ) )
            (?! \s with \s (?: the | that | this ) \s (?: {OFFICE} | {TIER} ) \b ) [^?]*""",
        ("We agreed to meet in June.", "Overall, we decided to wait.", "We agree to mend it."),
        ("We supported two courses.", "We agree on most of the plan.", "We agree.", "We agreed with Ms Lee."),
        act=Act.DECIDES,
        confidence=0.9,
    ),
    Rule(
        "body-has-no-objection",
        r"{FIRST} {THE_BODY} \s+ (?: {HOW} \s+ )* {HAS_VIEW} \s+ {NO_VIEW} \b [^?]*",
        ("Council had no objection to the road closure.", "The Board raised no objections."),
        ("The owner had no objection.", "The Board had no money."),
        act=Act.DECIDES,
        confidence=0.9,
    ),
    Rule(
        "body-considers-and-notes",
        r"""{THE_BODY} \s+ {CONSIDERED} \b (?: (?! \b (?: {RESOLVED} | {ASSENTED} ) \b ) [^.?] ){0,300}? \s and \s+
            (?: {HOW} \s+ )? {NOTED} \b (?! .* \b and \s (?: {HOW} \s+ )? (?: {RESOLVED} | {ASSENTED} ) \b ) [^?]*""",
        ("The Board received and noted the report.",),
        ("The Board received the report, noted it and approved the plan.",),
        act=Act.NOTES,
        confidence=0.9,
        outcome=DecisionKind.NOTED,
    ),
    Rule(
        "body-considers-and-decides",
        r"""{THE_BODY} \s+ {CONSIDERED} \b (?:[^.?]{3,300}?)? \s and \s+
            (?: {HOW} \s+ )? (?: {RESOLVED} | {ASSENTED} | {NOTED} ) \b [^?]*""",
        (
            "Members considered the plan and AGREED to drop two schemes.",
            "The Board reviewed and accepted the dates.",
        ),
        ("Members considered the plan and the map.",),
        act=Act.DECIDES,
        confidence=0.9,
    ),
)
"""Sentences whose subject is the body itself."""
BODY_DECIDES_WITHIN = RuleTable(
    Rule(
        "named-body-votes",
        r"""(?: [^?]{3,200} , \s )?
            (?: the \s (?-i: [A-Z]{2,8} ) | (?: the | all ) \s (?: \w+ \s ){0,2}? {MEMBERS} (?: \s \w+ )? )
            \s (?: {HOW} \s )* {VOTED} \s (?: {HOW} \s )* (?: not \s )? (?: to | that | {IN_FAVOUR} ) \b [^?]*""",
        (
            "The GSC voted unanimously to adopt the policy.",
            "The remaining members present voted unanimously to appoint Ms Lee.",
        ),
        ("The GSC met.", "The members voted on Tuesday.", "Ann voted to wait."),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "body-decides-within",
        r"""(?! {PROVISO} \b )
            (?: (?! \b (?: that | when | {PROVISO} | {ANSWERED} \s (?:how|why) ) \b ) [^?] ){3,400}?
            (?: [,;:–-] \s+ | \b (?: and | but | so | then ) \s+ | (?<= [\w)] ) \s+
                (?= (?-i:[A-Z]|the\s) | {BODY_ALONE} \b ) )
            (?: {HOW} ,? \s+ )* (?: {THE_BODY} \s+ )
            (?: {HOW} \s+ )* (?: (?: {RESOLVED} | {DECIDED} | {APPROVED} )
                (?: \s+ not )? ,? \s+ (?: to | that | on | the )
              | {TAKES_DECISION} \s (?: the | a ) \s {DECISION} \s (?: to | that | not ) ) \b [^?]*""",
        (
            "After a discussion the Board made the decision to send a card.",
            "Details have come and after discussion the Councillors resolved to have the beacon on the Green.",
            "A letter came from the bus group Councillors resolved to donate £65",
            "An invoice of £1033.00 for grass cutting was received, Councillors agreed to pay.",
            "The roof leaks and the Board decided that it be mended.",
            "The Mayor ruled, and the Council agreed, that the roof be taken first.",
        ),
        (
            "If the gate is locked, the Board agreed to wait.",
            "He said that the roof leaks and that the Board agreed to mend it.",
            "The roof leaks and the builder agreed to come.",
        ),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "body-acts-but-decides",
        r"""{THE_BODY} \s+ (?: [^?.]{3,200}? ,? \s (?: and | but ) \s+ (?: {HOW} \s+ )*
                (?: {RESOLVED} | {DECIDED} ) (?: \s+ not )? \s+ (?: to | that | on | against )
              | (?: (?! \b (?: that | which | who | when | if | had | has ) \b ) [^?.] ){3,160}? \s and \s+
                (?: {HOW} \s+ )* (?: {RESOLVED} | {ASSENTED} ) \s+ (?: the | a | an | this | these | its | all ) )
            \b [^?]*""",
        (
            "The Board thanked the staff for their work and formally adopted the strategy.",
            "The Councillors then held a short meeting and agreed the accounts.",
            "The Board talked about the letter and made small changes, but agreed that the last word would wait.",
            "The Committee looked at three bids and decided to take the second.",
        ),
        (
            "The Board talked about the letter, but agreed with nobody.",
            "The Board heard that the county had met and adopted the plan.",
        ),
        act=Act.DECIDES,
        confidence=0.8,
    ),
)
"""The body decides in the middle of a sentence."""
