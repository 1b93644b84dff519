"""Who answered: said only where the answer's first words name one person who was there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive_builder.link.answerers import find_answerers
from archive_builder.model import Attendance, AttendanceStatus, Place
from tests import factories

HERE = (
    ("Mara Venn", "Police and Crime Commissioner", AttendanceStatus.PRESENT),
    ("Ivo Karsh", "Deputy Police and Crime Commissioner", AttendanceStatus.PRESENT),
    ("Dana Holt", "Treasurer", AttendanceStatus.ALSO_PRESENT),
    ("Petra Holt", "Member", AttendanceStatus.APOLOGIES),
)


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("The Commissioner said that it would be done by May.", "people/mara-venn/"),
        ("The Deputy Police and Crime Commissioner replied that it would.", "people/ivo-karsh/"),
        ("Mrs Holt explained the sum.", "people/dana-holt/"),
        ("Ivo Karsh confirmed it.", "people/ivo-karsh/"),
        ("The Force said that it would.", ""),
        ("Commissioner Venn was told so.", ""),
        ("It would be done, the Commissioner said.", ""),
        ("", ""),
    ],
)
def test_the_first_words_of_an_answer_name_who_gives_it(answer: str, who: str) -> None:
    notes = factories.document()
    question = replace(factories.question("question-5-1", Place(0, 0)), answer_text=answer)
    ids = {name: f"people/{name.lower().replace(' ', '-')}/" for name, _, _ in HERE}
    people = tuple(
        Attendance(
            name=name,
            role=role,
            status=status,
            place=Place(0, 0),
            person=ids[name],
        )
        for name, role, status in HERE
    )
    document = replace(notes, questions=(question,), attendance=people)
    assert find_answerers([document]).get(document.id_of(question), "") == who
