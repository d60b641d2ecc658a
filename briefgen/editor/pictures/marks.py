"""Topics → the shapes of their marks: told apart without colour."""

import math
from collections.abc import Callable, Iterable, Mapping

from briefgen.editor.pictures.lines import circle, polygon

__all__ = ["MARK", "OTHER", "SHAPES", "choose_shapes", "mark"]

MARK = 7.0
"""Half the width of a mark."""


def _regular(corners: int, turn: float, size: float) -> Callable[[float, float], str]:
    """A regular polygon; turned by degrees, size as a multiple of the mark's half width."""

    def path(x: float, y: float) -> str:
        angles = [math.radians(turn + 360 * n / corners) for n in range(corners)]
        radius = MARK * size
        return polygon([(x + radius * math.sin(a), y - radius * math.cos(a)) for a in angles])

    return path


def _star(x: float, y: float) -> str:
    points = []
    for n in range(16):
        radius = MARK * (1.22 if n % 2 == 0 else 0.93)
        angle = math.radians(22.5 * n)
        points.append((x + radius * math.sin(angle), y - radius * math.cos(angle)))
    return polygon(points)


def _drop(x: float, y: float) -> str:
    """A shield: square above, round below."""
    r = MARK * 0.92
    return f"M{x - r:.1f} {y - r:.1f}h{2 * r:.1f}v{r:.1f}a{r:.1f} {r:.1f} 0 0 1 {-2 * r:.1f} 0z"


def _wide(x: float, y: float) -> str:
    r, w = MARK * 0.78, MARK * 0.55
    return (
        f"M{x - w:.1f} {y - r:.1f}h{2 * w:.1f}a{r:.1f} {r:.1f} 0 0 1 0 {2 * r:.1f}"
        f"h{-2 * w:.1f}a{r:.1f} {r:.1f} 0 0 1 0 {-2 * r:.1f}z"
    )


def _disc(x: float, y: float) -> str:
    return circle(x, y, MARK)


SHAPES: tuple[Callable[[float, float], str], ...] = (
    _disc,
    _regular(4, 45, 1.27),  # a square
    _regular(4, 0, 1.33),  # a diamond
    _regular(6, 90, 1.18),  # a hexagon
    _drop,
    _regular(5, 0, 1.24),  # a pentagon
    _star,
    _regular(8, 22.5, 1.1),  # an octagon
)
OTHER = len(SHAPES)
"""The shape of topics past those, and of none."""


def mark(shape: int, x: float, y: float) -> str:
    """Path data of a mark around a point."""
    return SHAPES[shape](x, y) if shape < OTHER else _wide(x, y)


def choose_shapes(topics: Iterable[str | None]) -> Mapping[str | None, int]:
    """A shape for each topic, in the order of first need; those past the last share one."""
    known = [topic for topic in dict.fromkeys(topics) if topic is not None]
    return {topic: min(n, OTHER) for n, topic in enumerate(known)} | {None: OTHER}
