"""Ruling + events → the event that it means, by id or, where the id has changed, by its reports."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from briefgen.model import Report
from briefgen.model.review import Ruling

__all__ = ["Found", "report_key"]


def report_key(report: Report) -> str:
    """8 hexadecimal digits of a report: of its document, and of where and what it says."""
    told = f"{report.document}\n{report.start}\n{report.quote}"
    return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:8]


class Found:
    """Events by id and by the keys of their reports."""

    def __init__(self, events: Iterable[tuple[str, Sequence[Report]]]) -> None:
        """Each event's id and its reports, in order."""
        self._place: dict[str, int] = {}
        self._of_key: dict[str, int] = {}
        for place, (identifier, reports) in enumerate(events):
            self._place.setdefault(identifier, place)
            for report in reports:
                self._of_key.setdefault(report_key(report), place)

    def of(self, ruling: Ruling) -> int | None:
        """Place of the event that a ruling means: of its id, else that of most of its reports.

        None where less than half of the reports that it was written for are in one event.
        """
        if ruling.event in self._place:
            return self._place[ruling.event]
        held: dict[int, int] = {}
        for key in ruling.reports:
            if key in self._of_key:
                held[self._of_key[key]] = held.get(self._of_key[key], 0) + 1
        place = max(held, key=lambda p: (held[p], -p), default=None)
        return place if place is not None and 2 * held[place] >= len(ruling.reports) else None

    def named(self, name: str, blocks: Mapping[str, Ruling]) -> int | None:
        """Place of the event of an id, or of the event that the block of that id means."""
        if name in self._place:
            return self._place[name]
        return self.of(blocks[name]) if name in blocks else None

    def holding(self, key: str) -> int | None:
        """Place of the event that holds the report of a key."""
        return self._of_key.get(key)
