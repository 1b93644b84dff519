"""What a document says of itself: its kind, body, date, time and place, each weighed from all that speaks for it."""
