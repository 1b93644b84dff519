"""How readers follow the archive: feeds and calendars."""
