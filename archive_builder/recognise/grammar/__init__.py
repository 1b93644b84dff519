"""What recognition is made of: rules with their examples, the draft that finders fill, and how tables are headed."""
