"""The sentences and lines of a head that say who led a meeting, who was there and who was not."""

from __future__ import annotations

from archive_builder.model import AttendanceStatus
from archive_builder.recognise.grammar.rule import Act, Rule

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus

LED = Rule(
    "led-by",
    r"the \s {MEETING} \s was \s {LED_MEETING} \s by \s (?P<name> [^.,(]{3,40} ) .*",
    (
        "The meeting was led by Ann Lee.",
        "The meeting was chaired by Cllr Bo Ray, in the absence of the mayor.",
    ),
    counter_examples=("The meeting was led to the hall.",),
    act=Act.LISTS_PEOPLE,
)
CALLED_TO_ORDER = Rule(
    "called-to-order",
    r"""(?: (?P<office> (?-i:(?=[A-Z])) {PRESIDES} ) \s (?P<name> (?-i:[A-Z])[^.,(]{2,40}? ) )
        \s {OPENED_MEETING} \s (?: the \s )? (?:[\w-]+\s){0,3} (?: {MEETING} \s )? (?: to \s \w+ )? .*""",
    ("Chair Lee called the meeting to order at 5:32 PM", "Mayor Ann Lee called the meeting to order."),
    counter_examples=("The chair called for order.",),
    act=Act.LISTS_PEOPLE,
)
IN_HEAD = Rule(
    "named-in-the-head",
    r"""(?: (?P<chair> {CHAIR_LABELS} ) | (?P<clerk> {CLERK_LABELS} ) | (?P<notes> {MINUTES_LABELS} ) )
        \s* : \s* (?P<names> [^:]{5,80} )""",
    ("Chaired by: Sgt Ann Lee", "Minutes: Bo Ray (Clerk)", "Note-taker: Cy Doe", "Clerk: Dee Fox"),
    counter_examples=("The chair: a report",),
    act=Act.LISTS_PEOPLE,
)
CHAIRED_BY = Rule(
    "chaired-by",
    r"(?: the \s )? (?: {MEETING} \s )? {CHAIRED_BY} \s+ (?P<names> (?-i:[A-Z]) [^:.]{4,60} ) \.?",
    ("Chaired by Ann Lee", "Meeting chaired by Cllr Bo Ray."),
    counter_examples=("Chaired by: nobody",),
    act=Act.LISTS_PEOPLE,
)
APOLOGIES_FROM = Rule(
    "apologies-from",
    r"""(?: .{0,120} \s (?= (?-i:[A-Z]) \w+ \s (?: for \s \w+ \s )? (?: were | was | have | had ) \s ) )?
        (?: (?:an|the) \s+ )? {APOLOGY} \b [^.:]{0,60}? \b
        (?: from | {ON_BEHALF} | by | (?: {ACCEPTED} | {NOTED} ) \s for ) \s* :? \s+ (?P<names> (?-i:[A-Z]) .* )""",
    (
        "Apologies were received from Ann Lee.",
        "Apologies for absence were accepted from Cllr Bo Ray",
        "5/25 To receive apologies Apologies were noted and accepted for Cllr Bo Ray",
    ),
    counter_examples=("Apologies were received from nobody.",),
    act=Act.LISTS_PEOPLE,
)
WAS_ABSENT = Rule(
    "was-absent",
    r"""(?P<names> (?-i:[A-Z]) [^:]{3,200}? ) \s (?: was | were ) \s (?:also\s)?
        {WAS_AWAY} \b .*""",
    ("Trustee Ann Lee was excused.", "Ann Lee and Bo Ray were absent."),
    counter_examples=("Nobody spoke of the absent.",),
    act=Act.LISTS_PEOPLE,
)
SENT_APOLOGIES = Rule(
    "sent-apologies",
    r"""(?P<names> (?-i:[A-Z]) [^:]{3,200}? ) ,? \s (?: (?:had|has|have) \s )?
        {SENT_APOLOGIES} \s (?: (?:his|her|their) \s )? {APOLOGY} \b .*""",
    ("Ann Lee had sent her apologies.", "Cllrs Lee and Ray gave apologies"),
    counter_examples=("The board gave thanks.",),
    act=Act.LISTS_PEOPLE,
)
APOLOGISED = Rule(
    "apologised",
    r"""(?P<names> (?! the \s ) (?-i:[A-Z]) [^:]{3,200}? ) \s (?: (?:had|has|have) \s )? {APOLOGISED} \b .*""",
    ("Cllr Lee apologised for her absence as she was ill.", "Ann Lee and Bo Ray were unable to attend."),
    counter_examples=("The company had apologised for the noise.",),
    act=Act.LISTS_PEOPLE,
)
PRESENT_WERE = Rule(
    "present-were",
    r"""(?: \S+ \s ){0,3} {MEMBERS} \s {WAS_THERE} \s (?: were | was | are ) \s* :? \s
        (?P<names> (?-i:[A-Z]) .* )""",
    ("OKF members present were Ann Lee and Bo Ray.",),
    counter_examples=("The members present were thanked.",),
    act=Act.LISTS_PEOPLE,
)
ATTENDED_BY = Rule(
    "attended-by",
    r"""the \s (?:\w+ \s){0,3} {MEETING} \s was \s {ATTENDED} \s by \s
        (?: the \s {FOLLOWING} \s* :? \s )? (?P<names> (?-i:[A-Z]) .* )""",
    ("The meeting was attended by Ann Lee, Bo Ray and Cy Doe.",),
    counter_examples=("The meeting was attended by nine residents.",),
    act=Act.LISTS_PEOPLE,
)
WERE_PRESENT = Rule(
    "were-present",
    r"""(?P<names> (?-i:[A-Z]) [^:]{3,300}? ) \s (?: was | were ) \s (?P<also> also \s )?
        {WAS_THERE} \b .*""",
    ("Ann Lee, Bo Ray and Cy Doe were present.", "Dee Fox, Clerk, was also in attendance."),
    counter_examples=("A sense of relief was felt by those present.",),
    act=Act.LISTS_PEOPLE,
)
FOLLOWING_PRESENT = Rule(
    "following-present",
    r""".{0,140}? \b {FOLLOWING} \s (?: [\w’'-]+ \s ){0,10} (?: {WAS_THERE} | {ATTENDED} )
        (?: \s \( [^()]{1,20} \) )? \s? :? \s (?P<names> (?-i:[A-Z]) .* )""",
    (
        "Mayor Lee opened the meeting with the following members present: Ann Lee, Bo Ray.",
        "The following members of the board of directors were present (9/11): Ann Lee, Bo Ray.",
    ),
    counter_examples=("The following was agreed: all present were thanked.",),
    act=Act.LISTS_PEOPLE,
)
RULES = (
    (FOLLOWING_PRESENT, PRESENT),
    (APOLOGIES_FROM, APOLOGIES),
    (SENT_APOLOGIES, APOLOGIES),
    (APOLOGISED, APOLOGIES),
    (PRESENT_WERE, PRESENT),
    (WAS_ABSENT, APOLOGIES),
    (ATTENDED_BY, PRESENT),
    (WERE_PRESENT, PRESENT),
)
"""What a sentence says of the people that it names."""
