"""An edition + the project's recipients → Mailings: to each group the brief that it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.editor import compose
from briefgen.knowledge.mail import MailGroup
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology, Edition, Past

__all__ = ["Mailing", "mailings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """One message to be written, and who gets it."""

    name: str | None
    """Of the group; None: those who get the whole brief."""
    recipients: tuple[str, ...]
    briefing: Briefing
    chronology: Chronology
    project: Project
    """With the group's language and parts of a message."""


def mailings(
    briefing: Briefing, chronology: Chronology, project: Project, past: Past | None
) -> Iterator[Mailing]:
    """The messages of an edition: the whole brief first, then each group's.

    ``past`` is what the edition was composed against. Raises KnowledgeError for a language that
    has no locale.
    """
    if project.mail.recipients:
        yield Mailing(
            name=None,
            recipients=project.mail.recipients,
            briefing=briefing,
            chronology=chronology,
            project=project,
        )
    for group in project.mail.groups:
        theirs = _project(project, group)
        share = _share(chronology, group)
        yield Mailing(
            name=group.name,
            recipients=group.recipients,
            briefing=compose(share, theirs, _past(past, group) if past else None),
            chronology=share,
            project=theirs,
        )


def _project(project: Project, group: MailGroup) -> Project:
    mail = replace(project.mail, recipients=group.recipients, formats=group.formats)
    theaters = tuple(t for t in project.theaters if not group.theaters or t.id in group.theaters)
    language = group.language or project.language
    return replace(project, mail=mail, theaters=theaters, language=language)


def _share(chronology: Chronology, group: MailGroup) -> Chronology:
    """The chronology with the events of the group's theaters alone."""
    if not group.theaters:
        return chronology
    return replace(
        chronology,
        events=tuple(e for e in chronology.events if e.theater in group.theaters),
        undated=tuple(e for e in chronology.undated if e.theater in group.theaters),
    )


def _past(past: Past, group: MailGroup) -> Past:
    """What the group has been told before: the same editions, its theaters alone."""
    if not group.theaters:
        return past
    told = {state.lineage for state in past.states if state.theater in group.theaters}
    return replace(
        past,
        last=_edition(past.last, group),
        replaced=_edition(past.replaced, group),
        states=tuple(state for state in past.states if state.lineage in told),
        corrections=tuple(c for c in past.corrections if c.lineage in told),
    )


def _edition(edition: Edition | None, group: MailGroup) -> Edition | None:
    if edition is None:
        return None
    events = tuple(state for state in edition.events if state.theater in group.theaters)
    return replace(edition, events=events)
