"""Questions and their answers, in the forms in which notes of meetings set them.

Named layouts: (a) questions as paragraphs, answers as bullets or paragraphs; (b) questions as
bullets, answers as paragraphs; both with or without "Question 3: Title (asked by ...)" above. Which
of the two an item uses is judged by where its question marks stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import BlockKind, Question
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.records.question_evidence import FEWEST_IN_TURN, questions_put
from archive_builder.recognise.records.question_pairs import question_pairs
from archive_builder.recognise.records.question_records import answered_behind, asker_above, question_of
from archive_builder.recognise.records.question_tables import find_table_questions
from archive_builder.recognise.records.run_in_questions import find_run_in_questions
from archive_builder.recognise.records.submitted_questions import find_submitted_questions, running_lines
from archive_builder.recognise.records.told_questions import find_told_questions, untold_runs
from archive_builder.recognise.shape.question_sections import askers_of_runs, goes_on_label, label_of
from archive_builder.recognise.signs.action_marks import ACTION_LIST
from archive_builder.recognise.signs.question_labels import SUBMITTED
from archive_builder.recognise.signs.turns import is_asking


def find_questions(draft: Draft) -> Draft:
    """A draft with its questions, each with the one passage that answers it."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    quoted: list[Question] = []
    told: list[Question] = []
    askers = askers_of_runs(draft)
    running = running_lines(draft)
    for section in _read_sections(draft):
        if match := draft.read(section.title).match(SUBMITTED):
            quoted += find_submitted_questions(draft, section, match["asker"], taken, running)
        elif not draft.read(section.title.strip()).fits(ACTION_LIST):
            label = label_of(draft, section)
            own = [] if label else _within_paragraphs(draft, section, taken)
            told += own
            runs = untold_runs(section, own)
            below = section.first if goes_on_label(draft, section.first) else None
            free = [[index for index in run if index not in running and index != below] for run in runs]
            asked = _asked(draft, section, label, free, counts, taken)
            quoted += (replace(one, asked_by=one.asked_by or askers.get(section.first, "")) for one in asked)
    quoted = questions_put(draft, quoted)
    quoted += find_table_questions(draft, taken)
    found = sorted([*quoted, *told], key=lambda question: (question.place.first, question.place.row or 0))
    return replace(draft, questions=tuple(found), quoted=_blocks_of(quoted))


def _within_paragraphs(draft: Draft, section: Section, taken: set[str]) -> list[Question]:
    """The questions that a section tells, and those that it marks within its paragraphs."""
    marked = list(find_run_in_questions(draft, section, taken))
    blocks = {question.place.first for question in marked}
    return marked + [
        told for told in find_told_questions(draft, section, taken) if told.place.first not in blocks
    ]


def find_sheet_questions(draft: Draft) -> Draft:
    """A draft with the questions of a paper that is made of questions and answers, whatever its kind."""
    if sum(1 for block in draft.blocks if block.text.rstrip().endswith("?")) < FEWEST_IN_TURN and not any(
        block.kind is BlockKind.TABLE for block in draft.blocks
    ):
        return draft
    found = find_questions(draft)
    answered = [one for one in found.questions if one.answer and one.found_by != "told-question"]
    rows = all(one.place.row is not None for one in answered)
    prose = [i for i, block in enumerate(draft.blocks) if i > draft.masthead.last and is_prose(block)]
    share = len(found.quoted.intersection(prose))
    if len(answered) < FEWEST_IN_TURN or not (rows or _SHARE * share >= len(prose)):
        return draft
    return replace(found, questions=tuple(answered))


_SHARE = 2
"""At least one of so many paragraphs of a paper of questions asks or answers."""


def _read_sections(draft: Draft) -> Iterator[Section]:
    """The sections that are read for questions: without the document's head."""
    for section in draft.sections:
        first = max(section.first, draft.masthead.last + 1) if section.heading is None else section.first
        if first <= section.last:
            yield replace(section, first=first)


def _blocks_of(questions: Sequence[Question]) -> frozenset[int]:
    """The blocks of questions and answers that are no rows of tables and no parts of a paragraph."""
    whole = [question for question in questions if question.answer or question.place.start is None]
    places = [where for question in whole for where in (question.place, question.answer) if where]
    return frozenset(
        index for where in places if where.row is None for index in range(where.first, where.last + 1)
    )


def _asked(
    draft: Draft,
    section: Section,
    label: str,
    free: Sequence[Sequence[int]],
    counts: dict[str, int],
    taken: set[str],
) -> Iterator[Question]:
    """The questions that the free runs of blocks of a section put in their own words."""
    if not _holds_questions(draft, [index for run in free for index in run], bool(label)):
        return
    item = draft.item_anchor(section.heading or 0)
    pairs = [pair for run in free for pair in question_pairs(draft, run, bool(label))]
    asker = ""
    for pair in pairs:
        asker = asker_above(draft, pair) or asker
        counts[item] = counts.get(item, 0) + 1
        made = question_of(draft, pair, label, item, counts[item], taken)
        yield answered_behind(draft, pair, replace(made, asked_by=made.asked_by or asker))


def _holds_questions(draft: Draft, blocks: Sequence[int], labelled: bool) -> bool:
    """An item is read for questions when it is labelled or question marks end its blocks."""
    return labelled or any(is_asking(draft, index) for index in blocks)
