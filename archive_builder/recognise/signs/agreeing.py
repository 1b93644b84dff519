"""Sentences that decide without the body as their subject: agreement, consensus, what was agreed, a motion in short."""

from __future__ import annotations

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.deciding_by_vote import DECIDED_BY_VOTE

AGREEMENTS = RuleTable(
    Rule(
        "moved-as-correct",
        r"""[^?]{3,250} \b (?:was|were) \s (?: {HOW} \s+ )*
            (?: {MOVES_A_MOTION} | {PROPOSES} | {TAKEN} | {SIGNED} | {RESOLVED} | {ASSENTED} ) \s as \s
            (?: (?: being | a | an | the | and | {FAIR} ) \s )* {CORRECT} \b [^?]*""",
        (
            "These were moved as correct by Ann Lee and Bo Ray.",
            "These were agreed as a fair and true account.",
        ),
        ("These were moved as planned.",),
        act=Act.DECIDES,
        confidence=0.9,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "proposed-acceptance",
        r"""(?: [^?]{3,120} \s )? {SOMEBODY} \s (?: {PROPOSES} | {MOVES_A_MOTION} ) \s {APPROVE} \b [^?]*
            \b {SECONDED} \b [^?]*""",
        ("Subject to this change Cllr Lee proposed acceptance seconded by Cllr Ray",),
        ("Cllr Lee proposed acceptance of the plan.", "Cllr Lee proposed a walk, seconded by Cllr Ray."),
        act=Act.DECIDES,
        confidence=0.7,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "accepted-and-seconded",
        r"{SOMEBODY} \s (?: {ACCEPTED} | {APPROVED} ) \s [^?]{3,200} \b {SECONDED} \b [^?]{0,60}",
        ("Ann accepted all minutes as true accounts and Bo seconded.",),
        ("Ann accepted the gift.",),
        act=Act.DECIDES,
        confidence=0.7,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "in-agreement",
        r"""(?: [^?]{3,300} (?: , | \b and ) \s )? (?: all | {THE_BODY} ) \s (?:was|were|are) \s (?: all \s )?
            (?: in \s (?:{FULL} \s)? {AGREEMENT} | {IN_FAVOUR} (?= \s+ of \b ) | {UNANIMOUS} ) \b [^?]*""",
        (
            "Ann Lee proposed to adopt this paper, Bo Ray seconded, and the Council were in full agreement.",
            "Members were in agreement that the hall be let.",
            "The Board was unanimous in wanting a new roof.",
            "Members were in favour of a new roof.",
        ),
        ("The two doctors were in agreement.", "Was the Board in agreement?"),
        act=Act.DECIDES,
        confidence=0.7,
    ),
    Rule(
        "there-was-consensus",
        r"""(?: [^?]{3,200} (?: , | \b and ) \s )?
            (?: there \s (?:was|is) \s (?: (?: a | an | {FULL} ) \s )* {CONSENSUS} \s (?: that | to | on )
              | (?: the \s )? (?: {FULL} \s )? {CONSENSUS} \s (?: of \s {THE_BODY} \s | {VIEW_WORD} \s )?
                    (?:was|is) \s (?: that | (?: not \s )? to | yes | no )
              | by \s (?: {FULL} \s )? {CONSENSUS} , ) \s [^?]*""",
        (
            "There was general consensus that the fair be held in June.",
            "The consensus of the meeting was to wait.",
            "Consensus was not to let the hall.",
            "Consensus view was that the hall be let.",
            "By consensus, the dates were set for May.",
        ),
        ("There was no consensus.", "A consensus may be found."),
        act=Act.DECIDES,
        confidence=0.7,
    ),
    Rule(
        "wish-of-the-meeting",
        r"""(?: [^?]{3,200} , \s )? it \s was \s (?: {HOW} \s+ )* the \s
            (?: {FULL} \s | {UNANIMOUS} \s )? {WISH_NOUN} \s of \s
            (?: {THE_BODY} | all | those \s \w+ ) \s+ (?: that | to ) \b [^?]*""",
        (
            "It was the wish of the meeting that the fair be held.",
            "It was the decision of the Board to wait.",
        ),
        ("It was the view of the meeting that rain is wet.",),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    *DECIDED_BY_VOTE,
    Rule(
        "approval-given",
        r"""(?! .* \b {PLANNING} \b )
            (?: [^?]{3,120} (?: [,:;] | \b and ) \s )? (?: (?:the|a) \s )?
            (?: {APPROVE} | {PERMISSION} ) \s (?:was|is) \s (?: {HOW} \s+ )*
            (?: {GIVEN} | {DECIDED} ) \s (?: for | to | by \s {THE_BODY} ) \b [^?]*""",
        ("Payments: approval was given for the list of cheques.", "Permission was granted for the fair."),
        ("Planning permission was granted for the barn.", "Permission was sought for the fair."),
        act=Act.DECIDES,
        confidence=0.7,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "decision-taken",
        r"""(?: [^?]{3,200} (?: [,;] | \b and ) \s )?
            (?: (?: the | a ) \s )? {DECISION} \s
            (?: was \s {TAKEN} \s (?: to | that | not ) | (?:is|was) \s (?: that | to | not \s to ) ) \b [^?]*""",
        (
            "A decision was made to buy a new mower.",
            "It rained, and the decision was taken not to march.",
            "Decision is that the form will stay.",
        ),
        ("The decision was made by the county.",),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "co-opted",
        r"[^.?]{3,120} \b (?:was|were) \s (?: {HOW} \s+ )* {CO_OPTED} \b [^?]{0,120}",
        ("Cy Doe was duly co-opted onto the Council.",),
        ("Cy Doe was not co-opted.", "Was Cy Doe co-opted?"),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "moved-seconded-carried",
        r"(?: [^?]{3,300} [\s(] )? (?-i: {MOVED_SECONDED_CARRIED} ) \b [^?]*",
        ("M/S/C (Lee/Ray) to adopt the plan.", "Adopt the plan as drafted. MSC Lee, Ray"),
        ("MS Lee spoke of the plan.",),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "things-agreed",
        r"""(?! {TOLD_BY_SOMEBODY} ) (?! {PROVISO} \b | as \b | .* \b {APOLOGY} \b | .* \b {ANSWERED} \s that \b )
            [^?]{3,300}? \b (?<! \b it \s ) (?:was|were|are) \s
            (?: (?: \w+ed | {READ_OUT} )
                [^.,?]{0,40}? (?: , | \s and ) \s (?: (?: and | then ) \s )* )?
            (?: {HOW} \s+ )* (?: {AGREED} | {ACCEPTED} | {REJECTED} | {DECIDED} (?= \s+ as \b ) )
            (?! \s+ (?: to | with (?! \s+ (?:[\w-]+\s+){0,4}? (?: {ALTERATION} | {FEELING_NOUN} ) \b ) | by \s (?!all\b)
                  | at | in | that | {NOT_HERE} ) \b ) [^?]*""",
        (
            "The seats were discussed and decided as follows:",
            "Accounts were presented and accepted for payment.",
            "The gift of a bench was accepted with thanks.",
            "The agenda for May was agreed with the addition of one item.",
            "Term dates as advised by the county were agreed and sent to the full Board.",
            "Prices were agreed, a lowest target agreed, and leads named.",
            "This application was discussed and accepted unanimously.",
            "There were no questions and the accounts were accepted and approved.",
        ),
        (
            "The figures were agreed with the auditor.",
            "If the prices were agreed, work could begin.",
            "Apologies were accepted from Ms Lee.",
            "The price was agreed by the county.",
            "The price was agreed between two clerks.",
        ),
        act=Act.DECIDES,
        confidence=0.7,
    ),
    Rule(
        "approval-passed",
        r"""{APPROVE} \s (?: for | of ) \s [^.?]{3,120}
            (?: \s {PASSED} | \s+ [–-] \s+ (?: {MANNER} \s )? (?: {ASSENTED} | {CARRIED} ) ) \b [^?]{0,60}""",
        (
            "Approval of the October minutes passed",
            "Adoption of the plan carried unanimously.",
            "Approval of the agenda - approved",
        ),
        ("Approval for the barn is awaited.",),
        act=Act.DECIDES,
        confidence=0.8,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "agreed-in-note-form",
        r"""(?! .* \b to \s be \s (?: \w+ \s ){0,3}? {ASSENTED} \b )
            (?! (?: the | a | an | he | she | they | it | we | this | that | some | {HONORIFICS} ) \b
              | .* \b {APOLOGY} \b | .* \b (?: {PLANNING} | who | which | {OFFICE} | had | has | been | when | until
                  | {GETS} ) \b
              | .* \b and \s (?-i: [A-Z] ) [\w’'-]+ \s {AGREED} \b )
            (?: {RECORD} \b [^?]{0,120}? (?= \s (?: {MANNER} \s )? (?: {ASSENTED} | {SIGNED} ) \b )
              | (?-i:[A-Z]) [^?.:;,]{2,120}? (?: (?-i: [a-z]{3,} ) | \d ) )
            \s (?<! \b be \s ) (?<! \b not \s ) (?: {MANNER} \s )?
            (?: {AGREED} | {ASSENTED} | (?<! \d \s ) {SIGNED} )
            (?: \s+ (?: and \s (?: to \s be | {SIGNED} ) | by \s all | {MANNER} | as \s | {QUALIFYING} | nem | from
                  | with (?! \s (?-i:[A-Z]) ) | by \s (?: \w+ \s ){0,2} {VOTE} ) \b [^?]*
              | \s* \.? )""",
        (
            "Terms of reference and scheme of delegation agreed and to be placed on the next agenda",
            "Minutes of 3 May approved.",
            "Dates for next year agreed.",
            "Cheques agreed by all and signed off.",
            "Minutes approved from July with changes.",
            "Budget for the fair approved subject to checks.",
        ),
        (
            "The builder agreed.",
            "Ann Lee agreed.",
            "Cllr Lee, who had the keys agreed.",
            "GPR agreed.",
            "Planning for a barn approved.",
            "Parish clerk agreed.",
            "Plan for the trees to be written and approved",
            "Sum for the works agreed with Fenny County.",
            "Badges get approved.",
            "Keys will be given when minutes are approved",
            "Bo would leave it as it is and Ann agreed.",
            "Guests 137 signed.",
        ),
        act=Act.DECIDES,
        confidence=0.6,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "said-and-agreed",
        r"""(?! .* \b {PLANNING} \b | .* \d / \d (?<! \b (?:19|20) \d\d / \d ) ) [^?]{8,400}
            (?: (?: [.,;:–—] | \s - ) \s+ | (?<=\w) \s? [-–—] (?= (?-i:[A-Z]) ) | (?<=[\w.”"]) \s \( )
            (?: (?: all | {MANNER} ) \s )*
            (?: {AGREED} | {APPROVED} | {CARRIED} | {ELECTED} | £? \d [\d,.]* \s {GRANTED} )
            (?: \s+ (?: {MANNER} | {UNOPPOSED}
                  | and \s (?: {SIGNED} | (?: [\w’-]+ \s ){0,4} \w+ed ) | by \s all
                  | (?: {QUALIFYING} | as ) \b [^?.]{0,80}
                  | with (?:out)? \s (?: no \s | any \s )? {NO_DISSENT}
                  | by \s (?: \w+ \s ){0,2} {VOTE} | nem \.? \s con ) )* \.? \)? \.?""",
        (
            "Minutes of May: Approved without objections.",
            "Drop the word friend from the rules. (all approved)",
            "No more proxies: unanimously approved",
            "The letter to the county – approved by email vote.",
            "A gift of £50 to the hall – Agreed.",
            "Term dates for 2026/2027 – Agreed.",
            "Adoption of the agenda: adopted",
            "Treasurer for the year: Bo Ray. Elected unopposed.",
            "Scouts of Fenny – £200 granted",
            "Data Protection policy-Agreed subject to one change",
            "I now lay these before the Council. Agreed and signed.",
        ),
        (
            "Is this so? Agreed.",
            "A planning matter in Mill Lane – Approved.",
            "25/00120/F Barn – Approved.",
            "Agreed.",
        ),
        act=Act.DECIDES,
        confidence=0.7,
        outcome=DecisionKind.APPROVED,
    ),
)
"""Sentences that say that something was agreed, and not by whom."""
