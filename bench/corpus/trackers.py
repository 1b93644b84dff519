"""An action tracker as a saved web page: what earlier meetings asked for, and what came of it."""

from __future__ import annotations

from html import escape

from bench.corpus.calendar import BODIES, Sitting, sitting
from bench.corpus.minutes import printed, resolved
from bench.corpus.speech import Speaker

BACK = (1, 2, 3)
"""Meetings that a tracker looks back to."""
_HEAD = ("Minute/ Action No.", "Meeting date", "Action", "Update/ notes")

Row = tuple[str, str, str, str]


def tracker(now: Sitting, speaker: Speaker) -> str:
    """The tracker that goes with a meeting."""
    name = escape(now.body.name)
    title = f"Action Tracker {now.held:%B %Y}"
    still_open, done = _rows(now, speaker)
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
            f"<title>{name} – {title}</title>\n</head>\n<body>",
            f"<h1>{name}</h1>\n<h2>{title}</h2>",
            f"<p><strong>Date:</strong> {printed(now.held)}</p>",
            f"<h3>1. Purpose of Report</h3>\n<p>{escape(speaker.passage(2, 3))}</p>",
            f"<h3>2. Points to note</h3>\n<p>{escape(speaker.passage(2, 4))}</p>",
            f"<h3>Table 1: Outstanding Actions</h3>\n{_table(still_open)}",
            f"<h3>Table 2: Completed Actions</h3>\n{_table(done)}",
            "<h3>3. Legal and Financial Implications</h3>\n<p>None arise from this report.</p>\n</body>\n</html>\n",
        ]
    )


def _rows(now: Sitting, speaker: Speaker) -> tuple[list[Row], list[Row]]:
    still_open: list[Row] = []
    done: list[Row] = []
    for back in BACK:
        if now.month < back:
            continue
        earlier = sitting((now.month - back) * BODIES + now.body.number - BODIES, panel=True)
        for number, words in resolved(earlier):
            part = f"The Panel be provided with {words[0].lower()}{words[1:]}"
            row = (number, f"{earlier.held:%b %Y}", part, speaker.sentence())
            if speaker.chance.random() < 0.25 * back:
                done.append(row)
            elif speaker.chance.random() < 0.9:
                still_open.append(row)
    return still_open, done


def _table(rows: list[Row]) -> str:
    head = "".join(f"<th>{cell}</th>" for cell in _HEAD)
    body = "\n".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
