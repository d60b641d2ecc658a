"""What the writer of a text states of a stretch of it → the direction of the date in it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from briefgen.model import Mention
from briefgen.temporal.direction import Direction
from briefgen.temporal.heard import Sense

__all__ = ["Stated", "stated_of"]


class Stated(NamedTuple):
    """What the writer of a text states of a stretch of it: whether it lies ahead or behind."""

    start: int
    end: int
    sense: Sense
    word: str
    """In what word: "scheduled"."""

    def over(self, told: Direction) -> Direction:
        """The direction that the words tell, or, where they tell another, the stated one."""
        if told.cues and told.sense is self.sense:
            return told
        return Direction(sense=self.sense, cues=(f"stated: {self.word}",), strong=True)


def stated_of(stated: Sequence[Stated], mentions: Sequence[Mention], index: int) -> Stated | None:
    """What is stated of the stretch that a mention is the only date of.

    Both are in text order.
    """
    if not stated:
        return None
    one = mentions[index]
    at = bisect_right(stated, one.start, key=lambda told: told.start) - 1
    if at < 0 or one.end > stated[at].end:
        return None
    told = stated[at]
    beside = (mentions[n] for n in (index - 1, index + 1) if 0 <= n < len(mentions))
    return told if all(m.end <= told.start or told.end <= m.start for m in beside) else None
