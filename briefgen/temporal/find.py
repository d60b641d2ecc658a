"""Document → Mentions: what was said about time, without any anchor (phase 1).

The whole text is lowered and scanned once for the places where rules match. Of matches that overlap
the longest is read; refiners then combine and prune. What one rule makes of the same words is read
once and remembered.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from briefgen.knowledge.locale import Locale
from briefgen.model import BlockKind, Document, Expression, Mention, Relation, TimexType
from briefgen.temporal.passage import Passage, lowered
from briefgen.temporal.plain import find_plain
from briefgen.temporal.refine import refine
from briefgen.temporal.rules import Rule, compile_rules
from briefgen.temporal.slots import Slots

__all__ = ["find"]

_REMEMBERED = 8192
"""Pairs of a rule and words whose reading is kept."""
_Match = tuple[int, int, int, int]
"""Length as a negative number, rank, start, end: they sort as they are preferred.

The length counts a word after the figure of a year that goes without saying ("мая 2024 *года*"), so
that no shorter match which has it as its own ("2024 года") comes first."""


def find(document: Document, locale: Locale, *, fast: bool = True) -> tuple[Mention, ...]:
    """Every time expression of the document's sentences, in text order, without overlap.

    ``fast``: scan with google-re2 where it is installed; the mentions are the same without.
    Raises KnowledgeError when a rule of the locale is wrong.
    """
    if locale.plain is not None:
        return find_plain(document, locale)
    ruleset = compile_rules(locale)
    low = lowered(document.text)
    places = ruleset.scanner.places(low, fast=fast)
    nowhere: tuple[int, tuple[tuple[int, int], ...]] = (len(low), ())
    place = next(places, nowhere)
    found: list[Mention] = []
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        if place[0] >= end:
            continue
        here = []
        while place[0] < end:
            if place[0] >= start:
                here.append(place)
            place = next(places, nowhere)
        if not here or sentence.kind is BlockKind.KICKER:
            continue
        passage = Passage(document.text[start:end], low[start:end], start, locale)
        matches = _matches(ruleset.rules, here, passage)
        if matches:
            found.extend(_read(matches, ruleset.rules, passage))
    return tuple(found)


def _matches(
    rules: tuple[Rule, ...],
    places: Iterable[tuple[int, tuple[tuple[int, int], ...]]],
    passage: Passage,
) -> list[_Match]:
    """Every rule's matches in a sentence that stand alone, one after the other."""
    whole = len(passage.low)
    unsaid = passage.locale.glue.unsaid
    free: dict[int, int] = {}
    found: list[_Match] = []
    for at, ranked in places:
        start = at - passage.start
        for rank, length in ranked:
            end = start + length
            if end > whole:  # beyond the sentence; within it the rule may match less
                match = rules[rank].shape.regex.match(passage.low, start)
                end = start if match is None else match.end()
            if end > start >= free.get(rank, 0) and passage.stands_alone(start, end):
                free[rank] = end
                reach = end
                if unsaid and passage.low[end - 1].isdigit() and passage.word_after(end) in unsaid:
                    reach += 1 + len(passage.word_after(end))
                found.append((start - reach, rank, start, end))
    return found


def _read(matches: list[_Match], rules: tuple[Rule, ...], passage: Passage) -> list[Mention]:
    """The mentions of a passage: of matches that overlap, the longest that has a reading."""
    starts: list[int] = []
    kept: list[Mention] = []
    for _, rank, start, end in sorted(matches):
        first, last = passage.start + start, passage.start + end
        place = bisect_left(starts, first)
        if (place and kept[place - 1].end > first) or (place < len(kept) and starts[place] < last):
            continue
        said, capitals = _said(passage.locale, rank, passage.low[start:end])
        if said is None or not passage.allows(rules[rank].data, start, end):
            continue
        if capitals and not all(passage.text[start + place].isupper() for place in capitals):
            continue
        starts.insert(place, first)
        kept.insert(place, passage.mention(start, end, rules[rank].data.name, said))
    return refine(kept, passage) if kept else kept


@lru_cache(maxsize=_REMEMBERED)
def _said(locale: Locale, rank: int, words: str) -> tuple[Expression | None, tuple[int, ...]]:
    """What a rule makes of the words that it matched, and where these need a capital.

    A match looks at nothing beside it, so the words alone decide.
    """
    rule = compile_rules(locale).rules[rank]
    match = rule.shape.regex.fullmatch(words)
    if match is None:
        return None, ()
    raw: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    values: dict[str, str] = dict(rule.data.fields)
    capitals: list[int] = []
    for group, slot, table in rule.shape.slots:
        text = match[group]
        if text is None:
            continue
        lexicon = locale.lexicon.get(table)
        raw[slot] = text
        places[slot] = match.span(group)
        values[slot] = text if lexicon is None else lexicon[_plain(text)]
        if text.rstrip(".") in locale.ambiguous:
            capitals.append(match.start(group))
    said = rule.reading(Slots(values=values, raw=raw, places=places, locale=locale))
    if said is not None and rule.data.type is not None:
        said = replace(said, type=TimexType(rule.data.type))
    if said is not None and rule.data.relation is not None:
        said = replace(said, relation=Relation(rule.data.relation))
    return said, tuple(capitals)


def _plain(text: str) -> str:
    """A lexicon word as its table writes it."""
    return " ".join(text.replace("’", "'").split())
