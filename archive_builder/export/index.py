"""The index of the data files, `data/index.json`: each with its rows, its bytes and its fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from archive_builder.model import Asset, DataFile, addresses


def listed(asset: Asset, rows: int, kind: str = "", body: str = "", year: str = "") -> DataFile:
    """Return a file as the index lists it."""
    return DataFile(
        path=asset.path,
        kind=kind,
        body=body,
        year=year,
        rows=rows,
        size=len(asset.content),
        sha256=hashlib.sha256(asset.content).hexdigest(),
    )


def index(files: Iterable[DataFile]) -> Asset:
    """Return the index, with a line for each file."""
    lines = ",\n".join(json.dumps(_entry(file), ensure_ascii=False) for file in files)
    return Asset(path=addresses.DATA_INDEX, content=f'{{"files": [\n{lines}\n]}}\n'.encode())


def _entry(file: DataFile) -> dict[str, object]:
    return {
        "path": file.path,
        "kind": file.kind or None,
        "body": file.body or None,
        "year": file.year or None,
        "rows": file.rows,
        "bytes": file.size,
        "sha256": file.sha256,
    }
