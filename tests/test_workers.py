"""Workers: what one piece of work does to its process is that piece's loss alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive_builder import read
from archive_builder.run import workers
from archive_builder.run.workers import Bounds, Failed, Fault
from archive_builder.sources import find
from tests import tasks
from tests.conftest import ROOT

AMPLE = Bounds(seconds=60, memory=1_000_000_000, output=1_000_000)
ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to it")


@pytest.fixture(autouse=True)
def ready() -> None:
    workers.get_ready()


def test_outcomes_come_in_the_order_of_the_pieces() -> None:
    outcomes = workers.run(tasks.later_the_earlier, range(5), AMPLE, jobs=3)
    assert list(outcomes) == [b"0", b"1", b"2", b"3", b"4"]


@pytest.mark.parametrize(
    ("piece", "failed"),
    [
        ("flood", Failed(Fault.OUTPUT)),
        ("crash", Failed(Fault.DIED, "signal SIGSEGV")),
        ("leave", Failed(Fault.DIED, "exit code 3")),
        ("raise", Failed(Fault.DIED, "exit code 1")),
        pytest.param("hoard", Failed(Fault.MEMORY), marks=ONLY_LINUX),
    ],
)
def test_a_fault_costs_one_piece(piece: str, failed: Failed, capfd: pytest.CaptureFixture[str]) -> None:
    outcomes = workers.run(tasks.misbehave, ["well", piece, "well"], AMPLE, jobs=1)
    assert list(outcomes) == [b"well", failed, b"well"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("piece", "seconds", "wait", "fault"), [("spin", 2, 300, Fault.SLOW), ("hang", 60, 2, Fault.HUNG)]
)
def test_what_takes_too_long_is_ended(piece: str, seconds: int, wait: float, fault: Fault) -> None:
    short = Bounds(seconds, AMPLE.memory, AMPLE.output, wait)
    assert list(workers.run(tasks.misbehave, [piece], short, jobs=1)) == [Failed(fault)]
    assert list(workers.run(tasks.misbehave, ["well"], AMPLE, jobs=1)) == [b"well"]


def test_a_worker_that_gets_little_of_the_machine_is_not_ended() -> None:
    """Four workers that take their time share what there is: the clock goes on, their own time does not."""
    short = Bounds(1, AMPLE.memory, AMPLE.output)
    assert list(workers.run(tasks.rest_longer_than_a_second, range(4), short, jobs=4)) == [b"well"] * 4


def test_nothing_of_one_piece_reaches_the_next() -> None:
    assert list(workers.run(tasks.how_many_before, "abc", AMPLE, jobs=1)) == [b"1"] * 3


def test_a_worker_writes_no_file_and_has_no_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    outcomes = workers.run(tasks.write, [str(tmp_path / "file")], AMPLE, jobs=1)
    assert list(outcomes) == [b"File too large; answered: "]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("ending", read.READERS)
def test_workers_have_all_readers_loaded(ending: str, tmp_path: Path) -> None:
    files = [*(ROOT / "content").iterdir(), *(ROOT / "tests" / "read" / "files").glob("lists.*")]
    reader = read.READERS[ending]
    like = next(path for path in sorted(files) if read.READERS.get(path.suffix) is reader)
    document = shutil.copy(like, tmp_path / f"document{ending}")
    pieces = find([document], lambda problem: None)
    (loaded,) = workers.run(tasks.loaded_for, pieces, AMPLE, jobs=1)
    assert isinstance(loaded, bytes)
    names = {name.partition(".")[0] for name in loaded.decode().split()}
    assert names <= sys.stdlib_module_names  # what Python itself loads late is small


def script(body: str, settings_file: str = "None") -> list[str]:
    begin = "from archive_builder.run import workers; from tests import tasks; from tests.test_workers import AMPLE"
    return [sys.executable, "-c", f"{begin}\nworkers.get_ready({settings_file})\n{body}"]


@pytest.mark.parametrize(
    "own", ["", "[vocabulary.signs]\nresolving = ['proclaimed']\n", "[vocabulary]\nnone = 1\n"]
)
def test_patterns_are_compiled_before_workers_are_forked(own: str, tmp_path: Path) -> None:
    """For the words of an archive too; a file that cannot be used is left to whoever reports it."""
    path = tmp_path / "archive.toml"
    path.write_text(own, encoding="utf-8")
    body = f"""
from pathlib import Path
from archive_builder import settings
from archive_builder.sources import find
try:
    own = settings.load(Path({str(path)!r}))
except settings.SettingsError:
    own = settings.load()
files = find([Path({str(next((ROOT / "content").glob("*PAB notes.txt")))!r})], lambda problem: None)
print(*(int(number) for number in workers.run(tasks.compiled_for, [(file, own) for file in files], AMPLE, 1)))
"""
    settings_file = f"__import__('pathlib').Path({str(path)!r})"
    done = subprocess.run(script(body, settings_file), cwd=ROOT, capture_output=True, text=True, check=True)
    assert 0 < int(done.stdout) < 50  # of more than two thousand


def test_a_worker_inherits_no_secret() -> None:
    body = "print(b''.join(workers.run(tasks.environment, 'a', AMPLE, 1)))"
    environment = {**os.environ, "DEPLOY_TOKEN": "opensesame", "LANG": "en_GB.UTF-8"}
    done = subprocess.run(script(body), env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "opensesame" not in done.stdout
    assert "en_GB.UTF-8" in done.stdout


def test_ctrl_c_ends_all_workers_without_a_word(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # Python heeds Ctrl-C only where whoever started it did: a shell's background jobs do not.
    body = f"""
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    list(workers.run(tasks.tell_and_hang, [{str(pipe)!r}] * 2, AMPLE, 2))
except KeyboardInterrupt:
    raise SystemExit(130)
"""
    running = subprocess.Popen(
        script(body), cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    numbers: list[int] = []
    while len(numbers) < 2:
        with pipe.open(encoding="ascii") as told:
            numbers += map(int, told.read().split())
    os.killpg(running.pid, signal.SIGINT)
    assert running.communicate(timeout=30)[1] == ""
    assert running.returncode == 130
    assert [number for number in numbers if is_alive(number)] == []


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
