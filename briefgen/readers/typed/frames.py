"""Boxes of pages → those without what every page repeats: running heads, footers, numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from briefgen.readers.typed.layout import Box, rows_of

__all__ = ["without_frames"]

EDGE = 3
"""Rows from the top and from the bottom of a page that may be its header and footer."""
REPEATED = 0.5
"""Share of the pages on which a header or a footer stands, of two pages at least."""
BAND = 8.0
"""Points within which the same words stand at the same height."""

_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(r"\W*(?:[^\W\d]{1,8}\W{1,3})?\d{1,4}(?:\s*(?:/|[^\W\d]{1,3})\s*\d{1,4})?\W*")


def without_frames(pages: Sequence[Sequence[Box]]) -> list[list[Box]]:
    """The pages without the boxes that most of them have at an edge, and without page numbers."""
    edges = [_edges(page) for page in pages]
    counted: Counter[tuple[str, int]] = Counter()
    for rows in edges:
        counted.update({_mould(box) for row in rows for box in row})
    least = max(2, REPEATED * len(pages))
    kept = []
    for page, rows in zip(pages, edges, strict=True):
        out: set[int] = set()
        for row in rows:
            numbered = any(_PAGE.fullmatch(box.text) for box in row)
            framed = any(counted[_mould(box)] >= least for box in row)
            out.update(
                id(box)
                for box in row
                if counted[_mould(box)] >= least or (numbered and (framed or len(page) > len(row)))
            )
        kept.append([box for box in page if id(box) not in out])
    return kept


def _edges(page: Sequence[Box]) -> list[list[Box]]:
    """The rows nearest to the top and the bottom of a page; of a short page only the outermost."""
    rows = rows_of(page)
    reach = EDGE if len(rows) > 3 * EDGE else 1
    return rows if len(rows) <= 2 else [*rows[:reach], *rows[-reach:]]


def _mould(box: Box) -> tuple[str, int]:
    """A box without its digits, and its height: "Page 3 of 9" is "Page 4 of 9"."""
    return _DIGITS.sub("#", box.text.strip()), round(box.middle / BAND)
