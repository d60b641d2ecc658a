"""Letters + a log of deliveries → each letter sent once, however often this is begun again.

Every letter is in the log before the first is sent. A letter that the log has as sent is not
touched again; one put off is tried again after a while; one whose fate is unknown, because the
connection or this program ended between the end of the message and the server's answer, is told,
and sent again only when that is asked for.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefgen.delivery.letters import Letter
from briefgen.delivery.mailbox import Answer, Mailbox, State, Unreachable
from briefgen.errors import DeliveryError

__all__ = ["Log", "Outcome", "send_all"]

FIRST_WAIT = 5.0
"""Seconds before what was put off is tried again; four times as long before each later try."""
LONGEST_WAIT = 320.0


class Log(Protocol):
    """What is remembered of an edition's deliveries."""

    def due(self) -> Sequence[Letter]:
        """Letters with the recipients who have not got them: pending and deferred."""

    def note(self, letter: Letter, recipient: str, answer: Answer) -> None:
        """Remember what became of a letter to a recipient, before this returns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one letter to one recipient."""

    recipient: str
    answer: Answer


def send_all(
    log: Log,
    open_mailbox: Callable[[], Mailbox],
    *,
    attempts: int,
    wait: Callable[[float], None],
    tell: Callable[[Outcome], None] = lambda _: None,
) -> tuple[Outcome, ...]:
    """Send what is due; the last outcome of each letter, in order.

    ``wait`` sleeps for seconds. Raises DeliveryError where nothing can be sent at all; what was
    sent before stays sent.
    """
    outcomes: dict[tuple[str, str], Outcome] = {}
    pause = FIRST_WAIT
    for attempt in range(attempts):
        due = log.due()
        if not due:
            break
        if attempt:
            wait(pause)
            pause = min(4 * pause, LONGEST_WAIT)
        with open_mailbox() as mailbox:
            for letter, outcome in _round(due, mailbox, log):
                outcomes[letter.message_id, outcome.recipient] = outcome
                tell(outcome)
    return tuple(outcomes.values())


def _round(due: Sequence[Letter], mailbox: Mailbox, log: Log) -> Iterator[tuple[Letter, Outcome]]:
    """Send each letter; where nothing can be sent for now, all that are left are put off."""
    for place, letter in enumerate(due):
        try:
            for outcome in _sent(letter, mailbox, log):
                yield letter, outcome
        except Unreachable as error:
            answer = Answer(state=State.DEFERRED, reply=str(error))
            for left in due[place:]:
                for recipient in left.recipients:
                    log.note(left, recipient, answer)
                    yield left, Outcome(recipient=recipient, answer=answer)
            return


def _sent(letter: Letter, mailbox: Mailbox, log: Log) -> Iterator[Outcome]:
    """Send one letter, and remember at each step how far it came."""
    doubt = Answer(state=State.UNKNOWN, reply="the end of the message was being sent")

    def ending() -> None:
        for recipient in letter.recipients:
            log.note(letter, recipient, doubt)

    try:
        answers = mailbox.deliver(letter, ending)
    except DeliveryError as error:
        for recipient in letter.recipients:
            log.note(letter, recipient, Answer(state=State.DEFERRED, reply=str(error)))
        raise
    for recipient, answer in answers.items():
        log.note(letter, recipient, answer)
        yield Outcome(recipient=recipient, answer=answer)
