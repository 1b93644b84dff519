"""What must go: documents that are withdrawn, words that are redacted, the check that both are gone everywhere.

withdrawals    `withdrawn.yml`: which documents are withdrawn, and what readers are told
"""
