"""Sentences in which a body decides, in the words of many bodies."""

from __future__ import annotations

import re

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.rule import Rule, first_rule
from archive_builder.settings import Vocabulary

_BODY = r"""(?: we | (?:the\s+)? (?: board | panel | authority | cabinet | meeting | commission | committee | council
    | trustees | governors | members | forum | group | councillors | executive | court | senate | partnership | assembly
    | association | directors | sub-?committee | governing \s body | working \s (?:group|party) | commissioners
    | council \s of \s governors | board \s of \s \w+
    | (?:town|parish|community|full|joint|student) \s (?:council|committee) ) (?:\s members)? )"""
_HOW = r"(?: unanimously | formally | therefore | also | further | then | \( [^()]* \) )"
RESOLVED = Rule(
    "resolved",
    rf"""(?: [^\W\d_]{{4,20}} \s / \s )?
        (?: it \s was \s | and \s (?:it \s was \s)? | {_BODY} \s+ )? (?:{_HOW} \s+)? (?:resolved|resolves|agreed)
        \s* (?: {_HOW} \s* )? (?: (?:to|that)? \s* [:–-]+ \s* | (?=that\b) ) (?P<text> .* )""",
    (
        "RESOLVED: -",
        "RESOLVED that the report be noted.",
        "Resolved (unanimously): That the minutes be signed.",
        "Committee resolved to:",
        "And Resolved:",
        "Unanimously RESOLVED that the seal be used.",
        "PENDERFYNWYD / RESOLVED: that the report be noted.",
    ),
)
NOTED = Rule(
    "noted-marked",
    rf"(?: it \s was \s | {_BODY} \s+ )? noted \s* (?: that \s* )? [:–-]+ \s* (?P<text> .* )",
    ("NOTED: that the risk had risen.", "The Board noted:"),
)
"""The marker of what a body took note of, as RESOLVED is that of what it resolved."""
SAID = Rule(
    "body-and-list",
    rf"""{_BODY} (?:\s (?:then|also))? (?: \s (?:considered|discussed|received|reviewed) \b [^:.]{{3,160}}? ,? \s and )?
        \s* [:–-]+ (?P<text>)""",
    ("The Committee:", "The Board then:", "Court considered the forecast and:"),
)
"""A body's name above a list of what it did: "noted the report", "agreed to write"."""
DID = re.compile(
    r"(?:\w+ly\s+|then\s+)?(?:considered|noted|agreed|approved|endorsed|resolved|recommended|welcomed|requested|instructed|accepted"
    r"|received|delegated|adopted|confirmed|ratified|supported)\b",
    re.IGNORECASE,
)
DECIDES = (
    Rule(
        "minutes-approved",
        r"""(?:the\s+)? (?:notes|minutes|record) \b [^.]* \b (?:were|was|be) \s (?:\w+ly\s+)?
            (?: taken \s as \s read ,? \s (?:and\s)? (?:\w+ly\s)? )?
            (?: approved | agreed | confirmed | accepted | signed ) \b .*""",
        (
            "The minutes of May were approved.",
            "The minutes of 3 May, having been circulated, were taken as read and signed.",
            "Minutes of the meeting of 3 May were agreed as a true record.",
        ),
    ),
    Rule(
        "approved",
        r"[^.?]* \b (?:was|were) \s (?:unanimously\s+|formally\s+)? (?:approved|adopted|ratified|endorsed) \b [^?]*",
        ("The budget for next year was approved.",),
        confidence=0.8,
    ),
    Rule(
        "noted",
        r"[^.?]{3,160} \b (?:was|were) \s noted \.? ",
        ("The work programme was noted.",),
        confidence=0.9,
    ),
    Rule(
        "received-for-information",
        r"""(?:the\s+)? [^.?]{3,160} \b (?:was|were|be) \s received
            (?: \s for \s information | \s and \s (?:noted|filed) ) \b [^?]{0,40}""",
        ("The report was received for information.",),
        confidence=0.9,
    ),
    Rule(
        "body-notes",
        rf"""(?: [^.?]{{3,80}}, \s+ )? {_BODY} \s+ (?:{_HOW}\s+)?
            (?: (?:resolved|agreed) \s to \s note | noted ) \b [^?]*""",
        ("Committee resolved to note the apologies.", "The Board noted the report."),
        confidence=0.9,
    ),
    Rule(
        "body-decides",
        rf"""(?: [^.?]{{3,80}}, \s+ )? {_BODY} \s+ (?:{_HOW}\s+)?
            (?: resolved | resolves | decided | endorsed | approved | adopted | agreed | accepted | ratified
              | supported | rejected ) \b [^?]*""",
        (
            "The Board endorsed the plan.",
            "The Panel agreed to write to the minister.",
            "After much thought, the Councillors agreed that the hedge be cut.",
        ),
        confidence=0.9,
    ),
    Rule(
        "body-considers-and-decides",
        rf"""{_BODY} \s+ (?:considered|discussed|reviewed|received|debated) \b (?:[^.?]{{3,300}}?)? \s and \s+
            (?:{_HOW}\s+)? (?: resolved | agreed | approved | endorsed | adopted | noted ) \b [^?]*""",
        ("Members considered the plan and AGREED to drop two schemes.",),
        confidence=0.9,
    ),
    Rule(
        "on-proposal",
        r"""(?:up)?on \s (?: the | a ) \s (?: proposal | proposition | motion ) \s of \b .* \b
            (?: agreed | approved | resolved | adopted | decided | accepted ) \b .*""",
        ("On the proposal of Cllr. Lee, seconded by Cllr. Ray, it was agreed to adopt the plan.",),
        confidence=0.9,
    ),
    Rule(
        "it-was-decided",
        rf"(?: [^.?]{{3,120}} \s )? it \s was \s (?:{_HOW}\s+)* (?: resolved | agreed | decided ) \b [^?]*",
        ("It was decided that the lock be changed.", "Funds are short, as such it was agreed to wait."),
        confidence=0.9,
    ),
    Rule(
        "correspondence",
        r"""(?:submitted|circulated|received|tabled) ,? \s+ (?: (?:a\s)? copy \s of \s | (?:a|an|the)\s )*
            (?: letters? | correspondence | reply | replies | e-?mails? | acknowledgements? ) \b [^?]*""",
        ("Submitted letter of reply from the county.", "Circulated, copy of letter from the school."),
        confidence=0.8,
    ),
    Rule(
        "elected",
        r"""[^.?]{3,120} \b (?:was|were) \s (?:duly\s|unanimously\s|then\s)* (?:re-?)? (?:elected|appointed) \b
            [^.?]{0,30} \b (?: chair\w* | vice\W\w+ | deputy | mayor | president | treasurer | secretary
            | convener | convenor | speaker ) \b [^?]*""",
        ("Ms Lee was elected as Chair for the year.", "Bo Ray was appointed Vice-Chair."),
        confidence=0.8,
    ),
    Rule(
        "following-agreed",
        r"""the \s following \b [^.?]{0,60} \b (?:were|was) \s (?:\w+ly \s)?
            (?:agreed|approved|adopted|ratified|accepted) \b [^?]*""",
        ("The following were agreed: the lettings policy.",),
        confidence=0.8,
    ),
    Rule(
        "all-agreed",
        r"all \s (?:were\s+)? (?:agreed|in \s favour|approved) \b [^?]*",
        ("All agreed this was a true record.",),
        confidence=0.9,
    ),
    Rule(
        "motion-carried",
        r"""(?: .* \b )? (?: motion | proposal | resolution ) \b .* \b
            (?: carried | passed | approved | adopted | agreed | lost | defeated ) \b .*""",
        ("Motion carried unanimously.", "Motion by Ray, second by Doe, to adopt the plan, passed."),
        confidence=0.8,
    ),
    Rule(
        "decision-labelled",
        r"(?: resolution | decision | consensus | agreed ) \s* (?: \d+ )? \s* [:–] \s* .{4,}",
        ("RESOLUTION: Accept the proposal.", "Decision: the draft is adopted."),
        confidence=0.9,
    ),
    Rule(
        "decided-bare",
        r"(?: agreed \s (?:to|that) | approved | resolved | rejected | adopted ) \b (?! \s (?:by|in|at|on) \b ) [^?]*",
        ("Agreed to trial the new form.", "Approved creation of a working group."),
        confidence=0.8,
    ),
    Rule(
        "proposed-and-agreed",
        r""".* \b (?:proposed|moved) \b .* \b
            (?: seconded \b .* (?:agreed|carried|approved|resolved) | accepted | carried | agreed ) \b .*""",
        ("It was proposed by Cllr Lee, seconded by Cllr Ray and unanimously agreed to approve the dates.",),
        confidence=0.8,
    ),
)
"""Sentences in which a body decides, in the words of many bodies."""
DECIDED_LIST = Rule(
    "decided-list",
    r"(?:[\w\s]+\s)? (?: approved | agreed | decisions | decisions \s (?:made|taken|agreed) ) \s* :?",
    ("Grants approved", "Decisions made:"),
    confidence=0.8,
)
_KINDS = {
    "minutes-approved": DecisionKind.APPROVED,
    "approved": DecisionKind.APPROVED,
    "noted": DecisionKind.NOTED,
}
_KINDS |= {"received-for-information": DecisionKind.NOTED}
_KINDS |= {"correspondence": DecisionKind.NOTED}
_KINDS |= {"body-notes": DecisionKind.NOTED, "all-agreed": DecisionKind.APPROVED}
_APPROVES = re.compile(r"\b(?:approv|endors|adopt|ratif|accept)\w*\b", re.IGNORECASE)


def deciding_rule(sentence: str, vocabulary: Vocabulary) -> Rule | None:
    """The rule by which a sentence is a decision of the body."""
    hit = first_rule(DECIDES, sentence, vocabulary)
    return hit[0] if hit else None


OUTCOME = Rule(
    "outcome-alone",
    r"""(?:the\s+)? (?: motion | proposal | resolution | vote ) \s+ (?:was\s+)?
        (?: carried | passed | approved | adopted | lost | defeated ) \b .*
      | (?: this | which ) \s was \s (?: seconded \s by \s [^,]{3,50} ,? \s and \s )? (?:\w+ly\s)?
        (?: agreed | approved | accepted | carried | adopted ) \b .*""",
    (
        "Motion carried unanimously.",
        "The proposal was passed by eight votes to two.",
        "This was seconded by Cllr Ray and agreed.",
    ),
)
"""What became of the motion in the sentence before."""


def kind_of(rule: Rule, sentence: str) -> DecisionKind:
    """What a deciding sentence amounts to."""
    if rule.name in _KINDS:
        return _KINDS[rule.name]
    return DecisionKind.APPROVED if _APPROVES.search(sentence[:120]) else DecisionKind.RESOLVED


def body_decides(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a paragraph is nothing but the body's decision."""
    rule = deciding_rule(text, vocabulary) if len(text) < 300 else None
    return rule is not None and rule.name.startswith("body-")
