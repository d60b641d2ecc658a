"""Chronology → a table for a terminal."""

from collections.abc import Mapping

from briefgen.knowledge.locale import load_locale
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Event
from briefgen.temporal.wording import label

__all__ = ["chronology_table"]


def chronology_table(chronology: Chronology, project: Project, *, width: int) -> str:
    """The events in order, then the undated ones; as wide as asked, no colour in a pipe."""
    from rich import box  # noqa: PLC0415 (rich is for the table alone)
    from rich.console import Console  # noqa: PLC0415 (as above)
    from rich.table import Table  # noqa: PLC0415 (as above)
    from rich.text import Text  # noqa: PLC0415 (as above)

    locale = load_locale(project.language)
    numbers = {d.id: n for n, d in enumerate(chronology.documents, 1)}
    theaters = {t.id: t.name for t in project.theaters}
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, ratio in (("when", 3), ("status", None), ("what", 8), ("theater", 2)):
        table.add_column(name, ratio=ratio)
    table.add_column("sources", justify="right")
    for event in (*chronology.events, *chronology.undated):
        when = label(event.interval, locale, until=event.lasts) if event.interval else "undated"
        place = theaters.get(event.theater or "", "")
        cells = (when, event.status.value, event.headline, place, _sources(event, numbers))
        table.add_row(*map(Text, cells))
    console = Console(width=max(60, width), color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _sources(event: Event, numbers: Mapping[str, int]) -> str:
    cited = dict.fromkeys(numbers[r.document] for r in event.reports)
    return "".join(f"[{n}]" for n in sorted(cited))
