"""A page's standfirst: found by the class of its element, and put first among the pieces."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from briefgen.model import BlockKind
from briefgen.readers.chrome import plain
from briefgen.readers.shapes import Piece
from briefgen.readers.tables.field_names import names

__all__ = ["find_deck", "with_kicker", "with_standfirst"]


def find_deck(root: Any) -> str | None:
    """The text of an element whose class or property says that it is a standfirst."""
    return _marked(root, "standfirst", range(4, 81))


def with_kicker(root: Any, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, with the label above the title told apart: it is no event."""
    label = _marked(root, "kicker", range(1, 8))
    if label is None:
        return tuple(pieces)
    told = plain(label)
    return tuple(
        replace(piece, kind=BlockKind.KICKER) if plain(piece.text) == told else piece
        for piece in pieces
    )


def _marked(root: Any, what: str, words: range) -> str | None:
    """The text of the first element whose class or property has one of the names of a part."""
    for element in root.iter("p", "h2", "h3", "div", "span", "a"):
        if not element.keys():
            continue
        classes, property_ = element.get("class"), element.get("itemprop")
        if (classes or property_) and _is_named(what, classes or "", property_ or ""):
            text = " ".join("".join(element.itertext()).split())
            if len(text.split()) in words:
                return text
    return None


@lru_cache(maxsize=1024)
def _is_named(what: str, classes: str, property_: str) -> bool:
    """Whether an element's classes or its property have one of the names of a part."""
    return bool(_known(what).intersection((*classes.casefold().split(), property_.casefold())))


@cache
def _known(what: str) -> frozenset[str]:
    return frozenset(names("html")[what])


def with_standfirst(pieces: Sequence[Piece], standfirst: str | None) -> tuple[Piece, ...]:
    """The pieces with the standfirst marked as one, and first."""
    if not standfirst:
        return tuple(pieces)
    told = plain(standfirst)
    rest = [piece for piece in pieces if plain(piece.text) != told]
    return (Piece(kind=BlockKind.STANDFIRST, text=standfirst), *rest)
