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
    for edge, text in _stretches(root, tei=tei):
        if edge is not None:
            line = " ".join("".join(words).split()) if words else ""
            if line:
                yield kind, line
            words.clear()
            kind = edge
        if text:
            words.append(text)


def _stretches(root: Any, *, tei: bool) -> Iterator[tuple[BlockKind | None, str]]:
    """(None, text), or at an edge of a block (the kind of what follows, the text there)."""
    stack: list[tuple[Any, BlockKind, bool]] = [(root, BlockKind.PARAGRAPH, False)]
    while stack:
        element, outer, closing = stack.pop()
        tag = element.tag
        if closing:
            tail = "" if element is root else _tail(element, tag)
            yield _edge(element, tag, outer, tei=tei), tail
            continue
        unseen = not isinstance(tag, str) or (not tei and (tag in HIDDEN or is_hidden(element)))
        if unseen and element is not root:
            yield None, _tail(element, tag)
            continue
        inner = _kind(tag, tei=tei) or outer
        yield _edge(element, tag, inner, tei=tei), element.text or ""
        if len(element):
            stack.append((element, outer, True))
            stack.extend((child, inner, False) for child in reversed(element))
        else:
            tail = "" if element is root else _tail(element, tag)
            yield _edge(element, tag, outer, tei=tei), tail
    yield BlockKind.PARAGRAPH, ""


def _edge(element: Any, tag: str, kind: BlockKind, *, tei: bool) -> BlockKind | None:
    """The kind of what follows the edge of an element, None where it parts nothing."""
    if tag in PARTS:
        return None if _in_row(element, tag) else kind
    return kind if _kind(tag, tei=tei) is not None else None


def _tail(element: Any, tag: str) -> str:
    """What follows an element; a line break or a cell's end parts words, too."""
    tail = element.tail or ""
    if tag in BREAKS:
        return " " + tail
    if tag in CELLS and element.getnext() is not None:
        return " · " + tail
    return tail


def _kind(tag: str, *, tei: bool) -> BlockKind | None:
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
