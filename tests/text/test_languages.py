"""The language of a text, and of parts of it; a text in English is none of its business."""

from __future__ import annotations

import sys

import pytest

from archive_builder.text.languages import languages, name

WELSH = (
    "Croesawodd y Cadeirydd bawb i'r cyfarfod a derbyniwyd ymddiheuriadau gan y Cynghorydd.",
    "Penderfynwyd bod y to yn cael ei drwsio cyn y gaeaf gan yr adeiladwr.",
)
IRISH = (
    "Chuir an Cathaoirleach fáilte roimh chách agus glacadh le leithscéalta ón gComhairleoir.",
    "Socraíodh go ndeiseofaí an díon roimh an ngeimhreadh agus go n-íocfaí as.",
)
GAELIC = (
    "Chuir an Cathraiche fàilte air a h-uile duine agus ghabhadh ri leisgeulan bhon Chomhairliche.",
    "Chaidh aontachadh gum biodh am mullach air a chàradh ron gheamhradh.",
)
FRENCH = (
    "Le président souhaite la bienvenue à tous et les excuses de la conseillère sont acceptées.",
    "Il est décidé de réparer le toit de la salle avant la fin de l'année.",
)
ENGLISH = (
    "The Chair welcomed everybody and apologies were received from the councillor.",
    "It was resolved that the roof be mended before the winter by the builder.",
)
NAMES = ("Present: Siân Rhys, Ifan ap Huw, Eirlys Owen, Seán Ó Briain, Niamh Ní Dhuibhir", "Cllr I Huws")


@pytest.mark.parametrize(
    ("code", "texts"), [("cy", WELSH), ("ga", IRISH), ("gd", GAELIC), ("fr", FRENCH), ("", ENGLISH)]
)
def test_a_document_of_one_language(code: str, texts: tuple[str, ...]) -> None:
    assert languages(texts) == [code] * 2
    assert languages([texts[0], "1. X", texts[1]]) == [code] * 3


@pytest.mark.parametrize(("code", "texts"), [("cy", WELSH), ("ga", IRISH), ("gd", GAELIC), ("fr", FRENCH)])
def test_parts_of_a_document(code: str, texts: tuple[str, ...]) -> None:
    mixed = [ENGLISH[0], texts[0], "Roof", texts[1], ENGLISH[1], "Close"]
    assert languages(mixed) == ["", code, code, code, "", ""]


@pytest.mark.parametrize(
    "texts",
    [
        NAMES,
        (*NAMES, *ENGLISH),
        ("Roof mended", "Bins emptied weekly", "Grass cut, hedges trimmed, paths swept, gate painted", "Nil"),
        ("Item\tQuantity\tPrice", "Sand\t20\t4.50", "Gravel, washed\t10\t9.00", "Cement, grey\t5\t6.00"),
        ("PC/24/01", "12 345 678", "", "£1,200.50"),
        ("Cyngor Tref Llanfair", *ENGLISH),
    ],
)
def test_what_is_english_or_no_language(texts: tuple[str, ...]) -> None:
    assert languages(texts) == [""] * len(texts)


def test_english_does_not_load_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    assert languages([*ENGLISH, *NAMES] * 50) == [""] * 200


def test_names() -> None:
    assert name("gd") == "Scottish Gaelic"
