"""A quote and its mentions → one line for a brief, in the quote's own words.

Cut: connectives and phrases of the page's voice before the fact, its evaluation after it. Put in:
absolute dates for relative ones, a name for a leading pronoun, both in square brackets where the
sentence around them would not carry a plain replacement. Nothing else changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from briefgen.events.facts import fact_span
from briefgen.events.lexicon import Statements
from briefgen.events.words import Wording, read_wording
from briefgen.model import Anchor, Grain, Interval, Mention, Relation, from_edtf, to_edtf

__all__ = ["headline"]


class Label(Protocol):
    """Words an interval; ``ahead`` where it is open and lies in the future."""

    def __call__(self, interval: Interval, *, ahead: bool = False) -> str:
        """The words: "18 Jul 2024"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A replacement of ``text[start:end]``."""

    start: int
    end: int
    put: str


def headline(
    text: str,
    span: tuple[int, int],
    mentions: Sequence[Mention],
    *,
    speaker: str | None,
    label: Label,
    lexicon: Statements,
) -> str:
    """One line from ``text[start:end]``; offsets of the mentions are in the same text.

    ``speaker`` names whom a leading "he" or "she" means, None where that is not known.
    """
    wording = read_wording(text, *span)
    start, end = fact_span(wording, mentions, lexicon)
    edits = [_dated(text, m, label, lexicon) for m in mentions if start <= m.start and m.end <= end]
    edits += _named(wording, start, speaker, lexicon)
    line = _apply(text, start, end, [e for e in edits if e is not None])
    line = " ".join(line.split()).strip(" ,;:—–")
    return _capital(_closed(line))


def _dated(text: str, mention: Mention, label: Label, lexicon: Statements) -> Edit | None:
    """The absolute wording of one relative mention; None where its own words are absolute."""
    start, end = mention.start, mention.end
    if mention.anchor is Anchor.ABSOLUTE:
        return None
    if mention.interval is None:
        unknown = f"“{mention.text}” [{lexicon.unknown}]"
        return Edit(start=start, end=end, put=unknown) if _names_weekday(mention) else None
    interval = _bare(mention.interval, mention.relation)
    ahead = mention.relation is Relation.AT
    words = label(interval)
    a_day = interval.grain is Grain.DAY and len(mention.text.split()) == 1
    a_named_unit = mention.text[:1].isupper() and interval.grain > Grain.WEEK
    if a_named_unit and interval.bounded and "/" not in to_edtf(interval):
        return Edit(start=start, end=end, put=words)
    if not a_day and not _names_weekday(mention):
        return Edit(start=end, end=end, put=f" [{label(_days(mention.interval), ahead=ahead)}]")
    if text[end : end + 2] in lexicon.possessives:
        return Edit(start=start, end=end + 2, put=f"{lexicon.the} {words}")
    if words[:1].isalpha():
        words = f"{lexicon.the} {words}"
    tied = _after_preposition(text, start, lexicon)
    return Edit(start=start, end=end, put=words if tied else f"{lexicon.on} {words}")


def _after_preposition(text: str, at: int, lexicon: Statements) -> bool:
    """Whether the word before an offset is one that a date may follow: "on", "since"."""
    before = text[max(0, at - 12) : at].split()
    return bool(before) and text[at - 1] == " " and before[-1].lower() in lexicon.date_prepositions


def _names_weekday(mention: Mention) -> bool:
    return any(key == "weekday" for key, _ in mention.expression.fields)


def _unit(interval: Interval) -> bool:
    return interval.bounded and "/" not in to_edtf(interval)


def _days(interval: Interval) -> Interval:
    """Of a part of a day, the days that it lies in: its own word stands before the bracket."""
    if interval.grain is not Grain.PART or interval.start is None:
        return interval
    assert interval.start.tzinfo is not None
    return from_edtf(to_edtf(interval), interval.start.tzinfo)


def _bare(interval: Interval, relation: Relation) -> Interval:
    """The unit that was named: of "by September" the month, not all time before its end."""
    if relation in {Relation.BY, Relation.UNTIL, Relation.BEFORE, Relation.SINCE, Relation.AFTER}:
        side = interval.end if interval.start is None else interval.start
        if not interval.bounded and side is not None and side.tzinfo is not None:
            named = to_edtf(interval).strip("./")
            return replace(from_edtf(named, side.tzinfo), approximate=interval.approximate)
    return interval


def _named(wording: Wording, start: int, speaker: str | None, lexicon: Statements) -> list[Edit]:
    words = [w for w in wording.words if w.start >= start]
    if not speaker or not words or words[0].lower not in lexicon.personal:
        return []
    return [Edit(start=words[0].end, end=words[0].end, put=f" [{speaker}]")]


def _apply(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    parts, at = [], start
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start >= at:
            parts += [text[at : edit.start], edit.put]
            at = edit.end
    return "".join([*parts, text[at:end]])


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _closed(line: str) -> str:
    return line if line.endswith((".", "!", "?", "”", "…")) else line + "."
