"""Mentions of one sentence → a time by the clock of a place takes its zone from the one beside it.

"At 10:35 a.m. (0735 GMT)" are two clocks for one moment: the first is three hours ahead.
"""

from dataclasses import replace
from itertools import pairwise

from briefgen.model import Mention
from briefgen.temporal.passage import Passage
from briefgen.temporal.timed import fields_of

__all__ = ["share_zone"]

_BETWEEN = "(,/ "
"""Marks that may stand between two clocks of one moment, beside a word for "or"."""
_DAY = 24 * 60
_WEST, _EAST = -12 * 60, 14 * 60
"""Minutes ahead of UTC that a zone may have."""
_STEP = 15
"""Minutes that zones differ by, at least."""


def share_zone(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """The mentions; a clock before another one in brackets, whose zone is known, with its zone."""
    shared = list(mentions)
    for index, (one, other) in enumerate(pairwise(mentions)):
        between = passage.low[passage.spanned(one)[1] : passage.spanned(other)[0]]
        told = between.strip(_BETWEEN) in {"", *passage.locale.glue.either} and between.strip()
        ahead = _ahead(fields_of(one), fields_of(other)) if told else None
        if ahead is not None:
            said = one.expression
            fields = {**dict(said.fields), "offset": str(ahead)}
            shared[index] = replace(one, expression=replace(said, fields=tuple(fields.items())))
    return shared


def _ahead(one: dict[str, str], other: dict[str, str]) -> int | None:
    """Minutes that the first clock is ahead of UTC by the second one; None where none tells."""
    if "hour" not in one or "twelve" in one or one.get("offset") == "0":
        return None
    if other["kind"] != "clock" or other.get("offset") != "0" or "twelve" in other:
        return None
    ahead = (_minutes(one) - _minutes(other)) % _DAY
    ahead -= _DAY if ahead > _EAST else 0
    return ahead if ahead >= _WEST and ahead % _STEP == 0 else None


def _minutes(fields: dict[str, str]) -> int:
    return int(fields["hour"]) * 60 + int(fields.get("minute", "0"))
