"""One build at a time in a folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive_builder.run.lock import LockedError, locked
from tests.conftest import ROOT

HOLD = """
import sys
from pathlib import Path
from archive_builder.run.lock import locked
with locked([Path(sys.argv[1])], Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_build_in_the_folder_is_named_and_a_killed_one_is_not_waited_for(tmp_path: Path) -> None:
    docs, locks = tmp_path / "docs", tmp_path / ".archive"
    command = [sys.executable, "-c", HOLD, str(docs), str(locks)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with (
            pytest.raises(LockedError, match=rf"another build is running .*docs \(process {other.pid}\)"),
            locked([docs, tmp_path / "site"], locks),
        ):
            raise AssertionError("two builds at once")
        with locked([tmp_path / "site"], locks):
            """Another folder is free."""
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        with locked([docs], locks):
            assert str(os.getpid()) in "".join(path.read_text() for path in locks.iterdir())
