"""The story of a delivery by mail: mailings → messages → letters → log → server."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefgen.delivery.letters import Letter, letters
from briefgen.delivery.mailings import Mailing
from briefgen.model import Briefing
from briefgen.writers import write

__all__ = ["edition_of", "write_letters"]


def edition_of(briefing: Briefing) -> tuple[int, int]:
    """Number and revision; 1 and 1 where no archive counts editions."""
    return briefing.number or 1, briefing.revision


def write_letters(
    mailings: Iterable[Mailing], made: Mapping[str, bytes] = MappingProxyType({})
) -> Iterator[tuple[Mailing, Letter]]:
    """Each letter with its mailing; an address that is in several gets the first alone.

    ``made`` holds outputs of the whole brief by format, made already. Raises
    TemplateError, WriterError, and DeliveryError for a key that cannot sign.
    """
    written: set[str] = set()
    for mailing in mailings:
        number, revision = edition_of(mailing.briefing)
        wanted = [r for r in mailing.recipients if r not in written]
        written.update(wanted)
        if not wanted:
            continue
        ready = made if mailing.name is None else {}
        message = write("eml", mailing.briefing, mailing.chronology, mailing.project, ready)
        edition = f"{mailing.briefing.day}.{number}.{revision}"
        for letter in letters(message, mailing.project.mail, wanted, edition=edition):
            yield mailing, letter
