"""Mentions → TIMEX3 records: the exchange form of the field, for corpora and benchmarks.

A range ("from 17 to 22 July") is one mention here and two expressions there; it is cut in two.
What a language's corpora annotate as a length ("vor drei Tagen", P3D with a begin point) is a date
here, and is told there as they tell it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from briefgen.model import Grain, Mention, TimexType
from briefgen.temporal.named_events import NAMED
from briefgen.temporal.slots import duration_value
from briefgen.temporal.tied_units import TIED
from briefgen.temporal.timed import fields_of

__all__ = ["marks", "timexes"]


def timexes(mentions: Iterable[Mention]) -> list[dict[str, str | int]]:
    """``{start, end, text, type, value}``, and where told what :func:`marks` gives."""
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
        mention.start, mention.end, mention.text, said.type.value, mention.value, **marks(mention)
    )
    return [record]


def marks(mention: Mention) -> dict[str, str | None]:
    """TIMEX3's other attributes: mod, quant, freq; beginPoint and endPoint of a dated length.

    The points are the days, or moments, at which it begins and ends, both of them in it: "the
    last two weeks" has both, "in the coming weeks" only the first. In TimeML they are the ids of
    other expressions; here they stand by themselves, for most of those are nowhere in the text.
    """
    said, interval = mention.expression, mention.interval
    told: dict[str, str | None] = {"mod": said.mod, "quant": said.quant, "freq": said.freq}
    if said.type is TimexType.DURATION and interval is not None:
        day = timedelta(microseconds=interval.grain >= Grain.PART)
        if interval.start is not None:
            told["beginPoint"] = _point(interval.start, interval.grain)
        if interval.end is not None:
            told["endPoint"] = _point(interval.end - day, interval.grain)
    return told


def _point(moment: datetime, grain: Grain) -> str:
    """A day, or a moment, as TIMEX3 writes it."""
    return f"{moment:%Y-%m-%dT%H:%M}" if grain < Grain.PART else f"{moment:%Y-%m-%d}"


def _record(
    start: int, end: int, text: str, type_: str, value: str, **marks: str | None
) -> dict[str, str | int]:
    told = {name: mark for name, mark in marks.items() if mark is not None}
    return {"start": start, "end": end, "text": text, "type": type_, "value": value, **told}
