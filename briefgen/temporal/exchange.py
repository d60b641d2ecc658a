"""Mentions → TIMEX3 records: the exchange form of the field, for corpora and benchmarks.

A range ("from 17 to 22 July") is one mention here and two expressions there; it is cut in two.
What a language's corpora annotate as a length ("vor drei Tagen", P3D with a begin point) is a date
here, and is told there as they tell it.
"""

from collections.abc import Iterable

from briefgen.model import Mention, TimexType
from briefgen.temporal.named_events import NAMED
from briefgen.temporal.slots import duration_value
from briefgen.temporal.tied_units import TIED
from briefgen.temporal.timed import fields_of

__all__ = ["timexes"]


def timexes(mentions: Iterable[Mention]) -> list[dict[str, str | int]]:
    """``{start, end, text, type, value}`` and ``mod``, ``quant``, ``freq`` where told."""
    return [record for mention in mentions if _is_time(mention) for record in _records(mention)]


def _is_time(mention: Mention) -> bool:
    """Whether corpora mark it: an event's name is no time, nor is "the day" of one undated."""
    undated = mention.interval is None and fields_of(mention)["kind"] == TIED
    return mention.rule != NAMED and not undated


def _records(mention: Mention) -> list[dict[str, str | int]]:
    fields = fields_of(mention)
    said = mention.expression
    if "cut" in fields and mention.value.count("/") == 1:
        first, last = mention.value.split("/")
        cut, at = mention.start + int(fields["cut"]), mention.start + int(fields["b_at"])
        ends = ((mention.start, cut, first, "a.mod"), (at, mention.end, last, "b.mod"))
        return [
            _record(start, end, mention.text[start - mention.start : end - mention.start],
                    said.type.value, value, mod=fields.get(mod))
            for start, end, value, mod in ends
        ]  # fmt: skip
    if fields.get("told") == "length":
        number = abs(float(fields["shift"])) if "shift" in fields else None
        value = duration_value(number, fields["unit"])
        length = TimexType.DURATION.value
        return [_record(mention.start, mention.end, mention.text, length, value, mod=said.mod)]
    record = _record(
        mention.start,
        mention.end,
        mention.text,
        said.type.value,
        mention.value,
        mod=said.mod,
        quant=said.quant,
        freq=said.freq,
    )
    return [record]


def _record(
    start: int, end: int, text: str, type_: str, value: str, **marks: str | None
) -> dict[str, str | int]:
    told = {name: mark for name, mark in marks.items() if mark is not None}
    return {"start": start, "end": end, "text": text, "type": type_, "value": value, **told}
