"""Events that hang together → what each entry says of others: what ended, moved, corrects it."""

from collections.abc import Mapping, Sequence

from briefgen.editor.desk import Desk
from briefgen.events.merging.casualties import history
from briefgen.model import Event
from briefgen.model.briefing import EntryLink, Reference

__all__ = ["inside", "word_links"]


def word_links(
    events: Sequence[Event], references: Mapping[str, Reference], desk: Desk
) -> dict[str, tuple[EntryLink, ...]]:
    """Of each event that hangs together with others: its links, by its id, both ways."""
    found: dict[str, list[EntryLink]] = {}
    for event in events:
        mine = [*_own(event, desk)]
        for link in event.links:
            other = references.get(link.event) if link.event != event.id else None
            when = other.when if other else ""
            text = desk.words.text(f"links.{link.kind}", when=inside(when), text=link.text)
            mine.append(EntryLink(label=text, reference=other))
        if mine:
            found.setdefault(event.id, []).extend(mine)
    for event in events:
        for link in event.links:
            if link.event in references and link.event != event.id:
                text = desk.words.text(f"links.{link.kind}_of")
                back = EntryLink(label=text, reference=references[event.id])
                found.setdefault(link.event, []).append(back)
    return {event: tuple(links) for event, links in found.items()}


def _own(event: Event, desk: Desk) -> list[EntryLink]:
    """What an event's own reports tell: its dates before, and how a count rose."""
    told = []
    if event.was:
        dates = ", ".join(desk.when(interval) for interval in event.was)
        told.append(EntryLink(label=desk.words.text("links.moved", dates=dates)))
    for counts in history(event.reports, desk.documents):
        text = " → ".join(
            desk.words.text("links.as_of", text=count.text, when=desk.when(count.when))
            for count in counts
        )
        told.append(EntryLink(label=desk.words.text("links.rose", told=text)))
    return told


def inside(when: str) -> str:
    """A date as it stands within a line: "Evening of" with a small letter."""
    first, space, rest = when.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.isalpha() and rest[:1].islower() else when
