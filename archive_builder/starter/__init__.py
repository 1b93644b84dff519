"""What a new archive begins with: the files that `archive new` writes and `archive upgrade` renews.

files(answers)             each file by its path, as this version of the program writes it
Record                     what was answered and written, kept in the archive for the next upgrade
compare(folder, record)    what an upgrade would do with each file
"""

from __future__ import annotations

from archive_builder.starter.answers import HOSTS, Answers
from archive_builder.starter.files import files
from archive_builder.starter.record import RECORD, Record, fingerprint, read_record, write_record
from archive_builder.starter.upgrade import Change, State, compare

__all__ = [
    "HOSTS",
    "RECORD",
    "Answers",
    "Change",
    "Record",
    "State",
    "compare",
    "files",
    "fingerprint",
    "read_record",
    "write_record",
]
