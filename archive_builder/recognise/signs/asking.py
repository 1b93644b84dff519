"""What asks: marks of questions, requests, and sentences that tell what somebody asked."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

QUESTION_MARK = Rule(
    "question-mark",
    r"""(?: (?-i: (?:[A-Z][\w’']+\s+){0,2} ) (?: {QUESTION} | {QUESTIONS} | {CHALLENGE} ) \s* : \s* )?
        (?=(?-i:[A-Z])) (?: (?: q\d{0,3} | {QUESTION} ) \s* [.:)–-] | (?-i: Q\d{1,2} (?= \s+ [A-Z] ) ) )
        \s+ (?=\S)""",
    ("Q: How many?", "Q3. Why?", "Q3 Why?", "Governor challenge: Q: Why?"),
    ("Quiet: please", "question: how"),
    act=Act.ASKS,
    whole=False,
)
"""A question marked as one."""
SPEAKER = Rule(
    "speaker",
    r"(?P<who> (?-i:[A-Z]) [\w.’' -]{1,50}? ) (?: \s* \( [^()]{1,60} \) )? \s* : \s+ (?=\S)",
    ("Ann Lee: How many?", "Cllr Ray (Fenny): Why?"),
    ("ann lee: how many?", "How many?"),
    act=Act.ASKS,
    whole=False,
)
"""Who speaks, in front of what is said."""
NARRATED_ASKER = Rule(
    "narrated-asker",
    r"""(?: (?-i:[A-Z]) [^.?!]{2,40}? \s [–-] \s )?                 # a heading that runs in
        (?: (?-i:{OPENER}) \s [^.?!]{3,120}? , \s+ )?
        (?P<who> (?:the\s+)? (?-i: [A-Z][\w.’'-]* (?: \s+ [A-Z][\w.’'-]* ){0,4} ) )
        (?: , (?P<at> \s\d [^.]{2,40} ) , | , [^,.]{3,40} , | \s+ (?:of|from) \s+ (?-i:[A-Z]) [^,.]{2,30}? | , )?
        (?: \s (?: {REMARKED} | {SAID} ) \b [^.?!]{3,200}? ,? \s (?:and|but) )? \s+ {BESIDES}
        (?: {ASKED} | {SOUGHT} | {CHALLENGED} ) \b""",
    (
        "Cllr Lee asked whether the road was open",
        "The Chair, 12 Mill Lane, then queried the rota",
        "In relation to fines, Ms Ray sought clarity",
        "Cllr Lee welcomed the plan and asked why",
        "Cllr Lee said that it was late and asked why",
    ),
    ("It was asked whether the road was open",),
    act=Act.ASKS,
    whole=False,
)
"""Who asks, in a sentence that tells it."""
ASKER_BEHIND = Rule(
    "asker-behind",
    r".* , \s+ (?P<who> (?:the\s+)? (?-i: [A-Z][\w.’'-]* (?: \s+ [A-Z][\w.’'-]* ){0,4} ) ) \s+ {ASKED} \s* [?.]",
    ("Why was it slower, the Chair asked?",),
    ("Why was it slower, the Chair?",),
    act=Act.ASKS,
)
"""Who asks, at the end of the question."""
OPENS_QUESTION = Rule(
    "opens-question",
    r"{INTERROGATIVES} \b",
    ("Who works there?", "Does it leak?"),
    ("Electricity?", "Bench vice?"),
    act=Act.ASKS,
    whole=False,
)
"""How a sentence begins that asks."""
SAID_ASKING = Rule(
    "said-asking",
    r"{WHO} \s+ {BESIDES} (?: {SAID} | {REMARKED} | {ASKED} | {WONDERED} | {CHALLENGED} ) \b .* \?.{0,2}",
    ("BR said that it was small – could it grow?", "Ann Lee asked, why is it shut?"),
    ("It was small – could it grow?", "Ann Lee said that it was shut."),
    act=Act.ASKS,
)
"""A sentence with a question mark that tells who said it."""
INTRODUCTION = Rule(
    "introduction",
    r".* \b {INTRODUCING} \b .* [:.] [–-]? | .* \b {QUESTIONS} \b .* \b {PUT} \b .* [:.] [–-]?",
    (
        "Following discussion, these points were made:",
        "The Director presented the plan.",
        "Two questions had been submitted under Rule 9:-",
    ),
    ("How was the plan presented?",),
    act=Act.REPORTS,
)
"""A line that leads up to what is said, and asks nothing."""
NOT_ASKED = RuleTable(
    Rule(
        "offered-to-all",
        r"""(?: (?: are | is | were | was ) \s there \s )? any \s
            (?: other \s | further \s | more \s )? {OFFERED_TO_ALL} \b .*
          | {OFFERED_TO_ALL} \s (?: about | on | for ) \b .*""",
        ("Any questions?", "Are there any other comments from the floor?", "Questions about this agenda?"),
        ("Are there any pupils left?",),
        act=Act.REPORTS,
    ),
    Rule(
        "of-a-leaflet",
        r"""{INTERROGATIVES} \s (?: {QUESTION_VERB} \s )? (?-i:I) \s .*
          | (?: can | do | must | may | should ) \s (?-i:I) \s .*
          | {LEAFLET_QUESTION} \W*""",
        ("How do I attend?", "Can I speak at the meeting?", "What happens next?"),
        ("Can the Clerk say when?",),
        act=Act.REPORTS,
    ),
)
"""Sentences with a question mark that nobody at a meeting asks."""
TO_ASK = Rule(
    "to-ask",
    r"""[“"']? (?: to \s+ ask \b
        | (?: [I|l1!/] \s+ | (?<= [“"'] ) | (?<= [“"'] \s ) ) (?: will | {WISH} \s+ to ) \s+ ask \b )""",
    ("To ask how many officers work nights.", "I wish to ask why.", "“| will ask at the next meeting"),
    ("I asked why.", "Will ask the Clerk."),
    act=Act.ASKS,
    whole=False,
)
"""How a question begins that was handed in."""
DIRECT = Rule(
    "direct-question",
    r"{INTERROGATIVES} \s+ {QUESTION_VERB} \b",
    ("How many officers work nights", "What is the cost"),
    ("What a day",),
    act=Act.ASKS,
    whole=False,
)
"""How a question begins whose mark is missing."""
REQUEST = Rule(
    "request",
    r"{REQUESTS} \b",
    ("Please explain the rise", "Outline the plan"),
    ("The outline is there",),
    act=Act.ASKS,
    whole=False,
)
"""How a request begins that is put to somebody without a question mark."""
CLOSING = Rule(
    "closing-statement",
    r"(?:the\s+)? {CHAIRS} \s+ (?:then\s+|also\s+)? {CLOSING_VERBS} \b | {DRAWING} \s+ the \b",
    ("The Chair thanked everybody", "Drawing the item to a close"),
    ("The Chair asked why",),
    act=Act.REPORTS,
    whole=False,
)
"""The chair's closing word on an item."""
SETTLED = Rule(
    "meeting-goes-on",
    r"""(?: it \s+ was \s+ )? (?= (?-i:[A-Z]{4}) ) (?: {RESOLVED} | {NOTED} ) \b
      | (?: {RESOLVED} | {NOTED} | {DECISION} | {DECISIONS} | {DECISION_LABEL} ) (?: \s+ that )? \s* [:–-]
      | (?:the\s+)? (?-i:[A-Z]\w+) \s+ (?: {PAUSED} | {WENT} \s+ into \s+ {SESSION} \s )""",
    (
        "RESOLVED that the plan go ahead",
        "Agreed: to wait",
        "The Board went into closed session",
        "Council adjourned",
    ),
    ("Resolved cases fell.", "The Board rested."),
    act=Act.DECIDES,
    whole=False,
)
"""What a meeting settles, and how it goes on, is no answer."""
NARRATED = RuleTable(
    Rule(
        "told-asking",
        r"""{OPENING} {SOMEBODY} (?: \s (?: {REMARKED} | {SAID} ) \b [^.?!]{3,200}? \s (?:and|but) )? \s+
            {BESIDES} (?<! \b is \s ) (?<! \b are \s ) (?<! \b be \s ) (?<! \b been \s ) (?: {ASKED} | {WONDERED} )
            (?: \s+ (?! (?:to|that) \b ) [^\s.?!:;]+ ){0,6}? \s+
            (?: {ASKING_VERB} \s (?: the | it | we | there | they )
              | whether | if | how | what | when | where | which | who | whose | why | about | as \s to
              | to \s {EXPLAIN} \b
              | for \s (?: (?: \w+ \s )? (?: {ASSURANCE} | {INFORMATION} ) | an \s {UPDATE} ) ) \b .*""",
        (
            "Cllr Lee asked whether the road was open.",
            "A Member enquired about the cost of the roof.",
            "Ms Orr wondered why it was shut.",
            "In relation to fines, Ms Ray asked the Director when they would end.",
            "The Commissioner asked for assurance that the rota worked.",
            "The Chair asked for an update.",
            "A governor asked does the roof leak.",
            "He asked the committee to explain its reasons.",
            "Cllr Lee said that the road had been shut for a month and asked the Clerk when it would open.",
        ),
        (
            "Cllr Lee asked that the road be shut.",
            "Cllr Lee asked the Clerk to write.",
            "The county should be asked whether the road is open.",
            "Cllr Lee had been asked if the old wreaths may go.",
        ),
        act=Act.ASKS,
        confidence=0.85,
    ),
    Rule(
        "told-seeking",
        r"""{OPENING} (?: {SOMEBODY} \s+ {BESIDES} {SOUGHT} \s+ (?:further \s+)? {ASSURANCE}
              | {ASSURANCE} \s (?:was|were) \s {SOUGHT}
              | {INFORMATION} \s (?:was|were) \s {SOUGHT} \s {ABOUT} ) \b .*""",
        (
            "The PCC sought assurance that the rota was working.",
            "Clarification was sought on the rota.",
            "Information was requested on the cameras.",
        ),
        ("The PCC sought funds.", "Information was requested."),
        act=Act.ASKS,
        confidence=0.85,
    ),
    Rule(
        "told-question",
        r"""{OPENING} (?:
              (?: a | an | one | the | this ) \s (?: \w+ \s )? {A_QUESTION} \s
                  (?:was|were) \s {PUT} \b [^.?!:;]{0,60}? \s {ABOUT}
              | there \s (?:was|were) \s (?: a | some ) \s {A_QUESTION} \s {ABOUT}
              | {SOMEBODY} \s+ {BESIDES} {PUT} \s (?: a | the ) \s {A_QUESTION} \s {ABOUT}
              ) \b .*""",
        (
            "A question was raised about the roof.",
            "There was a question of whether the roof leaks.",
            "Cllr Lee raised a query regarding the roof.",
            "A resident raised the question of whether lorries could be weighed.",
        ),
        ("A question was raised.", "Cllr Lee raised the roof."),
        act=Act.ASKS,
        confidence=0.8,
    ),
    Rule(
        "told-in-its-words",
        r"""{OPENING} {SOMEBODY} \b (?: {PUT} | {READ_OUT} ) \b [^.?!]{0,40} \b {QUESTION} \b
            [^?:]{0,80} : \s* .{8,} \?.{0,2}""",
        ("The Chair read out a question from Mr Ray: Will the branch open?",),
        ("The Chair read out a question from Mr Ray.",),
        act=Act.ASKS,
        confidence=0.85,
    ),
    Rule(
        "told-querying",
        r"{OPENING} {SOMEBODY} \s+ {BESIDES} {CHALLENGED} \s+ (?! (?:that) \b ) .{8,}",
        ("Members queried the overspend on overtime.",),
        ("Members challenged that view.",),
        act=Act.ASKS,
        confidence=0.8,
    ),
)
"""Sentences that tell what somebody asked."""
TOLD_OFFER = Rule(
    "told-offer",
    r"""{SOMEBODY} \s+ {BESIDES} {ASKED} \s (?: (?! (?:about|how|why|what) \b ) [^\s.?!:;]+ \s ){0,8}?
        (?: any | for | their | had | have ) \s
        (?: (?: other | further | more | any ) \s )? {OFFERED_TO_ALL} \b .*""",
    (
        "The Chair asked if there were any questions.",
        "Mr Ray asked the board if they had questions.",
        "The Chair asked the floor for comments.",
    ),
    ("Cllr Lee asked about questions of cost.", "Mr Ray asked if the roof leaked."),
    act=Act.REPORTS,
)
"""What is offered to all, told as if it were asked."""
