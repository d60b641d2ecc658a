"""Document → Mentions: what was said about time, without any anchor (phase 1).

Each sentence is lowered once and cut into words; the words that are triggers say which rules can
match; those are searched; refiners then combine and prune. No sentence is looked at twice.
"""

from dataclasses import replace

from briefgen.knowledge.locale import Locale
from briefgen.model import BlockKind, Document, Mention, Relation, TimexType
from briefgen.temporal.passage import Passage
from briefgen.temporal.refine import REFINERS
from briefgen.temporal.rules import Rule, Ruleset, compile_rules
from briefgen.temporal.shapes import TOKEN
from briefgen.temporal.slots import Slots

__all__ = ["find"]


def find(document: Document, locale: Locale) -> tuple[Mention, ...]:
    """Every time expression of the document's sentences, in text order, without overlap.

    Raises KnowledgeError when a rule of the locale is wrong.
    """
    ruleset = compile_rules(locale)
    found: list[Mention] = []
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.KICKER:
            passage = Passage.of(document.text, sentence.start, sentence.end, locale)
            found.extend(_in_passage(passage, ruleset))
    return tuple(found)


def _in_passage(passage: Passage, ruleset: Ruleset) -> list[Mention]:
    triggers = ruleset.by_trigger
    ranks: set[int] = set()
    for token in set(TOKEN.findall(passage.low)):
        ranks.update(triggers.get("#" if token.isdigit() else token, ()))
    if not ranks:
        return []
    mentions = [
        mention for rank in sorted(ranks) for mention in _matches(ruleset.rules[rank], passage)
    ]
    for refiner in REFINERS:
        mentions = refiner(mentions, passage)
    return mentions


def _matches(rule: Rule, passage: Passage) -> list[Mention]:
    """A rule's matches that stand on word boundaries and have a reading."""
    low, at, found = passage.low, 0, []
    search = rule.shape.regex.search
    while (match := search(low, at)) is not None:
        start, end = match.span()
        at = end if end > start else start + 1
        if not passage.stands_alone(start, end):
            at = start + 1
            continue
        raw: dict[str, str] = {}
        places: dict[str, tuple[int, int]] = {}
        values: dict[str, str] = dict(rule.data.fields)
        likely = True
        for group, slot, table in rule.shape.slots:
            text = match[group]
            if text is None:
                continue
            lexicon = passage.locale.lexicon.get(table)
            raw[slot] = text
            places[slot] = (match.start(group) - start, match.end(group) - start)
            values[slot] = text if lexicon is None else lexicon[_plain(text)]
            likely = likely and passage.capital_where_needed(match.start(group), text)
        if not likely or not passage.allows(rule.data, start, end):
            continue
        said = rule.reading(Slots(values=values, raw=raw, places=places, locale=passage.locale))
        if said is None:
            continue
        if rule.data.type is not None:
            said = replace(said, type=TimexType(rule.data.type))
        if rule.data.relation is not None:
            said = replace(said, relation=Relation(rule.data.relation))
        found.append(passage.mention(start, end, rule.data.name, said))
    return found


def _plain(text: str) -> str:
    """A lexicon word as its table writes it."""
    return " ".join(text.replace("’", "'").split())
