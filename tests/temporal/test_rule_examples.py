"""Every rule of every locale does what its examples say, and nothing in its `never` texts."""

from datetime import UTC, date

import pytest

from briefgen.knowledge.locale import LANGUAGES, Example, Locale, RuleData, load_locale
from briefgen.model import Interval, Mention, civil_day, to_edtf
from briefgen.temporal import tag

RULES = [(load_locale(code), rule) for code in LANGUAGES for rule in load_locale(code).rules]
EXAMPLES = [(locale, rule, example) for locale, rule in RULES for example in rule.examples]
EXAMPLE_IDS = [f"{loc.language}-{r.name}: {e.text} ({e.date})" for loc, r, e in EXAMPLES]
NEVER = [(locale, rule, text) for locale, rule in RULES for text in rule.never]


def tagged(text: str, day: str | None, locale: Locale) -> tuple[Mention, ...]:
    published: Interval | None = civil_day(date.fromisoformat(day), UTC) if day else None
    return tag(text, published=published, locale=locale, zone=UTC)


def by_rule(mentions: tuple[Mention, ...], rule: RuleData) -> list[Mention]:
    """Mentions that the rule found, alone or joined with another."""
    return [m for m in mentions if rule.name in m.rule.replace("…", "+").split("+")]


@pytest.mark.parametrize(
    ("locale", "rule"), RULES, ids=[f"{loc.language}-{rule.name}" for loc, rule in RULES]
)
def test_every_rule_has_an_example(locale: Locale, rule: RuleData) -> None:
    shown = rule.never if rule.reading == "nothing" else rule.examples
    assert shown, f"{locale.language}: {rule.name} has no example"


@pytest.mark.parametrize(
    ("locale", "rule", "example"),
    EXAMPLES,
    ids=EXAMPLE_IDS,
)
def test_example(locale: Locale, rule: RuleData, example: Example) -> None:
    found = by_rule(tagged(example.text, example.date, locale), rule)

    assert found, f"{rule.name} finds nothing"
    mention = found[0]
    assert example.value == mention.value
    if example.span is not None:
        assert example.span == mention.text
    if example.edtf is not None:
        assert mention.interval is not None
        assert example.edtf == to_edtf(mention.interval)
    if example.type is not None:
        assert example.type == mention.type.value
    if example.mod is not None:
        assert example.mod == mention.expression.mod


@pytest.mark.parametrize(
    ("locale", "rule", "text"), NEVER, ids=[f"{loc.language}-{r.name}: {t}" for loc, r, t in NEVER]
)
def test_never(locale: Locale, rule: RuleData, text: str) -> None:
    """A rule that reads nothing keeps all others off."""
    found = tagged(text, "2024-07-18", locale)
    if rule.reading != "nothing":
        found = tuple(by_rule(found, rule))

    assert [] == [mention.text for mention in found]
