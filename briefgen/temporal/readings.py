"""What a rule's slots say → Expression: phase 1, before any anchor.

A reading takes the slots of a match, the rule's constants among them, and returns what was said,
or None where the words cannot mean a time ("July 45"). The fields of the Expression are what
phase 2 resolves; their ``kind`` says how.

=============  ==============================================================================
kind           fields
=============  ==============================================================================
``calendar``   y m d wd season quarter half decade century holiday week: what is named;
               which: last (-1), this (0), next (+1) of it; yshift, wshift: in last year,
               in last week; beyond: so many days on; week: that of the day, or (end) up to
               it; part hour minute second offset: of a day; mod
``shift``      unit, shift: a unit so many units off; base: ``pub`` or ``text``; ahead: a length
               where the verb is past; loose: nowadays in a text that tells no days; told: how
               corpora of the language tell it; near: from the document's date where the text
               tells none so fine
``span``       unit, n, side: the last or next so many units
``duration``   unit, n
``edge``       unit, n, side; y m yshift: so many units at the start or end of a month or year
``set``        nothing more: how often, no place on the time line
``ref``        ref: PRESENT_REF, PAST_REF, FUTURE_REF; side
``part``       part: a part of a day told elsewhere
``clock``      hour minute second offset: of a day told elsewhere; twelve: the half of the day
               is not in it
``untold``     nothing more: a year before the first of the calendar
``range``      a.* and b.*: the fields of two ends
=============  ==============================================================================
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from briefgen.model import Expression, Relation, TimexType
from briefgen.temporal.clocks import clock, clock_range, clock_words, part
from briefgen.temporal.eras import before_christ, before_christ_range, vague_length
from briefgen.temporal.idioms import season_years, seasons_ago
from briefgen.temporal.lengths import compound, duration, duration_range, edge
from briefgen.temporal.numbers import number_of, written
from briefgen.temporal.slots import Slots, clock_fields, duration_value, expression
from briefgen.temporal.units import UNITS

__all__ = ["READINGS", "Reading"]


Reading = Callable[[Slots], Expression | None]

_DATE_FIELDS = (
    "y", "m", "d", "wd", "season", "quarter", "half", "decade", "century", "holiday", "week",
    "which", "yshift", "wshift", "base", "part", "weak", "beyond",
)  # fmt: skip
MONTH_LENGTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def calendar(slots: Slots) -> Expression | None:
    """A date by its names: year, month, day, weekday, season, quarter, holiday and the like."""
    fields: dict[str, str | None] = {name: slots.get(name) for name in _DATE_FIELDS}
    year = _year(slots)
    if year is not None and not 1 <= year <= 9998:
        return None
    fields["y"] = None if year is None else str(year)
    if (day_text := fields["d"]) is not None:
        day = int("".join(c for c in day_text if c.isdigit()) or "0")
        month = int(fields["m"] or "1")
        if not 1 <= month <= 12 or not 1 <= day <= MONTH_LENGTH[month - 1]:
            return None
        if month == 2 and day == 29 and year is not None and not _leap(year):
            return None
        fields["d"] = str(day)
    if (century := fields["century"]) is not None:
        fields["century"] = "".join(c for c in century if c.isdigit())
    if (nth := slots.get("nth_weekday")) is not None:  # as holidays are told: the 1st Monday of May
        fields["holiday"] = f"{fields.pop('m')}-{nth}-{fields.pop('wd')}"
    if (decade := fields["decade"]) is not None:
        fields["decade"] = _decade(decade)
    if (clock := clock_fields(slots)) is None:
        return None
    fields.update(clock)
    timed = fields.get("part") is not None or fields.get("hour") is not None
    return expression(
        "calendar",
        _named(fields),
        fields,
        type_=TimexType.TIME if timed else TimexType.DATE,
        mod=slots.get("mod"),
    )


def iso(slots: Slots) -> Expression | None:
    """2024-07-18, 2024/7/18, 18.07.2024: digits in an order that only one reading has."""
    order = slots.values["order"]  # of the letters y, m, d; a day and month may lack their year
    if order == "ym" and _season(slots.values["digits"]):
        return None
    parts = slots.values["digits"].replace("/", "-").replace(".", "-").split("-")
    named = dict(zip(order, parts, strict=False))
    month = int(named["m"])
    if not 1 <= month <= 12:
        return None
    filled = {**slots.values, "m": str(month)}
    if "y" in named:
        filled["y" if len(named["y"]) == 4 else "yy"] = named["y"]
    if "d" in named:
        filled["d"] = named["d"]
    return calendar(replace(slots, values=filled))


def numeric(slots: Slots) -> Expression | None:
    """18/07/2024 or 07/18/2024: one order where only one is possible, else both are kept."""
    first, second, year = slots.values["digits"].replace(".", "/").split("/")
    one, two = int(first), int(second)
    full = year if len(year) == 4 else str(_century(int(year)))
    orders = [(d, m) for d, m in ((one, two), (two, one)) if 1 <= m <= 12 and 1 <= d <= 31]
    if not orders:
        return None
    if len(set(orders)) == 2:
        value = f"{full}-XX-XX"
        return expression("ambiguous", value, {"y": full, "one": first, "two": second})
    day, month = orders[0]
    filled = {**slots.values, "y": full, "m": str(month), "d": str(day)}
    return calendar(replace(slots, values=filled))


def shift(slots: Slots) -> Expression | None:
    """A unit some units off: yesterday, last week, three days ago, the following year."""
    unit, sign, base = slots.get("unit"), slots.get("shift"), slots.get("base") or "pub"
    if (deictic := slots.get("deictic")) is not None:
        unit, sign, *rest = deictic.split()
        base = rest[0] if rest else base
    if unit is None or sign is None:
        return None
    fields: dict[str, str | None] = {
        "unit": unit,
        "base": base,
        "part": slots.get("part"),
        "weak": slots.get("weak"),
        "told": slots.get("told"),
        "ahead": slots.get("ahead"),
        "loose": slots.get("loose"),
        "near": slots.get("near"),
    }
    counted = "number" in slots.values
    number = slots.number() if counted else 1.0
    if number is not None and slots.get("half"):
        number += 0.5
    if number is None:
        ref = "PAST_REF" if sign.startswith("-") else "FUTURE_REF"
        vague = {"ref": ref, "unit": unit, "base": base, "told": slots.get("told")}
        return expression("ref", ref, vague)
    fields["shift"] = written(float(sign) * number)
    fields["counted"] = "1" if counted else None
    value = f"UNDEF-{base}{float(sign) * number:+g}{unit}"
    hours = UNITS[unit].clock and not (unit == "H" and number >= 24)
    type_ = TimexType.TIME if fields["part"] or hours else TimexType.DATE
    return expression("shift", value, fields, type_=type_, mod=slots.get("mod"))


def span(slots: Slots) -> Expression | None:
    """The last, or the next, so many units: a length, and with an anchor a stretch."""
    unit = slots.values["unit"]
    number = slots.number() if "number" in slots.values else 1.0
    if slots.get("plural"):
        number = None
    fields = {"unit": unit, "n": written(number), "side": slots.values["side"]}
    value = duration_value(number, unit)
    return expression("span", value, fields, type_=TimexType.DURATION, mod=slots.get("mod"))


def spelled_year(slots: Slots) -> Expression | None:
    """Nineteen ninety-six; the year two thousand: words that must name a plausible year."""
    words = [slots.raw[name] for name in ("y_words", "y_words2", "y_words3") if name in slots.raw]
    filled = dict(slots.values)
    if words:
        filled["y_words"] = " ".join(words)
    elif "y_hundreds" in filled:
        tail = [slots.raw[name] for name in ("y_tail", "y_tail2") if name in slots.raw]
        number = number_of(" ".join(tail), slots.locale)
        if (
            number is None
            or not 10 <= number <= 99
            or (filled["y_hundreds"] == "20" and number < 20)
        ):
            return None
        filled["y_tail"] = " ".join(tail)
    said = calendar(replace(slots, values=filled))
    if said is None or not 1000 <= int(dict(said.fields)["y"]) <= 2199:
        return None
    return said


def day_range(slots: Slots) -> Expression | None:
    """17–22 July: two days of one month."""
    first = calendar(_only(slots, {"d": slots.values["d1"]}))
    last = calendar(_only(slots, {}))
    if first is None or last is None:
        return None
    return _range(first, last, slots, ("d1", "d"))


def two_dates(slots: Slots) -> Expression | None:
    """31 May-1 June 1916: two days, or two months, with a dash that leaves no space."""
    first = calendar(_only(slots, _side(slots)))
    last = calendar(slots)
    if first is None or last is None:
        return None
    places = slots.places
    cut = max(places[name][1] for name in ("m1", "d1") if name in places)
    start = min(places[name][0] for name in ("m", "d") if name in places)
    return _range(first, last, replace(slots, places={"a": (0, cut), "b": (start, 0)}), ("a", "b"))


def _side(slots: Slots) -> dict[str, str]:
    """The month and day of the first end; its year is the second's, or the one before."""
    told = {"m": slots.values["m1"]}
    if "d1" in slots.values:
        told["d"] = slots.values["d1"]
    if "y" in slots.values and int(told["m"]) > int(slots.values["m"]):
        told["y"] = str(int(slots.values["y"]) - 1)
    return told


def year_range(slots: Slots) -> Expression | None:
    """1914-18, 1914-1918: two years, the second perhaps by its last two digits."""
    start, second = int(slots.values["y1"]), slots.values["y2"]
    end = int(second) if len(second) == 4 else start - start % 100 + int(second)
    if end <= start:
        return None
    first, last = (calendar(_only(slots, {"y": str(year)})) for year in (start, end))
    return None if first is None or last is None else _range(first, last, slots, ("y1", "y2"))


def _only(slots: Slots, more: Mapping[str, str]) -> Slots:
    return replace(slots, values={**slots.values, **more})


def _range(first: Expression, last: Expression, slots: Slots, names: tuple[str, str]) -> Expression:
    """Two ends in one expression; ``cut`` and ``b_at`` tell where they part."""
    fields: dict[str, str | None] = {
        "cut": str(slots.places[names[0]][1]),
        "b_at": str(slots.places[names[1]][0]),
    }
    fields.update({f"a.{key}": text for key, text in first.fields})
    fields.update({f"b.{key}": text for key, text in last.fields})
    return expression("range", f"{first.value}/{last.value}", fields)


def nth_unit(slots: Slots) -> Expression | None:
    """For a second day: as long as that many units."""
    number = slots.get("ordinal") or slots.get("ordinal_figure") or ""
    count = int("".join(c for c in number if c.isdigit()) or "0")
    unit = slots.values["unit"]
    return expression(
        "duration",
        duration_value(float(count), unit),
        {"unit": unit, "n": str(count), "ordinal": "1"},
        type_=TimexType.DURATION,
    )


def repeated(slots: Slots) -> Expression | None:
    """How often: every Tuesday, daily, twice a week."""
    unit, wd, month, part = (slots.get(name) for name in ("unit", "wd", "m", "part"))
    if slots.get("often"):
        value = slots.values["often"]
    elif wd is not None:
        value = f"XXXX-WXX-{wd}" + (f"T{part}" if part else "")
    elif (holiday := slots.get("holiday")) is not None:
        day = holiday.split("-")
        fixed = len(day) == 2 and all(figure.isdigit() for figure in day)
        value = "-".join(["XXXX", *(f"{int(figure):02}" for figure in day if fixed)])
    elif month is not None:
        value = f"XXXX-{int(month):02}"
    elif unit is not None:
        value = duration_value(slots.number("interval") if slots.get("interval") else 1.0, unit)
    elif (season := slots.get("season")) is not None:
        value = f"XXXX-{season}"
    else:
        value = f"XXXX-XX-XXT{part}"
    freq = f"{written(slots.number('times'))}X" if slots.get("times") else slots.get("freq")
    return expression(
        "set",
        value,
        {"unit": unit},
        type_=TimexType.SET,
        relation=Relation.EVERY,
        quant=slots.get("quant"),
        freq=freq,
    )


def ref(slots: Slots) -> Expression | None:
    """Now, recently, the future: a part of the time line without a date."""
    value = slots.values["ref"]
    fields = {"ref": value, "unit": slots.get("unit"), "proper": slots.get("proper")}
    return expression("ref", value, fields)


def nothing(slots: Slots) -> Expression:  # noqa: ARG001 (a reading's shape)
    """Words that look like a time and are none ("a man aged 41 years"): no rule reads them."""
    return expression("nothing", "", {"weak": "1"})


READINGS: Mapping[str, Reading] = {
    "calendar": calendar,
    "iso": iso,
    "numeric": numeric,
    "spelled_year": spelled_year,
    "day_range": day_range,
    "year_range": year_range,
    "two_dates": two_dates,
    "nth_unit": nth_unit,
    "shift": shift,
    "span": span,
    "duration": duration,
    "repeated": repeated,
    "ref": ref,
    "part": part,
    "clock": clock,
    "clock_words": clock_words,
    "clock_range": clock_range,
    "before_christ": before_christ,
    "before_christ_range": before_christ_range,
    "vague_length": vague_length,
    "compound": compound,
    "duration_range": duration_range,
    "edge": edge,
    "nothing": nothing,
    "seasons_ago": seasons_ago,
    "season_years": season_years,
}
"""By the names that rules use."""


def _named(fields: Mapping[str, str | None]) -> str:
    """TIMEX3 value of names that are complete, else an underspecified one."""
    told = {key: text for key, text in fields.items() if text is not None}
    if set(told) <= {"y", "m", "d", "wd"} and "y" in told and ("m" in told or "wd" not in told):
        return "-".join(
            [f"{int(told['y']):04}", *(f"{int(told[k]):02}" for k in ("m", "d") if k in told)]
        )
    return "UNDEF-" + "-".join(f"{key}{text}" for key, text in told.items())


def _year(slots: Slots) -> int | None:
    """The year in whatever slot tells it: digits, two digits, words."""
    if (digits := slots.get("y")) is not None:
        return int(digits)
    if (short := slots.get("yy")) is not None:
        return _century(int("".join(c for c in short if c.isdigit())))
    if (hundreds := slots.get("y_hundreds")) is not None:
        tail = number_of(slots.values["y_tail"], slots.locale)
        return None if tail is None else int(hundreds) * 100 + int(tail)
    if (words := slots.get("y_words")) is not None:
        number = number_of(words, slots.locale)
        return None if number is None else int(number)
    return None


def _season(digits: str) -> bool:
    """Whether two figures are a year and the next one: 2006-07."""
    year, following = digits.split("-")
    return (int(year) + 1) % 100 == int(following)


def _century(two_digits: int) -> int:
    """A year told by two digits, in the hundred years up to 2034: "the winter of ’41"."""
    return two_digits + (2000 if two_digits < 35 else 1900)


def _decade(text: str) -> str:
    """First year of a decade: "1990s"; of the last century "’90s" or the lexicon's "90"."""
    digits = "".join(c for c in text if c.isdigit())
    return digits if len(digits) == 4 else f"19{digits}"


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
