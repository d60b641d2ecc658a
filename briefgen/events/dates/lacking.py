"""The mentions of a sentence of an undated article → what their dates lack, in words."""

import re
from collections.abc import Sequence

from briefgen.model import Mention

__all__ = ["lacking"]

LACKS = (
    (re.compile(r"UNDEF-m\d"), "lacks its year"),
    (re.compile(r"UNDEF-wd\d"), "lacks its week"),
    (re.compile(r"UNDEF-dayT"), "lacks its day"),
    (re.compile(r"UNDEF-(?:pub|this|last|next)"), "counts from the article's own day"),
)
"""What a date without a place on the time line lacks, by its TIMEX3 value."""


def lacking(mentions: Sequence[Mention]) -> str | None:
    """What the first date that is none lacks; None where all that is told is dated, or none is."""
    for mention in mentions:
        if mention.interval is not None:
            continue
        what = next((what for shape, what in LACKS if shape.match(mention.value)), None)
        if what is not None:
            return f"“{mention.text}” {what}, and its article is undated"
    return None
