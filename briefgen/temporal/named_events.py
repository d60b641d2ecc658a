"""Text + milestones → Namings: where a text names a milestone, and when that was.

Of one that comes again the occurrence is that of the year told beside its name ("the 2023 NATO
summit"), else the one that lies nearest to the document's date, unless another lies nearly as
near. One that lies more than a year ahead of the document is not what it means.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from briefgen.knowledge.milestones import Milestone, names_in
from briefgen.model import (
    Anchor,
    Expression,
    Interval,
    Mention,
    Relation,
    TimexType,
    day_after,
    to_edtf,
)
from briefgen.temporal.explain import interval_words, sentence
from briefgen.temporal.phrases import EventWords

__all__ = ["NAMED", "Naming", "namings"]

NAMED = "milestone"
"""Rule of a mention that names a milestone and no date."""
_AHEAD = timedelta(days=400)
_YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})\s{1,2}$")
_YEAR_AFTER = re.compile(r"\s{1,2}(?:in|of)\s{1,2}(\d{4})(?!\d)")
_LEAD = 40
"""Characters before a name in which "since the start of the" is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A milestone's name in a text."""

    start: int
    end: int
    milestone: Milestone
    when: Interval | str
    """When it was; or why that is not known."""
    told: str

    def mention(self, text: str, words: EventWords) -> Mention | None:
        """A mention of it, where the text counts from it: "since", "since the start of"."""
        if isinstance(self.when, str) or self.when.start is None:
            return None
        before = text[max(0, self.start - _LEAD) : self.start].lower()
        pieces = before.split()
        start = self.start
        bare = _bare(pieces, words)
        ending = " ".join(bare)
        edges = sorted(words.edges, key=lambda told: (-len(told), told))
        edge = next((told for told in edges if ending.endswith(told)), None)
        if edge is not None:
            bare = bare[: -len(edge.split())]
            match = re.search(
                r"\s+".join(map(re.escape, edge.split())) + r"\s+(?:\w+\s+)?$", before
            )
            start -= len(before) - match.start() if match else 0
        elif len(bare) < len(pieces):
            start -= len(before) - before.rindex(pieces[len(bare)])
        if bare[-1:] != ["since"]:
            return None
        if edge is not None and words.edges[edge] == "END":
            if self.when.end is None:
                return None
            last = self.when.end - timedelta(microseconds=1)
            opened = last.replace(hour=0, minute=0, second=0, microsecond=0)
        else:
            opened = self.when.start
        since = replace(self.when, start=opened, end=None)
        value = opened.date().isoformat()
        said = Expression(
            type=TimexType.DATE,
            value=value,
            relation=Relation.SINCE,
            fields=(("kind", "untold"), ("milestone", self.milestone.id)),
        )
        shown = text[start : self.end]
        return Mention(
            start=start,
            end=self.end,
            text=shown,
            rule=NAMED,
            expression=said,
            value=value,
            interval=since,
            anchor=Anchor.EVENT,
            why=sentence(shown, since, f"that is {self.told}"),
        )


def _bare(pieces: list[str], words: EventWords) -> list[str]:
    """Words without the determiners at their end."""
    kept = list(pieces)
    while kept and kept[-1] in words.determiners:
        kept.pop()
    return kept


def namings(
    low: str,
    milestones: tuple[Milestone, ...],
    zone: tzinfo,
    published: Interval | None,
    words: EventWords,
) -> tuple[Naming, ...]:
    """Where a lower-case text names milestones, in order."""
    told = None if published is None else published.start
    found = []
    for start, end, milestone in names_in(low, milestones):
        if _of_another(low, end, milestone, words):
            continue
        when = _when(milestone, zone, told, _year(low, start, end))
        found.append(
            Naming(
                start=start,
                end=end,
                milestone=milestone,
                when=when,
                told="" if isinstance(when, str) else _words(milestone, when),
            )
        )
    return tuple(found)


def _of_another(low: str, end: int, milestone: Milestone, words: EventWords) -> bool:
    """Whether what follows makes it another event: "the invasion of" somewhere else."""
    behind = [word for word in low[end : end + 60].split()[:3] if word not in words.determiners]
    if len(behind) < 2 or behind[0] not in words.whose:
        return False
    known = (milestone.name, *milestone.aliases, *milestone.short, *milestone.context)
    mine = {word for name in known for word in name.lower().split()}
    return behind[1].strip(".,;:!?'’\"") not in mine and not behind[1][0].isdigit()


def _words(milestone: Milestone, when: Interval) -> str:
    source = f", {milestone.source}" if milestone.source else ""
    first = replace(when, end=day_after(when.start)) if when.start and not when.end else when
    return f"the milestone “{milestone.name}”, {interval_words(first)}{source}"


def _year(low: str, start: int, end: int) -> int | None:
    match = _YEAR_BEFORE.search(low, max(0, start - 6), start) or _YEAR_AFTER.match(low, end)
    return int(match[1]) if match else None


def _when(
    milestone: Milestone, zone: tzinfo, told: datetime | None, year: int | None
) -> Interval | str:
    """When the milestone that a text of a date names was; or why that is not known."""
    name = f"“{milestone.name}”"
    if year is None and told is not None and milestone.yearly is not None:
        found = tuple(
            one
            for near in (told.year - 1, told.year, told.year + 1)
            for one in milestone.occurrences(zone, year=near)
        )
    else:
        found = milestone.occurrences(zone, year=year)
    if told is not None:
        found = tuple(one for one in found if one.start is None or one.start - told < _AHEAD)
    if not found:
        return f"no milestone {name} is known for that time"
    if len(found) == 1:
        return found[0]
    if told is None:
        return f"{name} was more than once, and the document has no date"
    near = sorted(found, key=lambda one: _distance(one, told))
    first, second = (_distance(one, told) for one in near[:2])
    if second < 2 * first:
        edtf = " and ".join(to_edtf(one) for one in near[:2])
        return f"{name} may be either of {edtf}"
    return near[0]


def _distance(one: Interval, told: datetime) -> timedelta:
    """How far an occurrence lies from a moment."""
    assert one.start is not None
    if one.start <= told and (one.end is None or told < one.end):
        return timedelta(0)
    ends = [one.start] if one.end is None else [one.start, one.end]
    return min(abs(end - told) for end in ends)
