"""The pages of an edition → its wiki, or the archive until it can be reached.

Pages wait in the archive as letters do, exactly as they were made, so that an edition whose
publication was cut short is published before the next.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple
from datetime import datetime
from pathlib import Path

from briefgen.archive import Delivery, deliveries, note_delivery
from briefgen.delivery import folder, git
from briefgen.delivery.git import Commit, Published
from briefgen.errors import DeliveryError
from briefgen.knowledge.project import Project
from briefgen.knowledge.wiki import Wiki
from briefgen.model import Briefing, Chronology
from briefgen.writers import Order, write
from briefgen.writers.wiki import Page, wiki_pages

__all__ = [
    "CHANNEL",
    "commit_of",
    "pages_of",
    "preview",
    "publish",
    "publish_waiting",
    "waiting",
    "wiki_copy",
]

CHANNEL = "wiki"


def wiki_copy(base: Path | None) -> Path:
    """Where the working copy of a project's wiki lies, in the project's folder."""
    return (base or Path()) / ".briefgen" / "wiki"


def pages_of(
    briefing: Briefing, chronology: Chronology, project: Project, profile: str
) -> tuple[Page, ...]:
    """The pages that an edition makes or renews. Raises TemplateError."""
    made = {"md": write("md", briefing, chronology, project)}
    order = Order(briefing=briefing, chronology=chronology, project=project, made=made)
    return tuple(wiki_pages(order, profile))


def commit_of(wiki: Wiki, briefing: Briefing) -> Commit:
    """Who commits an edition, when, and with what words."""
    fields = {
        "title": briefing.title,
        "date": briefing.date_short,
        "day": briefing.day.isoformat(),
        "events": sum(1 for _ in briefing.entries()),
    }
    message = wiki.message.format(**fields)
    return Commit(author=wiki.author, when=briefing.cutoff, message=message)


def publish(wiki: Wiki, pages: Sequence[Page], copy: Path, commit: Commit) -> Published:
    """Renew the pages of a wiki, in its folder or its repository. Raises DeliveryError."""
    if wiki.folder is None:
        return git.publish(wiki, pages, copy, commit)
    found = folder.changes(wiki.folder, pages)
    folder.apply(wiki.folder, found)
    return Published(changes=found, commit=None)


def preview(wiki: Wiki, pages: Sequence[Page], copy: Path) -> tuple[folder.Change, ...]:
    """What the pages would change. Raises DeliveryError."""
    if wiki.folder is None:
        return git.preview(wiki, pages, copy)
    return folder.changes(wiki.folder, pages)


def waiting(wiki: Wiki, pages: Sequence[Page], commit: Commit) -> Delivery:
    """The pages as what shall be delivered, to be written down with their edition."""
    body = {
        "author": commit.author,
        "when": commit.when.isoformat(),
        "message": commit.message,
        "pages": [astuple(page) for page in pages],
    }
    data = json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return Delivery(channel=CHANNEL, recipient=_name(wiki), data=data)


def publish_waiting(
    archive: Path,
    edition: tuple[int, int],
    wiki: Wiki,
    copy: Path,
    *,
    clock: Callable[[], datetime],
) -> Published | None:
    """Publish the pages of an edition as they were prepared; None where that was done before.

    Raises DeliveryError, which is noted: a later run tries again.
    """
    for entry in deliveries(archive, edition, CHANNEL):
        if entry.recipient != _name(wiki) or entry.state == "sent":
            continue
        pages, commit = _unpacked(entry.data)
        state, reply = "deferred", ""
        try:
            done = publish(wiki, pages, copy, commit)
            state, reply = "sent", done.commit or "nothing changed"
        except DeliveryError as error:
            reply = str(error)
            raise
        finally:
            known = Delivery(
                channel=CHANNEL,
                recipient=entry.recipient,
                state=state,
                reply=reply,
                at=clock(),
            )
            note_delivery(archive, edition, known, tried=True)
        return done
    return None


def _name(wiki: Wiki) -> str:
    """By what the archive knows a wiki."""
    return wiki.repository or str(wiki.folder)


def _unpacked(data: bytes) -> tuple[tuple[Page, ...], Commit]:
    body = json.loads(data)
    pages = tuple(
        Page(path=path, head=head, body=text, key=key) for path, head, text, key in body["pages"]
    )
    when = datetime.fromisoformat(body["when"])
    return pages, Commit(author=body["author"], when=when, message=body["message"])
