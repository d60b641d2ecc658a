"""Pieces and rows of a Draft → a Document with its sentences and their offsets."""
