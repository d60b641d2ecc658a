"""The archive's letters of an edition → the server: what `send` and `run` share."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parseaddr
from pathlib import Path

from briefgen.archive import Delivery, day_of_edition, deliveries, issued_on, open_editions
from briefgen.delivery.log import CHANNEL, ArchiveLog
from briefgen.delivery.mailbox import Mailbox, State
from briefgen.delivery.outbox import send_all
from briefgen.errors import DeliveryError
from briefgen.knowledge.mail import Mail

__all__ = ["Office", "Posted", "in_doubt", "post"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """By what the letters of an archive go out."""

    archive: Path
    mail: Mail
    """With a server."""
    password: str | None
    clock: Callable[[], datetime]
    wait: Callable[[float], None]
    """Sleeps for seconds, before what was put off is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """Where the letters of an edition stand."""

    edition: tuple[int, int]
    """Number and revision."""
    day: date
    """The day that it briefs."""
    entries: tuple[Delivery, ...]
    had: frozenset[str]
    """Recipients who had it before."""
    failure: str | None = None
    """Why nothing could be sent at all."""

    @property
    def sent(self) -> tuple[Delivery, ...]:
        """What has gone out just now."""
        return tuple(
            e for e in self.entries if e.state == State.SENT and e.recipient not in self.had
        )

    @property
    def open(self) -> tuple[Delivery, ...]:
        """What has not arrived, or may not have."""
        return tuple(e for e in self.entries if e.state != State.SENT)


def post(office: Office, edition: tuple[int, int], again: Iterable[str] = ()) -> Posted:
    """Send what is due of an edition, as it was prepared, and say where each letter stands.

    ``again`` are recipients to whom a letter of unknown fate is sent once more.
    """
    server = office.mail.server
    assert server is not None, "who calls has looked"
    log = ArchiveLog(
        path=office.archive,
        edition=edition,
        sender=parseaddr(office.mail.sender)[1],
        clock=office.clock,
        again=frozenset(again),
    )
    had = frozenset(e.recipient for e in log.entries() if e.state == State.SENT)
    failure = None
    try:
        send_all(
            log,
            lambda: Mailbox(server, office.password),
            attempts=server.attempts,
            wait=office.wait,
        )
    except DeliveryError as error:
        failure = str(error)
    day = day_of_edition(office.archive, edition)
    return Posted(edition=edition, day=day, entries=log.entries(), had=had, failure=failure)


def in_doubt(archive: Path, day: date | None) -> Mapping[tuple[int, int], frozenset[str]]:
    """Edition → recipients of whom nobody knows whether they got it; None: of the last week."""
    editions = open_editions(archive, CHANNEL)
    if day is not None:
        issued = issued_on(archive, day)
        editions = ((issued.number, issued.revision),) if issued else ()
    return {
        edition: frozenset(
            entry.recipient
            for entry in deliveries(archive, edition, CHANNEL)
            if entry.state == State.UNKNOWN
        )
        for edition in editions
    }
