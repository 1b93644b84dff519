"""The command of this program: `python -m archive_builder.page_builder`."""

from __future__ import annotations

import sys
from pathlib import Path

from archive_builder.page_builder.build import build

_configuration, _site, _last_site, _kept = map(Path, sys.argv[1:5])
sys.exit(build(_configuration, _site, _last_site, _kept, *sys.argv[5:6]))
