"""Locale → Ruleset: every rule compiled, and an index from trigger words to rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale import Locale, RuleData
from briefgen.temporal.readings import READINGS, Reading
from briefgen.temporal.shapes import Shape, compile_shape

__all__ = ["Rule", "Ruleset", "compile_rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule ready to search with."""

    rank: int
    """Place in the locale's file: of two matches of one length the earlier rule wins."""
    data: RuleData
    shape: Shape
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """All rules of a locale."""

    rules: tuple[Rule, ...]
    by_trigger: Mapping[str, tuple[int, ...]]
    """Trigger word → ranks of the rules that it may set off."""


@cache
def compile_rules(locale: Locale) -> Ruleset:
    """Raises KnowledgeError that names the rule, its shape and the place in it."""
    rules = tuple(_compiled(data, rank, locale) for rank, data in enumerate(locale.rules))
    index: dict[str, list[int]] = {}
    for rule in rules:
        for trigger in sorted(rule.shape.triggers):
            index.setdefault(trigger, []).append(rule.rank)
    return Ruleset(rules=rules, by_trigger={word: tuple(ranks) for word, ranks in index.items()})


def _compiled(data: RuleData, rank: int, locale: Locale) -> Rule:
    source = f"locales/{locale.language}.toml: rule {data.name!r}"
    reading = READINGS.get(data.reading)
    if reading is None:
        known = ", ".join(sorted(READINGS))
        raise KnowledgeError(f"{source}: no reading {data.reading!r}; known are: {known}")
    return Rule(
        rank=rank, data=data, shape=compile_shape(data.shape, locale, source), reading=reading
    )
