"""Events in reading order → Told: each numbered, referred to and worded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefgen.editor.desk import Desk
from briefgen.editor.lines import capital, sentence, shorten
from briefgen.editor.links import word_links
from briefgen.editor.ranking import Score
from briefgen.editor.shelves import Shelf
from briefgen.editor.wording import word_entry
from briefgen.model import Event
from briefgen.model.briefing import Change, Entry, Reference

__all__ = ["Told", "tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Every entry and how others refer to it, by event id."""

    entries: Mapping[str, Entry]
    """In reading order."""
    references: Mapping[str, Reference]

    def all(self, events: Iterable[Event]) -> tuple[Entry, ...]:
        """The entries of some events."""
        return tuple(self.entries[event.id] for event in events)

    def refer(self, events: Iterable[Event | str]) -> tuple[Reference, ...]:
        """References to some events, or to those of some ids."""
        ids = (event if isinstance(event, str) else event.id for event in events)
        return tuple(self.references[identifier] for identifier in ids)


def tell(
    order: Iterable[tuple[Event, Shelf]],
    scores: Mapping[str, Score],
    desk: Desk,
    changes: Mapping[str, Change] = MappingProxyType({}),
    lineages: Mapping[str, str] = MappingProxyType({}),
) -> Told:
    """Number the events in reading order, refer to each, word each.

    ``scores`` holds those of the key developments, ``changes`` what became of each event since
    the last edition, where there is one, and ``lineages`` what each is known by since then.
    """
    order = tuple(order)
    references = {}
    for number, (event, _) in enumerate(order, 1):
        key = "references.key" if event.id in scores else "references.entry"
        references[event.id] = Reference(
            number=number,
            anchor=f"e{number}",
            headline=shorten(sentence(event.headline)),
            label=desk.words.text(key, n=number),
            when=capital(desk.when(event.interval, until=event.lasts)),
        )
    entries: dict[str, Entry] = {}
    links = word_links([event for event, _ in order], references, desk)
    for number, (event, shelf) in enumerate(order, 1):
        entries[event.id] = word_entry(
            event,
            number,
            shelf,
            desk,
            score=scores.get(event.id),
            fulfilled=references.get(event.fulfilled_by or ""),
            links=links.get(event.id, ()),
            change=changes.get(event.id),
            lineage=lineages.get(event.id),
        )
    return Told(entries=entries, references=references)
