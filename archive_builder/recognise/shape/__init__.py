"""What a document is and how it is laid out: kind, body, date, attendance, sections and agenda items."""
