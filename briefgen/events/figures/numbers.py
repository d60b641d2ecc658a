"""Text → the numbers in it, in digits and words: "4.5 billion", "two hundred and six", "dozens"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.knowledge.cues import Numbers

__all__ = ["Figure", "Part", "figure_at", "number_value", "read_parts"]

ONES, TENS = 10, 20
"""Below which ones lie, and from which tens take them: "thirty three"."""
_REST = (
    r"|(?P<word>[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*)"
    r"|(?P<sign>[%$€£₴¥₽])"
    r"|(?P<dash>[-–—])"
    r"|(?P<mark>[^\s\w])"
)


@cache
def _parts(thousands: str, decimal: str) -> re.Pattern[str]:
    """Numbers as a language writes them, words, signs and marks."""
    groups, point = re.escape(thousands), re.escape(decimal)
    number = rf"\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d)(?:{point}\d+)?|\d+(?:{point}\d+)?"
    return re.compile(rf"(?P<number>{number}){_REST}")


@dataclass(frozen=True, slots=True)
class Part:
    """A number, a word, a sign."""

    kind: str
    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits or words: parts ``first`` to ``last`` (exclusive)."""

    value: float
    first: int
    last: int
    loose: bool = False
    """Told as "dozens"."""
    currency: str | None = None
    plain: bool = False
    """Digits only, no separator: may be a year."""


def read_parts(text: str, words: Numbers) -> tuple[Part, ...]:
    """The numbers, words, signs and marks of a text."""
    return tuple(
        Part(m.lastgroup or "", m.group(), _plain(m.group()), m.start(), m.end())
        for m in _parts(words.thousands, words.decimal).finditer(text)
    )


def _plain(part: str) -> str:
    return part.lower().replace("’", "'").replace("ʼ", "'")


def figure_at(parts: Sequence[Part], at: int, words: Numbers) -> Figure | None:
    """The figure that starts at a part."""
    part = parts[at]
    if part.kind == "sign" and part.text in words.currencies and at + 1 < len(parts):
        inner = _digits(parts, at + 1, words) if parts[at + 1].start == part.end else None
        if inner is None:
            return None
        return Figure(inner.value, at, inner.last, currency=words.currencies[part.text])
    if part.kind == "number":
        return _digits(parts, at, words)
    if part.kind == "word":
        return _spelled(parts, at, words)
    return None


def _digits(parts: Sequence[Part], at: int, words: Numbers) -> Figure | None:
    """Digits: "4.5 billion", "6,600", "200k"; None for "F-16", "54th", "14:05", "2024/18"."""
    part = parts[at]
    if part.kind != "number":
        return None
    before = parts[at - 1] if at else None
    if before is not None and before.end == part.start and _glued(parts, at, words):
        return None
    digits = re.sub(f"[{re.escape(words.thousands)}]", "", part.text)
    value = float(digits.replace(words.decimal, "."))
    last = at + 1
    if last < len(parts) and parts[last].start == part.end:
        after = parts[last]
        if after.lower in words.suffixes:
            value *= words.suffixes[after.lower]
            last += 1
        elif after.kind in {"word", "number"} or (
            after.text in ":/" and last + 1 < len(parts) and parts[last + 1].start == after.end
        ):
            return None
    if last < len(parts) and parts[last].lower in words.scales:
        value *= words.scales[parts[last].lower]
        last += 1
        if last < len(parts) and parts[last - 1].lower in words.short and parts[last].text == ".":
            last += 1
    elif _bound(parts, last):
        return None
    return Figure(value, at, last, plain=part.text.isdigit() and last == at + 1)


def _glued(parts: Sequence[Part], at: int, words: Numbers) -> bool:
    """Whether a number is stuck to what stands before it: "F-16", "B2", "#5", "3:05"."""
    before = parts[at - 1]
    if before.kind == "dash":
        return at > 1 and parts[at - 2].end == before.start and parts[at - 2].kind == "word"
    return before.text not in {"(", "[", "“", '"', "‘", "'", "~", "+", *words.currencies}


def _bound(parts: Sequence[Part], last: int) -> bool:
    """Whether a hyphen ties a number to a word after it: "70-year-old", "9-year"."""
    if last + 1 >= len(parts) or parts[last].kind != "dash":
        return False
    dash, after = parts[last], parts[last + 1]
    tied = dash.start == parts[last - 1].end and after.start == dash.end
    return tied and after.kind == "word" and dash.text == "-"


def _spelled(parts: Sequence[Part], at: int, words: Numbers) -> Figure | None:
    """Words: "two", "twenty-five", "two hundred and six", "a dozen", "hundreds of thousands"."""
    first = parts[at]
    if first.lower in words.vague:
        return _vague(parts, at, words)
    halved = _halved(parts, at, words)
    if halved is not None:
        return halved
    total, current, last = 0.0, 0.0, at
    if first.lower in words.a and at + 1 < len(parts) and parts[at + 1].lower in words.scales:
        current, last = 1.0, at + 1
    while last < len(parts):
        part = parts[last]
        value = number_value(part.lower, words)
        if value is not None and (current % 100 == 0 or _follows_tens(value, current)):
            current += value
        elif part.lower in words.scales and last > at:
            total, current = _scaled(total, current, words.scales[part.lower])
        elif last > at and part.lower in words.joined and _half_scale(parts, last + 1, words):
            current, last = current + 0.5, _half_scale(parts, last + 1, words) - 2
        elif not (last > at and (total or current >= 100) and _adds(parts, last, words)):
            break
        last += 1
    return Figure(total + current, at, last) if last > at else None


def _halved(parts: Sequence[Part], at: int, words: Numbers) -> Figure | None:
    """Words: "half a million"."""
    last = _half_scale(parts, at, words)
    return Figure(0.5 * words.scales[parts[last - 1].lower], at, last) if last else None


def _half_scale(parts: Sequence[Part], at: int, words: Numbers) -> int:
    """The part after "half a million", "a half million"; 0 where there is none."""
    told = [part.lower for part in parts[at : at + 3]]
    halves = sum(word in words.half for word in told)
    for size in (3, 2):
        *before, scale = told[:size] or [""]
        plain = all(word in words.half or word in words.a for word in before)
        if halves == 1 and len(before) == size - 1 and plain and scale in words.scales:
            return at + size
    return 0


def _vague(parts: Sequence[Part], at: int, words: Numbers) -> Figure:
    """Words: "dozens", "hundreds of thousands"."""
    value, last = float(words.vague[parts[at].lower]), at + 1
    if last + 1 < len(parts) and parts[last].lower in words.of:
        more = words.vague.get(parts[last + 1].lower)
        if more is not None:
            value, last = value * more / 2, last + 2
    return Figure(value, at, last, loose=True)


def _scaled(total: float, current: float, scale: int) -> tuple[float, float]:
    """What is counted so far, after "hundred" or a greater word."""
    if scale <= 100:
        return total, (current or 1) * scale
    return total + (current or 1) * scale, 0.0


def _follows_tens(value: float, current: float) -> bool:
    """Whether ones follow tens: "thirty three"."""
    return value < ONES and current % 100 >= TENS and current % ONES == 0


def _adds(parts: Sequence[Part], at: int, words: Numbers) -> bool:
    """Whether an "and" goes on with the number: "two hundred *and* six"."""
    follows = at + 1 < len(parts) and number_value(parts[at + 1].lower, words) is not None
    return parts[at].lower in words.joined and follows


def number_value(word: str, words: Numbers) -> int | None:
    """The value of a number word, hyphened ones ("twenty-five") included."""
    if word in words.values:
        return words.values[word]
    tens, hyphen, ones = word.partition("-")
    if hyphen and words.values.get(tens, 0) >= 20 and 0 < words.values.get(ones, 0) < 10:
        return words.values[tens] + words.values[ones]
    return None
