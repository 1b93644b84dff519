"""Decisions: resolutions in their parts, approvals and notings, key decisions, recommendations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive_builder.model import Block, BlockKind, Classification, Decision, DecisionKind, Place
from archive_builder.recognise.grammar import (
    Draft,
    Rule,
    Section,
    first_rule,
    is_prose,
    place,
    printed,
    unique,
)
from archive_builder.recognise.outline import MEETING_KINDS
from archive_builder.text import dates
from archive_builder.text.numerals import letter, reference
from archive_builder.text.sentences import spans
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded

_BODY = r"(?: (?:the\s+)? (?: board | panel | committee | council | trustees | governors | members | forum | group | councillors | executive ) (?:\s members)? )"
_HOW = r"(?: unanimously | formally | therefore | also | further | then | \( [^()]* \) )"
RESOLVED = Rule(
    "resolved",
    rf"""(?: it \s was \s | {_BODY} \s+ )? (?:resolved|resolves|agreed) \s* (?: {_HOW} \s* )? (?: (?:to|that)? \s* [:–-]+ \s* | (?=that\b) )
        (?P<text> .* )""",
    (
        "RESOLVED: -",
        "RESOLVED that the report be noted.",
        "Resolved (unanimously): That the minutes be signed.",
        "Committee resolved to:",
    ),
)
DECIDES = (
    Rule(
        "minutes-approved",
        r"""(?:the\s+)? (?:notes|minutes|record) \b [^.]* \b (?:were|was|be) \s (?:\w+ly\s+)?
            (?:approved|agreed|confirmed|accepted|signed) \b .*""",
        (
            "The notes of the last meeting were approved.",
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
        "body-notes",
        rf"(?: [^.?]{{3,80}}, \s+ )? {_BODY} \s+ (?:{_HOW}\s+)? (?: (?:resolved|agreed) \s to \s note | noted ) \b [^?]*",
        ("Committee resolved to note the apologies.", "The Board noted the report."),
        confidence=0.9,
    ),
    Rule(
        "body-decides",
        rf"""(?: [^.?]{{3,80}}, \s+ )? {_BODY} \s+ (?:{_HOW}\s+)?
            (?: resolved | resolves | decided | endorsed | approved | adopted | agreed | accepted | ratified | supported | rejected ) \b [^?]*""",
        (
            "The Board endorsed the plan.",
            "The Panel agreed to write to the minister.",
            "After much thought, the Councillors agreed that the hedge be cut.",
        ),
        confidence=0.9,
    ),
    Rule(
        "it-was-decided",
        rf"(?: [^.?]{{3,120}} \s )? it \s was \s (?:{_HOW}\s+)* (?: resolved | agreed | decided ) \b [^?]*",
        ("It was decided that it should be changed.", "Funds are short, as such it was agreed to wait."),
        confidence=0.9,
    ),
    Rule(
        "all-agreed",
        r"all \s (?:were\s+)? (?:agreed|in \s favour|approved) \b [^?]*",
        ("All agreed this was a true record.",),
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
        r""".* \b proposed \b .* \b (?: seconded \b .* (?:agreed|carried|approved|resolved) | accepted | carried | agreed ) \b .*""",
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
_KINDS |= {"body-notes": DecisionKind.NOTED, "all-agreed": DecisionKind.APPROVED}
_APPROVES = re.compile(r"\b(?:approv|endors|adopt|ratif|accept)\w*\b", re.IGNORECASE)
KEY_DECISION = Rule(
    "key-decision",
    r"""(?P<title> .+? ) \s+ (?: \w+ \s+ )? decision \s* [–:-]? \s* (?P<number> \d{1,4} ) \s* (?: [-–/] \s* | \s )
        (?P<year> \d{4} ) \s* [–-] \s* (?P<date> .+ )""",
    (
        "Disposal of property PCC Decision – 030-2022 – 23 December 2022",
        "Fees and charges PCC Decision – 08 2022 - 7 December 2022",
        "Frameworks PCC Decision 026 – 2022 – 23 December 2022",
    ),
)
ASKED = Rule(
    "recommendation",
    r"""(?:that\s+)? (?:the|this) \s+ [\w\s]{0,60}? (?:panel|board|committee|council|members|forum|cabinet) \s+ (?:members\s+)?
        (?: (?:is|are) \s+ (?:asked|recommended|requested|invited|advised) \s+ to | (?:note|notes|receive|approve|consider|agree|endorse|comment) ) \b .*""",
    (
        "The Panel are asked to note the progress.",
        "That the Panel receive and note the report.",
        "The board is recommended to approve the plan.",
    ),
)
_CONFIDENTIAL = re.compile(r"\b(?:a|an)\s+(?:confidential|exempt|restricted)\s+decision\b", re.IGNORECASE)
_RECOMMENDING = re.compile(r"(?:\d+[.\s]*)?recommendations?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a resolution: its block, the path of its marks, whether it is lettered by us."""

    block: int
    path: tuple[str, ...]


def decided(draft: Draft) -> Draft:
    """A draft with its decisions, in document order."""
    if draft.masthead.classification in MEETING_KINDS:
        found = [*_resolutions(draft), *_approvals(draft)]
    else:
        found = [*_key_decisions(draft), *_recommendations(draft)]
    taken: set[str] = set()
    named = [
        replace(decision, anchor=unique(_anchor(decision, index), taken))
        for index, decision in enumerate(sorted(found, key=lambda d: (d.place.first, d.place.start or 0)), 1)
    ]
    return replace(draft, decisions=tuple(named))


def _anchor(decision: Decision, index: int) -> str:
    number = slug(decision.identifier) if decision.identifier else ""
    match decision.kind:
        case DecisionKind.KEY_DECISION:
            return f"decision-{number}"
        case DecisionKind.RECOMMENDATION:
            return f"recommendation-{number or index}"
        case DecisionKind.RESOLVED | DecisionKind.NOTED if number:
            return f"minute-{number}"
        case _:
            return f"decision-{decision.item.removeprefix('item-')}-{index}".replace("--", "-")


def _resolutions(draft: Draft) -> list[Decision]:
    """Every part of every resolution; bullets below a part that ends in a colon are lettered."""
    found: list[Decision] = []
    for section in draft.sections:
        number = reference(section.number) or _item_number(draft, section)
        for index in section.content:
            if is_prose(draft.blocks[index]) and (match := RESOLVED.match(folded(draft.blocks[index].text))):
                if match["text"].strip(" :-–"):
                    found.append(_resolution(draft, _Part(index, (number,)), number, folded(match["text"])))
                else:
                    parts = _parts(draft.blocks, range(index + 1, section.last + 1), number)
                    found += [_resolution(draft, part, number, draft.text(part.block)) for part in parts]
    return found


def _item_number(draft: Draft, section: Section) -> str:
    anchor = draft.item_anchor(section.heading) if section.heading is not None else ""
    return next((reference(item.number) for item in draft.items if item.anchor == anchor), "")


def _parts(blocks: Sequence[Block], following: range, number: str) -> list[_Part]:
    found: list[_Part] = []
    stem: tuple[str, ...] = ()
    letters = 0
    for index in following:
        block = blocks[index]
        mark = reference(block.marker)
        if block.kind is BlockKind.PARAGRAPH and not found and _is_resolution(block):
            found.append(_Part(index, (number,)))
        elif block.kind is BlockKind.ITEM and mark:
            stem, letters = ((number, mark) if not block.level else (*stem, mark)), 0
            found.append(_Part(index, stem))
        elif block.kind is BlockKind.ITEM and found and _ends_open(blocks[found[-1 - letters].block]):
            found.append(_Part(index, (*(stem or (number,)), letter(letters))))
            letters += 1
        elif block.kind is BlockKind.ITEM:
            found.append(_Part(index, (number, letter(letters))))
            letters += 1
        else:
            break
    return found


def _is_resolution(block: Block) -> bool:
    return block.bold or re.match(r"that\b|to\b|the\b", block.text, re.IGNORECASE) is not None


def _ends_open(block: Block) -> bool:
    return block.text.rstrip(" -–").endswith(":")


def _resolution(draft: Draft, part: _Part, number: str, text: str) -> Decision:
    path = [step for step in part.path if step]
    return Decision(
        anchor="",
        place=place(part.block),
        text=text,
        item=draft.item_anchor(part.block),
        identifier=" ".join(path),
        kind=DecisionKind.RESOLVED,
        decided=draft.masthead.date,
        parent=" ".join(path[:-1]) if len(path) > 2 else "",
        found_by=RESOLVED.name,
    )


def _approvals(draft: Draft) -> list[Decision]:
    """What a meeting approved or noted in a sentence of its own, where no RESOLVED says it."""
    found: list[Decision] = []
    asked = _asked_or_answered(draft)
    for section in draft.sections:
        if section.heading is None or not draft.item_anchor(section.heading):
            continue
        if DECIDED_LIST.match(section.title):
            found += [
                _minuted(draft, place(i), draft.text(i), DecisionKind.APPROVED, DECIDED_LIST)
                for i in _entries(draft, section)
            ]
            continue
        resolved = _resolved_blocks(draft, section)
        for index in section.content:
            block = draft.blocks[index]
            if (
                is_prose(block)
                and index not in asked
                and index not in resolved
                and len(block.text) < _LONGEST
            ):
                found += _sentences_that_decide(draft, index, block.text)
    return found


def _entries(draft: Draft, section: Section) -> list[int]:
    return [i for i in section.content if draft.blocks[i].kind is BlockKind.ITEM]


_LONGEST = 1500


def _asked_or_answered(draft: Draft) -> set[int]:
    """The blocks of questions and answers: what is said there reports, it does not decide."""
    places = [p for q in draft.questions for p in (q.place, q.answer) if p is not None]
    return {index for where in places for index in range(where.first, where.last + 1)}


def _resolved_blocks(draft: Draft, section: Section) -> set[int]:
    """The blocks of a section that are a resolution or its parts; all of them where minutes use the marker."""
    if not _has_resolution(draft, section):
        return set()
    marked = any(
        is_prose(draft.blocks[i]) and folded(draft.blocks[i].text).startswith("RESOLVED")
        for i in section.content
    )
    own = {
        i
        for i in section.content
        if is_prose(draft.blocks[i]) and RESOLVED.match(folded(draft.blocks[i].text))
    }
    listed = {i for i in section.content if draft.blocks[i].kind is BlockKind.ITEM}
    return set(section.content) if marked else own | listed


def _sentences_that_decide(draft: Draft, index: int, text: str) -> list[Decision]:
    found = []
    for start, end in spans(text):
        sentence = folded(text[start:end])
        if len(sentence) < _LONGEST_SENTENCE and (rule := deciding(sentence)):
            whole = start == 0 and end >= len(text.rstrip())
            where = place(index) if whole else Place(index, index, start, end)
            found.append(_minuted(draft, where, sentence, kind_of(rule, sentence), rule))
    return found


_LONGEST_SENTENCE = 600


def deciding(sentence: str) -> Rule | None:
    """The rule by which a sentence is a decision of the body."""
    hit = first_rule(DECIDES, sentence)
    return hit[0] if hit else None


def kind_of(rule: Rule, sentence: str) -> DecisionKind:
    """What a deciding sentence amounts to."""
    if rule.name in _KINDS:
        return _KINDS[rule.name]
    return DecisionKind.APPROVED if _APPROVES.search(sentence[:120]) else DecisionKind.RESOLVED


def body_decides(text: str) -> bool:
    """Whether a paragraph is nothing but the body's decision."""
    rule = deciding(text) if len(text) < 300 else None
    return rule is not None and rule.name.startswith("body-")


def _has_resolution(draft: Draft, section: Section) -> bool:
    return any(
        is_prose(draft.blocks[i]) and RESOLVED.match(folded(draft.blocks[i].text)) for i in section.content
    )


def _minuted(draft: Draft, where: Place, text: str, kind: DecisionKind, rule: Rule) -> Decision:
    item = draft.item_anchor(where.first)
    number = next((reference(i.number) for i in draft.items if i.anchor == item), "")
    minuted = draft.masthead.classification is Classification.MINUTES
    return Decision(
        anchor="",
        place=where,
        text=text,
        item=item,
        identifier=number if minuted else "",
        kind=kind,
        decided=draft.masthead.date,
        found_by=rule.name,
        confidence=rule.confidence,
    )


def _key_decisions(draft: Draft) -> list[Decision]:
    """Published key decisions: a line with number and date, and the paragraph below it."""
    found = []
    for index, block in enumerate(draft.blocks[:-1]):
        match = KEY_DECISION.match(folded(block.text)) if block.kind is not BlockKind.TABLE else None
        below = draft.blocks[index + 1]
        if not match or not is_prose(below) or KEY_DECISION.match(folded(below.text)):
            continue
        text = draft.text(index + 1)
        found.append(
            Decision(
                anchor="",
                place=place(index + 1),
                text=text,
                identifier=f"{match['number']}-{match['year']}",
                kind=DecisionKind.KEY_DECISION,
                title=match["title"].strip(" –-"),
                decided=dates.first_date(match["date"]),
                confidential=bool(_CONFIDENTIAL.search(text)),
                found_by=KEY_DECISION.name,
            )
        )
    return found


def _recommendations(draft: Draft) -> list[Decision]:
    """What a report puts to a body: the paragraphs under "Recommendations", and a closing "is asked to"."""
    found = []
    for section in draft.sections:
        if section.heading is None:
            continue
        headed = _RECOMMENDING.fullmatch(section.title.strip(" :"))
        for first, last in _numbered_paragraphs(draft, section):
            text = draft.text(first, last)
            if headed or (ASKED.match(text) and len(text) < 300 and "asked" in text):
                found.append(_recommendation(draft, first, last, text, bool(headed)))
    return found


def _numbered_paragraphs(draft: Draft, section: Section) -> list[tuple[int, int]]:
    """A section's paragraphs, each with the bullets that belong to it, as first and last block."""
    spans: list[tuple[int, int]] = []
    for index in section.content:
        block = draft.blocks[index]
        if not is_prose(block):
            break
        mark = any(ch.isdigit() for ch in block.marker)
        if spans and block.kind is BlockKind.ITEM and not mark:
            spans[-1] = (spans[-1][0], index)
        else:
            spans.append((index, index))
    return spans


def _recommendation(draft: Draft, first: int, last: int, text: str, headed: bool) -> Decision:
    return Decision(
        anchor="",
        place=Place(first, last),
        text=text,
        identifier=draft.blocks[first].marker.rstrip(".") if draft.blocks[first].marker[:1].isdigit() else "",
        kind=DecisionKind.RECOMMENDATION,
        found_by="recommendations-section" if headed else ASKED.name,
        confidence=1.0 if headed else 0.8,
    )


__all__ = ["DECIDES", "KEY_DECISION", "RESOLVED", "decided", "printed"]
