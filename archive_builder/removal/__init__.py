"""What must go: documents that are withdrawn, words that are redacted, the check that both are gone everywhere.

withdrawals    `withdrawn.yml`: which documents are withdrawn, and what readers are told
redactions     `redactions.yml` and correction files: which words are redacted in which documents
redact         takes the words out of what was read, with `spellings`, which finds them
originals      the file that is published in the place of one with redacted words
locks          what the lock of published addresses still says of redacted words
private        passages that may be private, for somebody to look at
gate           looks for the words in everything that a build makes, with `unpack`, and stops it
"""
