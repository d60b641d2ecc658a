"""Scene → the day, hour by hour, by topic: what is told to the hour or to a part of the day."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from briefgen.editor.pictures.bars import Axis, Bar, lay_bars, pack, to_bar
from briefgen.editor.pictures.scene import Scene, Shown
from briefgen.editor.pictures.strip import short_day, wrap
from briefgen.editor.shelves import Shelf
from briefgen.model import Grain
from briefgen.model.picture import Layer, Path, Picture, PictureTable, Text

__all__ = ["draw_hours"]

WIDTH = 680.0
LEFT, RIGHT = 130.0, 672.0
TOP = 8.0
LANE, BAR = 13.5, 11.6
LANES = 4
LEAST = 17.0
EVERY = 3
"""Hours between two times on the axis."""
FEWEST = 2
"""Events told to the hour, below which there is no picture."""
MOST_NAMED = 20
"""Entries that are listed by number."""
LONGEST = timedelta(hours=16)


def draw_hours(scene: Scene) -> Picture | None:
    """The picture; None where hardly anything is told to the hour."""
    start, end = scene.desk.period.start, scene.desk.period.end
    assert start is not None
    assert end is not None
    axis = Axis(start=start.replace(minute=0), end=end, left=LEFT, right=RIGHT)
    current = scene.of(Shelf.CURRENT)
    timed = [item for item in current if _timed(item)]
    rows = _rows(scene, timed, axis)
    drawn = sum(len(bars) for _, bars in rows)
    if drawn < FEWEST:
        return None
    y = TOP
    placed: list[tuple[Bar, float]] = []
    names: list[Text] = []
    lines: list[Path] = []
    more: list[str] = []
    for name, bars in rows:
        there, over = pack(bars, LANES, 1.0)
        used = 1 + max((lane for _, lane in there), default=0)
        placed += [(bar, y + LANE * (lane + 0.5) + 2) for bar, lane in there]
        lines += [
            Path(d=f"M{LEFT:g} {y + LANE * (n + 0.5) + 2:.1f}H{RIGHT:g}") for n in range(used)
        ]
        label = wrap(name, LEFT - 12, 9.4, 1)[0]
        names.append(Text(x=0, y=round(y + LANE / 2 + 5.2, 1), text=label))
        more += [str(bar.shown.number) for bar in over]
        y += used * LANE + 4
    return Picture(
        shape="hours",
        anchor="hours",
        title=scene.text("hours.title"),
        unit=scene.desk.cutoff.tzname() or "",
        description=scene.text("hours.description", n=drawn, topics=len(rows)),
        legend=tuple(_legend(scene, more)),
        captions=tuple(_captions(scene, current, rows)),
        width=WIDTH,
        height=round(y + 26, 1),
        layers=(
            *_hours(scene, axis, y),
            Layer(role="row", shapes=tuple(lines)),
            *lay_bars(placed, BAR),
            Layer(role="lane", shapes=tuple(names)),
        ),
        table=_table(scene, rows),
    )


def _timed(item: Shown) -> bool:
    """Whether it is told to the hour, or to a part of a day."""
    when = item.event.interval
    if when is None or when.length is None:
        return False
    return when.grain <= Grain.PART and when.length <= LONGEST


def _rows(scene: Scene, timed: Sequence[Shown], axis: Axis) -> list[tuple[str, list[Bar]]]:
    """Topics in configured order, then what has none; those with bars."""
    topics = scene.desk.topics
    rows = []
    for topic in (*topics, None):
        mine = [i for i in timed if (i.topic if i.topic in topics else None) == topic]
        bars = [bar for bar in (to_bar(item, axis, LEAST) for item in mine) if bar]
        if bars:
            rows.append((topics[topic].name if topic else scene.text("other"), bars))
    return rows


def _hours(scene: Scene, axis: Axis, bottom: float) -> tuple[Layer, ...]:
    """A line every three hours of the clock, a strong one at midnight, with its date."""
    weak: list[Path] = []
    strong: list[Path] = []
    times, dates = [], []
    moment = axis.start
    while moment <= axis.end:
        x = round(axis.at(moment), 1)
        if moment.hour % EVERY == 0:
            midnight = moment.hour == 0
            (strong if midnight else weak).append(Path(d=f"M{x:g} {TOP - 4:g}V{bottom + 2:.1f}"))
            anchor = "end" if axis.right - x < 14 else "middle"
            place = axis.right if anchor == "end" else x
            times.append(
                Text(x=place, y=round(bottom + 12, 1), text=f"{moment:%H:%M}", anchor=anchor)
            )
            if midnight or moment == axis.start:
                text = short_day(scene, moment.date())
                dates.append(Text(x=x, y=round(bottom + 23, 1), text=text, anchor="middle"))
        moment += timedelta(hours=1)
    return (
        Layer(role="grid", shapes=tuple(weak)),
        Layer(role="grid-strong", shapes=tuple(strong)),
        Layer(role="axis", shapes=tuple(times)),
        Layer(role="axis-strong", shapes=tuple(dates)),
    )


def _captions(
    scene: Scene,
    current: Sequence[Shown],
    rows: Sequence[tuple[str, Sequence[Bar]]],
) -> Iterator[str]:
    drawn = {bar.shown.number for _, bars in rows for bar in bars}
    rest = [str(item.number) for item in current if item.number not in drawn]
    if len(rest) > MOST_NAMED:
        yield scene.text("hours.rest_many", n=len(rest))
    elif rest:
        yield scene.text("hours.rest", n=len(rest), numbers=", ".join(rest))


def _legend(scene: Scene, more: Sequence[str]) -> Iterator[str]:
    yield scene.text("hours.key")
    if more:
        yield scene.text("hours.more", n=len(more), numbers=", ".join(more))


def _table(scene: Scene, rows: Sequence[tuple[str, Sequence[Bar]]]) -> PictureTable:
    listed = sorted(
        ((bar.shown, name) for name, bars in rows for bar in bars),
        key=lambda pair: (pair[0].event.interval.order, pair[0].number),  # type: ignore[union-attr]
    )
    return PictureTable(
        caption=scene.text("hours.table"),
        columns=(scene.text("when"), scene.text("topic"), scene.text("entry")),
        rows=tuple((item.entry.when, name, str(item.number)) for item, name in listed),
        entries=tuple((item.number,) for item, _ in listed),
    )
