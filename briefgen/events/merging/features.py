"""A Report → Features: what of it is compared with another report.

Its words without dates, figures and claimant; the names, the deeds and the figures among them; when
and where. The words of deeds are data (knowledge/cues/happenings.LANGUAGE.toml).
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from briefgen.events.figures.tallies import values_of
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word, read_wording
from briefgen.events.merging.aspects import kinds_in
from briefgen.events.merging.counted import (
    DISTINCT,
    PERSON,
    counts_in,
    is_figure,
    single_in,
    unit_of,
)
from briefgen.events.merging.deeds import Deeds, deeds_of, joined, kin_of
from briefgen.events.merging.foreground import MARK, Foreground, foreground_of
from briefgen.events.merging.leads import NOWHERE, Around
from briefgen.events.merging.naming import names_in, parts_of_names, peoples_in, wide_in
from briefgen.events.merging.series import numbered_in, tells_again
from briefgen.events.merging.undone import undone_in
from briefgen.knowledge.cues import load_numbers
from briefgen.knowledge.gazetteer import fold, states
from briefgen.model import DateBasis, Grain, Interval, Place, Quantity, Report, Status, to_edtf

__all__ = [
    "DISTINCT",
    "FIGURE",
    "PERSON",
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
FIGURE = "#"
"""What stands in the place of a figure among the words."""
MARKS = ",;:–—()"
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
    located: frozenset[str]
    """Those that stand behind "in", "near", "the village of": where it was, as it is told."""
    called: frozenset[str]
    """Those that have a title or another name beside them: who, or what of several words."""
    wholes: tuple[frozenset[str], ...]
    """The words of each name of several, places' left out."""
    joint: frozenset[str]
    """Roots of names of two words, where names have cases: "Зелені Рови"."""
    wide: frozenset[str]
    """Those of whole regions."""
    actor: frozenset[str]
    """The words of a claimant who tells its own deeds."""
    leading: str
    """The word at the head, where only its place may have given it the capital; or nothing."""
    capitals: frozenset[str]
    """All words with a capital, in lower case, those at the head too."""
    keys: frozenset[str]
    """What it is filed under, to be found by what may tell the same."""
    kin: Mapping[str, frozenset[str]]
    """Stem that tells a deed or a thing → its families, or kinds."""
    families: frozenset[str]
    """All of these."""
    kinds: Mapping[str, frozenset[str]]
    """Respect → what it tells of it: by a knife, by a car (knowledge/cues/aspects)."""
    front: Foreground
    """What it tells itself, less what it tells of before."""
    remains: bool
    """Whether it tells of what is left of the dead."""
    again: bool
    """Whether it says that the like happened before."""
    numbered: Mapping[str, frozenset[str]]
    """Noun → which one of a series: the 54th exchange, Hill 305."""
    failed: bool
    """Whether it tells of something tried, feared or prevented ..."""
    undone: frozenset[str]
    """... and the families of what that was."""
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
    around: Around
    """What the title and the first sentences of its document tell; nothing of a later report."""


def features_of(
    report: Report,
    lexicon: Statements,
    published: Interval | None = None,
    around: Around = NOWHERE,
) -> Features:
    """What of a report is compared; ``published`` is its document's date.

    ``around`` is what the lines about it tell, where it stands at the head of its document.
    """
    deeds = deeds_of(lexicon.language)
    length = len(report.quote)
    words = read_wording(report.quote, 0, length, elisions=lexicon.elisions).words
    if report.own is not None:  # what only leads it in is another report's
        words = tuple(word for word in words if word.start >= report.own - report.start)
    claimant = _claimant(report)
    acts = _acts(words, claimant, lexicon)
    actor = [w for w in words if acts and claimant[0] <= w.start < claimant[1]]
    if acts:
        claimant = (0, 0)
    told = [
        word
        for word, after in zip(words, [*words[1:], None], strict=True)
        if not claimant[0] <= word.start < claimant[1]
        and not _dated(report, word)
        and not (after and word.lower in lexicon.date_prepositions and _dated(report, after))
    ]
    carrier = next((w for w in told if 0 < claimant[1] <= w.start), None)
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
    counted = [w for w in told if not is_figure(w, numbers)]
    names, leading = names_in(report.quote, words, counted, lexicon, deeds)
    parts = parts_of_names(words, names, lexicon, deeds)
    nouns = {w.start for w in words if w.start and w.text[0].isupper()}
    marked = _marked(report.quote, plain, names, nouns if lexicon.verb_second else set())
    if carrier is not None and carrier.lower in lexicon.verb_forms & deeds.carriers:
        marked = [carrier.lower, *marked]
    measured = any(q.unit in deeds.measures for q in report.quantities)
    who = report.attribution.who.lower() if report.attribution else ""
    found_by = frozenset().union(*kin_of(who.split()[-1:], lexicon, deeds.families).values())
    found_by &= deeds.answers
    front = foreground_of(
        marked,
        kin,
        lexicon,
        deeds,
        measured=measured,
        found_by=found_by,
        claimed=carrier is not None and carrier is told[0],
    )
    line = tuple(FIGURE if is_figure(w, numbers) else lexicon.canonical(bare) for w, bare in plain)
    stems = frozenset(
        stem
        for stem, (_, bare) in zip(line, plain, strict=True)
        if stem != FIGURE and bare not in lexicon.stop
    )
    counts: dict[str, list[Quantity]] = {}
    for quantity in report.quantities:
        counts.setdefault(unit_of(quantity, deeds, numbers), []).append(quantity)
    figures = {unit: values_of(told) for unit, told in counts.items()}
    alike = joined(kin, joined(kin_of(bares, lexicon, deeds.things), _states(plain, lexicon)))
    alike = joined(alike, _rooted(names | {leading}, lexicon, deeds))
    apart = [w for p in report.places for w in p.name.split()]
    apart += [lexicon.bare(w.strip(".,").replace("’", "'")) for w in who.split()]
    return Features(
        report=report,
        language=lexicon.language,
        line=line,
        stems=stems,
        names=names,
        leading=leading,
        capitals=frozenset(bare for word, bare in plain if word.text[0].isupper()),
        keys=stems
        | _denial(report)
        | counts_in(figures)
        | _roots(names | {leading}, deeds)
        | frozenset(map(lexicon.canonical, around.names)),
        peoples=peoples_in(plain, names, lexicon, deeds),
        located=parts.located,
        called=parts.called,
        wholes=parts.wholes,
        joint=_joint(words, names, lexicon, deeds),
        wide=wide_in(words, names, lexicon, deeds) | parts.holding,
        actor=frozenset(lexicon.bare(w.lower) for w in actor),
        kin=alike,
        families=frozenset().union(*alike.values()),
        kinds=kinds_in([w.lower for w, _ in plain], lexicon),
        front=front,
        remains=any(lexicon.stem(bare) in deeds.remains for bare in bares),
        again=around.again or tells_again(bares, deeds),
        numbered=numbered_in(report, told, lexicon, deeds),
        failed=front.undone or any(lexicon.stem(bare) in deeds.failure for _, bare in plain),
        undone=undone_in(marked, front, kin, lexicon, deeds),
        figures=figures,
        counts={unit: tuple(told) for unit, told in counts.items()},
        single=single_in(words, lexicon, numbers),
        content=stems - {lexicon.canonical(word) for word in apart},
        charges=frozenset(lexicon.canonical(w.lower) for w in words if w.lower in lexicon.charges),
        places=report.places,
        date=to_edtf(report.interval) if report.interval else "",
        window=_window(report),
        published=published,
        around=around,
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


def _rooted(
    names: frozenset[str], lexicon: Statements, deeds: Deeds
) -> Mapping[str, frozenset[str]]:
    """Stem of a name → its root, by which its cases and its adjective are one."""
    if not deeds.vowels:
        return {}
    return {lexicon.canonical(name): frozenset({f"{deeds.root(name)}~"}) for name in names if name}


def _roots(names: frozenset[str], deeds: Deeds) -> frozenset[str]:
    """A key for each name by its root, where names have cases: its languages may be two."""
    if not deeds.vowels:
        return frozenset()
    return frozenset(f"{deeds.root(name)}~" for name in names if name)


def _joint(
    words: Sequence[Word], names: frozenset[str], lexicon: Statements, deeds: Deeds
) -> frozenset[str]:
    """The roots of two names side by side, together."""
    if not deeds.vowels:
        return frozenset()
    told = [(w, lexicon.bare(w.lower)) for w in words]
    return frozenset(
        f"{deeds.root(one)} {deeds.root(other)}"
        for (word, one), (after, other) in pairwise(told)
        if one in names and other in names and after.start == word.end + 1
    )


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
    told = [w.lower for w in words if w.start < claimant[0]] + [w.lower for w in after[1:]]
    helping = lexicon.passive | lexicon.perfect | lexicon.pluperfect | frozenset(lexicon.future)
    helping |= lexicon.future_in_past | lexicon.conditional
    return not any(
        word not in lexicon.verb_forms and (word in helping or is_past(word, lexicon))
        for word in told
    )


def _marked(
    quote: str, plain: Sequence[tuple[Word, str]], names: frozenset[str], nouns: Collection[int]
) -> list[str]:
    """Words with a mark where one stands before them; names as they stand: they are no verbs.

    So do ``nouns``, told by where they start, where nouns have capitals.
    """
    marked: list[str] = []
    end = 0
    for word, bare in plain:
        if marked and any(mark in MARKS for mark in quote[end : word.start]):
            marked.append(MARK)
        named = (bare in names and word.text[0].isupper()) or word.start in nouns
        marked.append(word.text if named else bare)
        end = word.end
    return marked


def _states(plain: Sequence[tuple[Word, str]], lexicon: Statements) -> dict[str, frozenset[str]]:
    """Stem of a name that may stand for a state → that state: "Kyiv", "Ukrainian", "Ukraine"."""
    known = states()
    codes = {bare: known.get(fold(bare)) for word, bare in plain if word.text[0].isupper()}
    return {lexicon.canonical(b): frozenset({f"state {code}"}) for b, code in codes.items() if code}


def _dated(report: Report, word: Word) -> bool:
    """Whether a word is part of a time expression."""
    at = report.start + word.start
    return any(mention.start <= at < mention.end for mention in report.mentions)


def _window(report: Report) -> Interval | None:
    """The interval of a report; a day wider on both sides where it is approximate or inherited."""
    interval = report.interval
    if interval is None:
        return None
    shortly = report.status is Status.OCCURRED and interval.grain <= Grain.DAY
    if shortly and interval.start is None and interval.end is not None:  # "before dawn"
        interval = replace(interval, start=interval.end - SLACK)
    if not (interval.approximate or report.basis is DateBasis.INHERITED):
        return interval
    return Interval(
        start=interval.start and interval.start - SLACK,
        end=interval.end and interval.end + SLACK,
        grain=interval.grain,
    )
