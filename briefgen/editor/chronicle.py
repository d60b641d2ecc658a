"""Chronology → its texts as a bare list: what the timeline command shows."""

from briefgen.editor.desk import open_desk
from briefgen.editor.lines import capital, sentence
from briefgen.editor.stories import story_of
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Event

__all__ = ["chronicle"]


def chronicle(chronology: Chronology, project: Project) -> dict[str, object]:
    """The chronology, worded, as the context of ``timeline.md.j2``."""
    desk = open_desk(chronology, project)
    text = desk.words.text

    def line(event: Event) -> dict[str, object]:
        return {
            "when": capital(desk.when(event.interval, until=event.lasts)),
            "headline": sentence(event.headline),
            "story": story_of(event, event.headline, desk),
            "sources": desk.sources(event.reports),
            "state": ", ".join(
                (text(f"status.{event.status}"), text(f"standing_names.{event.standing}"))
            ),
            "why": event.reports[0].why if event.reports else "",
        }

    return {
        "title": text("timeline.title"),
        "facts": text(
            "timeline.facts",
            documents=len(chronology.documents),
            events=len(chronology.events),
            undated=len(chronology.undated),
        ),
        "events": [line(event) for event in chronology.events],
        "undated": [line(event) for event in chronology.undated],
        "undated_title": text("sections.undated"),
        "sources": [
            {
                "title": document.title.removesuffix(".") or document.source.path,
                "publisher": document.source.publisher,
                "when": desk.when(document.published.interval)
                if document.published
                else text("sources.undated"),
                "path": document.source.path,
                "url": document.source.url,
            }
            for document in chronology.documents
        ],
        "sources_title": text("sections.sources"),
        "notices": [
            {
                "where": desk.documents[notice.document].title
                if notice.document and notice.document in desk.documents
                else notice.document,
                "message": notice.message.removeprefix(f"{notice.document}: "),
            }
            for notice in chronology.notices
        ],
        "notices_title": text("sections.notices"),
    }
