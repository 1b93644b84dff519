"""What a whole build costs: pages, seconds by stage, memory, megabytes.

    .venv/bin/python -m bench.build 100 1000 --into FOLDER [--jobs 2]

For each size a corpus (bench.corpus) is written into FOLDER and built three times, each time in a process
of its own: cold; again with nothing changed; and with the documents of one more month. Written are the
figures, `bench/build/measured.json`, and of them the page `docs/contributing/build-measured.md`. FOLDER must
lie outside the repository; ten thousand documents take some gigabytes in it.
"""
