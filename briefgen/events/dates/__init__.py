"""Mentions of a sentence → the date of each statement in it, its own or lent."""
