"""Chronology + Project + Past → Briefing: every section, order, number and word of it."""

from datetime import date, datetime
from types import MappingProxyType

from briefgen.editor.apparatus import make_apparatus
from briefgen.editor.changes import headline_of
from briefgen.editor.cutoff import cutoff_label, zone_of
from briefgen.editor.desk import Desk, open_desk
from briefgen.editor.layout import lay_out
from briefgen.editor.lookback import look_back
from briefgen.editor.plan import Plan, make_plan
from briefgen.editor.sections import make_sections
from briefgen.editor.shelves import Shelf, shelve
from briefgen.editor.tell import Told, tell
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Edition, Past, Standing, civil_day
from briefgen.model.briefing import Briefing, Count, Entry
from briefgen.temporal.wording import full_day

__all__ = ["compose", "edit"]

MOST = 3
"""Sentences of the bottom line."""
SENTENCE = 220
"""Characters past which a headline is no sentence of the bottom line while shorter ones are."""


def compose(chronology: Chronology, project: Project, past: Past | None = None) -> Briefing:
    """The day's brief. Pure: the same chronology, project and past give the same brief.

    ``past`` is what an archive knows of earlier editions; without one the brief is the first.
    Raises KnowledgeError where the project's language has no locale.
    """
    return edit(chronology, project, past)[0]


def edit(
    chronology: Chronology, project: Project, past: Past | None = None
) -> tuple[Briefing, Edition]:
    """The day's brief, and what an archive keeps of it. Raises KnowledgeError."""
    desk = open_desk(chronology, project)
    plan = make_plan(desk)
    history = look_back(plan, past, desk)
    scores = {event.id: score for event, score in plan.key}
    told = tell(plan.order(), scores, desk, history.changes(desk), history.lineages)
    sections = make_sections(plan, told, desk, history.figures(desk))
    briefing = Briefing(
        language=desk.words.language,
        title=project.title,
        note=project.note,
        day=chronology.date,
        cutoff=desk.cutoff,
        date_label=full_day(chronology.date, desk.locale),
        date_short=desk.when(civil_day(chronology.date, project.zone)),
        number=past.number if past else None,
        revision=past.revision if past else 1,
        edition_label=_edition_label(past, desk),
        cutoff_label=cutoff_label(desk),
        period_label=_period(desk),
        day_count=_day_count(chronology.date, desk),
        change=headline_of(history.last, past, desk),
        counts=_counts(desk),
        bottom_line=_bottom_line(plan, told, desk),
        sections=lay_out(
            (
                *history.sections(sections, told, desk),
                *make_apparatus(told, plan.unquoted, desk),
            ),
            project.layout,
        ),
        words=MappingProxyType(desk.words.section("template") | desk.words.controls()),
    )
    return briefing, history.edition(told, desk)


def _edition_label(past: Past | None, desk: Desk) -> str:
    if past is None:
        return desk.words.text("header.first")
    name = "header.numbered" if past.revision == 1 else "header.revised"
    return desk.words.text(name, n=past.number, revision=past.revision)


def _period(desk: Desk) -> str:
    start, end = desk.period.start, desk.period.end
    assert start is not None
    assert end is not None

    def moment(when: datetime) -> str:
        return f"{desk.when(civil_day(when.date(), desk.project.zone))} {when:%H:%M}"

    return desk.words.text(
        "header.period", start=moment(start), end=moment(end), zone=zone_of(desk.cutoff)
    )


def _day_count(day: date, desk: Desk) -> str | None:
    """The epoch itself is day 1."""
    if desk.project.epoch is None:
        return None
    days = (day - date.fromisoformat(desk.project.epoch)).days + 1
    return desk.words.text("header.day_count", n=days)


def _counts(desk: Desk) -> tuple[Count, ...]:
    chronology = desk.chronology
    events = (*chronology.events, *chronology.undated)
    values = {
        "documents": len(chronology.documents),
        "reports": sum(len(event.reports) for event in events),
        "events": len(chronology.events),
        "undated": len(chronology.undated),
    }
    return tuple(
        Count(value=desk.words.count(value), label=desk.words.text(f"counts.{name}", n=value))
        for name, value in values.items()
    )


def _bottom_line(plan: Plan, told: Told, desk: Desk) -> tuple[str, ...]:
    """Headlines of the top key developments: half of them, three at most, short ones first.

    Where all of them are from before the period, the first sentence says that nothing is of it.
    """
    entries = told.all(event for event, _ in plan.key)
    if not entries:
        empty = not told.entries
        name = "header.nothing_read" if empty else "header.nothing_happened"
        return (desk.words.text(name),)
    quiet = all(shelve(event, desk) is not Shelf.CURRENT for event, _ in plan.key)
    opening = (desk.words.text("header.nothing_happened"),) if quiet else ()
    wanted = min(MOST, (len(entries) + 1) // 2 + len(opening)) - len(opening)
    short = [entry for entry in entries if len(entry.headline) <= SENTENCE]
    chosen = (short or list(entries))[:wanted]
    return (*opening, *(_bottom(entry) for entry in chosen))


def _bottom(entry: Entry) -> str:
    """The headline; what is contested says so in the same breath."""
    if entry.standing in {Standing.DISPUTED, Standing.DENIED}:
        return f"{entry.headline.rstrip('.')} ({entry.standing_label})."
    return entry.headline
