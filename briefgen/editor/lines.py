"""A text of a source → a line of a brief: without breaks, with a stop, cut where it is too long."""

__all__ = ["capital", "one_line", "sentence", "shorten"]

SHORT = 110
"""Characters of a headline where it only points to the entry."""
STOPS = (".", "!", "?", "…", ".”", '."', "?”", "!”", '?"', '!"')


def one_line(text: str) -> str:
    """White space and line breaks as single spaces."""
    return " ".join(text.split())


def capital(text: str) -> str:
    """The text with its first letter as a capital: it stands at the head of a line."""
    return text[:1].upper() + text[1:]


def shorten(text: str, width: int = SHORT) -> str:
    """The text as one line, cut at a word where it is longer than a width."""
    line = one_line(text)
    if len(line) <= width:
        return line
    head, _, rest = line[:width].rpartition(" ")
    return (head or rest).rstrip(" .,;:–—-") + "…"


def sentence(text: str) -> str:
    """One line that ends in a stop."""
    line = one_line(text)
    return line if line.endswith(STOPS) else f"{line}."
