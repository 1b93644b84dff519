"""Topics that a query's words belong to are offered, also where the words are not the topic's name."""

from __future__ import annotations

from collections.abc import Callable

from archive_builder.model import Archive, Topic
from tests.index.conftest import Ask, archive_of

DUES = Topic(slug="dues", name="Harbour dues", words=("mooring fee", "lamp"), lay=("boat money",))


def test_words_of_a_topic_within_others_offer_it(ask_archive: Callable[[Archive], Ask]) -> None:
    ask = ask_archive(archive_of("The mooring fees rise.", "Nothing else was said.", topics=(DUES,)))
    replies = ask(
        *({"text": text, "facets": True} for text in ("mooring fees waiting", "lamps", "fees", "said"))
    )
    offered = [[topic["name"] for topic in reply["topics"]] for reply in replies]
    assert offered == [["Harbour dues"], ["Harbour dues"], [], []]
    assert [reply["also"] for reply in replies] == [[], [], [], []]
