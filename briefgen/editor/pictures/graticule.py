"""Projection → parallels, meridians, and the length of a scale bar."""

import math
from collections.abc import Iterator, Sequence

from briefgen.editor.pictures.ground import clipped
from briefgen.editor.pictures.lines import Points, to_path
from briefgen.editor.pictures.projection import Projection
from briefgen.model.picture import Layer, Path, Text

__all__ = ["bar_length", "graticule"]

STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 45, 60)
"""Degrees between lines of a graticule."""
METRES = (0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
"""Lengths of a scale bar, in kilometres."""


def graticule(
    projection: Projection, corner: float, lines: int = 5, sides: Sequence[str] = "NSEW"
) -> tuple[Layer, Layer]:
    """Parallels and meridians, about so many down, and their degrees at the frame's edge.

    The corner is what the scale bar takes of the lower edge, the sides are the words for them.
    """
    window = projection.window()
    tall = window.north - window.south
    step = min(STEPS, key=lambda degrees: abs(tall / degrees - lines))
    frame = (0.0, 0.0, projection.width, projection.height)
    drawn: list[Points] = []
    words: list[Text] = []
    for lat in _multiples(window.south, window.north, step):
        curve = [(x, lat) for x in _spread(window.west, window.east)]
        for part in clipped([curve], projection, frame):
            drawn.append(part)
            words.append(
                Text(x=4.0, y=round(part[0][1] - 2.5, 1), text=_degrees(lat, step, sides[:2]))
            )
    for lon in _multiples(window.west, window.east, step):
        curve = [(lon, y) for y in _spread(window.south, window.north)]
        for part in clipped([curve], projection, frame):
            drawn.append(part)
            low = max(part, key=lambda point: point[1])
            if low[1] > projection.height - 1:
                turned = (lon + 180) % 360 - 180
                words.append(
                    Text(
                        x=round(low[0] + 3, 1),
                        y=round(projection.height - 4, 1),
                        text=_degrees(turned, step, sides[2:]),
                    )
                )
    inside = tuple(
        w
        for w in words
        if w.y > 12
        and w.x < projection.width - 40 - corner
        and (w.x > 44 or w.y < projection.height - 16)
    )
    return (
        Layer(role="graticule", shapes=(Path(d=to_path(drawn)),)),
        Layer(role="degree", shapes=inside),
    )


def _multiples(low: float, high: float, step: float) -> Iterator[float]:
    first = math.ceil(low / step)
    return (round(n * step, 3) for n in range(first, math.floor(high / step) + 1))


def _spread(low: float, high: float, steps: int = 40) -> Iterator[float]:
    return (low + (high - low) * n / steps for n in range(steps + 1))


def _degrees(value: float, step: float, sides: Sequence[str]) -> str:
    if step < 1:
        minutes = round(abs(value) * 60)
        text = f"{minutes // 60}°{minutes % 60:02d}′"
    else:
        text = f"{abs(value):g}°"
    return text if value == 0 else f"{text}\u202f{sides[0 if value > 0 else 1]}"


def bar_length(projection: Projection) -> tuple[float, float]:
    """A scale bar: its length in units of the picture, and in kilometres."""
    unit = projection.units_a_km()
    km = max((m for m in METRES if m * unit <= projection.width / 5), default=METRES[0])
    return km * unit, km
