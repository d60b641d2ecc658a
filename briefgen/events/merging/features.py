"""A Report → Features: what of it is compared with another report.

Its words without dates, figures and claimant; the names, the deeds and the figures among them; when
and where. The words of deeds are data (knowledge/cues/happenings.LANGUAGE.toml).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from briefgen.events.figures.tallies import values_of
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word, read_wording
from briefgen.events.merging.deeds import Deeds, deeds_of, joined, kin_of, main_deed
from briefgen.knowledge.cues import Numbers, load_numbers
from briefgen.model import DateBasis, Interval, Place, Quantity, Report, to_edtf

__all__ = [
    "DISTINCT",
    "FIGURE",
    "Features",
    "features_of",
    "told_names",
    "weigh",
]

SLACK = timedelta(days=1)
"""How far an approximate date may lie from another."""
UNSEEN = 50
"""So many reports are thought to lie beside those of a run: rare words weigh more than everyday
ones in a run of two as well."""
DISTINCT = 10
"""From here on a figure is no everyday number."""
PERSON = "person"
FIGURE = "#"
"""What stands in the place of a figure among the words."""
ADJECTIVES = 2
"""Words between an article and its noun, at most."""
ACTOR = 3
"""Words after a claimant within which "it" makes it the actor: "the navy said *it* shot down"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What of a report is compared."""

    report: Report
    language: str
    """Of the words that it was read with."""
    line: tuple[str, ...]
    """The stems of its words in order, dates and claimant left out, figures as ``#``."""
    stems: frozenset[str]
    """Those that tell something."""
    names: frozenset[str]
    """Words with a capital, titles left out: places, persons, ships. In lower case."""
    peoples: frozenset[str]
    """Those of the names that tell whose a thing is: "the *Sorrandi* ship Askel"."""
    actor: frozenset[str]
    """The words of a claimant who tells its own deeds."""
    leading: str
    """The word at the head, where only its place may have given it the capital; or nothing."""
    keys: frozenset[str]
    """What it is filed under, to be found by what may tell the same."""
    kin: Mapping[str, frozenset[str]]
    """Stem that tells a deed or a thing → its families, or kinds."""
    deeds: frozenset[str]
    """The families of all deeds, and the main verb."""
    main: frozenset[str]
    """The families of the main verb, or itself; empty where it is light or was not found."""
    failed: bool
    """Whether it tells of something tried, feared or prevented."""
    figures: Mapping[str, frozenset[float]]
    """Unit → values; of "95 each" both 95 and 190."""
    counts: Mapping[str, tuple[Quantity, ...]]
    """Unit → its figures as they are told."""
    single: frozenset[str]
    """What is told of one alone: "*a drone* fell"."""
    content: frozenset[str]
    """Stems without the claimant's and the places'."""
    charges: frozenset[str]
    """Stems of words for what was claimed before: "the accusation"."""
    places: tuple[Place, ...]
    date: str
    """The interval as EDTF; nothing where there is none."""
    window: Interval | None
    """When it may have happened: the interval, wider where that is not sure."""
    published: Interval | None
    """When its document was published, where that is known."""


def features_of(report: Report, lexicon: Statements, published: Interval | None = None) -> Features:
    """What of a report is compared; ``published`` is its document's date."""
    deeds = deeds_of(lexicon.language)
    length = len(report.quote)
    words = read_wording(report.quote, 0, length, elisions=lexicon.elisions).words
    claimant = _claimant(report)
    acts = _acts(words, claimant, lexicon)
    actor = [w for w in words if acts and claimant[0] <= w.start < claimant[1]]
    if acts:
        claimant = (0, 0)
    told = [
        word
        for word in words
        if not claimant[0] <= word.start < claimant[1] and not _dated(report, word)
    ]
    told = [
        word
        for word in told
        if lexicon.bare(word.lower) not in lexicon.verb_forms
        or (lexicon.stem(word.lower),) in deeds.families
    ]
    plain = [(w, lexicon.bare(w.lower)) for w in told]
    numbers = load_numbers(lexicon.language)
    bares = [bare for _, bare in plain]
    kin = kin_of(bares, lexicon, deeds.families)
    main = main_deed(bares, lexicon, deeds)
    counted = [w for w in told if not _is_figure(w, numbers)]
    names, leading = _names(report.quote, words, counted, lexicon, deeds)
    line = tuple(FIGURE if _is_figure(w, numbers) else lexicon.canonical(bare) for w, bare in plain)
    stems = frozenset(
        stem
        for stem, (_, bare) in zip(line, plain, strict=True)
        if stem != FIGURE and bare not in lexicon.stop
    )
    counts: dict[str, list[Quantity]] = {}
    for quantity in report.quantities:
        counts.setdefault(_unit(quantity, deeds), []).append(quantity)
    figures = {unit: values_of(told) for unit, told in counts.items()}
    apart = [w for p in report.places for w in p.name.split()]
    who = report.attribution.who if report.attribution else ""
    apart += [lexicon.bare(w.strip(".,").replace("’", "'").lower()) for w in who.split()]
    return Features(
        report=report,
        language=lexicon.language,
        line=line,
        stems=stems,
        names=names,
        leading=leading,
        keys=stems | _denial(report) | _counted(figures),
        peoples=_peoples(plain, names, deeds),
        actor=frozenset(lexicon.bare(w.lower) for w in actor),
        kin=joined(kin, kin_of(bares, lexicon, deeds.things)),
        deeds=frozenset().union(*kin.values(), main),
        main=main,
        failed=any(lexicon.stem(bare) in deeds.failure for _, bare in plain),
        figures=figures,
        counts={unit: tuple(told) for unit, told in counts.items()},
        single=_single(words, lexicon, numbers),
        content=stems - {lexicon.canonical(word) for word in apart},
        charges=frozenset(lexicon.canonical(w.lower) for w in words if w.lower in lexicon.charges),
        places=report.places,
        date=to_edtf(report.interval) if report.interval else "",
        window=_window(report),
        published=published,
    )


def told_names(all_features: Sequence[Features]) -> list[Features]:
    """The same, a word at the head counted as a name where another report knows it for one."""
    known = frozenset(name for f in all_features for name in f.names)
    return [
        replace(f, names=f.names | {f.leading}, leading="") if f.leading in known else f
        for f in all_features
    ]


def weigh(all_features: Sequence[Features]) -> Mapping[str, float]:
    """Inverse document frequency of each stem, and of each date, over the reports of one run."""
    stems = Counter(stem for f in all_features for stem in f.stems)
    dates = Counter(f.date for f in all_features)
    total = len(all_features)
    weights = {s: math.log(1 + (total + UNSEEN) / (n + 0.5)) for s, n in stems.items()}
    return weights | {date: math.log(1 + total / n) for date, n in dates.items()} | {"": 0.0}


def _claimant(report: Report) -> tuple[int, int]:
    """Where the claimant stands in the quote; an empty span where it does not."""
    if report.attribution is None:
        return 0, 0
    who = report.attribution.who
    at = report.quote.lower().find(who.lower())
    return (at, at + len(who)) if at >= 0 else (0, 0)


def _unit(quantity: Quantity, deeds: Deeds) -> str:
    """What a figure counts; persons, where a people is named: "550 Sorrandi"."""
    last = quantity.text.split()[-1]
    people = last[0].isupper() and not last.isupper() and bool(deeds.general)
    return PERSON if people else quantity.unit


def _counted(figures: Mapping[str, frozenset[float]]) -> frozenset[str]:
    """A key for each figure that is no everyday number."""
    return frozenset(f"{v:g} {u}" for u in figures for v in figures[u] if v >= DISTINCT)


def _denial(report: Report) -> frozenset[str]:
    """A key for who denies: its denials may be one, with no other word in common."""
    said = report.attribution
    return frozenset({f"{said.who.casefold()} denies"} if said and said.denies else ())


def _acts(words: Sequence[Word], claimant: tuple[int, int], lexicon: Statements) -> bool:
    """Whether the claimant tells its own deeds.

    "The navy said *it* shot down …", "the bank reported a profit", with no other verb.
    """
    if claimant[0] == claimant[1]:
        return False
    own = lexicon.pronouns | lexicon.openers_back
    after = [w for w in words if w.start >= claimant[1]]
    if any(w.lower in own for w in after[: ACTOR + 1]):
        return True
    told = [w.lower for w in words if not claimant[0] <= w.start < claimant[1]]
    helping = lexicon.passive | lexicon.perfect | lexicon.pluperfect | frozenset(lexicon.future)
    return not any(
        word not in lexicon.verb_forms and (word in helping or is_past(word, lexicon))
        for word in told
    )


def _dated(report: Report, word: Word) -> bool:
    """Whether a word is part of a time expression."""
    at = report.start + word.start
    return any(mention.start <= at < mention.end for mention in report.mentions)


def _is_figure(word: Word, numbers: Numbers) -> bool:
    """Whether a word is a number, in digits or not; an ordinal is none: it tells which one."""
    if word.text[0].isdigit():
        return not word.text[-1].isalpha()
    known = numbers.values.keys() | numbers.scales.keys() | numbers.vague.keys()
    return all(part in known for part in word.lower.split("-"))


def _names(
    quote: str, words: Sequence[Word], told: Sequence[Word], lexicon: Statements, deeds: Deeds
) -> tuple[frozenset[str], str]:
    """The names among some words of a quote, and the word at its head that may be one."""
    after = {w.start: n for w, n in pairwise(words)}
    names: set[str] = set()
    leading = ""
    for word in told:
        if not word.text[0].isupper():
            continue
        bare = lexicon.bare(word.lower)
        if bare in deeds.titles or bare in lexicon.stop or bare in lexicon.function_words:
            continue
        if len(bare) < 3 and not word.text.isupper():
            continue
        following = after.get(word.start)
        beside = following is not None and following.start == word.end + 1
        named = beside and following is not None and following.text[0].isupper()
        if not _opens(quote, word) or bare != word.lower or named:
            names.add(bare)
        elif word.start == 0:
            leading = bare
    return frozenset(names), leading


def _single(words: Sequence[Word], lexicon: Statements, numbers: Numbers) -> frozenset[str]:
    """The nouns behind an indefinite article, at the end of their phrase."""
    found = set()
    for at, word in enumerate(words):
        if word.lower not in numbers.a:
            continue
        for place in range(at + 1, min(at + 2 + ADJECTIVES, len(words))):
            noun, after = words[place], words[place + 1] if place + 1 < len(words) else None
            if after is None or after.start > noun.end + 1 or _closes(after, lexicon, numbers):
                if after is None or after.lower not in numbers.joined:
                    found.add(noun.lower)
                break
    return frozenset(found)


def _closes(word: Word, lexicon: Statements, numbers: Numbers) -> bool:
    """Whether no noun phrase goes on with a word."""
    plain = word.lower in lexicon.function_words or word.lower in numbers.stop
    return plain or is_past(word.lower, lexicon)


def _peoples(
    plain: Sequence[tuple[Word, str]], names: frozenset[str], deeds: Deeds
) -> frozenset[str]:
    """Names that are adjectives of a people, by their ending and the common noun after them."""
    return frozenset(
        bare
        for (_, bare), (after, _) in pairwise(plain)
        if bare in names and bare.endswith(deeds.peoples) and after.text[0].islower()
    )


def _opens(quote: str, word: Word) -> bool:
    """Whether a word stands at the head of a sentence, where all have a capital."""
    before = quote[: word.start].rstrip(" \n“\"'‘(")
    return not before or before[-1] in ".!?:"


def _window(report: Report) -> Interval | None:
    """The interval of a report; a day wider on both sides where it is approximate or inherited."""
    interval = report.interval
    if interval is None:
        return None
    if not (interval.approximate or report.basis is DateBasis.INHERITED):
        return interval
    return Interval(
        start=interval.start and interval.start - SLACK,
        end=interval.end and interval.end + SLACK,
        grain=interval.grain,
    )
