"""Plan + entries → Scene: what every picture is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.editor.desk import Desk
from briefgen.editor.plan import Plan
from briefgen.editor.shelves import Shelf
from briefgen.model import Event
from briefgen.model.briefing import Entry

__all__ = ["Scene", "Shown", "set_scene"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One event of the brief, with its entry."""

    event: Event
    entry: Entry
    key: bool
    """Whether it is a key development."""
    shelf: Shelf

    @property
    def number(self) -> int:
        """Of its entry."""
        return self.entry.number

    @property
    def topic(self) -> str | None:
        """Id of its home topic."""
        return self.event.topics[0] if self.event.topics else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All events of a brief in reading order."""

    shown: tuple[Shown, ...]
    desk: Desk

    def of(self, *shelves: Shelf) -> tuple[Shown, ...]:
        """Key developments, and what stands on one of the shelves."""
        return tuple(item for item in self.shown if item.key or item.shelf in shelves)

    def text(self, key: str, /, **fields: object) -> str:
        """A text of the words' section ``pictures``."""
        return self.desk.words.text(f"pictures.{key}", **fields)


def set_scene(plan: Plan, entries: Mapping[str, Entry], desk: Desk) -> Scene:
    """The scene of a plan."""
    key = {event.id for event, _ in plan.key}
    return Scene(
        shown=tuple(
            Shown(event=event, entry=entries[event.id], key=event.id in key, shelf=shelf)
            for event, shelf in plan.order()
        ),
        desk=desk,
    )
