"""In which language a text is: English by its commonest words, others by py3langid.

py3langid (BSD, one model of 4.5 MB, no network) knows 139 languages, Welsh, Irish and Scottish Gaelic among
them, and gives the same answer for the same text. Its model takes half a second to load, so it is asked only
about texts that lack the words which English hardly does without.
"""

from __future__ import annotations

import lzma
import re
from array import array
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from archive_builder import lang
from archive_builder.text.words import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_TABLE = lang.table("languages")
_NAMES: dict[str, str] = _TABLE["names"]
_OF_OTHERS = frozenset(_TABLE["function_words"]["of_others"])
_FEWEST = 4
"""Words: fewer tell no language."""
_ENOUGH = 14
"""Words that must be in doubt together before the model is asked."""
_ENGLISH_SHARE = 0.16
"""Part of the words of English prose that are function words, at the least: it is usually 0.3 to 0.45."""
_FOREIGN_SHARE = 0.06
"""The same of a text in another language, at the most."""
_OTHER_SHARE = 0.1
"""Part of the words that are function words of other languages, at the least."""
_SMALL = 0.5
"""Part of the words in small letters, at the least: a list of names is in no language."""
_SURE = 0.99
_WORD = re.compile(r"[^\W\d_]+")


def name(code: str) -> str:
    """What a language is called in English."""
    return _NAMES.get(code, code)


def languages(texts: Sequence[str]) -> list[str]:
    """The language of each text of a document: its code, or nothing where it is English or cannot be told.

    A document has one other language at most. Short texts that stand between two of it are of it too.
    """
    doubtful = [at for at, text in enumerate(texts) if _may_be_foreign(text)]
    joined = " ".join(texts[at] for at in doubtful)
    other = _language(joined) if _is_foreign(joined) else ""
    if not other:
        return [""] * len(texts)
    found = [""] * len(texts)
    for at in doubtful:
        found[at] = other if _is_rather(texts[at], other) else ""
    return _with_short(found, texts, other)


def _is_foreign(text: str) -> bool:
    """True if a text lacks the function words of English and has those of another language."""
    if len(_WORD.findall(text)) < _ENOUGH or _share(text) > _FOREIGN_SHARE:
        return False
    return _share(text, _OF_OTHERS) >= _OTHER_SHARE


def _may_be_foreign(text: str) -> bool:
    """True if a text has words enough, few of them English function words, and is no list of names."""
    found = _WORD.findall(text)
    if len(found) < _FEWEST or _share(text) > _ENGLISH_SHARE:
        return False
    return is_prose(text)


def is_prose(text: str) -> bool:
    """True if most words of a text begin with a small letter: it is no list of names and no heading."""
    found = _WORD.findall(text)
    return len([word for word in found if word.islower()]) >= len(found) * _SMALL


def _share(text: str, common: frozenset[str] = lang.word_list("function_words")) -> float:
    """Part of a text's words that are function words: of English, if nothing else is said."""
    found = words(text)
    return sum(word in common for word in found) / len(found) if found else 0.0


def _with_short(found: Sequence[str], texts: Sequence[str], other: str) -> list[str]:
    """Give short texts the language of what stands before and behind them; all, if a document has no English."""
    has_english = any(not code and _is_english(text) for code, text in zip(found, texts, strict=True))
    if not has_english:
        return [other] * len(found)
    made = list(found)
    last: int | None = None
    for at, code in enumerate(found):
        if not code and _is_english(texts[at]):
            last = None
        elif code:
            made[at if last is None else last + 1 : at] = [other] * (0 if last is None else at - last - 1)
            last = at
    return made


def _is_english(text: str) -> bool:
    return len(_WORD.findall(text)) >= _FEWEST and _share(text) > _ENGLISH_SHARE


def _language(text: str) -> str:
    """The language of a text, if it is one that pages can name and sure; nothing for English."""
    code, probability = _identifier(()).classify(text)
    return code if code in _NAMES and probability >= _SURE else ""


def _is_rather(text: str, other: str) -> bool:
    """True if a text is in the other language rather than in English."""
    code = _identifier((ENGLISH, other)).classify(text)[0]
    return str(code) == other


@cache
def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    """What tells languages, all or those of some codes.

    The model is read in memory: the library's own loader writes a file, which no worker may.
    """
    import numpy
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    data = numpy.load(BytesIO(lzma.decompress((MODEL_DIR / MODEL_FILE).read_bytes())))
    steps, states = (array(data[key].dtype.char, data[key].tobytes()) for key in ("nextmove", "nextmove_row"))
    classes, features = data["classes"].tolist(), data["out_feat"].tolist()
    made = LanguageIdentifier(
        data["ptc"], data["pc"], classes, steps, features, norm_probs=True, tk_row=states
    )
    if codes:
        made.set_languages(list(codes))
    return made
