"""A document's own text on its page: passages, tables and pictures, with its records marked in place."""
