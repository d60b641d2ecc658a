"""Resolved mentions before one → the quarter that results were last told for."""

from collections.abc import Mapping, Sequence

from briefgen.model import Grain, Interval, Mention

__all__ = ["quarter_before"]

_RESULTS = 8
"""How many expressions back a report's quarter is looked for."""


def quarter_before(
    index: int, fields: Sequence[Mapping[str, str]], resolved: Mapping[int, Mention]
) -> Interval | None:
    """The quarter that results were last told for, a few expressions back.

    ``fields``: what the words of each mention tell.
    """
    for back in range(index - 1, max(-1, index - _RESULTS), -1):
        mention = resolved.get(back)
        if mention is not None and mention.interval and mention.interval.bounded:
            told = fields[back]
            if "quarter" in told or told.get("unit") == "Q":
                return mention.interval
            if "y" in told and mention.interval.grain >= Grain.YEAR:
                return None
    return None
