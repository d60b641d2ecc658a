"""An element tree → Pieces: headings, paragraphs and items in reading order, nothing hidden.

One walk without recursion; depth costs nothing.
"""

from collections.abc import Iterator
from typing import Any

from briefgen.model import BlockKind
from briefgen.readers.html.tree import is_hidden
from briefgen.readers.shapes import Piece

__all__ = ["walk_pieces", "words_in"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head", "dt"})
ITEMS = frozenset({"li", "item", "dd", "tr", "row"})
PARTS = frozenset(
    """
    p div section article main header blockquote quote pre ul ol list dl table tbody thead
    figure address center fieldset hr details summary body html td th cell
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
"""Elements that end the paragraph before them; `td` within `tr` does not."""
CELLS = frozenset({"td", "th", "cell"})
BREAKS = frozenset({"br", "lb"})
HIDDEN = frozenset(
    """
    script style noscript template svg math iframe object embed audio video canvas form button
    select input textarea label nav aside footer figcaption figure title head dialog menu
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
"""Elements of which nothing is read. (``head`` is trafilatura's heading in its own trees.)"""


def walk_pieces(root: Any, *, tei: bool = False) -> tuple[Piece, ...]:
    """The pieces under an element; `tei` for a tree that trafilatura made."""
    return tuple(Piece(kind=kind, text=text) for kind, text in _walk(root, tei=tei))


def words_in(root: Any) -> int:
    """Words that a reader of an element sees in its paragraphs and items."""
    return sum(
        len(text.split()) for kind, text in _walk(root, tei=False) if kind is not BlockKind.HEADING
    )


def _walk(root: Any, *, tei: bool) -> Iterator[tuple[BlockKind, str]]:
    """(kind, text) in reading order: one for each stretch between two edges of blocks."""
    kind = BlockKind.PARAGRAPH
    words: list[str] = []
    stack: list[tuple[Any, BlockKind, bool]] = [(root, BlockKind.PARAGRAPH, False)]
    while stack:
        element, outer, closing = stack.pop()
        tag = element.tag
        if not closing and element is not root and _is_unseen(element, tag, tei=tei):
            _tail(element, tag, words)
            continue
        own = _kind(tag, tei=tei)
        if _is_edge(element, tag, own):
            if line := _line(words):
                yield kind, line
            kind = outer if closing else own or outer
        if closing:
            _tail(element, tag, words)
            continue
        if element.text:
            words.append(element.text)
        if element is not root:
            stack.append((element, outer, True))
        if len(element):
            inner = own or outer
            stack.extend((child, inner, False) for child in reversed(element))
    if line := _line(words):
        yield kind, line


def _line(words: list[str]) -> str:
    """The words so far in one line; they are used up."""
    line = " ".join("".join(words).split()) if words else ""
    words.clear()
    return line


def _is_unseen(element: Any, tag: Any, *, tei: bool) -> bool:
    return not isinstance(tag, str) or (not tei and (tag in HIDDEN or is_hidden(element)))


def _is_edge(element: Any, tag: Any, kind: BlockKind | None) -> bool:
    """Whether an element ends the paragraph before it."""
    return kind is not None or (tag in PARTS and not _in_row(element, tag))


def _tail(element: Any, tag: Any, words: list[str]) -> None:
    """Adds what follows an element; a line break or a cell's end parts words, too."""
    if tag in BREAKS:
        words.append(" ")
    elif tag in CELLS and element.getnext() is not None:
        words.append(" · ")
    tail = element.tail
    if tail:
        words.append(tail)


def _kind(tag: Any, *, tei: bool) -> BlockKind | None:
    """The kind that an element gives to the text in it."""
    if tag in HEADINGS and (tei or tag != "head"):
        return BlockKind.HEADING
    return BlockKind.ITEM if tag in ITEMS else None


def _in_row(element: Any, tag: str) -> bool:
    """Whether a cell, or the one paragraph in it, stands in a table row: one line, not many."""
    if tag in CELLS:
        return True
    parent = element.getparent()
    if tag != "p" or parent is None or parent.tag not in CELLS:
        return False
    return sum(1 for child in parent if child.tag in PARTS or child.tag in HEADINGS) == 1
