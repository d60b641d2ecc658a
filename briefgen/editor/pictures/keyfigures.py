"""Scene + figures of earlier editions → key figures: who gives them, as of when, what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.editor.pictures.claims import as_of
from briefgen.editor.pictures.lines import polygon
from briefgen.editor.pictures.scene import Scene, Shown
from briefgen.editor.shelves import Shelf
from briefgen.editor.wording import one_line, shorten
from briefgen.model import Quantity, Report, Standing
from briefgen.model.picture import Layer, Path, Picture, PictureTable

__all__ = ["EarlierFigure", "draw_figures", "spark"]

MOST = 10
PER_EVENT = 2
FEWEST = 2
"""Figures, below which there is no table of them."""
EVENT = 70
"""Characters of the event's headline."""
WIDTH, HEIGHT = 80.0, 16.0
"""Of a sparkline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFigure:
    """What an earlier edition gave for one thing counted in an event."""

    event: str
    """Id of the event."""
    unit: str
    """What is counted, as of :class:`briefgen.model.Quantity`."""
    value: float
    text: str
    """As it stood in the quote."""
    edition: str
    """The edition, worded: "No. 63, 4 Mar 2024"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """One figure of the day."""

    shown: Shown
    report: Report
    quantity: Quantity
    earlier: tuple[EarlierFigure, ...]
    """Of the same event and unit, oldest first."""


def draw_figures(scene: Scene, earlier: Sequence[EarlierFigure] = ()) -> Picture | None:
    """The table, with a sparkline for each figure that three editions or more give.

    None where the day has hardly a figure.
    """
    before: dict[tuple[str, str], tuple[EarlierFigure, ...]] = {}
    for figure in earlier:
        key = (figure.event, figure.unit)
        before[key] = (*before.get(key, ()), figure)
    found = tuple(_figures(scene.of(Shelf.CURRENT), before))[:MOST]
    if len(found) < FEWEST:
        return None
    return Picture(
        shape="figures",
        anchor="figures",
        title=scene.text("figures.title"),
        description=scene.text("figures.description", n=len(found)),
        captions=(scene.text("figures.key"),),
        width=WIDTH,
        height=0,
        table=_table(found, scene, changes=bool(before)),
        table_open=True,
    )


def _figures(
    shown: Iterable[Shown], before: Mapping[tuple[str, str], tuple[EarlierFigure, ...]]
) -> Iterable[KeyFigure]:
    """Of each event's best report the first figures; key developments come first."""
    for item in shown:
        if item.event.standing is Standing.DENIED:
            continue
        report = item.event.reports[0]
        units: dict[str, Quantity] = {}
        for quantity in report.quantities:
            if not quantity.text.isalpha():  # "one" alone does not say of what
                units.setdefault(quantity.unit, quantity)
        for quantity in list(units.values())[:PER_EVENT]:
            yield KeyFigure(
                shown=item,
                report=report,
                quantity=quantity,
                earlier=before.get((item.event.id, quantity.unit), ()),
            )


def _table(found: Sequence[KeyFigure], scene: Scene, *, changes: bool) -> PictureTable:
    columns = [
        scene.text("figure"),
        scene.text("event"),
        scene.text("claimant"),
        scene.text("as_of"),
        *([scene.text("change")] if changes else []),
        scene.text("entry"),
    ]
    rows = []
    for figure in found:
        entry = figure.shown.entry
        attribution = figure.report.attribution
        document = scene.desk.documents[figure.report.document]
        who = attribution.who if attribution else document.source.publisher or document.title
        rows.append(
            (
                one_line(figure.quantity.text),
                shorten(entry.headline, EVENT),
                shorten(who, EVENT),
                as_of(figure.report, scene),
                *([_change(figure, scene)] if changes else []),
                str(entry.number),
            )
        )
    return PictureTable(
        caption=scene.text("figures.table"),
        columns=tuple(columns),
        rows=tuple(rows),
        entries=tuple((figure.shown.number,) for figure in found),
    )


def _change(figure: KeyFigure, scene: Scene) -> str:
    """From what the last edition had, where one had it."""
    if not figure.earlier:
        return scene.text("figures.new")
    last = figure.earlier[-1]
    if last.value == figure.quantity.value:
        return scene.text("figures.same", edition=last.edition)
    step = figure.quantity.value - last.value
    key = "figures.up" if step > 0 else "figures.down"
    return scene.text(
        key, old=one_line(last.text), edition=last.edition, step=scene.desk.words.count(abs(step))
    )


def spark(values: Sequence[float], left: float, top: float, width: float) -> tuple[Layer, ...]:
    """A sparkline of a few values, from zero to the largest, over an area; the last is dotted."""
    most = max([*values, 1e-9])
    step = width / max(1, len(values) - 1)
    base = top + HEIGHT
    points = [(left + n * step, base - HEIGHT * v / most) for n, v in enumerate(values)]
    area = polygon([(left, base), *points, (left + width, base)])
    line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return (
        Layer(role="spark-area", shapes=(Path(d=area),)),
        Layer(role="spark", shapes=(Path(d=line),)),
    )
