"""Chronology + Project → Desk: what the editor has at hand when it words a line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefgen.editor.phrasebook import Phrasebook, load_phrasebook
from briefgen.editor.words import Words, load_words
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of, load_statements
from briefgen.events.merging.standing import publishers
from briefgen.knowledge.locale import Locale, load_locale
from briefgen.knowledge.project import Project, Theater, Topic
from briefgen.model import Chronology, Document, Grain, Interval, Report, civil_day
from briefgen.temporal.wording import label

__all__ = ["Desk", "open_desk"]

EVENING = 18
"""Hour at which the night before the day begins, local time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The chronology, the project and their tables, looked up once."""

    chronology: Chronology
    project: Project
    words: Words
    locale: Locale
    phrases: Phrasebook
    """For what is told in English before the editor."""
    period: Interval
    """What "today" means: the 24 hours up to the cut-off, and the night before."""
    cutoff: datetime
    """In the project's zone."""
    documents: Mapping[str, Document]
    lines: Mapping[str, Sequence[tuple[int, str]]]
    """Document id → the lines that are worded from it, in text order, each with its start."""
    numbers: Mapping[str, int]
    """Document id → number of the source, from 1."""
    theaters: Mapping[str, Theater]
    topics: Mapping[str, Topic]

    def when(self, interval: Interval | None, *, until: bool = False) -> str:
        """An interval, worded; the word for undated for none."""
        if interval is None:
            return self.words.text("dates.undated")
        return label(interval, self.locale, until=until)

    def dated(self, interval: Interval) -> str:
        """An interval, worded; a single day with its weekday: "Thu 18 Jul 2024"."""
        text = label(interval, self.locale)
        day = interval.start
        if day is None or text != label(civil_day(day.date(), self.project.zone), self.locale):
            return text
        weekday = self.locale.wording.weekdays[day.weekday()]
        return self.words.text("dates.weekday", weekday=weekday, date=text)

    def theater(self, identifier: str | None) -> str | None:
        """Name of a theater; the id itself for one that is not configured."""
        known = self.theaters.get(identifier or "")
        return known.name if known else identifier

    def topic(self, identifiers: tuple[str, ...]) -> str | None:
        """Name of the home topic, the first."""
        if not identifiers:
            return None
        known = self.topics.get(identifiers[0])
        return known.name if known else identifiers[0]

    def lexicon(self, report: Report) -> Statements:
        """The statement words of the language of a report's document."""
        default = load_statements(self.project.language)
        return lexicon_of(self.documents[report.document].language, default)

    def sources(self, reports: Iterable[Report]) -> tuple[int, ...]:
        """Numbers of the reports' sources, each once, in the reports' order."""
        return tuple(dict.fromkeys(self.numbers[report.document] for report in reports))

    def publishers(self, reports: Iterable[Report]) -> int:
        """How many publishers stand behind the reports, independent of each other."""
        return len(publishers(tuple(reports), self.documents))


def open_desk(chronology: Chronology, project: Project) -> Desk:
    """All that composing needs, from a chronology and the project."""
    words = load_words(project.language)
    cutoff = chronology.cutoff.astimezone(project.zone)
    evening = datetime.combine(
        chronology.date - timedelta(days=1), cutoff.time().replace(EVENING, 0, 0, 0), project.zone
    )
    return Desk(
        chronology=chronology,
        project=project,
        words=words,
        locale=load_locale(project.language),
        phrases=load_phrasebook(words.language),
        period=Interval(
            start=min(evening, cutoff - timedelta(hours=24)), end=cutoff, grain=Grain.HOUR
        ),
        cutoff=cutoff,
        documents={document.id: document for document in chronology.documents},
        lines=_lines(chronology),
        numbers={document.id: n for n, document in enumerate(chronology.documents, 1)},
        theaters={theater.id: theater for theater in project.theaters},
        topics={topic.id: topic for topic in project.topics},
    )


def _lines(chronology: Chronology) -> Mapping[str, Sequence[tuple[int, str]]]:
    """The lines of the events by the document, and the place in it, that they are worded from."""
    found: dict[str, list[tuple[int, str]]] = {}
    for event in (*chronology.events, *chronology.undated):
        for report in event.reports[:1]:
            found.setdefault(report.document, []).append((report.start, event.headline))
    return {document: sorted(lines) for document, lines in found.items()}
