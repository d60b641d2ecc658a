"""Where a second clause starts → where the "and" stands that joins it to the first."""

from briefgen.events.brevity.passage import Passage

__all__ = ["joined_at"]


def joined_at(passage: Passage, start: int) -> int | None:
    """Where the "and" stands before a second clause that starts there."""
    before = passage.wording.within((passage.wording.start, start))[-1:]
    joins = before and before[0].lower in passage.lexicon.joints and not before[0].quoted
    return before[0].start if joins else None
