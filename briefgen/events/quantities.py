"""Text → the figures in it, what each counts, and how firmly it is told.

"at least 14 grey patrol boats" is 14 of ``boat``, at least; "40,000 to 50,000 tonnes" is a
range; "30 sailors each" has the scope ``each``. Dates, clock times, ages, calibres, ordinals and
names of weapons are no figures. The words are data (knowledge/cues/numbers.LANGUAGE.toml).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.knowledge.cues import Numbers, load_numbers
from briefgen.model import Quantity

__all__ = ["FoundQuantity", "find_quantities"]

PHRASE = 6
"""Words between a figure and its noun, at most."""
YEARS = range(1800, 2101)
"""Bare numbers that are years rather than counts."""

_PART = re.compile(
    r"(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*)"
    r"|(?P<sign>[%$€£₴¥])"
    r"|(?P<dash>[-–—])"
    r"|(?P<mark>[^\s\w])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuantity:
    """A quantity and where it stands: ``text[start:end] == quantity.text``."""

    start: int
    end: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Part:
    """A number, a word, a sign."""

    kind: str
    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in digits or words: parts ``first`` to ``last`` (exclusive)."""

    value: float
    first: int
    last: int
    loose: bool = False
    """Told as "dozens"."""
    currency: str | None = None
    plain: bool = False
    """Digits only, no separator: may be a year."""


def find_quantities(
    text: str, *, skip: Sequence[tuple[int, int]] = (), language: str = "en"
) -> tuple[FoundQuantity, ...]:
    """The figures of a text that count something, in its order, none inside another.

    ``skip`` are spans (dates) whose numbers are no figures. Raises KnowledgeError for a language
    of which no number words are known.
    """
    words = load_numbers(language)
    parts = tuple(
        _Part(m.lastgroup or "", m.group(), m.group().lower(), m.start(), m.end())
        for m in _PART.finditer(text)
    )
    found: list[FoundQuantity] = []
    at = 0
    while at < len(parts):
        figure = _figure(parts, at, words)
        if figure is None or _skipped(parts, figure, skip):
            at = figure.last if figure else at + 1
            continue
        made = _quantity(text, parts, figure, words)
        if made is None:
            at = figure.last
            continue
        quantity, at = made
        found.append(quantity)
    return tuple(found)


def _skipped(parts: Sequence[_Part], figure: _Figure, skip: Sequence[tuple[int, int]]) -> bool:
    start, end = parts[figure.first].start, parts[figure.last - 1].end
    return any(left < end and start < right for left, right in skip)


def _figure(parts: Sequence[_Part], at: int, words: Numbers) -> _Figure | None:
    """The figure that starts at a part."""
    part = parts[at]
    if part.kind == "sign" and part.text in words.currencies and at + 1 < len(parts):
        inner = _digits(parts, at + 1, words) if parts[at + 1].start == part.end else None
        if inner is None:
            return None
        return _Figure(inner.value, at, inner.last, currency=words.currencies[part.text])
    if part.kind == "number":
        return _digits(parts, at, words)
    if part.kind == "word":
        return _spelled(parts, at, words)
    return None


def _digits(parts: Sequence[_Part], at: int, words: Numbers) -> _Figure | None:
    """Digits: "4.5 billion", "6,600", "200k"; None for "F-16", "54th", "14:05", "2024/18"."""
    part = parts[at]
    if part.kind != "number":
        return None
    before = parts[at - 1] if at else None
    if before is not None and before.end == part.start and _glued(parts, at, words):
        return None
    value = float(re.sub(r"[,\u00a0\u202f]", "", part.text))
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
    elif _bound(parts, last):
        return None
    return _Figure(value, at, last, plain=part.text.isdigit() and last == at + 1)


def _glued(parts: Sequence[_Part], at: int, words: Numbers) -> bool:
    """Whether a number is stuck to what stands before it: "F-16", "B2", "#5", "3:05"."""
    before = parts[at - 1]
    if before.kind == "dash":
        return at > 1 and parts[at - 2].end == before.start and parts[at - 2].kind == "word"
    return before.text not in {"(", "[", "“", '"', "‘", "'", "~", "+", *words.currencies}


def _bound(parts: Sequence[_Part], last: int) -> bool:
    """Whether a hyphen ties a number to a word after it: "70-year-old", "9-year"."""
    if last + 1 >= len(parts) or parts[last].kind != "dash":
        return False
    dash, after = parts[last], parts[last + 1]
    tied = dash.start == parts[last - 1].end and after.start == dash.end
    return tied and after.kind == "word" and dash.text == "-"


def _spelled(parts: Sequence[_Part], at: int, words: Numbers) -> _Figure | None:
    """Words: "two", "twenty-five", "two hundred and six", "a dozen", "hundreds of thousands"."""
    first = parts[at]
    if first.lower in words.vague:
        return _vague(parts, at, words)
    total, current, last = 0.0, 0.0, at
    if first.lower in words.a and at + 1 < len(parts) and parts[at + 1].lower in words.scales:
        current, last = 1.0, at + 1
    while last < len(parts):
        part = parts[last]
        value = _value(part.lower, words)
        if value is not None and (current % 100 == 0 or value < current % 100 % 10 == 0):
            current += value
        elif part.lower in words.scales and last > at:
            total, current = _scaled(total, current, words.scales[part.lower])
        elif not (last > at and (total or current >= 100) and _adds(parts, last, words)):
            break
        last += 1
    return _Figure(total + current, at, last) if last > at else None


def _vague(parts: Sequence[_Part], at: int, words: Numbers) -> _Figure:
    """Words: "dozens", "hundreds of thousands"."""
    value, last = float(words.vague[parts[at].lower]), at + 1
    if last + 1 < len(parts) and parts[last].lower in words.of:
        more = words.vague.get(parts[last + 1].lower)
        if more is not None:
            value, last = value * more / 2, last + 2
    return _Figure(value, at, last, loose=True)


def _scaled(total: float, current: float, scale: int) -> tuple[float, float]:
    """What is counted so far, after "hundred" or a greater word."""
    if scale <= 100:
        return total, (current or 1) * scale
    return total + (current or 1) * scale, 0.0


def _adds(parts: Sequence[_Part], at: int, words: Numbers) -> bool:
    """Whether an "and" goes on with the number: "two hundred *and* six"."""
    follows = at + 1 < len(parts) and _value(parts[at + 1].lower, words) is not None
    return parts[at].lower in words.joined and follows


def _value(word: str, words: Numbers) -> int | None:
    """The value of a number word, hyphened ones ("twenty-five") included."""
    if word in words.values:
        return words.values[word]
    tens, hyphen, ones = word.partition("-")
    if hyphen and words.values.get(tens, 0) >= 20 and 0 < words.values.get(ones, 0) < 10:
        return words.values[tens] + words.values[ones]
    return None


def _quantity(
    text: str, parts: Sequence[_Part], figure: _Figure, words: Numbers
) -> tuple[FoundQuantity, int] | None:
    """The quantity of a figure, and the part after it; None where it counts nothing."""
    upper, last = _range(parts, figure, words)
    mod, first = _mod(parts, figure.first, words)
    counted = _unit(parts, figure, last, words)
    if counted is None:
        return None
    unit, end = counted
    before = parts[figure.first - 1] if figure.first else None
    if before is not None and before.lower in words.not_before and not figure.currency:
        return None
    if figure.plain and figure.value in YEARS and upper is None and end <= last:
        return None
    start, stop = parts[first].start, parts[end - 1].end
    each = any(p.lower in words.each for p in _clause(parts, end, words.each_within))
    quantity = Quantity(
        value=figure.value,
        upper=upper,
        unit=unit,
        text=text[start:stop],
        mod=mod or ("about" if figure.loose else None),
        scope="each" if each else None,
    )
    return FoundQuantity(start=start, end=stop, quantity=quantity), max(end, last)


def _clause(parts: Sequence[_Part], at: int, most: int) -> list[_Part]:
    """Words from a part on, up to the next mark."""
    kept: list[_Part] = []
    for part in parts[at : at + most]:
        if part.kind != "word":
            break
        kept.append(part)
    return kept


def _range(parts: Sequence[_Part], figure: _Figure, words: Numbers) -> tuple[float | None, int]:
    """Upper end of a range that the figure begins, and the part after it."""
    at = figure.last
    if at + 1 >= len(parts):
        return None, at
    between = figure.first > 0 and parts[figure.first - 1].lower in words.between
    joint = parts[at].lower in words.to or (between and parts[at].lower in words.joined)
    if not joint:
        return None, at
    upper = _upper(parts, at + 1, words)
    if upper is None or upper.currency != (figure.currency if upper.currency else None):
        return None, at
    value = upper.value
    if value <= figure.value:
        return None, at
    return value, upper.last


def _upper(parts: Sequence[_Part], at: int, words: Numbers) -> _Figure | None:
    """The figure after the word or dash of a range; a dash may touch it."""
    if parts[at].kind == "number" and parts[at - 1].kind == "dash":
        loose = _Part("mark", "(", "(", parts[at - 1].start, parts[at].start)
        upper = _figure((loose, *parts[at : at + PHRASE]), 1, words)
        return upper and replace(upper, first=at, last=upper.last + at - 1)
    return _figure(parts, at, words)


def _mod(parts: Sequence[_Part], first: int, words: Numbers) -> tuple[str | None, int]:
    """What tempers a figure ("at least", "about"), and where that begins."""
    if first and parts[first - 1].lower in words.between:
        return None, first - 1
    for length in range(3, 0, -1):
        if first >= length:
            phrase = tuple(part.lower for part in parts[first - length : first])
            if phrase in words.mods:
                return words.mods[phrase], first - length
    return None, first


def _unit(
    parts: Sequence[_Part], figure: _Figure, last: int, words: Numbers
) -> tuple[str, int] | None:
    """What a figure counts, and the part after it."""
    if figure.currency is not None:
        return figure.currency, last
    for length in (2, 1):
        phrase = tuple(part.lower for part in parts[last : last + length])
        if phrase in words.units:
            return words.units[phrase], last + len(phrase)
    if last < len(parts) and parts[last].lower in words.calibers:
        return None
    return _noun(parts, figure, last, words) or _people(parts, figure, last, words)


def _noun(
    parts: Sequence[_Part], figure: _Figure, last: int, words: Numbers
) -> tuple[str, int] | None:
    """The head noun of the phrase after a figure, in the singular."""
    at = last
    if at < len(parts) and parts[at].lower in words.of:
        at += 1
        if at < len(parts) and parts[at].lower in words.articles:
            at += 1
        whole = _figure(parts, at, words) if at < len(parts) else None
        at = whole.last if whole else at
    head: tuple[str, int] | None = None
    for index in range(at, min(at + PHRASE, len(parts))):
        part = parts[index]
        if part.kind != "word" or part.lower in words.stop:
            break
        if index > at and (_value(part.lower, words) is not None or _participle(part, words)):
            break
        one = _singular(part.lower, words)
        if one is not None:
            head = one, index + 1
            compound = index + 1 < len(parts) and parts[index + 1].lower in words.plurals
            if not compound:
                break
        elif figure.value == 1 and not figure.plain and head is None:
            follows = parts[index + 1] if index + 1 < len(parts) else None
            single = not _in_phrase(follows, words) or _participle(follows, words)
            if single and index < at + 3:
                return part.lower, index + 1
    return head


def _in_phrase(part: _Part | None, words: Numbers) -> bool:
    return part is not None and part.kind == "word" and part.lower not in words.stop


def _participle(part: _Part | None, words: Numbers) -> bool:
    """Whether a word after the first of a phrase ends it as a verb does: "one soldier *died*"."""
    return part is not None and part.lower.endswith(words.verb_endings)


def _singular(word: str, words: Numbers) -> str | None:
    """The singular of a plural noun; None for any other word."""
    bare = re.sub(r"[’'ʼ]$", "", word)
    if bare in words.plurals:
        return words.plurals[bare]
    tail = bare.rsplit("-", 1)[-1]
    if bare in words.singular or len(tail) < 3 or bare.endswith(words.plural_never):
        return None
    for ending, put, least in words.plural_endings:
        if bare.endswith(ending) and len(bare) - len(ending) >= least:
            return bare.removesuffix(ending) + put
    return None


def _people(
    parts: Sequence[_Part], figure: _Figure, last: int, words: Numbers
) -> tuple[str, int] | None:
    """People, though no noun says so: "killed 12 and wounded 30", "twelve were killed"."""
    at = figure.first - 1
    _, at_mod = _mod(parts, figure.first, words)
    at = at_mod - 1
    if at >= 0 and parts[at].lower in words.hurt_before:
        follows = parts[last] if last < len(parts) else None
        if follows is None or follows.kind in {"mark", "dash"}:
            return words.hurt_unit, last
        if follows.lower in (words.stop | words.linking):
            return words.hurt_unit, last
    index = last
    while index < len(parts) and index < last + 4 and parts[index].lower in words.linking:
        index += 1
    if index < len(parts) and parts[index].lower in words.hurt_after:
        return words.hurt_unit, last
    return None
