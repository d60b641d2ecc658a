"""Scene + figures of earlier editions → key figures: who gives them, as of when, what changed.

Ranked by what is counted (people, weapons, money, damage: knowledge/cues/figures.toml), how many,
and the weights of theater and topic.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log10

from briefgen.editor.attribution import told_by
from briefgen.editor.lines import one_line, shorten
from briefgen.editor.pictures.claims import as_of
from briefgen.editor.pictures.scene import Scene, Shown
from briefgen.editor.shelves import Shelf
from briefgen.knowledge.figures import OTHER, load_weights
from briefgen.model import Quantity, Report, Standing
from briefgen.model.picture import Picture, PictureTable

__all__ = ["EarlierFigure", "draw_figures"]

MOST = 10
PER_EVENT = 2
FEWEST = 2
"""Figures, below which there is no table of them."""
EVENT = 68
"""Characters of the event's headline."""
KEY = 1.5
"""Times which a figure of a key development weighs."""
LARGE = 4
"""Powers of ten past which a figure weighs no more: money is counted in millions."""
UNPLACED = 0.9
UNFILED = 0.6
"""Weights of an event without a theater, without a topic: as among the key developments."""


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
    """The edition, worded: "edition 63"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """One figure of the day."""

    shown: Shown
    report: Report
    quantity: Quantity
    earlier: EarlierFigure | None
    """Of the same event and unit, in the edition that told it last."""
    weight: float


def draw_figures(scene: Scene, earlier: Sequence[EarlierFigure] = ()) -> Picture | None:
    """The table, the weightiest figure first; None where the day has hardly one."""
    before = {(figure.event, figure.unit): figure for figure in earlier}
    found = sorted(_figures(scene, before), key=lambda figure: -figure.weight)[:MOST]
    if len(found) < FEWEST:
        return None
    return Picture(
        shape="figures",
        anchor="figures",
        title=scene.text("figures.title"),
        description=scene.text("figures.description", n=len(found)),
        captions=(scene.text("figures.key"),),
        width=0,
        height=0,
        table=_table(found, scene, changes=any(figure.earlier for figure in found)),
        table_open=True,
    )


def _figures(scene: Scene, before: Mapping[tuple[str, str], EarlierFigure]) -> Iterable[KeyFigure]:
    """Of each event's best report the weightiest figures that say something by themselves."""
    for item in scene.of(Shelf.CURRENT):
        if item.event.standing is Standing.DENIED:
            continue
        report = item.event.reports[0]
        weighed: dict[str, tuple[float, Quantity]] = {}
        for quantity in report.quantities:
            weight = _weight(quantity, item, scene)
            if weight > 0:
                weighed.setdefault(quantity.unit, (weight, quantity))
        best = sorted(weighed.values(), key=lambda pair: -pair[0])
        for weight, quantity in best[:PER_EVENT]:
            yield KeyFigure(
                shown=item,
                report=report,
                quantity=quantity,
                earlier=before.get((item.event.id, quantity.unit)),
                weight=weight,
            )


def _weight(quantity: Quantity, item: Shown, scene: Scene) -> float:
    """What is counted × how many × where × on what; 0 for what is no key figure.

    "One" is none, nor is a word alone, which does not say of what.
    """
    kind = load_weights().get(quantity.unit, OTHER)
    most = quantity.upper or quantity.value
    if not kind or quantity.text.isalpha() or (most <= 1 and quantity.unit != "percent"):
        return 0.0
    theater = scene.desk.theaters.get(item.event.theater or "")
    topic = scene.desk.topics.get(item.topic or "")
    size = 1 + min(max(log10(most), 0.0), LARGE) / LARGE if most > 0 else 1.0
    return (
        kind
        * size
        * (theater.weight if theater else UNPLACED)
        * (topic.weight if topic else UNFILED)
        * (KEY if item.key else 1.0)
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
        who = told_by(figure.report, scene.desk)
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
    last = figure.earlier
    if last is None:
        return scene.text("figures.new")
    if last.value == figure.quantity.value:
        return scene.text("figures.same", edition=last.edition)
    step = figure.quantity.value - last.value
    key = "figures.up" if step > 0 else "figures.down"
    return scene.text(
        key, old=one_line(last.text), edition=last.edition, step=scene.desk.words.count(abs(step))
    )
