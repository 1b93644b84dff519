"""The files of the index: the same bytes for the same archive, few of them changed by a new document."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_builder import index
from archive_builder.index import packing
from archive_builder.model import Archive
from tests.conftest import ROOT
from tests.index.conftest import document


def static(archive: Archive) -> dict[str, bytes]:
    """The files of the index but the stemmer, by path."""
    return {asset.path: asset.content for asset in index.assets(archive) if asset.path.endswith(".bin")}


def of_documents(count: int) -> Archive:
    """Documents of ten years, a tenth of them in the last."""
    words = [f"word{number}" for number in range(3000)]
    documents = []
    for number in range(count):
        chance = Random(number)
        texts = [
            " ".join(words[int(3000 * chance.random() ** 3)] for _ in range(chance.randint(20, 200)))
            for _ in range(8)
        ]
        day = date(2015, 1, 1) + timedelta(days=number * 3650 // count)
        documents.append(document(number, day, *texts))
    return Archive(documents=tuple(documents))


def test_a_new_document_changes_few_files() -> None:
    archive = of_documents(200)
    new = document(999, date(2025, 1, 1), *("The harbour wall is mended word7 word21." for _ in range(8)))
    new = replace(new, date=archive.as_of)
    before = static(archive)
    after = static(replace(archive, documents=(*archive.documents, new)))
    changed = {path: content for path, content in after.items() if before.get(path) != content}
    assert not [path for path in changed if path.startswith("search/base")]
    size = sum(map(len, after.values()))
    assert sum(map(len, changed.values())) < 0.2 * size
    assert len(changed) < 0.25 * len(after)


def test_a_name_stands_for_one_content() -> None:
    archive = of_documents(200)
    shorter = replace(archive, documents=archive.documents[:-1])
    one, other = static(archive), static(shorter)
    same = (one.keys() & other.keys()) - {"search/manifest.bin"}
    assert same
    assert [path for path in same if one[path] != other[path]] == []


def test_what_does_not_change_keeps_its_name() -> None:
    """A new document of few words leaves most shards and texts alone, also those of its own segment."""
    archive = of_documents(100)
    day = archive.as_of
    before = static(archive)
    new = replace(document(999, day, "The lantern."), date=day)
    after = static(replace(archive, documents=(*archive.documents, new)))
    kinds = {kind: {path for path in before if f"/{kind}/" in path} for kind in "st"}
    kept = {kind: len(paths & after.keys()) / len(paths) for kind, paths in kinds.items()}
    assert min(kept.values()) > 0.5, kept


def test_the_manifest_names_every_file(samples: Archive) -> None:
    files = static(samples)
    told = gzip.decompress(files.pop("search/manifest.bin"))
    manifest, _ = json.JSONDecoder().raw_decode(told[told.index(b"{") :].decode("utf-8", errors="replace"))
    named = {f"search/{segment['name']}/{segment['columns']}" for segment in manifest["segments"]}
    folders = {
        f"search/{segment['name']}/{kind}/{place}-{name}"
        for segment in manifest["segments"]
        for kind in manifest["folders"]
        for place, name in enumerate(textwrap.wrap(segment[kind], 8))
    }
    assert {path for path in files if path.rpartition("/")[0] not in folders} == named


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4), st.integers(min_value=1, max_value=600))
def test_padded_members_follow_one_another(contents: list[bytes], step: int) -> None:
    members = [packing.padded(content, step) for content in contents]
    assert [len(member) % step for member in members] == [0] * len(members)
    assert [gzip.decompress(member) for member in members] == contents
    assert gzip.decompress(b"".join(members)) == b"".join(contents)


def test_texts_are_in_few_files() -> None:
    files = static(of_documents(200))
    texts = [content for path, content in files.items() if "/t/" in path]
    stretches = sum(gzip.decompress(content).count(b"\n") for content in texts)
    assert len(texts) < 0.03 * stretches


def test_files_are_gzip_members_without_a_time(samples: Archive) -> None:
    for content in static(samples).values():
        assert content[:3] == b"\x1f\x8b\x08"
        assert content[4:8] == b"\0\0\0\0"


@pytest.mark.parametrize("seed", [pytest.param("0", marks=pytest.mark.deep), "1"])
def test_the_bytes_depend_on_no_hash_seed(samples: Archive, seed: str) -> None:
    program = (
        "import hashlib, pathlib\n"
        "from archive_builder import index, pipeline, settings\n"
        "archive = pipeline.gather([pathlib.Path('content')], settings.load()).archive\n"
        "made = hashlib.sha256()\n"
        "for asset in index.assets(archive): made.update(asset.path.encode() + asset.content)\n"
        "print(made.hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    made = hashlib.sha256()
    for asset in index.assets(samples):
        made.update(asset.path.encode() + asset.content)
    assert done.stdout.strip() == made.hexdigest()


@given(st.lists(st.integers(min_value=0, max_value=2**40)))
def test_many_numbers_are_written_as_one_by_one(values: list[int]) -> None:
    together = packing.numbers(np.array(values, dtype=np.int64))
    assert together == b"".join(map(packing.number, values))
