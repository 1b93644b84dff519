"""`python -m archive_builder` is the command `archive`."""

from archive_builder.cli import main

main()
