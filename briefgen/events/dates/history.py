"""A time and a day of publication → whether what happened then is history by now, or not news."""

from datetime import datetime

from briefgen.model import Document, Interval

__all__ = ["CLOSE_DAYS", "is_history", "is_over"]

BACKGROUND_DAYS = 30
"""What was over so long before publication is told as history."""
CLOSE_DAYS = 3
"""A happening further than this before publication dates no other sentence."""


def is_history(over: datetime, told: Interval) -> bool:
    """Whether what was over at a time was so a month before what tells it was published."""
    return told.start is not None and (told.start - over).days >= BACKGROUND_DAYS


def is_over(interval: Interval, document: Document) -> bool:
    """Whether a date lies before the article's own days."""
    told = document.published.interval.start if document.published else None
    if interval.end is None or told is None:
        return False
    return (told - interval.end).days > CLOSE_DAYS
