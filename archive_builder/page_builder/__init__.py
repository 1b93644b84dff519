"""The program that makes a site of the docs folder: MkDocs, driven as a library.

A build runs it in a process of its own, which knows nothing of the archive and so is soon there:

    python -m archive_builder.page_builder CONFIGURATION SITE LAST_SITE KEPT [--explain PAGE] [--stays FILE]
"""
