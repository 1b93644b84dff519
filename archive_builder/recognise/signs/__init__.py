"""How a line or a sentence shows what it does: tables of rules, one module a speech act."""
