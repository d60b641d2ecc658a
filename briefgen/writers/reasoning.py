"""An Event → its whole reasoning, in lines: each report, its date, its claimant, place and kind."""

from collections.abc import Iterator, Mapping, Sequence

from briefgen.events.search import Neighbour
from briefgen.events.topics import explain
from briefgen.knowledge.locale import Locale, load_locale
from briefgen.knowledge.project import Project
from briefgen.model import (
    Attribution,
    Chronology,
    Document,
    Event,
    Interval,
    Place,
    Quantity,
    Report,
    Tie,
    to_edtf,
)
from briefgen.temporal.wording import label

__all__ = ["reasoning"]

NAME = 13
"""Columns of the names before the values."""
BESIDE = 8
"""So many documents near an event are named."""
TIES = {
    Tie.CLAUSE: "in the clause that it dates",
    Tie.SENTENCE: "in another clause of the sentence",
    Tie.ROW: "the date field of its row",
    Tie.PARAGRAPH: "inherited from the sentence before it in the paragraph",
    Tie.SPEAKER: "inherited from an earlier statement of the same speaker",
    Tie.STORY: "inherited from the same happening, told elsewhere with a date",
    Tie.LEAD: "inherited from the lead",
    Tie.ARTICLE: "inherited from the article",
    Tie.NONE: "none",
}


def reasoning(
    event: Event,
    near: Sequence[Neighbour],
    chronology: Chronology,
    project: Project,
    *,
    beside: Sequence[Document] = (),
) -> str:
    """All that led to an event.

    ``near`` are the likest that it was not merged with, ``beside`` documents near in their words
    that tell nothing of it, of which the first few are named.
    """
    locale = load_locale(project.language)
    lines = [*_lines(event, near, chronology, project, locale), *_beside(beside, chronology)]
    return "\n".join(lines) + "\n"


def _lines(
    event: Event,
    near: Sequence[Neighbour],
    chronology: Chronology,
    project: Project,
    locale: Locale,
) -> Iterator[str]:
    yield f"{event.id}  {event.headline}"
    yield _line("date", _when(event.interval, locale, until=event.lasts))
    yield _line("status", event.status.value)
    yield _line("standing", event.standing.value)
    yield _line("because", event.why or "nothing to tell")
    yield _line("theater", _theater(event, project))
    for name, value in _topics(event, project, {d.id: d.language for d in chronology.documents}):
        yield _line(name, value)
    if event.fulfilled_by:
        yield _line("fulfilled by", event.fulfilled_by)
    documents = {d.id: (n, d) for n, d in enumerate(chronology.documents, 1)}
    for number, report in enumerate(event.reports, 1):
        yield ""
        yield f"report {number} of {len(event.reports)}"
        yield from _report(report, *documents[report.document], locale)
    yield ""
    yield "nearest events that it was not merged with" if near else "no other event is like it"
    for neighbour in near:
        other = neighbour.event
        when = label(other.interval, locale, until=other.lasts) if other.interval else "undated"
        yield f"  {other.id}  {when}: {other.headline}"
        yield _line("", f"{neighbour.shared:.0%} of their words in common; {neighbour.why}")


def _beside(documents: Sequence[Document], chronology: Chronology) -> Iterator[str]:
    """Where else to look: texts near it that tell nothing of the event."""
    if not documents:
        return
    numbers = {d.id: n for n, d in enumerate(chronology.documents, 1)}
    yield ""
    yield "documents near in their words that tell nothing of it"
    for document in documents[:BESIDE]:
        title = " ".join(document.title.split()) or document.source.path
        yield f"  [{numbers[document.id]}] {title}. {document.source.publisher or 'no publisher'}"


def _report(report: Report, number: int, document: Document, locale: Locale) -> Iterator[str]:
    source, mention = document.source, report.mention
    at = f"article {source.position}, characters {report.start}–{report.end}"
    yield _line("quote", f"“{' '.join(report.quote.split())}”")
    if report.focus:
        told = " ".join(document.text[report.focus[0] : report.focus[1]].split())
        yield _line("of which", f"“{told}”")
    if report.subject:
        yield _line("subject", report.subject)
    title = " ".join(document.title.split())
    yield _line("document", f"[{number}] {title}. {source.publisher or 'no publisher'}")
    yield _line("", f"{source.path}, {at}")
    published = document.published
    dated = f"{_when(published.interval, locale)}, {published.why}" if published else "undated"
    yield _line("published", dated)
    if mention is not None:
        relation = f"relation {mention.relation}, anchor {mention.anchor}"
        yield _line("expression", f"“{mention.text}”, rule {mention.rule}, {relation}")
        if mention.cues:
            yield _line("cues", "; ".join(mention.cues))
    yield _line("tie", TIES[report.tie])
    yield _line("date", _when(report.interval, locale))
    yield _line("why", report.why)
    yield _line("status", report.status.value)
    yield _line("said by", _who(report.attribution))
    yield _line("places", "; ".join(map(_place, report.places)) or "none named")
    yield _line("quantities", "; ".join(map(_quantity, report.quantities)) or "none")


def _line(name: str, value: str) -> str:
    return f"  {name:{NAME}}{value}".rstrip()


def _when(interval: Interval | None, locale: Locale, *, until: bool = False) -> str:
    if interval is None:
        return "none"
    ends = [side.isoformat() if side else "open" for side in (interval.start, interval.end)]
    words = label(interval, locale, until=until)
    return f"{words} (EDTF {to_edtf(interval)}; {ends[0]} to {ends[1]}, {interval.grain.word})"


def _theater(event: Event, project: Project) -> str:
    """Which theater, and which of the places brought it there."""
    if not event.places:
        return "none: no report names a place"
    named = ", ".join(place.name for place in event.places)
    theater = next((t for t in project.theaters if t.id == event.theater), None)
    return f"{theater.name}: {named}" if theater else f"none: no theater takes in {named}"


def _topics(event: Event, project: Project, spoken: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each topic with the words of the quotes that speak for it."""
    names = {topic.id: topic.name for topic in project.topics}
    if not event.topics:
        yield "topic", "none: no word of the reports speaks for one"
    for topic in event.topics:
        words = [
            word
            for report in event.reports
            for score in explain(report.quote, project.topics, spoken.get(report.document, "en"))
            if score.topic == topic
            for word in score.words
        ]
        told = ", ".join(f"“{word}”" for word in dict.fromkeys(words))
        because = told or "inherited from the sentence before, or stated by its row or the title"
        yield "topic", f"{names.get(topic, topic)}: {because}"


def _who(attribution: Attribution | None) -> str:
    if attribution is None:
        return "nobody: the page tells it in its own voice"
    party = f", party {attribution.party}" if attribution.party else ", no party"
    denies = ", denies it" if attribution.denies else ""
    return f"{attribution.who}: “{attribution.said}” ({attribution.verb}{party}{denies})"


def _place(place: Place) -> str:
    parts = [place.name, place.admin1 if place.admin1 != place.name else None, place.country]
    point = f" {place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon else ""
    return ", ".join(filter(None, parts)) + f" ({place.precision.value}{point})"


def _quantity(quantity: Quantity) -> str:
    upper = f"–{quantity.upper:g}" if quantity.upper is not None else ""
    marks = "".join(f", {mark}" for mark in (quantity.mod, quantity.scope) if mark)
    whole = f" of {quantity.whole:g}" if quantity.whole is not None else ""
    return f"{quantity.value:g}{upper}{whole} {quantity.unit}{marks} (“{quantity.text}”)"
