"""The records of a document: one finder a kind."""
