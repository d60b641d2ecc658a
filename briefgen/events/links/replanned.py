"""Groups → the same, a plan and the report that gives it another day made one.

"The strike was brought forward to Tuesday" is no second strike: the plan of Thursday is due on
Tuesday now, and keeps Thursday as what it was. A report means a plan told before it where it names
the day that this had, or much of the same. Without a new day the plan's own is counted on: "by a
week".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from briefgen.events.language.lexicon import Statements
from briefgen.events.links.matter import Reader, shared
from briefgen.events.links.turns import turns
from briefgen.events.merging.merge import Group
from briefgen.events.merging.standing import published_at
from briefgen.knowledge.links import LinkWords, load_links
from briefgen.model import (
    DateBasis,
    Document,
    Grain,
    Interval,
    Mention,
    Report,
    Status,
    TimexType,
    day_after,
)

__all__ = ["replanned"]

PLANNED = frozenset({Status.SCHEDULED, Status.DEADLINE})
TOLD_OLD = 2
"""What a plan and its move share, at least, where the move names the old day; names count twice."""
ENOUGH = 3
"""The same where it does not."""
LENGTH = re.compile(r"P(\d+)([DW])")
MOVED_FROM = " … from"
"""How the cue of a date ends that a plan had before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """A report that gives a plan another day."""

    group: int
    report: Report
    due: Interval | None
    """The new day; None where only a length is told."""
    old: tuple[Interval, ...]
    """The days that the plan had, where they are told."""
    by: timedelta | None
    """How much later it is, or sooner."""


def replanned(
    groups: Sequence[Group], documents: Sequence[Document], lexicon: Statements
) -> tuple[Group, ...]:
    """The groups, each plan joined with what moves it; in the order of the groups."""
    by_id = {document.id: document for document in documents}
    reader = Reader.of(documents, lexicon)
    moves = [m for n, group in enumerate(groups) for m in _moves(n, group, reader)]
    if not moves:
        return tuple(groups)
    moves.sort(key=lambda m: (published_at(m.report, by_id), by_id[m.report.document].order))
    standing: dict[int, Group] = {
        n: group for n, group in enumerate(groups) if _due(group) is not None
    }
    kept: dict[int, Group | None] = dict(enumerate(groups))
    home = {n: n for n in standing}
    for move in moves:
        mine = home.get(move.group, move.group)
        plans = [
            (weight, -n)
            for n, plan in sorted(standing.items())
            if n != mine and (weight := _means(move, plan, by_id, reader))
        ]
        if not plans:
            continue
        place = -max(plans)[1]
        plan = standing[place]
        for weight, other in plans:
            if -other != place and weight > ENOUGH and _same_plan(plan, standing[-other], reader):
                plan = _twin(plan, standing.pop(-other))
                kept[-other] = None
                home = {n: place if at == -other else at for n, at in home.items()}
        standing.pop(place)
        moving = kept[mine] if move.due is not None and mine in standing else None
        joined = _joined(plan, moving, move)
        if moving is not None:
            standing.pop(mine, None)
            kept[mine] = None
        kept[place] = joined
        standing[place] = joined
        home = {n: place if at == mine and moving is not None else at for n, at in home.items()}
    return tuple(group for group in kept.values() if group is not None)


def _moves(number: int, group: Group, reader: Reader) -> list[_Move]:
    found = []
    for report in group.reports:
        lexicon = reader.lexicon(report)
        known = load_links(lexicon.language)
        if not known.moves:
            continue
        old = tuple(_old_days(report, known))
        told = any(not turn.unsaid for turn in turns(report, known.moves, known, lexicon))
        if not told and not old:
            continue
        if report.status in PLANNED and report.interval is not None:
            found.append(_Move(group=number, report=report, due=report.interval, old=old, by=None))
        elif told and not turns(report, known.open, known, lexicon):
            by = _length(report, known, reader)
            if by is not None and not _names_new(report):
                found.append(_Move(group=number, report=report, due=None, old=old, by=by))
    return found


def _old_days(report: Report, known: LinkWords) -> list[Interval]:
    """The days of which a report says that they are not those any more."""
    quote = report.quote.lower()
    found = []
    for mention in report.mentions:
        if mention.interval is None or mention.interval == report.interval:
            continue
        before = quote[: mention.start - report.start].split()
        ends = {" ".join(before[-size:]) for size in (1, 2, 3)}
        led = bool(ends & (set(known.instead) - {"from"})) and not _is_told(mention, report)
        if led or any(cue.endswith(MOVED_FROM) for cue in mention.cues):
            found.append(mention.interval)
    return found


def _is_told(mention: Mention, report: Report) -> bool:
    return report.mention is not None and mention.start == report.mention.start


def _names_new(report: Report) -> bool:
    """Whether it names the day to which a plan is moved."""
    return any(
        " … " in cue and not cue.endswith(MOVED_FROM) for m in report.mentions for cue in m.cues
    )


def _length(report: Report, known: LinkWords, reader: Reader) -> timedelta | None:
    """By how much a plan is moved: "by two days"; below zero where it comes sooner."""
    for mention in report.mentions:
        match = LENGTH.fullmatch(mention.value) if mention.type is TimexType.DURATION else None
        before = report.quote[: mention.start - report.start].split()
        if match is None or before[-1:] != ["by"]:
            continue
        days = int(match[1]) * (7 if match[2] == "W" else 1)
        sooner = turns(report, known.sooner, known, reader.lexicon(report))
        return timedelta(days=-days if sooner else days)
    return None


def _due(group: Group) -> Interval | None:
    """When a plan is due; None for what is no plan."""
    if group.due is not None:
        return group.due
    planned = [r for r in group.reports if r.status in PLANNED and r.interval is not None]
    done = any(r.status not in PLANNED for r in group.reports)
    return planned[0].interval if planned and not done else None


def _means(move: _Move, plan: Group, documents: Mapping[str, Document], reader: Reader) -> int:
    """How surely a report moves a plan; 0: it does not."""
    due = _due(plan)
    if due is None or not due.bounded or not _may_move(move, plan, due, documents):
        return 0
    named = [old for old in move.old if old.overlaps(due)]
    if move.old and not named:
        return 0
    weights = []
    for report in plan.reports:
        one, other = reader.features(report), reader.features(move.report)
        told = shared(one, other) if one.language == other.language else None
        if told is None or told.apart:
            return 0
        weights.append(told.weight if told.nouns else 0)
    best = max(weights)
    return best if best >= (TOLD_OLD if named else ENOUGH) else 0


def _may_move(move: _Move, plan: Group, due: Interval, documents: Mapping[str, Document]) -> bool:
    """Whether a report may move a plan: it is another, of later, and tells another day."""
    told = move.report
    if any(published_at(r, documents) > published_at(told, documents) for r in plan.reports):
        return False
    if any(r.document == told.document and r.start == told.start for r in plan.reports):
        return False
    return move.due is None or not move.due.overlaps(due)


def _same_plan(one: Group, other: Group, reader: Reader) -> bool:
    """Whether two plans of one day are one, in the light of what moves both."""
    days = _due(one), _due(other)
    if days[0] is None or days[1] is None or not days[0].overlaps(days[1]):
        return False
    told = [
        shared(reader.features(a), reader.features(b)) for a in one.reports for b in other.reports
    ]
    return all(not each.apart for each in told) and max(each.weight for each in told) > ENOUGH


def _twin(plan: Group, other: Group) -> Group:
    return replace(
        plan,
        reports=(*plan.reports, *other.reports),
        why="; ".join(filter(None, (plan.why, other.why, "both plans were moved"))),
        was=(*plan.was, *other.was),
    )


def _joined(plan: Group, moving: Group | None, move: _Move) -> Group:
    """The plan with the report that moves it, due anew."""
    before = _due(plan)
    assert before is not None
    due = move.due or _later(before, move.by or timedelta())
    report = move.report
    if moving is None:
        report = replace(report, interval=due, status=Status.SCHEDULED, basis=DateBasis.INHERITED)
    latest = moving.reports if moving is not None else (report,)
    why = "the plan was moved"
    return replace(
        plan,
        reports=(*plan.reports, *latest),
        why="; ".join(filter(None, (plan.why, moving.why if moving else "", why))),
        was=(*plan.was, before, *(moving.was if moving else ())),
        due=due,
        latest=latest,
    )


def _later(interval: Interval, by: timedelta) -> Interval:
    assert interval.start is not None
    assert interval.end is not None
    return replace(
        interval,
        start=day_after(interval.start, by.days),
        end=day_after(interval.end, by.days),
        grain=max(interval.grain, Grain.DAY) if interval.grain is Grain.PART else interval.grain,
    )
