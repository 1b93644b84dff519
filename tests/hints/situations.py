"""What goes wrong in an archive, and what somebody does about it: the parts that the cases are made of."""

from __future__ import annotations

import io
import os
from collections.abc import Callable

import docx
from pypdf import PdfReader, PdfWriter

from archive_builder.problem import Problem
from tests.conftest import ROOT
from tests.hints.workbench import MINUTES, Workbench

PAPER = (ROOT / "tests" / "starter" / "paper.pdf").read_bytes()


def put(name: str, content: str | bytes) -> Callable[[Workbench], None]:
    return lambda bench: bench.put(name, content)


def minutes(*changes: tuple[str, str], toml: str = "") -> Callable[[Workbench], None]:
    def begin(bench: Workbench) -> None:
        bench.put_minutes("a.txt", *changes)
        bench.put("archive.toml", toml)

    return begin


def put_in_another(name: str, content: str | bytes) -> Callable[[Workbench, Problem], None]:
    """Put a proper file in the place of the one that is at fault."""

    def follow(bench: Workbench, problem: Problem) -> None:
        bench.remove(f"content/{problem.file}")
        bench.put(f"content/{name}", content)

    return follow


def quoted(bench: Workbench, problem: Problem) -> None:
    bench.write_quoted(problem)


def lines(name: str, lines: str) -> Callable[[Workbench, Problem], None]:
    return lambda bench, _: bench.add(name, lines)


def removed(name: str) -> Callable[[Workbench, Problem], None]:
    return lambda bench, _: bench.remove(name)


def locked(bench: Workbench, _: Problem) -> None:
    bench.lock()


def with_password() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(PAPER))
    writer.encrypt("secret")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def without_password(bench: Workbench, problem: Problem) -> None:
    reader = PdfReader(bench.content / problem.file, password="secret")
    made = io.BytesIO()
    PdfWriter(clone_from=reader).write(made)
    bench.put(f"content/{problem.file}", made.getvalue())


def with_attachment() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(PAPER))
    writer.add_attachment("budget.txt", b"not for everybody")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def as_word(comment: bool) -> bytes:
    document = docx.Document()
    for line in MINUTES.splitlines():
        paragraph = document.add_paragraph(line)
    if comment:
        document.add_comment(paragraph.runs or document.paragraphs[0].runs, "is this right?", "Ann Lee")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def linked(bench: Workbench) -> None:
    bench.put("elsewhere.txt", MINUTES)
    bench.content.mkdir(exist_ok=True)
    (bench.content / "a.txt").symlink_to(bench.root / "elsewhere.txt")


def pipe(bench: Workbench) -> None:
    bench.put_minutes()
    os.mkfifo(bench.content / "pipe.txt")


def two_files_of_one_meeting(bench: Workbench) -> None:
    bench.put_minutes("a.txt")
    bench.put_minutes("b.txt", ("be mended", "be repaired at last"))


def two_spellings(bench: Workbench) -> None:
    bench.put_minutes("a.txt", ("Ann Lee (Chair), Bo Ray", "Zoë Lee (Chair), Zoe Lee"))


def two_copies(bench: Workbench) -> None:
    bench.put_minutes("a.txt")
    bench.put_minutes("b.txt")


def published(change: Callable[[Workbench], None]) -> Callable[[Workbench], None]:
    """Minutes that were published, and then something happened."""

    def begin(bench: Workbench) -> None:
        bench.put_minutes("a.txt")
        bench.put_minutes("b.txt", ("4 March", "1 April"), ("county", "district"))
        bench.lock()
        change(bench)

    return begin


def of_another_day(bench: Workbench) -> None:
    bench.put_minutes("a.txt", ("4 March", "5 March"))


def without_its_action(bench: Workbench) -> None:
    bench.put_minutes("a.txt", ("ACTION: Bo Ray to write to the county by 30 April 2025.\n", ""))


def damaged_lock(bench: Workbench) -> None:
    for path in (bench.content / "lock").rglob("minutes.yml"):
        bench.put("committed/" + path.parent.name, path.read_bytes())
        path.write_text("<<<<<<< HEAD\naddress: [", "utf-8")


def lock_as_committed(bench: Workbench, _: Problem) -> None:
    for path in (bench.content / "lock").rglob("minutes.yml"):
        path.write_bytes((bench.root / "committed" / path.parent.name).read_bytes())
    bench.lock()


def withdrawn(entry: str) -> Callable[[Workbench], None]:
    def begin(bench: Workbench) -> None:
        bench.put_minutes("a.txt")
        bench.put_minutes("b.txt", ("4 March", "1 April"), ("county", "district"))
        bench.lock()
        bench.put("content/withdrawn.yml", entry)

    return begin


def as_one_person(bench: Workbench, _: Problem) -> None:
    bench.put("archive.toml", '[[people]]\nname = "Zoë Lee"\nalso = ["Zoe Lee"]\n')


def corrected(text: str) -> Callable[[Workbench], None]:
    def begin(bench: Workbench) -> None:
        bench.put_minutes("a.txt")
        bench.put("content/corrections/a.txt.yml", text)

    return begin


def replaced(name: str, old: str, new: str) -> Callable[[Workbench, Problem], None]:
    def follow(bench: Workbench, _: Problem) -> None:
        text = bench.text(name)
        assert old in text
        bench.put(name, text.replace(old, new))

    return follow


def as_the_hint_writes_it(bench: Workbench, problem: Problem) -> None:
    """Write the right name of a file that an entry misspells, as the hint gives it."""
    right = problem.hint.partition("`file: ")[2].partition("`")[0]
    replaced("content/withdrawn.yml", "a.tx\n", f"{right}\n")(bench, problem)
