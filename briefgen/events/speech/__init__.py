"""Sentences → sayings: who says what, through whom."""
