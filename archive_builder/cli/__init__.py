"""The command `archive`: arguments in, exit status out. It alone prints.

Exit status: 0 done; 1 published, but a document failed (or `--strict` and a warning); 2 a wrong
command, or nothing published.
"""

from __future__ import annotations

from archive_builder.cli.commands import main

__all__ = ["main"]
