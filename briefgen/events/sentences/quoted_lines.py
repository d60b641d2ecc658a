"""A line cut out of a longer quotation → the line with both its quotation marks.

"We go on tomorrow. We end on Friday," she said. gives two lines; each has the mark that stands
in the other sentence put back.
"""

__all__ = ["with_both_marks"]

PAIRS = (("“", "”"), ("«", "»"))
TYPED = '"'
GERMAN = "„"
"""Where this opens, “ closes."""
CLOSING = ".,!?…"
"""A mark right behind one of these closes."""

SIGNED = 4
"""Words of who said so, at most, behind a mark that has slipped."""


def with_both_marks(line: str) -> str:
    """The line, a mark put before or behind it where it holds only the other one of a pair."""
    for opens, closes in PAIRS:
        if GERMAN in line and opens == "“":
            continue
        first, last = line.find(closes), line.rfind(opens)
        headless = first >= 0 and opens not in line[:first]
        endless = last >= 0 and closes not in line[last:]
        line = opens * headless + line + closes * endless
    return _typed(line)


def _typed(line: str) -> str:
    """The same for the marks of a typewriter, of which an odd number stands in a line."""
    if line.count(TYPED) % 2 == 0:
        return line
    at = line.find(TYPED)
    if at and line[at - 1].isdigit():
        return line  # a length in inches
    said = line[at + 1 :].rstrip(CLOSING).split()
    if line.endswith((".", "!")) and line[:at].endswith(", ") and 0 < len(said) <= SIGNED:
        return f"{TYPED}{line[: at - 1]}{TYPED} {line[at + 1 :]}"  # ', "he said.'
    closes = at > 0 and (line[at - 1] in CLOSING or line[at - 1].isalpha())
    return TYPED + line if closes else line + TYPED
