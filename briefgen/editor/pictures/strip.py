"""Scene → the last 14 days by theater: one bar an event, where it lies in time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from briefgen.editor.pictures.bars import Axis, Bar, lay_bars, pack, to_bar
from briefgen.editor.pictures.measure import text_width
from briefgen.editor.pictures.scene import Scene, Shown
from briefgen.editor.shelves import Shelf
from briefgen.model import Grain
from briefgen.model.picture import Layer, Path, Picture, PictureTable, Text

__all__ = [
    "DAYS",
    "FEWEST_DAYS",
    "SHELVES",
    "day_axis",
    "draw_strip",
    "first_day",
    "short_day",
    "wrap",
]

DAYS = 14
WIDTH = 680.0
LEFT, RIGHT = 152.0, 652.0
"""Where the days begin and end; before them stand the theaters, after them their counts."""
TOP = 20.0
LANE, BAR = 11.5, 9.6
ROW_GAP = 6.0
MOST_QUIET = 5
"""Theaters without an event that are named."""
MANY = 6
"""Theaters, above which each has fewer lanes."""
LANES, FEW_LANES = 3, 2
LEAST = 20.0
"""Width of a bar, so that its number stands in it."""
SHELVES = (Shelf.CURRENT, Shelf.EARLIER, Shelf.CONTINUING, Shelf.OVERDUE)
FEWEST_DAYS = 2
"""With events on fewer there is no strip: the day alone says nothing of time."""


def draw_strip(scene: Scene) -> Picture | None:
    """The strip; None where all events fall on one day."""
    axis = day_axis(scene)
    rows = _rows(scene, axis)
    days = {first_day(bar.shown, axis) for _, bars in rows for bar in bars}
    if len(days) < FEWEST_DAYS:
        return None
    lanes = LANES if len(rows) <= MANY else FEW_LANES
    y = TOP + 2
    placed: list[tuple[Bar, float]] = []
    words: list[Text] = []
    counts: list[Text] = []
    rules = [Path(d=f"M0 {y:g}H{WIDTH:g}")]
    for name, bars in rows:
        there, over = pack(bars, lanes, 0.0)
        used = 1 + max((lane for _, lane in there), default=0)
        lines = wrap(name, LEFT - 10, 9.4)
        tall = max(used * LANE + (9 if over else 0), len(lines) * 11) + ROW_GAP
        placed += [(bar, y + ROW_GAP / 2 + LANE * (lane + 0.5)) for bar, lane in there]
        words += [
            Text(x=0, y=round(y + ROW_GAP / 2 + 8.4 + 11 * n, 1), text=line)
            for n, line in enumerate(lines)
        ]
        counts += _overflow(over, y + tall - ROW_GAP / 2 - 1.5, axis)
        counts.append(
            Text(x=WIDTH - 2, y=round(y + ROW_GAP / 2 + 8.4, 1), text=str(len(bars)), anchor="end")
        )
        y += tall
        rules.append(Path(d=f"M0 {y:.1f}H{WIDTH:g}"))
    layers = (
        *_days(scene, axis, y),
        Layer(role="row", shapes=tuple(rules)),
        *lay_bars(placed, BAR),
        Layer(role="lane", shapes=tuple(words)),
        Layer(role="count", shapes=tuple(counts)),
    )
    return Picture(
        shape="strip",
        anchor="strip",
        title=scene.text("strip.title", n=DAYS),
        description=_description(scene, rows),
        legend=(scene.text("strip.key"),),
        captions=tuple(_captions(scene, rows)),
        width=WIDTH,
        height=round(y + 1, 1),
        layers=layers,
        table=_table(scene, rows, axis),
    )


def day_axis(scene: Scene) -> Axis:
    """The 14 days up to the end of the one briefed, in the project's zone."""
    day, zone = scene.desk.chronology.date, scene.desk.project.zone
    return Axis(
        start=datetime.combine(day - timedelta(days=DAYS - 1), time(), zone),
        end=datetime.combine(day + timedelta(days=1), time(), zone),
        left=LEFT,
        right=RIGHT,
    )


def _rows(scene: Scene, axis: Axis) -> list[tuple[str, list[Bar]]]:
    """Theaters in configured order, then what has none; those with bars."""
    desk = scene.desk
    shown = [item for item in scene.of(*SHELVES) if item.event.interval is not None]
    rows = []
    for theater in (*desk.theaters, None):
        mine = [
            item
            for item in shown
            if (item.event.theater if item.event.theater in desk.theaters else None) == theater
        ]
        bars = [bar for bar in (to_bar(_whole_days(i), axis, LEAST) for i in mine) if bar]
        if bars:
            name = desk.theaters[theater].name if theater else scene.text("elsewhere")
            rows.append((name, bars))
    return rows


def _whole_days(item: Shown) -> Shown:
    """A clock time fills its day: the strip tells days."""
    when = item.event.interval
    if when is None or when.grain >= Grain.PART or when.start is None or when.end is None:
        return item
    start = when.start.replace(hour=0, minute=0, second=0, microsecond=0)
    last = when.end - timedelta(microseconds=1)
    end = last.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    day = replace(when, start=start, end=end, grain=Grain.DAY)
    return replace(item, event=replace(item.event, interval=day))


def first_day(item: Shown, axis: Axis) -> date:
    """The day under which it is counted: that on which it begins, within the strip."""
    when = item.event.interval
    assert when is not None
    start = when.start or when.end
    assert start is not None
    return min(
        max(start.astimezone(axis.start.tzinfo), axis.start), axis.end - timedelta(days=1)
    ).date()


def _overflow(over: Sequence[Bar], y: float, axis: Axis) -> list[Text]:
    """By day, how many bars found no lane."""
    by_day: dict[date, int] = {}
    for bar in over:
        day = first_day(bar.shown, axis)
        by_day[day] = by_day.get(day, 0) + 1
    width = (axis.right - axis.left) / DAYS
    first = axis.start.date()
    return [
        Text(
            x=round(axis.left + ((day - first).days + 0.5) * width, 1),
            y=round(y, 1),
            text=f"+{count}",
            anchor="middle",
        )
        for day, count in sorted(by_day.items())
    ]


def _days(scene: Scene, axis: Axis, bottom: float) -> tuple[Layer, ...]:
    """Lines between the days, their dates above, and today set off."""
    width = (axis.right - axis.left) / DAYS
    first = axis.start.date()
    lines, names = [], []
    for n in range(DAYS + 1):
        x = round(axis.left + n * width, 1)
        lines.append(Path(d=f"M{x:g} {TOP - 3:g}V{bottom:.1f}"))
    for n in range(DAYS):
        day = first + timedelta(days=n)
        text = short_day(scene, day, month=n in {0, DAYS - 1} or day.day == 1)
        names.append(
            Text(x=round(axis.left + (n + 0.5) * width, 1), y=TOP - 6, text=text, anchor="middle")
        )
    today = axis.right - width
    return (
        Layer(
            role="today",
            shapes=(Path(d=f"M{today:.1f} {TOP - 3:g}H{axis.right:g}V{bottom:.1f}H{today:.1f}z"),),
        ),
        Layer(role="grid", shapes=tuple(lines)),
        Layer(role="axis", shapes=tuple(names[:-1])),
        Layer(role="axis-strong", shapes=tuple(names[-1:])),
    )


def short_day(scene: Scene, day: date, *, month: bool = True) -> str:
    """As in ``13 Mar``; or the day of the month alone."""
    words = scene.desk.locale.wording
    if not month:
        return str(day.day)
    return words.phrases["day_month"].format(day=day.day, month=words.months[day.month - 1])


def wrap(text: str, width: float, size: float, lines: int = 2) -> list[str]:
    """A name on as few lines as it takes, the last cut where there are not enough."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if text_width(longer, size) <= width or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    if len(found) > lines:
        found = [*found[: lines - 1], f"{found[lines - 1]} …"]
    return [_cut(line, width, size) for line in found]


def _cut(line: str, width: float, size: float) -> str:
    while line and text_width(line, size) > width:
        line = line.removesuffix("…").rstrip()[:-1].rstrip() + "…"
    return line


def _description(scene: Scene, rows: Sequence[tuple[str, Sequence[Bar]]]) -> str:
    most = max(rows, key=lambda row: len(row[1]))
    return scene.text(
        "strip.description",
        n=sum(len(bars) for _, bars in rows),
        theaters=len(rows),
        name=most[0],
        most=len(most[1]),
    )


def _captions(scene: Scene, rows: Sequence[tuple[str, Sequence[Bar]]]) -> list[str]:
    there = {name for name, _ in rows}
    quiet = [t.name for t in scene.desk.theaters.values() if t.name not in there]
    lines = []
    if quiet:
        names = ", ".join(quiet[:MOST_QUIET])
        more = len(quiet) - MOST_QUIET
        if more > 0:
            names = scene.text("more_names", names=names, n=more)
        lines.append(scene.text("strip.quiet", names=names))
    return lines


def _table(scene: Scene, rows: Sequence[tuple[str, Sequence[Bar]]], axis: Axis) -> PictureTable:
    days = [axis.start.date() + timedelta(days=n) for n in range(DAYS)]
    cells = []
    for name, bars in rows:
        counts = [sum(first_day(bar.shown, axis) == day for bar in bars) for day in days]
        cells.append((name, *(str(n) if n else "·" for n in counts), str(len(bars))))
    return PictureTable(
        caption=scene.text("strip.table"),
        columns=(
            scene.text("strip.theater"),
            *(short_day(scene, day) for day in days),
            scene.text("strip.total"),
        ),
        rows=tuple(cells),
    )
