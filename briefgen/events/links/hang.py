"""Events → the same, each linked to what later ones say of it. The order of the steps is here."""

from collections.abc import Sequence

from briefgen.events.language.surroundings import Surroundings
from briefgen.events.links.corrected import corrected
from briefgen.events.links.matter import Reader
from briefgen.events.links.plans import dropped, fulfilled
from briefgen.events.links.states import ended
from briefgen.events.merging.standing import published_at
from briefgen.model import Document, Event

__all__ = ["hang_together"]


def hang_together(
    events: Sequence[Event], documents: Sequence[Document], around: Surroundings
) -> list[Event]:
    """Each event linked to what the others say of it: what ended, dropped, met or unmet it."""
    reader = Reader.of(documents, around.lexicon)
    by_id = {document.id: document for document in documents}
    published = {r.document: published_at(r, by_id) for event in events for r in event.reports}
    linked = ended(events, reader)
    linked = corrected(linked, reader, published)
    linked = dropped(linked, reader, published)
    return fulfilled(linked, documents, around.lexicon)
