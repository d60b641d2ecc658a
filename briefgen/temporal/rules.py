"""Locale → Ruleset: every rule compiled, and a scanner that tells where to try which."""

from dataclasses import dataclass
from functools import cache

from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale import Locale, RuleData
from briefgen.temporal.readings import READINGS, Reading
from briefgen.temporal.scan import Scanner
from briefgen.temporal.shapes import Shape, compile_shape

__all__ = ["Rule", "Ruleset", "compile_rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule ready to match with."""

    rank: int
    """Place in the locale's file: of two matches of one length the earlier rule wins."""
    data: RuleData
    shape: Shape
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """All rules of a locale."""

    rules: tuple[Rule, ...]
    """By rank."""
    scanner: Scanner
    """Tells where in a text which rule may match."""


@cache
def compile_rules(locale: Locale) -> Ruleset:
    """Raises KnowledgeError that names the rule, its shape and the place in it."""
    rules = tuple(_compiled(data, rank, locale) for rank, data in enumerate(locale.rules))
    shapes = (rule.shape for rule in rules)
    return Ruleset(
        rules=rules, scanner=Scanner.of((shape.pattern, shape.openings) for shape in shapes)
    )


def _compiled(data: RuleData, rank: int, locale: Locale) -> Rule:
    source = f"locales/{locale.language}.toml: rule {data.name!r}"
    reading = READINGS.get(data.reading)
    if reading is None:
        known = ", ".join(sorted(READINGS))
        raise KnowledgeError(f"{source}: no reading {data.reading!r}; known are: {known}")
    return Rule(
        rank=rank, data=data, shape=compile_shape(data.shape, locale, source), reading=reading
    )
