"""What a whole build costs: seconds by stage, memory, files, megabytes.

    .venv/bin/python -m bench.build 100 1000 --into FOLDER [--jobs 2]

For each size an archive (bench.corpus) is made in FOLDER and built by the command `archive build`: cold,
and again after each of the edits of `edits.py`. Written are the figures, `bench/build/measured.json`, and
of them the page `docs/contributing/build-measured.md`. FOLDER must lie outside the repository; ten thousand
documents take some gigabytes in it.
"""
