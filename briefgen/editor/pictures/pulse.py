"""Scene → how many events a day each topic had: a sparkline each, small multiples."""

from collections.abc import Sequence
from datetime import timedelta

from briefgen.editor.pictures.bars import to_bar
from briefgen.editor.pictures.lines import circle, polygon
from briefgen.editor.pictures.scene import Scene
from briefgen.editor.pictures.strip import (
    DAYS,
    FEWEST_DAYS,
    SHELVES,
    day_axis,
    first_day,
    short_day,
    wrap,
)
from briefgen.model.picture import Layer, Path, Picture, PictureTable, Shape, Text

__all__ = ["draw_pulse"]

WIDTH, COLUMN = 680.0, 352.0
LEFT, LINE = 140.0, 130.0
"""Where a column's sparklines begin, and how wide they are."""
ROW, TALL = 23.0, 15.0


def draw_pulse(scene: Scene) -> Picture | None:
    """The sparklines; None where all events fall on one day or under one topic."""
    rows = _rows(scene)
    active = {n for _, counts in rows for n, count in enumerate(counts) if count}
    if len(rows) < 2 or len(active) < FEWEST_DAYS:
        return None
    most = max(max(counts) for _, counts in rows)
    half = (len(rows) + 1) // 2
    by_role: dict[str, list[Shape]] = {
        role: [] for role in ("spark-area", "spark", "dot", "lane", "count", "value")
    }
    for place, (name, counts) in enumerate(rows):
        x, y = COLUMN * (place // half), ROW * (place % half) + 4
        base, step = y + TALL, LINE / (DAYS - 1)
        points = [(x + LEFT + n * step, base - TALL * c / most) for n, c in enumerate(counts)]
        area = polygon([(x + LEFT, base), *points, (x + LEFT + LINE, base)])
        by_role["spark-area"].append(Path(d=area))
        line = "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in points)
        by_role["spark"].append(Path(d=line))
        by_role["dot"].append(Path(d=circle(*points[-1], 2.2)))
        label = wrap(name, LEFT - 8, 9.4, 1)[0]
        by_role["lane"].append(Text(x=x, y=round(base - 2.5, 1), text=label))
        right = x + LEFT + LINE
        by_role["value"].append(Text(x=right + 8, y=round(base - 2.5, 1), text=str(counts[-1])))
        total = scene.text("pulse.of", n=sum(counts))
        by_role["count"].append(Text(x=right + 26, y=round(base - 2.5, 1), text=total))
    days = [day_axis(scene).start.date() + timedelta(days=n) for n in range(DAYS)]
    return Picture(
        shape="pulse",
        anchor="pulse",
        title=scene.text("pulse.title", n=DAYS),
        description=scene.text("pulse.description", n=len(rows), most=most),
        legend=(
            scene.text(
                "pulse.key", first=short_day(scene, days[0]), last=short_day(scene, days[-1])
            ),
        ),
        width=WIDTH,
        height=round(ROW * half + 2, 1),
        layers=tuple(Layer(role=r, shapes=tuple(shapes)) for r, shapes in by_role.items()),
        table=PictureTable(
            caption=scene.text("pulse.table"),
            columns=(
                scene.text("topic"),
                *(short_day(scene, day) for day in days),
                scene.text("strip.total"),
            ),
            rows=tuple(
                (name, *(str(c) if c else "·" for c in counts), str(sum(counts)))
                for name, counts in rows
            ),
        ),
    )


def _rows(scene: Scene) -> Sequence[tuple[str, tuple[int, ...]]]:
    """Topics in configured order with their events by the day on which they began."""
    axis, topics = day_axis(scene), scene.desk.topics
    first = axis.start.date()
    counts: dict[str | None, list[int]] = {topic: [0] * DAYS for topic in (*topics, None)}
    for item in scene.of(*SHELVES):
        if to_bar(item, axis, 0.0):
            topic = item.topic if item.topic in topics else None
            counts[topic][(first_day(item, axis) - first).days] += 1
    return [
        (topics[topic].name if topic else scene.text("other"), tuple(values))
        for topic, values in counts.items()
        if any(values)
    ]
