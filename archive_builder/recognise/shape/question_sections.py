"""Sections that a question's label opens, and whose questions they are."""

from __future__ import annotations

from itertools import pairwise

from archive_builder.recognise.grammar.draft import Draft, Section
from archive_builder.recognise.signs.askers import asker_name, narrated_asker
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.text.names import bare, looks_like_name, resolve
from archive_builder.text.posts import is_post, speaks_of_post
from archive_builder.text.words import folded


def askers_of_runs(draft: Draft) -> dict[int, str]:
    """For each labelled section's first block, the name that stands alone above its run of labelled questions.

    "Mr Bo Ray, Fenny" above "Question 1:" and "Question 2:" asks both; no name, an empty text.
    """
    above: Section | None = None
    askers: dict[int, str] = {}
    for section in draft.sections:
        if section.heading is None:
            continue
        if label_of(draft, section):
            askers[section.first] = _name(draft, above) if above and not above.item else ""
        else:
            above = section
    return askers


def labelled_asker(printed: str, draft: Draft) -> str:
    """Who a label says asks: somebody of the meeting where it names an office."""
    holder = (
        resolve(printed, draft.people(), draft.vocabulary) if is_post(printed, draft.vocabulary) else None
    )
    return holder.name if holder else asker_name(printed, draft.vocabulary)


def told_asker(draft: Draft, block: int, text: str) -> str:
    """Who asks in the question's own words, or in a line above it: "The Commissioner asked:"."""
    if own := narrated_asker(text, draft):
        return own
    above = draft.text(block - 1) if block else ""
    return narrated_asker(above, draft) if above.endswith(":") and len(above) < _LINE else ""


_LINE = 100


def askers_above(draft: Draft) -> frozenset[int]:
    """The headings that are nothing but the name of who asks the labelled questions below: no items."""
    pairs = pairwise(draft.sections)
    named = (a for a, b in pairs if a.last < a.first and label_of(draft, b) and _name(draft, a))
    return frozenset(section.heading for section in named if section.heading is not None)


def name_line(draft: Draft, block: int) -> str:
    """The person that a line names and does no more, with a title before the name: "Question: Cllr Bo Ray"."""
    line = draft.text(block)
    mark = draft.read(line).match(QUESTION_MARK)
    line = line[mark.end() :] if mark else line
    name = bare(line, draft.vocabulary)
    return name if name != folded(line).strip(" :") and looks_like_name(name) else ""


def _name(draft: Draft, section: Section) -> str:
    """The person that a heading names, with a place behind a comma at most; empty for other words."""
    name = bare(section.title.split(",")[0], draft.vocabulary)
    return name if looks_like_name(name) and not speaks_of_post(name, draft.vocabulary) else ""


def label_of(draft: Draft, section: Section) -> str:
    """The label line of a section that a labelled question opens; empty for other sections."""
    if section.heading is None:
        return ""
    text = section.title if section.item else draft.text(section.heading)
    match = label_match(text, draft.vocabulary)
    return text if match and (not section.item or match.groupdict().get("asker")) else ""


def goes_on_label(draft: Draft, index: int) -> bool:
    """True for the second line of a label: the post of whom "Question by Bo Ray to Ida Moor," asks."""
    block, above = draft.blocks[index], draft.text(index - 1) if index else ""
    return (
        (block.tight or block.bold)
        and above.endswith(",")
        and label_match(above, draft.vocabulary) is not None
    )
