"""What answers: marks and headings of answers, and sentences that tell one."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Rule

_OF_WHOM = r"(?:\s+(?:of|from|by)\s+[^:.?]{2,60})?"
ANSWER_MARK = re.compile(
    rf"(?:A\d{{0,3}}(?:\s*[.:)]|\s+[–-])|(?:Answer|Reply|Response){_OF_WHOM}\s*[:–-])\s+(?=\S)"
)
"""The answer to it: "A: Twelve.", "Response of the Chair: Twelve."."""
ANSWER_LINE = re.compile(
    rf"(?:the\s+)?(?:(?:[\w’']+\s+){{0,2}}|(?:[\w,]+\s+){{0,6}}\w+[’']s?\s+)(?:answer|reply|response)s?{_OF_WHOM}\s*:?",
    re.IGNORECASE,
)
"""The line above an answer: "RESPONSE", "Reply from the Commissioner:"."""
AFTERWARDS = re.compile(
    r".{0,80}\b(?:no|not|nor)\b.{0,40}\bsupplementary\b.{0,60}|(?:there\s+being\s+)?no\s+further\s+questions\b.*",
    re.IGNORECASE,
)
"""What the minutes say once a question is answered."""
_WHO = r"(?-i:[A-Z]) [^?!:;]{0,70}?"
_BESIDES = r"(?: (?:then|also|further|next|therefore|again) \s+ )*"
_ANSWERING = r"""(?: responded | replied | answered | explained | confirmed | advised | said | stated | clarified
    | assured | reassured | informed | told | acknowledged | indicated | reported | outlined | noted )"""
REPLIES = Rule(
    "told-answer",
    rf"""(?: in \s (?:response|reply|answer|return) \b .*
        | (?: the \s+)? (?:response|reply|answer) \s+ (?: was | given \s was ) \b .*
        | it \s was \s {_ANSWERING} \b .*
        | (?:members|he|she|they|the \s \w+) \s (?:was|were) \s (?:told|advised|assured|informed) \b .*
        | (?: {_WHO} | he | she | they ) \s+ {_BESIDES} (?:\w+ly \s+)? {_ANSWERING} \b .* )""",
    (
        "In response, the Commissioner stated that a campaign had begun.",
        "GW confirmed that it had fallen.",
        "It was explained that the lift was old.",
        "Members were told that it was not.",
    ),
)
"""A sentence that tells the answer, straight behind."""
