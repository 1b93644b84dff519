"""Forms in OpenDocument texts: boxes as signs, chosen and typed values as text, where the form shows them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from archive_builder.read.word.odt_names import DRAW, FORM, LOEXT, TEXT
from archive_builder.text.tick_boxes import EMPTY_SIGNS, TICKED_SIGNS, sign

_DRAWN = (f"{DRAW}control", f"{LOEXT}content-control")
_BOXES = (f"{FORM}checkbox", f"{FORM}radio")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_VALUES = (f"{FORM}current-value", f"{FORM}value")
_CHOSEN = ("true", "checked")


def write_forms(body: Element) -> None:
    """Write the state of each control where it is drawn, in place."""
    if not any(next(body.iter(tag), None) is not None for tag in _DRAWN):
        return
    said = dict(_states(body))
    for node in body.iter():
        if node.tag == f"{DRAW}control":
            node.text = said.get(node.get(f"{DRAW}control") or "", "")
            node.tag = f"{TEXT}span"
        elif node.tag == f"{LOEXT}content-control" and node.get(f"{LOEXT}checkbox") == "true":
            _write_sign(node, is_ticked=node.get(f"{LOEXT}checked") == "true")


def _states(body: Element) -> Iterator[tuple[str, str]]:
    """What each control shows, by its name."""
    for control in body.iter():
        if control.tag.startswith(FORM) and (name := control.get(f"{FORM}id") or control.get(_ID)):
            yield name, _state(control)


def _state(control: Element) -> str:
    label = control.get(f"{FORM}label") or ""
    if control.tag in _BOXES:
        states = (control.get(f"{FORM}current-state"), control.get(f"{FORM}current-selected"))
        is_ticked = any(state in _CHOSEN for state in states)
        return f" {sign(is_ticked=is_ticked)} {label} "
    if control.tag in (f"{FORM}password", f"{FORM}hidden", f"{FORM}file"):
        return ""
    chosen = (
        option.get(f"{FORM}label") or ""
        for option in control
        if option.get(f"{FORM}current-selected") == "true"
    )
    value = next((said for name in _VALUES if (said := control.get(name))), "")
    return f" {value or next(chosen, '') or label} "


def _write_sign(control: Element, *, is_ticked: bool) -> None:
    """Leave a sign that says so; else put one in the place of whatever the box is drawn with."""
    known = TICKED_SIGNS if is_ticked else EMPTY_SIGNS
    shown = "".join(control.itertext()).strip()
    if shown in tuple(known):
        return
    for child in list(control):
        control.remove(child)
    control.text = sign(is_ticked=is_ticked)
