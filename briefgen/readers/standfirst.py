"""A page's standfirst: found by the class of its element, and put first among the pieces."""

from collections.abc import Sequence
from typing import Any

from briefgen.model import BlockKind
from briefgen.readers.chrome import plain
from briefgen.readers.field_names import names
from briefgen.readers.shapes import Piece

__all__ = ["find_deck", "with_standfirst"]


def find_deck(root: Any) -> str | None:
    """The text of an element whose class or property says that it is a standfirst."""
    known = frozenset(names("html")["standfirst"])
    for element in root.iter("p", "h2", "h3", "div", "span"):
        if not element.attrib:
            continue
        classes = (element.get("class") or "").casefold().split()
        if known.intersection((*classes, (element.get("itemprop") or "").casefold())):
            text = " ".join("".join(element.itertext()).split())
            if 4 <= len(text.split()) <= 80:
                return text
    return None


def with_standfirst(pieces: Sequence[Piece], standfirst: str | None) -> tuple[Piece, ...]:
    """The pieces with the standfirst marked as one, and first."""
    if not standfirst:
        return tuple(pieces)
    told = plain(standfirst)
    rest = [piece for piece in pieces if plain(piece.text) != told]
    return (Piece(kind=BlockKind.STANDFIRST, text=standfirst), *rest)
