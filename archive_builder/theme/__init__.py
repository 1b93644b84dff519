"""The look of an archive: a theme of MkDocs that extends Material.

MkDocs finds it by the entry point `mkdocs.themes` under the name `archive`. Templates stand here and in
`partials/`, styles and scripts in `assets/`. An archive overrides any of them by a file of the same name in
the folder that its `mkdocs.yml` names as `theme.custom_dir`.
"""

from __future__ import annotations

from pathlib import Path

NAME = "archive"
"""The theme's name in `mkdocs.yml`."""
FOLDER = Path(__file__).parent
