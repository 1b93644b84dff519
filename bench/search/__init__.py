"""Our search beside Pagefind and Material's, over the same texts, from the same server, in one run.

    .venv/bin/uv sync --inexact --group bench
    .venv/bin/python -m bench.search 100 1000 10000 --into FOLDER

The documents of bench.corpus are read and linked by the pipeline. What the archive's search holds of them,
entry by entry, is all that any engine gets: ours as records; Pagefind as a small page for each document,
a heading and a paragraph for each entry; Material as the same pages in Markdown, up to `--material`
documents. FOLDER must lie outside the repository. The results are written to docs/contributing/
search-measured.md and to bench/search/measured.json; sizes that were not asked for keep their figures.
"""
