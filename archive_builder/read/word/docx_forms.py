"""Forms in Word files: boxes as signs, chosen values as text, and which prompts nobody answered.

Content controls (ISO/IEC 29500-1, section 17.5.2; the check box is Microsoft's, MS-DOCX 2.3) and the older
form fields (section 17.16).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from mammoth.docx.dingbats import dingbats

from archive_builder.read.word.docx_looks import W, is_on, value
from archive_builder.read.word.docx_names import IN_RUNS, WORD_2010, has_any, printed_text, run_of, text_node
from archive_builder.text.tick_boxes import EMPTY_SIGNS, TICKED_SIGNS, sign

_ON = ("1", "true", "on")
_BOX = f"{WORD_2010}checkbox"
_LISTS = (f"{W}dropDownList", f"{W}comboBox")
_USUAL = {
    "🗹": "☑", "🗷": "☒", "🗵": "☒", "⮽": "☒", "🗸": "✓", "🗴": "✗", "🗶": "✗",
    "◻": "☐", "🞏": "☐", "🞎": "☐", "🞐": "☐", "🗆": "☐", "⬜": "☐",
}  # fmt: skip
"""Signs that few fonts have, as those that all have."""


def write_boxes(root: Element) -> None:
    """Write the sign of its state into each content control that is a check box, in place."""
    for control in root.iter(f"{W}sdt"):
        box, content = control.find(f"{W}sdtPr/{_BOX}"), control.find(f"{W}sdtContent")
        if box is not None and content is not None:
            checked = box.find(f"{WORD_2010}checked")
            is_ticked = checked is not None and checked.get(f"{WORD_2010}val", "1") in _ON
            _write_sign(content, is_ticked)


def fill_control(control: Element, prompts: list[str]) -> None:
    """Write the chosen entry of a list into its content control, in place.

    A prompt ("Click here to enter text") is taken out and added to `prompts`.
    """
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if properties is None or content is None or properties.find(_BOX) is not None:
        return
    if is_on(properties.find(f"{W}showingPlcHdr")):
        prompts.append(printed_text(content))
        _empty(content)
    entries = next((found for name in _LISTS if (found := properties.find(name)) is not None), None)
    if entries is not None and not printed_text(content) and (chosen := _last_chosen(entries)):
        _put(content, chosen)


def _write_sign(content: Element, is_ticked: bool) -> None:
    """Leave a sign that says so; else put one in the place of whatever the box is drawn with."""
    known = TICKED_SIGNS if is_ticked else EMPTY_SIGNS
    if printed_text(content) in tuple(known):
        return
    _empty(content)
    _put(content, sign(is_ticked=is_ticked))


def _empty(content: Element) -> None:
    for run in content.iter(f"{W}r"):
        run[:] = [child for child in run if child.tag not in IN_RUNS]


def _put(content: Element, words: str) -> None:
    run = next(content.iter(f"{W}r"), None)
    if run is not None:
        run.append(text_node(words))
        return
    paragraph = next(content.iter(f"{W}p"), content)
    paragraph.append(run_of(words))


def _last_chosen(entries: Element) -> str:
    last = entries.get(f"{W}lastValue") or ""
    for entry in entries.iter(f"{W}listItem"):
        if last and last in (entry.get(f"{W}value"), entry.get(f"{W}displayText")):
            return entry.get(f"{W}displayText") or last
    return last


@dataclass(slots=True)
class _Field:
    """A field that is open: what its form says, and whether it has a printed result."""

    form: Element | None
    instruction: list[Element] = field(default_factory=list)
    is_printed: bool = False


def write_fields(root: Element) -> None:
    """Write the state of the older form fields into a part, in place: boxes as signs, chosen entries as text."""
    if not has_any(root, f"{W}fldChar"):
        return
    opened: list[_Field] = []
    for run in root.iter(f"{W}r"):
        made: list[Element] = []
        for child in run:
            if child.tag == f"{W}fldChar":
                words = _turned(child, opened)
                made += [text_node(words)] if words else []
            elif child.tag == f"{W}instrText" and opened:
                opened[-1].instruction.append(child)
            elif child.tag == f"{W}t" and opened and (child.text or "").strip():
                opened[-1].is_printed = True
            made.append(child)
        if len(made) > len(run):
            run[:] = made


def _turned(mark: Element, opened: list[_Field]) -> str:
    """Follow a mark of a field; return what is to be written where it ends."""
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        opened.append(_Field(mark.find(f"{W}ffData")))
    elif kind == "separate" and opened:
        opened[-1].is_printed = False
    elif kind == "end" and opened:
        return _state_of(opened.pop())
    return ""


def _state_of(done: _Field) -> str:
    form = done.form
    box = form.find(f"{W}checkBox") if form is not None else None
    said = "".join(each.text or "" for each in done.instruction)
    if box is not None or said.strip().startswith("FORMCHECKBOX"):
        for each in done.instruction:  # else the converter puts an input of its own there
            each.text = ""
        return sign(is_ticked=box is not None and _is_checked(box))
    entries = form.find(f"{W}ddList") if form is not None else None
    return _entry(entries) if entries is not None and not done.is_printed else ""


def _is_checked(box: Element) -> bool:
    checked = box.find(f"{W}checked")
    return is_on(checked if checked is not None else box.find(f"{W}default"))


def _entry(entries: Element) -> str:
    """The chosen entry of a list: the first, unless it says another."""
    mark = next(
        (found for name in ("result", "default") if (found := entries.find(f"{W}{name}")) is not None), None
    )
    place = value(mark) or "0"
    choices = [value(entry) for entry in entries.findall(f"{W}listEntry")]
    at = int(place) if place.isascii() and place.isdigit() and len(place) < 6 else 0
    return choices[at] if at < len(choices) else ""


def write_symbols(root: Element) -> None:
    """Write the signs of picture fonts (Wingdings) as signs that every font has, in place."""
    fonts = {mark.get(f"{W}{name}") for mark in root.iter(f"{W}rFonts") for name in ("ascii", "hAnsi")}
    if not (fonts & _FONTS or has_any(root, f"{W}sym")):
        return
    for run in root.iter(f"{W}r"):
        font = run.find(f"{W}rPr/{W}rFonts")
        named = (font.get(f"{W}ascii") or font.get(f"{W}hAnsi") or "") if font is not None else ""
        for at, child in enumerate(run):
            if child.tag == f"{W}sym" and (shown := _symbol(child)):
                run[at] = text_node(shown)
            elif child.tag == f"{W}t" and named in _FONTS and child.text:
                child.text = "".join(_sign(named, ord(letter)) or letter for letter in child.text)


_FONTS = frozenset(font for font, _ in dingbats)


def _symbol(mark: Element) -> str:
    said = mark.get(f"{W}char") or ""
    try:
        return _sign(mark.get(f"{W}font") or "", int(said, 16))
    except ValueError:
        return ""


def _sign(font: str, number: int) -> str:
    """The sign that a font draws for a number; such fonts are also used with 0xF000 added."""
    found = dingbats.get((font, number)) or dingbats.get((font, number - 0xF000))
    return _USUAL.get(chr(found), chr(found)) if found else ""
