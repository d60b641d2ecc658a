"""A project at one moment → its edition kept, written, sent and published: the story of `run`.

Each stage may be cut short at any moment. The edition is kept together with every letter and page
that is to go out of it, in one transaction; what is open after that is done by the next run.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.archive import deliveries, issued_on, open_editions, past, upgrade
from briefgen.delivery import files, pages
from briefgen.delivery.log import CHANNEL, prepared
from briefgen.delivery.mailings import mailings
from briefgen.delivery.posting import Office, Posted, post
from briefgen.delivery.sending import edition_of, write_letters
from briefgen.errors import DeliveryError
from briefgen.pipeline import issue
from briefgen.writers import file_name, write_all

if TYPE_CHECKING:
    from briefgen.archive import Delivery
    from briefgen.delivery.git import Published
    from briefgen.knowledge.project import Project
    from briefgen.model import Briefing, Chronology

__all__ = ["Desk", "Kept", "keep", "post_all", "publish_all"]


ATTACHED = frozenset({"pdf"})
"""Formats that letters carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A project whose editions are kept, and what is to be done with them."""

    project: "Project"
    archive: Path
    output: Path
    formats: tuple[str, ...]
    password: str | None
    mail: bool
    """Whether letters are written and sent."""
    wiki: bool
    """Whether pages are written and published."""

    def is_kept(self, key: files.Key) -> bool:
        """Whether an edition is in the archive in this or a later revision."""
        day, number, revision = key
        found = issued_on(self.archive, day)
        return found is not None and found.number == number and found.revision >= revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The edition of this run."""

    briefing: "Briefing"
    new: bool
    """Whether there was something to tell that was not told before."""
    files: tuple[Path, ...]
    """Those put in their places, also of an earlier run that was cut short."""


def keep(desk: Desk, chronology: "Chronology") -> Kept:
    """Issue the edition of a chronology, and lay ready all that goes out of it.

    Raises ArchiveError, TemplateError, WriterError, DeliveryError for a key that cannot sign.
    """
    upgrade(desk.archive)
    left = files.settle(desk.output, desk.is_kept)
    before = issued_on(desk.archive, chronology.date)
    briefing, record = issue(chronology, desk.project, desk.archive)
    edition = edition_of(briefing)
    same = before is not None and edition == (before.number, before.revision)
    known = _known(desk, edition) if same else {}
    names = {name: file_name(name, briefing) for name in desk.formats}
    made: dict[str, bytes] = {}
    if not same or not all((desk.output / name).is_file() for name in names.values()):
        written = write_all(desk.formats, briefing, chronology, desk.project)
        files.stage(desk.output, (chronology.date, *edition), written)
        made = {name: written[file] for name, file in names.items() if name in ATTACHED}
    record(tuple(_wanted(desk, chronology, briefing, known, made)))
    placed = files.settle(desk.output, desk.is_kept)
    return Kept(briefing=briefing, new=not same, files=(*left, *placed))


def _known(desk: Desk, edition: tuple[int, int]) -> "dict[str, set[str]]":
    """Channel → to whom it is known already that the edition goes."""
    return {
        channel: {entry.recipient for entry in deliveries(desk.archive, edition, channel)}
        for channel in (CHANNEL, pages.CHANNEL)
    }


def _wanted(
    desk: Desk,
    chronology: "Chronology",
    briefing: "Briefing",
    known: "dict[str, set[str]]",
    made: "dict[str, bytes]",
) -> "Iterator[Delivery]":
    """The letters and pages of an edition that were not prepared before.

    ``made`` holds what letters carry and is made already.
    """
    project, wiki = desk.project, desk.project.wiki
    if desk.mail:
        documents = [document.id for document in chronology.documents]
        told = past(desk.archive, chronology.date, documents, revision=briefing.revision)
        theirs = [
            mailing
            for mailing in mailings(briefing, chronology, project, told)
            if not known or _addresses(mailing.recipients) - known[CHANNEL]
        ]
        yield from prepared(letter for _, letter in write_letters(theirs, made))
    if desk.wiki and wiki is not None and not known.get(pages.CHANNEL):
        leaves = pages.pages_of(briefing, chronology, project, wiki.profile)
        yield pages.waiting(wiki, leaves, pages.commit_of(wiki, briefing))


def _addresses(recipients: Sequence[str]) -> set[str]:
    from email.utils import parseaddr  # noqa: PLC0415 (only here)

    return {parseaddr(text)[1] for text in recipients}


def post_all(desk: Desk, current: tuple[int, int]) -> tuple[Posted, ...]:
    """Send what waits, of earlier editions too; last, where the current edition stands."""
    office = Office(
        archive=desk.archive,
        mail=desk.project.mail,
        password=desk.password,
        clock=_now,
        wait=time.sleep,
    )
    waiting = [one for one in open_editions(desk.archive, CHANNEL) if one != current]
    return tuple(post(office, edition) for edition in (*waiting, current))


def publish_all(desk: Desk) -> "tuple[tuple[Published, ...], str | None]":
    """Publish what waits, one edition after the other; and why that came to an end."""
    wiki = desk.project.wiki
    assert wiki is not None, "who calls has looked"
    done: list[Published] = []
    copy = pages.wiki_copy(desk.project.folder)
    for edition in open_editions(desk.archive, pages.CHANNEL):
        try:
            published = pages.publish_waiting(desk.archive, edition, wiki, copy, clock=_now)
        except DeliveryError as error:
            return tuple(done), str(error)
        if published is not None:
            done.append(published)
    return tuple(done), None


def _now() -> datetime:
    return datetime.now(UTC)
