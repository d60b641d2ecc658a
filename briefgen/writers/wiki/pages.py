"""Order → Pages: the day, the index, and the day's share of each theater, topic and event.

A page gathers days: each edition adds or renews its own region, newest first.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten

from markupsafe import Markup

from briefgen.model import Briefing, Entry
from briefgen.model.briefing import SourcesSection
from briefgen.writers.escape import clean
from briefgen.writers.order import Order
from briefgen.writers.templating import render
from briefgen.writers.text import context
from briefgen.writers.wiki.profiles import PROFILES, Profile

__all__ = ["Page", "wiki_pages"]

LINK = 90
"""Characters of a link's text."""
ONGOING = frozenset({"ongoing"})
"""Statuses of events that have a page of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an edition has to say on one page of a wiki."""

    path: str
    """With ``/``, from the top of the wiki."""
    head: str
    """How the page begins where it is not there yet."""
    body: str
    """The edition's region."""
    key: str
    """The day, ISO 8601: names the region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """A theater, a topic or an event that has a page."""

    folder: str
    name: str
    title: str
    entries: tuple[Entry, ...]


def wiki_pages(order: Order, profile: str) -> tuple[Page, ...]:
    """The pages of an edition in the dialect of a profile, the index first.

    Raises TemplateError.
    """
    kind = PROFILES[profile]
    briefing = order.briefing
    key = briefing.day.isoformat()
    subjects = tuple(_subjects(order))
    day = kind.file("days", key)
    return (
        _page(order, kind, kind.home, briefing.title, "wiki_index.md.j2", day=day),
        _page(order, kind, day, briefing.date_label, "wiki_day.md.j2", day=day, subjects=subjects),
        *(
            _page(
                order,
                kind,
                _file(subject, kind),
                subject.title,
                "wiki_subject.md.j2",
                day=day,
                entries=subject.entries,
            )
            for subject in subjects
        ),
    )


def _page(
    order: Order,
    kind: Profile,
    path: str,
    title: str,
    template: str,
    *,
    day: str,
    subjects: Iterable[_Subject] = (),
    entries: tuple[Entry, ...] = (),
) -> Page:
    links = {
        "home": kind.link(order.briefing.title, path, kind.home),
        "day": kind.link(order.briefing.date_label, path, day),
        "subjects": [
            {
                "folder": subject.folder,
                "link": kind.link(_short(subject.title), path, _file(subject, kind)),
                "count": len(subject.entries),
            }
            for subject in subjects
        ],
    }
    values = {
        **context(order),
        "links": links,
        "entries": entries,
        "publishers": _publishers(order.briefing),
    }
    if template == "wiki_day.md.j2":
        _, _, whole = order.made["md"].decode().partition("\n")  # the page has a title of its own
        values["whole"] = Markup(whole)  # noqa: S704 (Markdown of our own)
    body = render(template, order.project.templates, values)
    head = render(
        "wiki_head.md.j2",
        order.project.templates,
        {"title": title, "front": _front(title, kind), "links": links, "home": path == kind.home},
    )
    return Page(path=path, head=head, body=_tidy(body), key=order.briefing.day.isoformat())


def _file(subject: _Subject, kind: Profile) -> str:
    return kind.file(subject.folder, subject.name)


def _publishers(briefing: Briefing) -> dict[int, str]:
    """Number of a source → who published it, or what it is called."""
    sections = (s for s in briefing.sections if isinstance(s, SourcesSection))
    return {s.number: s.publisher or s.title for section in sections for s in section.sources}


def _short(title: str) -> str:
    return shorten(title, LINK, placeholder="…")


def _front(title: str, kind: Profile) -> Markup | None:
    """YAML that tells the title, where the dialect has such a thing."""
    if not kind.front:
        return None
    told = json.dumps(" ".join(clean(title).split()), ensure_ascii=False)
    return Markup(f"---\ntitle: {told}\n---")  # noqa: S704 (a JSON string is a YAML string)


def _subjects(order: Order) -> Iterator[_Subject]:
    """The theaters, topics and ongoing events of the edition, in the project's order."""
    entries = tuple(order.briefing.entries())
    for theater in order.project.theaters:
        told = tuple(entry for entry in entries if entry.theater == theater.name)
        if told:
            yield _Subject(
                folder="theaters", name=_slug(theater.id), title=theater.name, entries=told
            )
    for topic in order.project.topics:
        told = tuple(entry for entry in entries if entry.topic == topic.name)
        if told:
            yield _Subject(folder="topics", name=_slug(topic.id), title=topic.name, entries=told)
    for entry in entries:
        if _goes_on(entry):
            yield _Subject(
                folder="events", name=entry.lineage, title=entry.headline, entries=(entry,)
            )


def _goes_on(entry: Entry) -> bool:
    """Whether an event has a page of its own: it goes on, or did when it was told last."""
    was = entry.change.was if entry.change else None
    return entry.status in ONGOING or was in ONGOING


def _slug(identifier: str) -> str:
    """An id as the name of a file: letters, figures and hyphens."""
    return "".join(c if c.isalnum() else "-" for c in identifier.casefold()).strip("-") or "x"


def _tidy(text: str) -> str:
    """Never two blank lines in a row, no line that ends in a space."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.strip().split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)
