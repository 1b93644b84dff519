"""What is filled in on a web page's form, written out as text where it stands."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.text.tick_boxes import sign

_UNSEEN = frozenset({"hidden", "password"})
_BUTTONS = frozenset({"submit", "button", "reset", "image"})


def write_out(parser: LexborHTMLParser) -> None:
    """Put text in the place of a page's fields, boxes and lists; buttons become elements with their label."""
    for field in parser.css("input"):
        kind = (field.attributes.get("type") or "text").lower()
        if kind in _BUTTONS and kind != "image":
            _put(field, "")
        elif kind in ("checkbox", "radio"):
            _put(field, sign(is_ticked="checked" in field.attributes))
        else:
            _put(field, "" if kind in _UNSEEN or kind == "image" else field.attributes.get("value") or "")
    for area in parser.css("textarea"):
        _put(area, area.text())
    for choice in parser.css("select"):
        _put(choice, ", ".join(_chosen(choice)))
    for choice in parser.css("datalist"):
        choice.decompose()


def _chosen(choice: LexborNode) -> list[str]:
    """The options that a list shows as chosen: those that are, else the first where only one can be."""
    options = choice.css("option")
    chosen = [option for option in options if "selected" in option.attributes]
    if not chosen and "multiple" not in choice.attributes:
        chosen = options[:1]
    return [" ".join(option.text().split()) for option in chosen]


def _put(node: LexborNode, text: str) -> None:
    node.replace_with(f" {text} " if text.strip() else " ")
