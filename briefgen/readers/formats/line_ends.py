"""A Markdown text → itself, with blank lines where the line ends of a pasted text part paragraphs.

Markdown joins lines that no blank line parts. A news page pasted under a front matter has one
paragraph a line: its title, its day and its lead would be one sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefgen.readers.dated.days import day_heading

__all__ = ["parted"]

PARAGRAPH = 160
"""A line of so many characters was not broken at a page's width: its end is a paragraph's."""

_MARKED = re.compile(
    r"""
    [ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]  # an item
    | [ \t]*[#>|<=~`]                 # a heading, a quotation, a table, HTML, a fence
    | [ \t]*-{2,}                     # a rule
    | [ ]{4} | \t                     # code
    | \[[^\]]+\]:                     # where a link goes
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"(?:\ \ |\\)$")


def parted(body: str, languages: tuple[str, ...]) -> str:
    """The text with a blank line between the lines of each group that was pasted from a page.

    A group of lines was pasted if none of it is marked up and one of its inner lines is a day
    alone, or longer than any page is wide.
    """
    return "\n".join(_parted(body.split("\n"), languages))


def _parted(lines: Sequence[str], languages: tuple[str, ...]) -> Iterator[str]:
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        found = list(group)
        if filled and len(found) > 1 and _is_pasted(found, languages):
            yield "\n\n".join(found)
        else:
            yield from found


def _is_pasted(group: Sequence[str], languages: tuple[str, ...]) -> bool:
    if any(_MARKED.match(line) or _BREAK.search(line) for line in group):
        return False
    return any(
        len(line) >= PARAGRAPH or day_heading(line.strip(), languages) is not None
        for line in group[:-1]
    )
