"""With and without google-re2 the same is found, and openings miss no match."""

import re
import time
from datetime import UTC, date
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.knowledge.locale import LANGUAGES, load_locale
from briefgen.model import Mention, civil_day
from briefgen.temporal import find, resolve
from briefgen.temporal.openings import ANYTHING, DIGIT, followed, of_literal, of_regex, together
from briefgen.temporal.rules import compile_rules
from briefgen.temporal.tag import document_of

SAMPLES = Path(__file__).parent.parent.parent / "samples"
LOCALES = [load_locale(code) for code in LANGUAGES]
EN = load_locale("en")
LEXICON = sorted({word for table in EN.lexicon.values() for word in table})
SIGNS = (
    "the", "of", "a", "in", "from", "to", "1999", "5", "31", "'90s", "’90s", "ago", "2024-07-18",
    "07:45", "q", "2nd", "1,500", "2-1/2", "century", "year", "years'", "mid", "\n", "(", "$", "é",
    "İ", "日本", "٢٠٢٤", "ß", "_", "🙂", "\ud800", "said", "will",
)  # fmt: skip
JOINED = st.lists(
    st.tuples(
        st.sampled_from([*SIGNS, *LEXICON]), st.sampled_from([" ", " ", "-", ", ", "", "\u00a0"])
    ),
    max_size=14,
)


def both(text: str, language: str = "en") -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """What is found with google-re2, and without."""
    pytest.importorskip("re2", reason="google-re2 is not installed: there is one path only")
    locale = load_locale(language)
    document = document_of(text, published=None, locale=locale)
    return find(document, locale), find(document, locale, fast=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_tells_what_it_begins_with(language: str) -> None:
    """A rule that may begin with anything would be tried at every word."""
    rules = compile_rules(load_locale(language)).rules

    assert [] == [rule.data.name for rule in rules if rule.shape.openings is None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_locale_has_its_rules_in_one_expression(language: str) -> None:
    """A rule that RE2 does not take would slow its whole locale down."""
    pytest.importorskip("re2", reason="google-re2 is not installed")
    assert compile_rules(load_locale(language)).scanner.union is not None


@pytest.mark.parametrize(
    "path",
    sorted(p for p in SAMPLES.rglob("*") if p.is_file()),
    ids=lambda p: str(p.relative_to(SAMPLES)),
)
def test_samples_give_the_same_on_both_paths(path: Path) -> None:
    fast, plain = both(path.read_text(encoding="utf-8", errors="replace"))

    assert fast == plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_give_the_same_on_both_paths(language: str) -> None:
    rules = load_locale(language).rules
    texts = [example.text for rule in rules for example in rule.examples]
    texts += [text for rule in rules for text in rule.never]

    fast, plain = both("\n\n".join(texts), language)

    assert fast
    assert fast == plain


@settings(deadline=None)  # shapes are compiled on the first call
@given(pieces=JOINED, title=st.booleans())
def test_any_order_of_date_words_gives_the_same_on_both_paths(
    pieces: list[tuple[str, str]], *, title: bool
) -> None:
    text = "".join(word + gap for word, gap in pieces)
    fast, plain = both(text.title() if title else text)

    assert fast == plain


@settings(deadline=None)  # shapes are compiled on the first call
@given(text=st.text(max_size=200))
def test_any_text_gives_the_same_on_both_paths(text: str) -> None:
    fast, plain = both(text)

    assert fast == plain


@settings(deadline=None)  # shapes are compiled on the first call
@given(pieces=JOINED)
def test_every_match_begins_with_an_opening_of_its_rule(pieces: list[tuple[str, str]]) -> None:
    """Wherever a rule matches on a word's boundary, the scanner without RE2 names it."""
    low = "".join(word + gap for word, gap in pieces).lower()
    ruleset = compile_rules(EN)
    places = ruleset.scanner.places(low, fast=False)
    named = {(at, rank) for at, matches in places for rank, _ in matches}
    for rule in ruleset.rules:
        for at in range(len(low)):
            match = rule.shape.regex.match(low, at)
            if match is None or (at and (low[at - 1].isalnum() or low[at - 1] == "_")):
                continue
            if low[match.end() : match.end() + 1].isalnum():
                continue  # it ends within a word
            assert (at, rule.rank) in named, rule.data.name


OPENINGS = {
    r"\d{1,2}:\d\d": {DIGIT},
    r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd)?": {DIGIT},
    r"['’]?[2-9]0s": {DIGIT, "'", "’"},
    r"(?:-|\+)?\d{4}": {DIGIT, "-", "+"},
    r"\(?\d": {DIGIT, "("},
}


@pytest.mark.parametrize("pattern", OPENINGS, ids=repr)
def test_a_pattern_opens_with_its_first_figures_and_signs(pattern: str) -> None:
    opens = of_regex(pattern)

    assert opens is not None
    assert OPENINGS[pattern] == {word for word, _ in opens}


@pytest.mark.parametrize("pattern", ["q[1-4]", r"(?:a|\d)x", r"\d?", r"[^a]\d", r"\w\d", "(", "["])
def test_a_pattern_that_is_not_understood_opens_with_anything(pattern: str) -> None:
    assert of_regex(pattern) is ANYTHING


def test_a_word_goes_on_with_the_letters_behind_it() -> None:
    plural = together((of_literal("s"), frozenset({("", True)})))

    year = reduce(followed, (of_literal("year"), plural, of_literal(" ago")))

    assert frozenset({("year", False), ("years", False)}) == year


def test_an_anchored_expression_sees_words_and_not_what_stands_beside_them() -> None:
    """What a rule makes of words is remembered by the words: it must not look around them."""
    looking = re.compile(r"\\[bBAZ]|\(\?[=!<]|[$^](?![^\[]*\])")
    for locale in LOCALES:
        for rule in compile_rules(locale).rules:
            bare = re.sub(r"\(\?P<\w+>", "(", rule.shape.regex.pattern)
            assert not looking.search(bare), rule.data.name


@pytest.mark.parametrize("fast", [True, False], ids=["re2", "re"])
@pytest.mark.parametrize("piece", ["9", "last ", "(", "on Thursday the 5th of May, "], ids=repr)
def test_a_line_of_a_megabyte_ends_fast(piece: str, *, fast: bool) -> None:
    text = piece * (1_000_000 // len(piece))
    document = document_of(text, published=civil_day(date(2024, 7, 18), UTC), locale=EN)

    started = time.process_time()
    find(document, EN, fast=fast)

    assert time.process_time() - started < 20


def test_both_paths_resolve_to_the_same() -> None:
    text = "It rained on Thursday. Two days later, “we met yesterday,” the envoy said in May 2024."
    document = document_of(text, published=civil_day(date(2024, 7, 18), UTC), locale=EN)
    fast, plain = find(document, EN), find(document, EN, fast=False)

    assert len(fast) == 4
    assert resolve(document, fast, EN, UTC) == resolve(document, plain, EN, UTC)
