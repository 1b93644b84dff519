"""What a worker works with, loaded once for all workers: every reader, and what comes after reading."""

from archive_builder.read import READERS
from archive_builder.run import one_file, results

for _reader in READERS.values():
    _reader.load()

__all__ = ["one_file", "results"]
