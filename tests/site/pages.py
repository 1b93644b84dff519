"""One page of each kind in a built site, found by what the data files say."""

from __future__ import annotations

import json
from pathlib import Path

FIXED = {
    "home": "",
    "meetings": "meetings/",
    "questions": "questions/",
    "actions": "actions/",
    "decisions": "decisions/",
    "people": "people/",
    "topics": "topics/",
    "glossary": "glossary/",
    "years": "years/",
    "added": "added/",
    "due": "due/",
    "changes": "changes/",
    "feeds": "feeds/",
    "annual-reports": "annual-reports/",
    "gaps": "gaps/",
    "problems": "problems/",
    "data": "data/",
    "search": "search/",
    "search-results": "search/?q=firearms",
    "about": "about/",
    "trust": "trust/",
    "help": "help/",
    "accessibility": "accessibility/",
    "not-found": "404.html",
}
KINDS = (
    *FIXED,
    "body",
    "meeting",
    "person",
    "topic",
    "year",
    "notes",
    "minutes",
    "agenda-pack",
    "action-tracker",
    "report",
    "decision-list",
    "work-programme",
    "annual-report",
    "question-register",
    "action-register",
    "decision-register",
    "life-line",
    "thread",
    "comparison",
)


def address(site: Path, kind: str) -> str:
    """The path of a page of that kind, below the site's root."""
    if kind in FIXED:
        return FIXED[kind]
    meeting = next(row["url"] for row in rows(site, "documents") if row["classification"] == "notes")
    match kind:
        case "topic":
            found = (str(row["url"]) for row in rows(site, "topics"))
            return next(url for url in found if "<svg" in (site / url / "index.html").read_text("utf-8"))
        case "year":
            return f"years/{str(meeting).split('/')[2][:4]}/"
        case "question-register" | "action-register" | "decision-register":
            body, held = str(meeting).split("/")[1:3]
            return f"{kind.removesuffix('-register')}s/{body}/{held[:4]}/"
        case "life-line":
            return next(str(row["url"]) for row in rows(site, "life_lines") if "#" not in str(row["url"]))
        case "thread":
            return f"{min(site.glob('questions/*/*/*/*/index.html')).parent.relative_to(site)}/"
        case "comparison":
            return f"{min(site.glob('questions/*/*/asked-before/index.html')).parent.relative_to(site)}/"
        case "person":
            return str(rows(site, "people")[0]["url"])
        case "meeting":
            return "/".join(str(meeting).split("/")[:3]) + "/"
        case "body":
            return "/".join(str(meeting).split("/")[:2]) + "/"
    return str(next(row["url"] for row in rows(site, "documents") if row["classification"] == kind))


def rows(site: Path, kind: str) -> list[dict[str, object]]:
    text = (site / "data" / f"{kind}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
