"""The text of a PDF as another library reads it, and the processor seconds that it takes.

    PYTHON bench/pdf_library.py LIBRARY FILE.pdf > READ.json

It runs in an environment of its own, where that library is installed, so nothing of the project is imported.
"""

import json
import sys
import time
from importlib import import_module


def pypdfium2(path: str) -> list[str]:
    """The text of each page in the order in which the page prints it."""
    document = import_module("pypdfium2").PdfDocument(path)
    return [page.get_textpage().get_text_bounded() for page in document]


def pdftext(path: str) -> list[str]:
    """The text of all pages, as one."""
    return [import_module("pdftext.extraction").plain_text_output(path, sort=False)]


def docling_parse(path: str) -> list[str]:
    """The lines of each page."""
    document = import_module("docling_parse.pdf_parser").DoclingPdfParser().load(path)
    pages = (page for _, page in document.iterate_pages())
    return ["\n".join(line.text for line in page.textline_cells) for page in pages]


LIBRARIES = {
    "pypdfium2": (pypdfium2, "pypdfium2"),
    "pdftext": (pdftext, "pdftext.extraction"),
    "docling-parse": (docling_parse, "docling_parse.pdf_parser"),
}
"""By library: what reads a file, and the module that it needs."""


def main(library: str, path: str) -> None:
    """Print the pages of a file, and the seconds, as JSON."""
    read, module = LIBRARIES[library]
    import_module(module)  # is not counted
    start = time.process_time()
    pages = read(path)
    json.dump({"pages": pages, "seconds": time.process_time() - start}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
