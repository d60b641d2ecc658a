"""A rule's match → Slots, and Slots → the pieces that readings make expressions of."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.knowledge.locale import Locale
from briefgen.model import Expression, Relation, TimexType
from briefgen.temporal.numbers import number_of
from briefgen.temporal.units import UNITS

__all__ = ["Slots", "clock_fields", "duration_value", "expression"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What a rule's slots hold."""

    values: Mapping[str, str]
    """Slot → value from its lexicon; of a pattern, the text; and the rule's constants."""
    raw: Mapping[str, str]
    """Slot → the text, lower case."""
    places: Mapping[str, tuple[int, int]]
    """Slot → where it stands, counted from the start of the match."""
    locale: Locale

    def get(self, slot: str) -> str | None:
        """A slot's value, None where it was not filled."""
        return self.values.get(slot)

    def number(self, slot: str = "number") -> float | None:
        """The number in a slot; None where it is vague or missing."""
        text = self.values.get(slot)
        return None if text is None else number_of(text, self.locale)


def expression(
    kind: str,
    value: str,
    fields: Mapping[str, str | None],
    *,
    type_: TimexType = TimexType.DATE,
    mod: str | None = None,
    relation: Relation = Relation.AT,
    quant: str | None = None,
    freq: str | None = None,
) -> Expression:
    """What was said, its fields without the untold ones."""
    told = tuple((key, text) for key, text in fields.items() if text is not None)
    return Expression(
        type=type_,
        value=value,
        mod=mod,
        relation=relation,
        quant=quant,
        freq=freq,
        fields=(("kind", kind), *told),
    )


def duration_value(number: float | None, unit: str) -> str:
    """TIMEX3 value of a length: P3W, PT36H, P2Y6M, PXD."""
    known = UNITS[unit]
    prefix = "PT" if known.clock else "P"
    if number is None:
        return f"{prefix}X{known.letter}"
    amount = number * known.size
    whole = int(amount)
    if amount == whole:
        return f"{prefix}{whole}{known.letter}"
    below = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60) if known.clock else ("W", 4)}
    if known.letter in below:
        letter, size = below[known.letter]
        rest = round((amount - whole) * size, 6)
        if rest == int(rest):
            more = f"{whole}{known.letter}" if whole else ""
            return f"{prefix}{more}{int(rest)}{letter}"
    return f"{prefix}{amount:g}{known.letter}"


def clock_fields(slots: Slots) -> dict[str, str | None] | None:
    """Hour, minute, second and offset as told; None where there is no such time."""
    hour_text = slots.get("hour")
    if slots.get("hm") is not None:
        digits = slots.values["hm"].replace(".", ":").replace("h", ":")
        if ":" not in digits:
            digits = f"{digits[:2]}:{digits[2:]}"
        hour_text, *rest = digits.split(":")
    else:
        rest = [text for text in (slots.get("minute"), slots.get("second")) if text]
    if hour_text is None:
        return {}
    hour, minute = int(hour_text), int(rest[0]) if rest else None
    second = int(rest[1]) if len(rest) > 1 else None
    half = slots.get("ampm")
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "PM" else 0)
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return {
        "hour": str(hour),
        "minute": None if minute is None else str(minute),
        "second": None if second is None else str(second),
        "offset": slots.get("tz"),
    }
