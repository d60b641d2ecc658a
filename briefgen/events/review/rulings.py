"""Text of a review file → Review.

A list of blocks, one an event::

    - event: 1a2b3c4d5e6f              # names the event; leave it as it is
      reports: [11aa22bb, 33cc44dd]    # finds the event again when its id has changed
      decision: reject                 # or accept
      headline: Depot at Marl burned for two days
      date: 2024-06-19                 # EDTF, or words as in a note: 19 June 2024
      status: occurred                 # ongoing, scheduled, deadline, background
      topics: [energy]                 # ids of topics, the home topic first
      theater: north                   # id of a theater, or: none
      merge: [99ff88ee77dd]            # events that are the same happening
      split: [33cc44dd]                # reports that tell another one; [[a], [b]] for two others
      note: The agency withdrew the figure
      assessment: A test of the new battery rather than an attack
      grade: B2

Every key but ``event`` may be left out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefgen.errors import ReviewError, SourceError
from briefgen.knowledge.project import Project
from briefgen.knowledge.safe_yaml import NOTHING, load_yaml
from briefgen.knowledge.tables import nearest
from briefgen.model import Interval, Status
from briefgen.model.review import Decision, Review, Ruling
from briefgen.temporal import read_field

__all__ = ["KEYS", "NOWHERE", "read_review"]

KEYS = (
    "decision",
    "headline",
    "date",
    "status",
    "topics",
    "theater",
    "merge",
    "split",
    "note",
    "assessment",
    "grade",
)
"""What may be decided, in the order in which a sheet offers it."""
NOWHERE = "none"
"""The theater of an event that belongs to none."""
_GRADE = re.compile(r"[A-F][1-6]")


def read_review(text: str, name: str, project: Project) -> Review:
    """The rulings of a review file. Raises ReviewError naming file, block, key and remedy."""
    try:
        blocks = load_yaml(text)
    except SourceError as error:
        raise ReviewError(f"{name}: {error}") from error
    if blocks is None:
        return Review(name=name)
    if not isinstance(blocks, list):
        raise ReviewError(f"{name}: a list of blocks is wanted, each begun with “- event: ID”")
    rulings = [_Block(name, place, block).ruling(project) for place, block in enumerate(blocks, 1)]
    known: dict[str, int] = {}
    for place, ruling in enumerate(rulings, 1):
        if ruling.event in known:
            raise ReviewError(
                f"{name}: event {ruling.event} has two blocks, {known[ruling.event]} and {place}; "
                "put what they say into one"
            )
        known[ruling.event] = place
    return Review(name=name, rulings=tuple(ruling for ruling in rulings if ruling.rules))


class _Block:
    """One block, read key by key."""

    def __init__(self, name: str, place: int, block: Any) -> None:
        self.where = f"{name}: block {place}"
        if not isinstance(block, dict) or not isinstance(block.get("event"), str):
            raise self.wrong("begins with “- event: ID”, the id of an event")
        self.values: Mapping[str, Any] = block
        self.where = f"{self.where} (event {block['event']})"
        for key in block:
            if key not in {"event", "reports", *KEYS}:
                raise self.wrong(f"there is no key “{key}”{nearest(key, KEYS)}")

    def wrong(self, reason: str) -> ReviewError:
        return ReviewError(f"{self.where}: {reason}")

    def ruling(self, project: Project) -> Ruling:
        decision, status = self._one_of("decision", Decision), self._one_of("status", Status)
        theaters = (*(theater.id for theater in project.theaters), NOWHERE)
        return Ruling(
            event=self.values["event"],
            reports=self._texts("reports"),
            decision=Decision(decision) if decision else None,
            headline=self._text("headline"),
            date=self._date(project),
            status=Status(status) if status else None,
            topics=self._known("topics", [topic.id for topic in project.topics]),
            theater=self._one_of("theater", theaters),
            merge=self._texts("merge"),
            split=self._split(),
            note=self._text("note"),
            assessment=self._text("assessment"),
            grade=self._grade(),
        )

    def _text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is None or (isinstance(value, str) and value.strip() in NOTHING):
            return None
        if not isinstance(value, str):
            raise self.wrong(f"{key}: one text is wanted; put it in quotes")
        return " ".join(value.split())

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        if not isinstance(value, list):
            one = self._text(key)
            return (one,) if one else ()
        if not all(isinstance(item, str) for item in value):
            raise self.wrong(f"{key}: a list such as [one, two] is wanted")
        return tuple(value)

    def _one_of(self, key: str, known: Iterable[str]) -> str | None:
        value, names = self._text(key), [str(name) for name in known]
        if value is not None and value not in names:
            raise self.wrong(self._unknown(key, value, names))
        return value

    def _known(self, key: str, names: Sequence[str]) -> tuple[str, ...]:
        values = self._texts(key)
        for value in values:
            if value not in names:
                raise self.wrong(self._unknown(key, value, names))
        return values

    def _unknown(self, key: str, value: str, names: Sequence[str]) -> str:
        hint = nearest(value, names) or f"; choose from {', '.join(names)}"
        return f"{key}: there is no “{value}”{hint}"

    def _date(self, project: Project) -> Interval | None:
        value = self._text("date")
        if value is None:
            return None
        languages = (project.language,)
        found = read_field(value, zone=project.zone, published=None, languages=languages)
        if found is None:
            raise self.wrong(f"date: “{value}” is no date by itself; write it as 2024-07-18")
        return found[0]

    def _split(self) -> tuple[tuple[str, ...], ...]:
        value = self.values.get("split")
        if not isinstance(value, list) or not any(isinstance(item, list) for item in value):
            keys = self._texts("split")
            return (keys,) if keys else ()
        parts = [item if isinstance(item, list) else [item] for item in value]
        if not all(isinstance(key, str) for part in parts for key in part):
            raise self.wrong("split: a list of report keys is wanted, or a list of such lists")
        return tuple(tuple(part) for part in parts if part)

    def _grade(self) -> str | None:
        value = self._text("grade")
        if value is None:
            return None
        if not _GRADE.fullmatch(value.upper()):
            raise self.wrong(f"grade: “{value}” is none; A to F and 1 to 6 are wanted, as in B2")
        return value.upper()
