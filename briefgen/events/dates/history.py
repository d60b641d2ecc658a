"""A time and a day of publication → whether what happened then is history by now."""

from datetime import datetime

from briefgen.model import Interval

__all__ = ["is_history"]

BACKGROUND_DAYS = 30
"""What was over so long before publication is told as history."""


def is_history(over: datetime, told: Interval) -> bool:
    """Whether what was over at a time was so a month before what tells it was published."""
    return told.start is not None and (told.start - over).days >= BACKGROUND_DAYS
