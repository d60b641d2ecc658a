"""Comparison → the line, the sections and the marks that say what changed, and the ledger."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from briefgen.editor.desk import Desk
from briefgen.editor.lines import sentence, shorten
from briefgen.editor.marking import Comparison, News
from briefgen.editor.shelves import Shelf
from briefgen.editor.tell import Told
from briefgen.model import Correction, EventState, Mark, Past, Shift, civil_day
from briefgen.model.briefing import (
    Change,
    ChangeGroup,
    ChangeLine,
    ChangesSection,
    CorrectionLine,
    CorrectionsSection,
    Section,
)

__all__ = ["changes_section", "corrections_of", "corrections_section", "headline_of", "word_change"]

MARKS = (Mark.CORRECTED, Mark.UPDATED, Mark.CLOSED, Mark.LATE, Mark.NEW)
"""In the order in which they are told: what was wrong first."""


def headline_of(comparison: Comparison | None, past: Past | None, desk: Desk) -> str:
    """One line: against which edition, and how many events of each mark."""
    text = desk.words.text
    if comparison is None:
        alone = past is None or past.number == 1
        return text("header.change" if alone else "header.since_none")
    counts = Counter(_shown(comparison, desk))
    counts[Mark.CORRECTED] += len(comparison.withdrawn)
    counts[Mark.CLOSED] += len(comparison.met)
    parts = [
        text(f"change_counts.{mark}", n=counts[mark]) for mark in reversed(MARKS) if counts[mark]
    ]
    fields = {"n": comparison.last.number, "day": _day(comparison.last.day, desk)}
    if not parts:
        return text("header.since_same", **fields)
    return text("header.since", changes=desk.words.joined(parts), **fields)


def _shown(comparison: Comparison, desk: Desk) -> Iterator[Mark]:
    """The marks of all events but history told in passing, which is no news."""
    for event in (*desk.chronology.events, *desk.chronology.undated):
        news = comparison.news.get(event.id)
        if news is not None and not _in_passing(news, event.status):
            yield news.mark


def _in_passing(news: News, status: str) -> bool:
    return news.mark is Mark.NEW and status == "background"


def word_change(news: News, shelf: Shelf, desk: Desk) -> Change:
    """The mark of an entry; what is told in passing gets none for being told first."""
    text = desk.words.text
    parts = []
    if news.mark is not Mark.SAME and not (news.mark is Mark.NEW and shelf is Shelf.BACKGROUND):
        name = text(f"change_marks.{news.mark}")
        shifts = _shifts(news.shifts, desk)
        parts.append(f"{name}: {shifts}" if shifts else name)
    if news.expires:
        parts.append(text("changes.developing", when=_moment(news.expires, desk)))
    state = news.thread.state
    return Change(
        mark=news.mark.value,
        label="; ".join(parts),
        why=news.why,
        was=state.status.value if state else None,
    )


def changes_section(
    comparison: Comparison, told: Told, desk: Desk, *, revised: bool = False
) -> Section:
    """What changed since an edition, in groups; with a line that says so where nothing did."""
    text, last = desk.words.text, comparison.last
    groups = tuple(
        ChangeGroup(mark=name, title=text(f"changes.{name}"), lines=lines)
        for name, lines in _groups(comparison, told, desk)
        if lines
    )
    new = told.refer(e for e in told.entries if _is_new(e, comparison, told))
    if new:
        groups += (ChangeGroup(mark="new", title=text("changes.new"), references=new),)
    note = text(
        "changes.note_revised" if revised else "changes.note",
        n=last.number,
        day=_day(last.day, desk),
    )
    return ChangesSection(
        anchor="revised" if revised else "changes",
        title=text("changes.title_revised" if revised else "changes.title", n=last.number),
        note=note if groups else f"{note} {text('changes.none')}",
        groups=groups,
    )


def _groups(
    comparison: Comparison, told: Told, desk: Desk
) -> Iterator[tuple[str, tuple[ChangeLine, ...]]]:
    for mark in MARKS[:-1]:
        lines = [
            _line(news, told, desk)
            for event in told.entries
            if (news := comparison.news[event]).mark is mark
        ]
        if mark is Mark.CORRECTED:
            lines += [
                _untold(w.state, _shifts(_no_more(desk), desk), w.why) for w in comparison.withdrawn
            ]
        if mark is Mark.CLOSED:
            lines += [_plan_met(state, event, told, desk) for state, event in comparison.met]
        yield mark.value, tuple(lines)
    yield "lapsed", tuple(_lapsed(state, desk) for state in comparison.lapsed)


def _is_new(event: str, comparison: Comparison, told: Told) -> bool:
    news = comparison.news[event]
    return news.mark is Mark.NEW and not _in_passing(news, told.entries[event].status)


def _line(news: News, told: Told, desk: Desk) -> ChangeLine:
    reference = told.references[news.thread.event]
    parts = [_shifts(news.shifts, desk)]
    met = told.entries[news.thread.event].reference
    if news.mark is Mark.CLOSED and met is not None:
        parts.append(f"{desk.words.text('changes.met')} → {met.label}")
    return ChangeLine(
        headline=reference.headline,
        text="; ".join(filter(None, parts)),
        why=news.why,
        reference=reference,
    )


def _untold(state: EventState, text: str, why: str = "") -> ChangeLine:
    return ChangeLine(
        headline=shorten(sentence(state.headline)), text=text, why=why, reference=None
    )


def _plan_met(state: EventState, event: str, told: Told, desk: Desk) -> ChangeLine:
    return ChangeLine(
        headline=shorten(sentence(state.headline)),
        text=desk.words.text("changes.met"),
        why="",
        reference=told.references.get(event),
    )


def _lapsed(state: EventState, desk: Desk) -> ChangeLine:
    assert state.expires is not None
    words = desk.words.text("changes.expired", when=_moment(state.expires, desk))
    return _untold(state, f"{words}; {desk.words.text('changes.last_told', n=state.edition)}")


def _no_more(desk: Desk) -> tuple[Shift, ...]:
    text = desk.words.text
    old, new = text("changes.withdrawn_old"), text("changes.withdrawn_new")
    return (Shift(field="told", old=old, new=new),)


def _shifts(shifts: Iterable[Shift], desk: Desk) -> str:
    """Old → new of each value, in one line."""
    text = desk.words.text
    return "; ".join(
        text("changes.shift", field=text(f"fields.{s.field}"), old=s.old, new=s.new) for s in shifts
    )


def _moment(moment: datetime, desk: Desk) -> str:
    return desk.words.text(
        "changes.moment",
        day=_day(moment.date(), desk),
        time=f"{moment:%H:%M}",
        zone=moment.tzname() or f"{moment:%z}",
    )


def _day(day: date, desk: Desk) -> str:
    return desk.when(civil_day(day, desk.project.zone))


def corrections_of(
    comparison: Comparison, past: Past, told: Told, desk: Desk
) -> Iterator[Correction]:
    """The corrections that a brief makes of what an edition told."""
    for event, entry in told.entries.items():
        news = comparison.news[event]
        if news.mark is Mark.CORRECTED and news.thread.state is not None:
            yield Correction(
                lineage=news.thread.lineage,
                headline=entry.headline,
                edition=past.number,
                revision=past.revision,
                wrong_in=news.thread.state.edition,
                shifts=news.shifts,
                why=news.why,
            )
    for withdrawn in comparison.withdrawn:
        yield Correction(
            lineage=withdrawn.state.lineage,
            headline=sentence(withdrawn.state.headline),
            edition=past.number,
            revision=past.revision,
            wrong_in=withdrawn.state.edition,
            shifts=_no_more(desk),
            why=withdrawn.why,
        )


def corrections_section(
    made: Iterable[Correction], past: Past, comparison: Comparison | None, told: Told, desk: Desk
) -> Section:
    """The ledger: what this brief corrects, then what earlier ones did."""
    text = desk.words.text
    entries = (
        {news.thread.lineage: told.references[event] for event, news in comparison.news.items()}
        if comparison
        else {}
    )

    def edition(number: int, revision: int = 1) -> str:
        name = "header.numbered" if revision == 1 else "header.revised"
        return text(name, n=number, revision=revision)

    lines = tuple(
        CorrectionLine(
            edition=edition(each.wrong_in),
            corrected=edition(each.edition, each.revision),
            headline=shorten(each.headline),
            text=_shifts(each.shifts, desk),
            why=each.why,
            reference=entries.get(each.lineage),
        )
        for each in (*made, *past.corrections)
    )
    return CorrectionsSection(
        anchor="corrections",
        title=text("sections.corrections"),
        note=text("notes.corrections" if lines else "notes.corrections_none"),
        corrections=lines,
    )
