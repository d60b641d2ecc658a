"""Intervals → bars on an axis of time: faded where an end is rough, arrows where it lies beyond."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefgen.editor.pictures.scene import Shown
from briefgen.model import Grain, Interval
from briefgen.model.picture import Layer, Path, Shape, Text

__all__ = ["Axis", "Bar", "lay_bars", "pack", "to_bar"]

FADES = 4
"""Steps in which an end fades."""
FADE = 10.0
SHARE = 0.2
"""Of a bar, that either end fades over at most: its number must stand out."""
TIP = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A stretch of time, and where it lies across the picture."""

    start: datetime
    end: datetime
    left: float
    right: float

    def at(self, moment: datetime) -> float:
        """Units from the left; before and after the stretch, beyond it."""
        part = (moment - self.start) / (self.end - self.start)
        return self.left + part * (self.right - self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One event on an axis."""

    shown: Shown
    left: float
    right: float
    rough: bool
    """Whether its ends are only roughly where they stand: they fade."""
    before: bool
    """Whether it begins before the axis, or nobody knows when."""
    after: bool


def to_bar(shown: Shown, axis: Axis, least: float) -> Bar | None:
    """The bar of an event, at least so wide; None where it lies outside the axis."""
    when = shown.event.interval
    if when is None or (when.start is None and when.end is None):
        return None
    start, end = when.start, when.end
    if start is None and end is not None and not shown.event.lasts:
        start = end - timedelta(days=1)  # what was done by then stands where it was due
    left = axis.left if start is None else axis.at(start)
    right = axis.right if end is None else axis.at(end)
    if right <= axis.left or left >= axis.right:
        return None
    if right - left < least:
        middle = (left + right) / 2
        left, right = middle - least / 2, middle + least / 2
    before = when.start is None or left < axis.left - 0.5
    after = when.end is None or right > axis.right + 0.5
    return Bar(
        shown=shown,
        left=max(left, axis.left),
        right=min(right, axis.right),
        rough=_rough(when),
        before=before and when.grain is not Grain.PART,
        after=after and when.grain is not Grain.PART,
    )


def _rough(when: Interval) -> bool:
    """Parts of a day have no ends to the minute; weeks and more are told in round figures."""
    return when.approximate or when.uncertain or when.grain is Grain.PART or when.grain > Grain.DAY


def pack(
    bars: Iterable[Bar], lanes: int, gap: float
) -> tuple[tuple[tuple[Bar, int], ...], tuple[Bar, ...]]:
    """Each bar with a lane in which it meets no other, and the bars for which there is none.

    Key developments come first, then the order of reading.
    """
    ends: list[list[tuple[float, float]]] = [[] for _ in range(lanes)]
    placed, over = [], []
    for bar in sorted(bars, key=lambda bar: (not bar.shown.key, bar.shown.number)):
        free = next(
            (
                lane
                for lane, taken in enumerate(ends)
                if all(bar.right + gap <= left or bar.left >= right + gap for left, right in taken)
            ),
            None,
        )
        if free is None:
            over.append(bar)
        else:
            ends[free].append((bar.left, bar.right))
            placed.append((bar, free))
    return tuple(placed), tuple(over)


def lay_bars(placed: Sequence[tuple[Bar, float]], height: float) -> tuple[Layer, ...]:
    """The bars, each at the height of its middle, with their numbers."""
    by_role: dict[str, list[Shape]] = {}
    for bar, y in placed:
        number = bar.shown.number
        ahead = bar.shown.event.status.value in {"scheduled", "deadline"}
        key = bar.shown.key
        role = "bar-ahead" if ahead else "bar-key" if key else "bar"
        top = y - height / 2
        left, right = bar.left + 0.6, bar.right - 0.6
        fade = min(FADE, (right - left) * SHARE) / FADES if bar.rough and not ahead else 0.0
        start, end = fade * (not bar.before), fade * (not bar.after)
        for step in range(FADES):
            paths = by_role.setdefault(f"{role}-fade-{step + 1}", [])
            if start:
                paths.append(_box(left + step * fade, top, fade, height, number))
            if end:
                paths.append(_box(right - (step + 1) * fade, top, fade, height, number))
        inner = left + FADES * start, right - FADES * end
        body = _body(*inner, top, height, before=bar.before, after=bar.after)
        by_role.setdefault(role, []).append(Path(d=body, entry=number))
        by_role.setdefault("ahead-number" if ahead else "bar-number", []).append(
            Text(
                x=round((left + right) / 2, 1),
                y=round(y + 2.6, 1),
                text=str(number),
                anchor="middle",
                entry=number,
            )
        )
    bars = ("bar", "bar-key", "bar-ahead")
    order = (
        *(f"{role}-fade-{step + 1}" for role in bars for step in range(FADES)),
        *bars,
        "bar-number",
        "ahead-number",
    )
    return tuple(Layer(role=r, shapes=tuple(by_role[r])) for r in order if by_role.get(r))


def _box(left: float, top: float, width: float, height: float, number: int) -> Path:
    return Path(d=f"M{left:.1f} {top:.1f}h{width:.1f}v{height:g}h{-width:.1f}z", entry=number)


def _body(
    left: float, right: float, top: float, height: float, *, before: bool, after: bool
) -> str:
    """The solid part; a tip where it goes on beyond the axis."""
    half = height / 2
    start = f"M{left + TIP * before:.1f} {top:.1f}H{right - TIP * after:.1f}"
    end = f"l{TIP:g} {half:g}l{-TIP:g} {half:g}" if after else f"v{height:g}"
    back = f"H{left + TIP * before:.1f}"
    close = f"l{-TIP:g} {-half:g}z" if before else "z"
    return start + end + back + close
