"""Documents and notices → the numbered sources and what was left out."""

from collections import Counter
from collections.abc import Iterable

from briefgen.editor.desk import Desk
from briefgen.editor.lines import one_line
from briefgen.editor.tell import Told
from briefgen.model import Document, Event, Notice
from briefgen.model.briefing import NoticeLine, NoticesSection, Section, SourceLine, SourcesSection

__all__ = ["make_apparatus"]


def make_apparatus(told: Told, unquoted: tuple[Event, ...], desk: Desk) -> tuple[Section, ...]:
    """Sources, then notices; the editor's own among them."""
    text = desk.words.text
    documents = desk.chronology.documents
    articles = Counter(document.source.path for document in documents)
    notices = _notices((*desk.chronology.notices, *_unquoted(unquoted)), desk)
    return (
        SourcesSection(
            anchor="sources",
            title=text("sections.sources"),
            note=None if documents else text("notes.sources_none"),
            sources=tuple(
                _source(document, articles[document.source.path], told, desk)
                for document in documents
            ),
        ),
        NoticesSection(
            anchor="notices",
            title=text("sections.notices"),
            note=None if notices else text("notes.notices_none"),
            notices=notices,
        ),
    )


def _source(document: Document, articles: int, told: Told, desk: Desk) -> SourceLine:
    text = desk.words.text
    number = desk.numbers[document.id]
    source, published = document.source, document.published
    path = source.path
    basis = desk.phrases.tell(published.why or published.basis.value if published else "")
    return SourceLine(
        number=number,
        anchor=f"s{number}",
        title=one_line(document.title).removesuffix(".") or path,
        publisher=source.publisher,
        when=desk.when(published.interval) if published else text("sources.undated"),
        basis=basis.text,
        basis_language=basis.language,
        url=source.url,
        path=path if articles == 1 else text("sources.position", path=path, n=source.position),
        cited=tuple(
            told.references[identifier]
            for identifier, entry in told.entries.items()
            if number in entry.sources
        ),
    )


def _unquoted(events: Iterable[Event]) -> Iterable[Notice]:
    for event in events:
        yield Notice(
            stage="compose",
            message=f"event {event.id} is not told: no report of it quotes its document",
            document=event.reports[0].document if event.reports else None,
        )


def _notices(notices: Iterable[Notice], desk: Desk) -> tuple[NoticeLine, ...]:
    """One line a message, with all the sources that it befell."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for notice in notices:
        message = one_line(notice.message).removeprefix(f"{notice.document}: ")
        places = grouped.setdefault((notice.stage, message), [])
        if notice.document is not None and notice.document not in places:
            places.append(notice.document)
    return tuple(
        NoticeLine(
            stage=stage,
            message=told.text,
            language=told.language,
            numbers=tuple(desk.numbers[place] for place in places if place in desk.numbers),
            paths=tuple(place for place in places if place not in desk.numbers),
        )
        for (stage, message), places in grouped.items()
        for told in (desk.phrases.tell(message),)
    )
