"""The archive's deliveries of an edition ↔ the log that sending goes by."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefgen.archive import Delivery, deliveries, note_delivery
from briefgen.delivery.letters import Letter
from briefgen.delivery.mailbox import Answer, State

__all__ = ["CHANNEL", "ArchiveLog", "prepared"]

CHANNEL = "smtp"
OPEN = frozenset({State.PENDING, State.DEFERRED})
"""States of a letter that is to be sent."""


def prepared(letters: Iterable[Letter]) -> tuple[Delivery, ...]:
    """Letters as what shall be delivered, to be written down before the first is sent."""
    return tuple(
        Delivery(
            channel=CHANNEL,
            recipient=recipient,
            message_id=letter.message_id,
            data=letter.data,
        )
        for letter in letters
        for recipient in letter.recipients
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLog:
    """A log in the archive: every step is on the disk before the next is taken."""

    path: Path
    edition: tuple[int, int]
    """Number and revision."""
    sender: str
    """Address of the envelope."""
    clock: Callable[[], datetime]
    again: frozenset[str] = frozenset()
    """Recipients to whom a letter of unknown fate shall be sent once more."""

    def entries(self) -> tuple[Delivery, ...]:
        """All that is known of the edition's letters."""
        return deliveries(self.path, self.edition, CHANNEL)

    def due(self) -> Sequence[Letter]:
        """What is to be sent, as it was prepared; recipients of one message together."""
        waiting: dict[str, list[Delivery]] = {}
        for entry in self.entries():
            doubted = entry.state == State.UNKNOWN and entry.recipient in self.again
            if State(entry.state) in OPEN or doubted:
                waiting.setdefault(entry.message_id or "", []).append(entry)
        return [
            Letter(
                sender=self.sender,
                recipients=tuple(entry.recipient for entry in entries),
                message_id=message_id,
                data=entries[0].data,
            )
            for message_id, entries in waiting.items()
        ]

    def note(self, letter: Letter, recipient: str, answer: Answer) -> None:
        """Write down what became of a letter."""
        entry = Delivery(
            channel=CHANNEL,
            recipient=recipient,
            message_id=letter.message_id,
            state=answer.state.value,
            reply=answer.reply,
            at=self.clock(),
        )
        tried = answer.state is State.UNKNOWN
        note_delivery(self.path, self.edition, entry, tried=tried)
