"""Sentences → what each tells: its clauses, its statement, its line in a brief."""
