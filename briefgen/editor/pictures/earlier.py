"""Comparison with the last edition → the figures that editions before this one gave."""

from collections.abc import Iterator, Mapping

from briefgen.editor.desk import Desk
from briefgen.editor.marking import News
from briefgen.editor.pictures.keyfigures import EarlierFigure

__all__ = ["earlier_figures"]


def earlier_figures(news: Mapping[str, News], desk: Desk) -> Iterator[EarlierFigure]:
    """Of each event told before, one figure a unit: that of its best report then."""
    for event, each in news.items():
        state = each.thread.state
        if state is None:
            continue
        units: dict[str, EarlierFigure] = {}
        for report in state.reports:
            for quantity in report.quantities:
                figure = EarlierFigure(
                    event=event,
                    unit=quantity.unit,
                    value=quantity.value,
                    text=quantity.text,
                    edition=desk.words.text("pictures.figures.edition", n=state.edition),
                )
                units.setdefault(quantity.unit, figure)
        yield from units.values()
