"""The words of a report → the names among them, and what part each has: where, who, whose."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word
from briefgen.events.merging.deeds import Deeds
from briefgen.knowledge.cues import PlaceCues, load_numbers, load_place_cues
from briefgen.knowledge.everyday import everyday
from briefgen.knowledge.keys import fold

__all__ = ["NameParts", "names_in", "parts_of_names", "peoples_in", "wide_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """What part the names of a text have."""

    holding: frozenset[str]
    """Those of regions, and of what a place named before them lies in."""
    located: frozenset[str]
    """Those behind a preposition of place, or "the village of"; not what such a place lies in."""
    called: frozenset[str]
    """Those beside a title or another name."""
    wholes: tuple[frozenset[str], ...]
    """Those of several words, titles left out: the words of each."""


def names_in(
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
        if deeds.titled(bare) or bare in lexicon.stop or bare in lexicon.function_words:
            continue
        if len(bare) < 3 and not word.text.isupper():
            continue
        if deeds.vowels and _opens(quote, word) and _plain(bare, lexicon):
            continue
        if lexicon.verb_second and _is_common(words, word, bare, lexicon, deeds):
            continue
        following = after.get(word.start)
        beside = following is not None and following.start == word.end + 1
        named = beside and following is not None and following.text[0].isupper()
        if not _opens(quote, word) or bare != word.lower or named:
            names.add(bare)
        elif word.start == 0:
            leading = bare
    return frozenset(names), leading


def _is_common(
    words: Sequence[Word], word: Word, bare: str, lexicon: Statements, deeds: Deeds
) -> bool:
    """Whether a word is a noun, where nouns have capitals: it tells a deed or a thing.

    So is one behind an article, which a name has not: "der *Hersteller* Orm".
    """
    stem = (lexicon.stem(bare),)
    if stem in deeds.families or stem in deeds.things:
        return True
    before = next((w for w, then in pairwise(words) if then.start == word.start), None)
    if before is None:  # at the head: "Beim Absturz"
        return bare in lexicon.introducers | lexicon.subordinators
    articles = lexicon.determiners | lexicon.owners | {*load_numbers(lexicon.language).a}
    return before.lower in articles


def _plain(bare: str, lexicon: Statements) -> bool:
    """Whether a word at the head has its capital from its place: "Біля Лужківки", "Мешканці"."""
    known = load_place_cues(lexicon.language).location
    return fold(bare) in known or bare in everyday(lexicon.language)


def peoples_in(
    plain: Sequence[tuple[Word, str]], names: frozenset[str], lexicon: Statements, deeds: Deeds
) -> frozenset[str]:
    """Names that are adjectives of a people, by their ending and the common noun after them.

    The end of a name of several words is none: "Upper *Domri* market".
    """
    towns = load_place_cues(lexicon.language).town_before
    parts = {
        after.start
        for (word, bare), (after, _) in pairwise(plain)
        if bare in names and _goes_on(word, after)
    }
    return frozenset(
        bare
        for (word, bare), (after, noun) in pairwise(plain)
        if bare in names
        and word.start not in parts
        and bare.endswith(deeds.peoples)
        and word.end + 1 == after.start
        and noun not in deeds.holders - towns
        and _is_noun(after, lexicon)
    )


def _is_noun(word: Word, lexicon: Statements) -> bool:
    """Whether a word may be a common noun: "the Sorrandi *fleet*", not "Benassi *died*"."""
    verbs = lexicon.perfect | lexicon.pluperfect | lexicon.passive | lexicon.present_be
    plain = verbs | lexicon.function_words | lexicon.verb_forms
    return word.text[0].islower() and word.lower not in plain and not is_past(word.lower, lexicon)


def parts_of_names(
    words: Sequence[Word], names: frozenset[str], lexicon: Statements, deeds: Deeds
) -> NameParts:
    """What part the names have."""
    cues = load_place_cues(lexicon.language)
    holding: set[str] = set()
    located: set[str] = set()
    called: set[str] = set()
    wholes: dict[frozenset[str], None] = {}
    bares = [lexicon.bare(word.lower) for word in words]
    named = [bare in names for bare in bares]
    for at, bare in enumerate(bares):
        if not named[at]:
            continue
        first, last = _run(words, at, cues)
        if _holds_place(words, (first, last), named, cues, deeds):
            holding.add(bare)
            continue
        if _is_place(words, first, cues):
            located.add(bare)
            continue
        if first < last or _titled(words, first, deeds):
            called.add(bare)
        whole = frozenset(lexicon.bare(w.lower) for w in words[first : last + 1]) & names
        if len(whole) > 1:
            wholes[whole] = None
    return NameParts(
        holding=frozenset(holding),
        located=frozenset(located),
        called=frozenset(called),
        wholes=tuple(wholes),
    )


def wide_in(
    words: Sequence[Word], names: frozenset[str], lexicon: Statements, deeds: Deeds
) -> frozenset[str]:
    """The names of whole regions, where much happens on one day: "Сумщина", "Сумська область"."""
    after = load_place_cues(lexicon.language).region_after
    told = [(lexicon.bare(word.lower), then) for word, then in pairwise([*words, None]) if word]
    return frozenset(
        bare
        for bare, then in told
        if bare in names and (bare.endswith(deeds.regions) or (then and fold(then.lower) in after))
    )


def _run(words: Sequence[Word], at: int, cues: PlaceCues) -> tuple[int, int]:
    """The first and the last of the words with a capital side by side that one stands among.

    The "In" at the head of a sentence is none of them.
    """
    first = last = at
    while first and _goes_on(words[first - 1], words[first]) and _capital(words[first - 1]):
        if fold(words[first - 1].lower) in cues.location:
            break
        first -= 1
    while last + 1 < len(words) and _goes_on(words[last], words[last + 1]):
        last += 1
    return first, last


def _is_place(words: Sequence[Word], first: int, cues: PlaceCues) -> bool:
    """Whether the words before a name say that it is a place's: "in", "the village of"."""
    before = [fold(word.lower) for word in words[max(0, first - 2) : first]]
    seats = cues.town_before | cues.region_offices | cues.local
    if len(before) > 1 and before[-1] in cues.of and before[0] in seats:
        return True
    while first and fold(words[first - 1].lower) in cues.fillers - cues.of:
        first -= 1
    return first > 0 and fold(words[first - 1].lower) in cues.location


def _holds_place(
    words: Sequence[Word],
    run: tuple[int, int],
    named: Sequence[bool],
    cues: PlaceCues,
    deeds: Deeds,
) -> bool:
    """Whether a name is that of a region, or of what a place named before it lies in.

    "The *Ormsund* district", "in Brenn, *Ormsund*", "in Brenn in *Ormsund*".
    """
    first, last = run
    after = next(iter(words[last + 1 : last + 2]), None)
    regions = deeds.holders - cues.town_before
    if after and after.start == words[last].end + 1 and fold(after.lower) in regions:
        return True
    if first and fold(words[first - 1].lower) in regions:
        return True
    weak = first and fold(words[first - 1].lower) in cues.location - cues.weak
    before = first - 2 if weak else first - 1
    if before < 0 or not named[before]:
        return False
    if not weak and words[before].end + 2 != words[first].start:  # no comma between them
        return False
    return _is_place(words, _run(words, before, cues)[0], cues)


def _goes_on(word: Word, after: Word) -> bool:
    """Whether a name goes on with the word after it."""
    return after.start == word.end + 1 and _capital(after)


def _titled(words: Sequence[Word], first: int, deeds: Deeds) -> bool:
    """Whether a title stands before a name."""
    return first > 0 and deeds.titled(words[first - 1].lower)


def _capital(word: Word) -> bool:
    return word.text[0].isupper()


def _opens(quote: str, word: Word) -> bool:
    """Whether a word stands at the head of a sentence, where all have a capital."""
    before = quote[: word.start].rstrip(" \n“„«\"'‘(")
    return not before or before[-1] in ".!?:"
