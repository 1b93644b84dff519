"""How the stages are driven: one file at a time, in workers within limits, or from the cache."""
