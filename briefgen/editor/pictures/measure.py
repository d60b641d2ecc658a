"""Texts → how wide they stand, from the advance widths of Source Sans 3 Semibold."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from briefgen.model.picture import Picture, Text

__all__ = ["ROLES", "measured", "text_width"]

ROLES: Mapping[str, tuple[float, float]] = {
    "name": (10.2, 1.0),
    "halo": (10.2, 1.0),
    "town-name": (8.6, 0.966),
    "town-halo": (8.6, 0.966),
    "country-name": (8.0, 0.966),
    "legend": (9.4, 0.966),
    "lane": (9.4, 1.0),
    "value": (9.4, 1.0),
    "axis": (8.8, 0.966),
}
"""Role of a layer of texts → their size, and their width as a share of that of Semibold."""
SPACED: Mapping[str, float] = {"country-name": 0.14}
"""What is added between letters, as a share of the size."""
SHORT = 3
"""Characters that are not worth measuring."""

WIDTHS = (
    "200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 "
    "513 513 513 513 513 513 275 275 513 513 513 444 875 558 597 576 625 538 510 628 "
    "663 282 494 597 502 745 657 674 582 674 592 545 546 655 536 800 541 501 540 324 "
    "344 324 513 500 549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 "
    "564 564 373 431 361 556 495 748 481 495 443 324 255 324 513"
)
ASCII = tuple(map(int, WIDTHS.split()))
"""Thousandths of the size, from the space on."""
LETTER, CAPITAL, WIDE = 620, 720, 1000
"""Of what is not ASCII: no letter of Latin, Greek or Cyrillic is much wider."""


def text_width(text: str, size: float, spacing: float = 0.0) -> float:
    """Units that a line takes at a size, with a share of the size between letters."""
    return size * (sum(map(_advance, text)) / 1000 + spacing * len(text))


def measured(picture: Picture) -> Picture:
    """The picture with the widths of its texts, so that another font can be held to them."""
    layers = tuple(
        replace(
            layer,
            shapes=tuple(
                replace(shape, width=_role_width(shape.text, layer.role))
                if isinstance(shape, Text) and len(shape.text) > SHORT
                else shape
                for shape in layer.shapes
            ),
        )
        if layer.role in ROLES
        else layer
        for layer in picture.layers
    )
    return replace(picture, layers=layers)


def _role_width(text: str, role: str) -> float:
    size, share = ROLES[role]
    return round(text_width(text, size * share, SPACED.get(role, 0.0)), 1)


def _advance(character: str) -> int:
    number = ord(character) - 32
    if 0 <= number < len(ASCII):
        return ASCII[number]
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return WIDE
    plain = unicodedata.normalize("NFD", character)[0]
    if plain != character and 0 <= ord(plain) - 32 < len(ASCII):
        return ASCII[ord(plain) - 32]
    return CAPITAL if character.isupper() else LETTER
