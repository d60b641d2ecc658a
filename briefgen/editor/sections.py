"""Plan + entries → the sections of a brief, in reading order."""

from collections.abc import Iterable, Sequence

from briefgen.editor.desk import Desk
from briefgen.editor.lines import shorten
from briefgen.editor.pictures import make_pictures
from briefgen.editor.pictures.keyfigures import EarlierFigure
from briefgen.editor.plan import Plan, TopicPlan
from briefgen.editor.tell import Told
from briefgen.editor.wording import claims
from briefgen.model import Event, Standing
from briefgen.model.briefing import (
    AheadSection,
    ChronologyRow,
    ChronologySection,
    Dispute,
    DisputedSection,
    EntrySection,
    Group,
    MatrixRow,
    MatrixSection,
    RecordSection,
    Section,
    TextSection,
    UndatedSection,
)

__all__ = ["make_sections"]

LINE = 70
"""Characters of a headline in the chronology."""


def make_sections(
    plan: Plan, told: Told, desk: Desk, earlier: Sequence[EarlierFigure] = ()
) -> tuple[Section, ...]:
    """All sections but sources and notices, empty ones with a line that says so.

    ``earlier`` are figures of editions before this one, where an archive has them.
    """
    text = desk.words.text
    return (
        _key(plan, told, desk),
        *_matrix(plan, desk),
        make_pictures(plan, told.entries, desk, earlier),
        *_theaters(plan, told, desk),
        _ahead(plan, told, desk),
        _disputed(told, desk),
        _continuing(plan, told, desk),
        _chronology(told, desk),
        UndatedSection(
            anchor="undated",
            title=text("sections.undated"),
            note=text("notes.undated" if plan.undated else "notes.undated_none"),
            members=told.all(plan.undated),
        ),
        RecordSection(
            anchor="record",
            title=text("sections.record"),
            note=text("notes.record" if told.entries else "notes.record_none"),
            members=tuple(told.entries.values()),
        ),
    )


def _key(plan: Plan, told: Told, desk: Desk) -> Section:
    text = desk.words.text
    entries = told.all(event for event, _ in plan.key)
    return EntrySection(
        role="key",
        anchor="key",
        title=text("sections.key"),
        note=text("notes.key" if entries else "notes.key_none"),
        groups=(Group(entries=entries),) if entries else (),
    )


def _theaters(plan: Plan, told: Told, desk: Desk) -> Iterable[Section]:
    """The theaters with events, one line for those without, then what has no theater."""
    text = desk.words.text
    for identifier, topics in plan.theaters:
        if topics:
            yield EntrySection(
                role="theater",
                anchor=_theater_anchor(identifier, desk),
                title=desk.theaters[identifier].name,
                groups=_groups(topics, told, desk),
            )
    quiet = [desk.theaters[identifier].name for identifier, topics in plan.theaters if not topics]
    if quiet:
        yield TextSection(
            anchor="quiet",
            title=text("sections.quiet"),
            note=text("notes.quiet", names=" · ".join(quiet)),
        )
    if plan.elsewhere:
        yield EntrySection(
            role="elsewhere",
            anchor="elsewhere",
            title=text("sections.elsewhere"),
            groups=_groups(plan.elsewhere, told, desk),
        )


def _theater_anchor(identifier: str, desk: Desk) -> str:
    """``t1`` …: a configured id may hold what an anchor may not."""
    return f"t{list(desk.theaters).index(identifier) + 1}"


def _groups(topics: tuple[TopicPlan, ...], told: Told, desk: Desk) -> tuple[Group, ...]:
    return tuple(
        Group(
            title=desk.topics[topic.topic].name
            if topic.topic
            else desk.words.text("groups.other_topics"),
            references=told.refer(topic.key),
            entries=told.all(topic.current),
            earlier=told.all(topic.earlier),
        )
        for topic in topics
    )


def _ahead(plan: Plan, told: Told, desk: Desk) -> Section:
    groups = _titled(plan.ahead, told, desk)
    return AheadSection(
        anchor="ahead",
        title=desk.words.text("sections.ahead"),
        note=None if groups else desk.words.text("notes.ahead_none"),
        groups=groups,
    )


def _continuing(plan: Plan, told: Told, desk: Desk) -> Section:
    groups = _titled(plan.continuing, told, desk)
    return EntrySection(
        role="continuing",
        anchor="continuing",
        title=desk.words.text("sections.continuing"),
        note=None if groups else desk.words.text("notes.continuing_none"),
        groups=groups,
    )


def _titled(
    shelves: Iterable[tuple[str, tuple[Event, ...]]], told: Told, desk: Desk
) -> tuple[Group, ...]:
    """A group a shelf that holds anything, under the shelf's title."""
    return tuple(
        Group(
            title=desk.words.text(f"groups.{shelf}"),
            entries=told.all(events),
        )
        for shelf, events in shelves
        if events
    )


def _disputed(told: Told, desk: Desk) -> Section:
    contested = {Standing.DISPUTED, Standing.DENIED}
    events = {e.id: e for e in (*desk.chronology.events, *desk.chronology.undated)}
    disputes = tuple(
        Dispute(reference=told.references[identifier], claims=claims(events[identifier], desk))
        for identifier in told.entries
        if events[identifier].standing in contested
    )
    return DisputedSection(
        anchor="disputed",
        title=desk.words.text("sections.disputed"),
        note=None if disputes else desk.words.text("notes.disputed_none"),
        disputes=disputes,
    )


def _chronology(told: Told, desk: Desk) -> Section:
    """What is told, in the chronology's order."""
    rows = tuple(
        ChronologyRow(
            reference=told.references[event.id],
            headline=shorten(told.entries[event.id].headline, LINE),
            where=told.entries[event.id].theater,
            topic=told.entries[event.id].topic,
        )
        for event in desk.chronology.events
        if event.id in told.entries
    )
    return ChronologySection(
        anchor="chronology",
        title=desk.words.text("sections.chronology"),
        note=desk.words.text("notes.chronology" if rows else "notes.chronology_none"),
        rows=rows,
    )


def _matrix(plan: Plan, desk: Desk) -> Iterable[Section]:
    """Theater × topic of what the theaters' sections hold; none of a single cell or of nothing."""
    text, count = desk.words.text, desk.words.count
    lines = [
        (desk.theaters[identifier].name, _theater_anchor(identifier, desk), topics)
        for identifier, topics in plan.theaters
        if topics
    ]
    if plan.elsewhere:
        lines.append((text("matrix.elsewhere"), "elsewhere", plan.elsewhere))
    counts = [{t.topic: len(t.events()) for t in topics} for _, _, topics in lines]
    columns = [t for t in (*desk.topics, None) if any(t in row for row in counts)]
    if len(lines) * len(columns) < 2:
        return
    sums = [sum(row.get(topic, 0) for row in counts) for topic in columns]
    yield MatrixSection(
        anchor="matrix",
        title=text("sections.matrix"),
        note=text("notes.matrix"),
        columns=(
            text("matrix.theater"),
            *(desk.topics[t].name if t else text("matrix.no_topic") for t in columns),
            text("matrix.total"),
        ),
        rows=tuple(
            MatrixRow(
                title=title,
                anchor=anchor,
                cells=(
                    *(count(row[t]) if row.get(t) else "" for t in columns),
                    count(sum(row.values())),
                ),
            )
            for (title, anchor, _), row in zip(lines, counts, strict=True)
        ),
        total=(*map(count, sums), count(sum(sums))) if len(lines) > 1 else (),
    )
