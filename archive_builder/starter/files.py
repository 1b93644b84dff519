"""The files of a new archive, made from the templates in `files/`.

A template's name is its file's, with `.j2` behind it. Its marks are `[[ ]]` and `[% %]`, because workflows
have curly brackets of their own.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import jinja2

from archive_builder import __version__
from archive_builder.starter.answers import Answers

_EVERYWHERE = ("mkdocs.yml", "archive.toml", "requirements.txt", ".gitignore", "README.md")
_OF_HOST: Mapping[str, tuple[str, ...]] = {
    "github": (
        ".github/workflows/publish.yml",
        ".github/workflows/pull-request.yml",
        ".github/workflows/fetch.yml",
    ),
    "gitlab": (".gitlab-ci.yml",),
    "netlify": ("netlify.toml", "build.sh"),
    "cloudflare": ("build.sh",),
    "container": ("Dockerfile", ".dockerignore"),
    "other": (),
}
SAMPLE = "content/sample.txt"
"""The sample document."""
GENERATED = (
    "actions", "added", "annual-reports", "brand", "changes", "data", "decisions", "documents", "due", "feeds",
    "figures", "files", "gaps", "glossary", "meetings", "people", "problems", "questions", "search", "topics", "years",
)  # fmt: skip
"""The folders below `docs/` that a build writes."""
SETUP = "python3 -m venv .venv && .venv/bin/pip install --quiet -r requirements.txt"
"""The command by which an archive's workflow installs the program."""


def files(answers: Answers) -> dict[str, str]:
    """Return the text of each file of a new archive by its path, in a fixed order."""
    names = [*_EVERYWHERE, *_OF_HOST[answers.host], *([SAMPLE] if answers.sample else [])]
    return {name: text(name, answers) for name in names}


def text(name: str, answers: Answers, setup: str = SETUP, dependencies: str = "requirements.txt") -> str:
    """Return the text of one file; `setup` and `dependencies` say how a workflow installs the program."""
    template = _environment().get_template(f"{name}.j2")
    return template.render(
        name=answers.name,
        body=answers.body,
        host=answers.host,
        text_recognition=answers.text_recognition,
        description=f"What {answers.body} asked, answered, decided and promised at its meetings.",
        package=answers.package or _requirement(answers),
        generated=GENERATED,
        action=_actions(),
        setup=setup,
        dependencies=dependencies,
    )


def _requirement(answers: Answers) -> str:
    extra = "[ocr]" if answers.text_recognition else ""
    return f"archive-builder{extra}=={__version__}"


@cache
def _actions() -> Mapping[str, str]:
    return tomllib.loads(_folder().joinpath("actions.toml").read_text("utf-8"))


@cache
def _environment() -> jinja2.Environment:
    templates = dict(_templates(_folder() / "files"))
    made = jinja2.Environment(
        loader=jinja2.DictLoader(templates),
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    # A string of JSON is one of YAML and of TOML, whatever a name holds.
    made.filters["json"] = lambda text: json.dumps(text, ensure_ascii=False)
    return made


def _templates(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _templates(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_text("utf-8")


def _folder() -> Traversable:
    return resources.files("archive_builder.starter")
