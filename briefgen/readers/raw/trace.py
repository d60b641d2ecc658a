"""A quote of a document + the text of its file → where in the file the quote stands.

A document's text is the file's, tidied: composed letters, single spaces, lines of one paragraph
joined, marks of lists and headings left out. Letters and figures are never touched, and neither is
their order; so a quote is found again by them alone. In formats with markup of their own (HTML,
mail, PDF) the words of a quote need not stand together, and None is an honest answer.
"""

from unicodedata import normalize

__all__ = ["trace"]


def trace(raw: str, quote: str, *, after: int = 0) -> tuple[int, int] | None:
    """(start, end) of a quote in a file's decoded text, in characters; None where it is not found.

    The first place at or behind `after` is taken, for a quote that stands there more than once.
    """
    wanted = "".join(letter for letter, _ in _letters(quote, 0))
    if not wanted:
        return None
    told = _letters(raw, after)
    spot = "".join(letter for letter, _ in told).find(wanted)
    if spot < 0:
        return None
    return told[spot][1], told[spot + len(wanted) - 1][1] + 1


def _letters(text: str, first: int) -> list[tuple[str, int]]:
    """The letters and figures of a text without their accents, each with its place."""
    return [
        (letter, place)
        for place, character in enumerate(text[first:], first)
        for letter in (character if character.isascii() else normalize("NFD", character))
        if letter.isalnum()
    ]
