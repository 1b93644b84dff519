"""What answers: marks and headings of answers, and sentences that tell one."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

ANSWER_MARK = Rule(
    "answer-mark",
    r"""(?: (?-i: A\d{0,3} (?: \s*[.:)] | \s+[–-] ) | A\d (?= \s+ [A-Z] ) | Ans \.? )
          | (?=(?-i:[A-Z])) {ANSWER} (?: \s+ (?:of|from|by) \s+ [^:.?]{2,60} )? \s* [:–-]
          | (?=(?-i:[A-Z]{4})) {ANSWER} (?= \s+ (?-i:[A-Z]) ) ) \s+ (?=\S)""",
    (
        "A: Twelve.",
        "A1 Twelve.",
        "Ans. Twelve.",
        "Ans The wells stay.",
        "Response of the Chair: Twelve.",
        "Answer – none",
        "REPLY The wells stay.",
    ),
    ("A road was closed.", "Answers were long."),
    act=Act.ANSWERS,
    whole=False,
)
"""The mark before an answer."""
ANSWER_LINE = Rule(
    "answer-line",
    r"""(?:the\s+)? (?: (?:[\w’']+\s+){0,2} | (?:[\w,]+\s+){0,6} \w+[’']s? \s+ )
        (?: {ANSWER} | {ANSWERS} ) (?: \s+ (?:of|from|by) \s+ [^:.?]{2,60} )? \s* :?""",
    ("RESPONSE", "Reply from the Commissioner:", "The Chair’s answers"),
    ("The answer is twelve.",),
    act=Act.ANSWERS,
)
"""The line above an answer."""
AFTERWARDS = Rule(
    "no-further-questions",
    r"""[^?]{0,80} \b (?:no|not|nor) \b [^?]{0,40} \b {SUPPLEMENTARY} \b [^?]{0,60}
      | (?: there \s+ being \s+ )? no \s+ further \s+ {QUESTIONS} \b .*""",
    ("There was no supplementary question.", "No further questions were put."),
    ("A supplementary question was asked.",),
    act=Act.ANSWERS,
)
"""What the minutes say once a question is answered."""
REPLIES = Rule(
    "told-answer",
    r"""(?: in \s (?: {ANSWER} | {RETURN} ) \b .*
        | (?: the \s+)? {ANSWER} \s+ (?: was | {GIVEN} \s was ) \b .*
        | it \s was \s {ANSWERED} \b .*
        | (?: (?: {MEMBERS} | he | she | they | the \s \w+ ) \s )? (?:was|were) \s {WAS_TOLD} \b .*
        | (?: {SOMEBODY} | he | she | they | the \s (?-i:[A-Z]) [^?!:;]{0,40}? ) \s+
            {BESIDES} (?:\w+ly \s+)? {ANSWERED} \b .* )""",
    (
        "In response, the Commissioner stated that a campaign had begun.",
        "GW confirmed that it had fallen.",
        "It was explained that the lift was old.",
        "Members were told that it was not.",
        "was advised by the Clerk that it was not.",
        "The response was that it had begun.",
        "The answer given was no.",
        "In return, the rota was shown.",
    ),
    ("The lift was old.", "Members left the room."),
    act=Act.ANSWERS,
)
"""A sentence that tells the answer, straight behind the question."""
SURE_REPLY = Rule(
    "sure-reply",
    r"(?: in \s (?: {ANSWER} | {RETURN} ) \b | {SOMEBODY} \s+ {BESIDES} (?:\w+ly \s+)? {REPLIED} \b ) .*",
    ("The Chair replied that it was open.", "In response, AL said that it was."),
    ("Members reported that it was open.",),
    act=Act.ANSWERS,
)
"""A sentence that can be nothing but an answer, wherever it stands."""
LOOSE_REPLY = Rule(
    "loose-reply",
    r"{SOMEBODY} \s+ {BESIDES} (?:\w+ly \s+)? (?: {ANSWERED} | {SPOKE} ) \b .*",
    ("Cy Doe, Head of Roads, spoke to the plan.", "The Clerk thought that it was open."),
    ("The road is open.",),
    act=Act.ANSWERS,
)
"""A sentence that tells what somebody says, which answers only straight behind a question."""
ANSWERING_OFFICE = Rule(
    "answering-office",
    r"(?: the \s+ )? (?: {BODY_NOUNS} | {CHAIRS} | {OFFICE} )",
    ("Board", "The Clerk"),
    ("Roads", "The board of old"),
    act=Act.ANSWERS,
)
"""Who answers by an office or as the body, in front of a colon."""
YES_OR_NO = Rule(
    "yes-or-no",
    r"{YES_OR_NO} \b (?! \s+ (?-i:[a-z]) )",
    ("Yes, in May.", "No.", "Not yet; in June"),
    ("No road was closed.", "Yesterday it rained."),
    act=Act.ANSWERS,
    whole=False,
)
"""An answer that begins with yes or no."""
PROMISING_ANSWER = Rule(
    "answer-promises",
    r"""\b (?:will|would|to) \s+ (?: be \s+ {GLAD} \s+ to \s+ )? (?: {FIRST_GO} \s+ and \s+ )? {SEND} \b""",
    ("He will send the figures.", "They would be happy to go away and find out."),
    ("He will be there.",),
    act=Act.PROMISES,
    anywhere=True,
)
"""A short answer that promises to come back with one."""
