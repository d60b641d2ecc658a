"""Sources → an edition → its recipients' mailboxes."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.options import (
    ArchiveFile,
    Day,
    ProjectFile,
    Published,
    Quiet,
    ReviewFile,
    Sources,
    Strict,
    Verbose,
)
from briefgen.cli.sources import chronicled, day_named, project_of, reviewed
from briefgen.cli.talk import close, progress, save
from briefgen.errors import DeliveryError, UsageError

if TYPE_CHECKING:
    from briefgen.delivery.letters import Letter
    from briefgen.delivery.mailings import Mailing
    from briefgen.delivery.posting import Office, Posted
    from briefgen.knowledge.project import Project

__all__ = ["left_open", "password_of", "send"]

NAMED = 3
"""So many recipients are named of whom the same is told."""
PASSWORD = "BRIEFGEN_SMTP_PASSWORD"  # noqa: S105 (the name of a variable)


def send(
    sources: Sources = None,
    day: Day = None,
    published: Published = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print who would get what; save it with --output.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Save each message as .eml in a folder.")
    ] = None,
    again: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ADDRESS",
            help="Send once more what may have arrived there or not, as it was; read nothing.",
        ),
    ] = None,
    project: ProjectFile = None,
    review: ReviewFile = None,
    archive: ArchiveFile = None,
    strict: Strict = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Issue the day's edition, and send it to the project's recipients, each once.

    Begin again after a crash or a lost connection: who has it gets nothing more. The server's
    password is read from BRIEFGEN_SMTP_PASSWORD, or from the keyring.
    """
    from briefgen import pipeline  # noqa: PLC0415 (--help shall not wait for the rooms)
    from briefgen.archive import past  # noqa: PLC0415 (as above)
    from briefgen.delivery.lock import alone  # noqa: PLC0415 (as above)
    from briefgen.delivery.log import prepared  # noqa: PLC0415 (as above)
    from briefgen.delivery.mailings import mailings  # noqa: PLC0415 (as above)
    from briefgen.delivery.posting import post  # noqa: PLC0415 (as above)
    from briefgen.delivery.sending import edition_of, write_letters  # noqa: PLC0415 (as above)

    settings = project_of(project)
    place = archive or settings.archive
    _ready(settings, place, dry_run=dry_run)
    assert place is not None
    if again:
        with alone(settings.folder):
            _send_again(settings, place, day, again)
        return
    mine = nullcontext() if dry_run else alone(settings.folder)
    with mine, progress(verbose=verbose, quiet=quiet) as steps:
        chronology = chronicled(
            sources, settings, day, published, steps, review=reviewed(settings, review)
        )
        briefing, record = pipeline.issue(chronology, settings, place, keep=not dry_run)
        known = past(
            place, chronology.date, [d.id for d in chronology.documents], revision=briefing.revision
        )
        steps("write messages")
        written = list(write_letters(mailings(briefing, chronology, settings, known)))
        if output is not None:
            save({f"{n:03}.eml": letter.data for n, (_, letter) in enumerate(written, 1)}, output)
        if dry_run:
            _show(written)
        else:
            record(prepared(letter for _, letter in written))
            steps("send")
            if not _tell(post(_office(settings, place), edition_of(briefing))):
                raise typer.Exit(1)
    close(chronology.notices, strict=strict, quiet=quiet)


def _office(project: "Project", archive: Path) -> "Office":
    from briefgen.delivery.posting import Office  # noqa: PLC0415 (--help shall not wait)

    return Office(
        archive=archive,
        mail=project.mail,
        password=password_of(project),
        clock=lambda: datetime.now(UTC),
        wait=time.sleep,
    )


def _send_again(
    project: "Project", archive: Path, day: str | None, addresses: Sequence[str]
) -> None:
    """Send what is in doubt once more, byte for byte. Raises UsageError where nothing is."""
    from briefgen.delivery.posting import in_doubt, post  # noqa: PLC0415 (--help shall not wait)

    doubt = in_doubt(archive, day_named(day, "--date") if day else None)
    wanted = {parseaddr(text)[1] for text in addresses}
    for address in sorted(wanted - {name for names in doubt.values() for name in names}):
        when = f"of {day}" if day else "of the last week; name an older day with --date"
        raise UsageError(f"--again {address}: no letter to it is in doubt {when}")
    office = _office(project, archive)
    posted = [post(office, one, wanted) for one, names in doubt.items() if wanted & names]
    if not all([_tell(one) for one in posted]):  # noqa: C419 (each is told)
        raise typer.Exit(1)


def _ready(project: "Project", archive: Path | None, *, dry_run: bool) -> None:
    """Raises UsageError for what must be configured before anything is sent."""
    mail = project.mail
    if not mail.recipients and not any(group.recipients for group in mail.groups):
        raise UsageError("nobody to send to: name recipients under [mail] in briefgen.toml")
    if archive is None:
        raise UsageError("no archive to note deliveries in: name one with --archive FILE")
    if mail.server is None and not dry_run:
        raise UsageError("no server to send by: name its host under [mail.server] in briefgen.toml")


def _show(written: "list[tuple[Mailing, Letter]]") -> None:
    """Who would get what, a line a letter."""
    for mailing, letter in written:
        who = ", ".join(letter.recipients)
        events = len(mailing.chronology.events)
        group = f" ({mailing.name})" if mailing.name else ""
        size = f"{len(letter.data):,} bytes"
        typer.echo(f"{who}{group}: {events} events, {size}, {letter.message_id}")


def _tell(posted: "Posted") -> bool:
    """What became of each letter; whether none is open. Raises DeliveryError for no server."""
    from briefgen.delivery.mailbox import State  # noqa: PLC0415 (--help shall not wait)

    if posted.failure is not None:
        raise DeliveryError(posted.failure)
    for entry in posted.entries:
        state = "had it before" if entry.recipient in posted.had else entry.state
        reply = "" if entry.state == State.SENT else f" ({entry.reply})"
        typer.echo(f"{entry.recipient}: {state}{reply}")
    if doubt := _doubted(posted):
        typer.echo(doubt, err=True)
    return not posted.open


def left_open(posted: "Posted") -> Iterator[str]:
    """What is to be said of letters that have not arrived, or may not have."""
    from briefgen.delivery.mailbox import State  # noqa: PLC0415 (--help shall not wait)

    groups: dict[tuple[str, str], list[str]] = {}
    for entry in posted.open:
        if posted.failure is None or entry.state in {State.REFUSED, State.UNKNOWN}:
            groups.setdefault((entry.state, entry.reply or ""), []).append(entry.recipient)
    for (state, reply), names in groups.items():
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        why = f" ({reply})" if reply else ""
        yield f"edition of {posted.day}, {', '.join(names[:NAMED])}{more}: {state}{why}"
    if posted.failure:
        yield f"nothing could be sent of the edition of {posted.day}: {posted.failure}"
    if doubt := _doubted(posted):
        yield doubt


def _doubted(posted: "Posted") -> str | None:
    """What is to be said of letters of which nobody knows whether they arrived."""
    from briefgen.delivery.mailbox import State  # noqa: PLC0415 (--help shall not wait)

    names = [entry.recipient for entry in posted.entries if entry.state == State.UNKNOWN]
    options = " ".join((f"--date {posted.day}", *(f"--again {name}" for name in names)))
    told = "whether these arrived is not known; to send them once more"
    return f"{told}: briefgen send {options}" if names else None


def password_of(project: "Project") -> str | None:
    """The mail server's: from the environment, else from the keyring where one is installed."""
    server = project.mail.server
    if server is None:
        return None
    host, user = server.host, server.user
    given = os.environ.get(PASSWORD)
    if given is not None or user is None:
        return given
    try:
        import keyring  # noqa: PLC0415 (an extra)
    except ImportError:
        return None
    found = keyring.get_password(f"briefgen:{host}", user)
    return str(found) if found else None
