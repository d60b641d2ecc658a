"""Text → the figures in it, what each counts, and how firmly it is told.

"at least 14 grey patrol boats" is 14 of ``boat``, at least; "40,000 to 50,000 tonnes" is a
range; "30 sailors each" has the scope ``each`` (:mod:`briefgen.events.figures.scopes`).
Dates, clock times, ages, calibres, ordinals and names of weapons are no figures. The words are data
(knowledge/cues/numbers.LANGUAGE.toml).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.events.figures.counted import PHRASE, noun_after
from briefgen.events.figures.numbers import Figure, Part, figure_at, read_parts
from briefgen.events.figures.scopes import Whole, rises, scope_of, whole_of
from briefgen.events.figures.tolls import counted_apart, next_figure
from briefgen.knowledge.cues import Numbers, load_numbers
from briefgen.model import Quantity

__all__ = ["FoundQuantity", "find_quantities"]

YEARS = range(1800, 2101)
"""Bare numbers that are years rather than counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuantity:
    """A quantity and where it stands: ``text[start:end] == quantity.text``."""

    start: int
    end: int
    quantity: Quantity


def find_quantities(
    text: str, *, skip: Sequence[tuple[int, int]] = (), language: str = "en"
) -> tuple[FoundQuantity, ...]:
    """The figures of a text that count something, in its order, none inside another.

    ``skip`` are spans (dates) whose numbers are no figures. Raises KnowledgeError for a language
    of which no number words are known.
    """
    words = load_numbers(language)
    parts = read_parts(text, words)
    found: list[FoundQuantity] = []
    at = 0
    while at < len(parts):
        figure = figure_at(parts, at, words)
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


def _skipped(parts: Sequence[Part], figure: Figure, skip: Sequence[tuple[int, int]]) -> bool:
    start, end = parts[figure.first].start, parts[figure.last - 1].end
    return any(left < end and start < right for left, right in skip)


def _quantity(
    text: str, parts: Sequence[Part], figure: Figure, words: Numbers
) -> tuple[FoundQuantity, int] | None:
    """The quantity of a figure, and the part after it; None where it counts nothing."""
    mod, first = _mod(parts, figure.first, words)
    if mod and parts[figure.first - 1].lower in words.reaching and rises(parts, first, words):
        mod, first = None, figure.first  # "зросла до 13", not "до 13 човнів"
    changed = bool(first) and parts[first - 1].lower in words.starting
    changed = changed and rises(parts, first, words)
    upper, last = (None, figure.last) if changed else _range(parts, figure, words)
    tempered, last = _mod_after(parts, last, words) if upper is None else (None, last)
    whole = whole_of(parts, figure, last, words)
    named = whole is None or whole.named
    counted = (named and _unit(parts, figure, last, words)) or _unit_of(
        parts, figure, (first, last), whole, split=changed, words=words
    )
    if counted is None:
        return None
    unit, end = counted
    before = parts[figure.first - 1] if figure.first else None
    if before is not None and before.lower in words.not_before and not figure.currency:
        return None
    if figure.plain and figure.value in YEARS and upper is None and end <= last:
        return None
    if upper is None and tempered is None:
        tempered, end = _mod_after(parts, end, words)
    start, stop = parts[first].start, parts[end - 1].end
    quantity = Quantity(
        value=figure.value,
        upper=upper,
        unit=unit,
        text=text[start:stop],
        mod=tempered or mod or ("about" if figure.loose else None),
        scope=scope_of(parts, (first, last, end), whole, words),
        whole=whole.value if whole else None,
    )
    return FoundQuantity(start=start, end=stop, quantity=quantity), max(end, last)


def _unit_of(
    parts: Sequence[Part],
    figure: Figure,
    span: tuple[int, int],
    whole: Whole | None,
    *,
    split: bool,
    words: Numbers,
) -> tuple[str, int] | None:
    """What a figure counts whose noun does not follow it, and the part after its words."""
    if whole is not None:  # nine of them were killed
        return _people(parts, figure, whole.last, words)
    if figure.plain and figure.value in YEARS:
        return None
    unit = counted_apart(parts, figure, span, words)
    if unit is not None:
        return unit, span[1]
    return _shared(parts, figure, span[1], split=split, words=words)


def _shared(
    parts: Sequence[Part], figure: Figure, last: int, *, split: bool, words: Numbers
) -> tuple[str, int] | None:
    """The noun that a figure shares with a later one, and the part after the figure's words."""
    following = next_figure(parts, figure, last, words, split=split)
    if following is None:
        return None
    later, end = following
    noun = _unit(parts, later, later.last, words)
    if noun is None or noun[1] == later.last:
        noun = _shared(parts, later, later.last, split=False, words=words)
    return (noun[0], end) if noun else None


def _mod_after(parts: Sequence[Part], at: int, words: Numbers) -> tuple[str | None, int]:
    """What tempers a figure from behind ("or more"), and the part after it."""
    for length in (3, 2, 1):
        phrase = tuple(part.lower for part in parts[at : at + length])
        if len(phrase) == length and phrase in words.after_mods:
            return words.after_mods[phrase], at + length
    return None, at


def _range(parts: Sequence[Part], figure: Figure, words: Numbers) -> tuple[float | None, int]:
    """Upper end of a range that the figure begins, and the part after it."""
    at = figure.last
    if at + 1 >= len(parts):
        return None, at
    between = figure.first > 0 and parts[figure.first - 1].lower in words.between
    joint = parts[at].lower in words.to | words.alternatives
    joint = joint or (between and parts[at].lower in words.joined)
    if not joint:
        return None, at
    upper = _upper(parts, at + 1, words)
    if upper is None or upper.currency != (figure.currency if upper.currency else None):
        return None, at
    value = upper.value
    if value <= figure.value:
        return None, at
    return value, upper.last


def _upper(parts: Sequence[Part], at: int, words: Numbers) -> Figure | None:
    """The figure after the word or dash of a range; a dash may touch it."""
    if parts[at].kind == "number" and parts[at - 1].kind == "dash":
        loose = Part("mark", "(", "(", parts[at - 1].start, parts[at].start)
        upper = figure_at((loose, *parts[at : at + PHRASE]), 1, words)
        return upper and replace(upper, first=at, last=upper.last + at - 1)
    return figure_at(parts, at, words)


def _mod(parts: Sequence[Part], first: int, words: Numbers) -> tuple[str | None, int]:
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
    parts: Sequence[Part], figure: Figure, last: int, words: Numbers
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
    return noun_after(parts, figure, last, words) or _people(parts, figure, last, words)


def _people(
    parts: Sequence[Part], figure: Figure, last: int, words: Numbers
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
    bare = parts[figure.last - 1].lower in words.persons and figure.last == last
    if bare and (
        last == len(parts) or parts[last].kind != "word" or parts[last].lower in words.stop
    ):
        return words.hurt_unit, last
    index = last
    while index < len(parts) and index < last + 4 and parts[index].lower in words.linking:
        index += 1
    if index < len(parts) and parts[index].lower in words.hurt_after:
        return words.hurt_unit, last
    return None
