"""What somebody says of an archive when it is begun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

HOSTS: Mapping[str, str] = {
    "github": "GitHub Pages",
    "gitlab": "GitLab Pages",
    "netlify": "Netlify",
    "cloudflare": "Cloudflare Pages",
    "container": "a container that serves it",
    "other": "a web server of your own, or a bucket",
}
"""Where the site may be published, by the word for it on the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that the files of a new archive depend on."""

    name: str
    """The archive's name: "Fenny Hollow meetings archive"."""
    body: str
    """The first body that meets: "Fenny Hollow Parish Council"."""
    host: str = "github"
    """A key of HOSTS."""
    sample: bool = True
    """True if a sample document is written."""
    text_recognition: bool = False
    """True if the text of scanned pages is recognised, here and in the workflow."""
    package: str = ""
    """What pip installs as the program; "" for the version that is running."""
