"""What a worker works with, loaded once for all workers: every reader and rule, and what comes after reading."""

from archive_builder import settings
from archive_builder.read import READERS
from archive_builder.recognise import registry
from archive_builder.run import one_file, results

for _reader in READERS.values():
    _reader.load()
registry.compile_rules(settings.load().vocabulary)

__all__ = ["one_file", "results"]
