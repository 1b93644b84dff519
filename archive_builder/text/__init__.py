"""How the genre writes words, dates, numbers and names: knowledge that several stages share."""
