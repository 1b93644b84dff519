"""The command of this program: `python -m archive_builder.page_builder`."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from archive_builder.page_builder.build import build

_arguments = argparse.ArgumentParser(prog="archive_builder.page_builder")
for _name in ("configuration", "site", "last_site", "kept"):
    _arguments.add_argument(_name, type=Path)
_arguments.add_argument("--explain", metavar="PAGE", help="say why this page is made again")
_arguments.add_argument("--stays", type=Path, metavar="FILE", help="list what stays in the last site here")
_given = _arguments.parse_args()
gc.set_threshold(100_000, 20, 20)  # a site is hundreds of thousands of small objects, and few are dropped
sys.exit(
    build(_given.configuration, _given.site, _given.last_site, _given.kept, _given.explain, _given.stays)
)
