"""cues/happenings.*.toml → Happenings: the words by which tellings of one happening are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from briefgen.knowledge.cues import languages, read_cues
from briefgen.knowledge.spelling import spelled

__all__ = ["UNITS", "Happenings", "load_happenings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happenings:
    """What tells two tellings of one happening from two; see cues/happenings.en.toml."""

    families: Mapping[str, tuple[tuple[str, ...], ...]]
    """Family → words and phrases that may tell one and the same deed."""
    things: Mapping[str, tuple[tuple[str, ...], ...]]
    """Kind → words for things of that kind."""
    weak: frozenset[str]
    """Kinds that bind no two tellings: the sides of a war."""
    incidents: Mapping[str, tuple[tuple[str, ...], ...]]
    """Kind → verbs and nouns that may tell one and the same happening again."""
    incidents_at: frozenset[str]
    """Prepositions by which a sentence tells what was in a happening: "cut *in* the blast"."""
    incidents_did: frozenset[str]
    """Verbs that tell the happening itself: "the blast *shattered* windows"."""
    light: frozenset[str]
    """Verbs that tell no deed by themselves."""
    remains: frozenset[str]
    """What is left of the dead."""
    plain: frozenset[str]
    """Words that tell nothing of a happening."""
    carriers: frozenset[str]
    """Verbs that may only carry a noun that tells the deed: "opened an inquiry"."""
    explains: frozenset[str]
    """Verbs by which those who investigate tell what they found."""
    answers: frozenset[str]
    """Families of deeds that deal with a happening that was: to condemn, to acquit."""
    effects: frozenset[str]
    """Families of what befalls somebody: what stands behind "after" is then the same happening."""
    mutual: frozenset[str]
    """Families of deeds of which it says nothing who is named as the doer: to meet."""
    either: frozenset[str]
    """Families that hold both sides of a deed: to beat, to lose."""
    turns: frozenset[tuple[str, str]]
    """Families of which the one begins what the other ends."""
    changes: frozenset[str]
    """Families of what figures do."""
    behind: frozenset[str]
    """Words before what was before: "after"."""
    about: frozenset[str]
    """Words before what such a deed is about: "an inquiry *into*"."""
    contraries: tuple[tuple[str, str], ...]
    """Verbs of which one doer does not do both: to buy, to sell."""
    ordinals: Mapping[str, int]
    """ "First" → 1."""
    ordinal_endings: tuple[str, ...]
    """Of a number in digits: "54th"."""
    stages: frozenset[str]
    """Of a contest: "the semi-final"."""
    again: frozenset[str]
    """Words of what happened before as well."""
    measures: frozenset[str]
    """Units that measure, and count no things."""
    periods: frozenset[str]
    """Words of a whole period: "this season"."""
    exact: frozenset[str]
    """Units that are counted once and for all: votes."""
    failure: frozenset[str]
    general: frozenset[str]
    """Nouns that count persons of any kind."""
    persons: frozenset[str]
    titles: frozenset[str]
    endings: tuple[str, ...]
    """What makes an adjective of a name."""
    peoples: tuple[str, ...]
    """Endings of adjectives that name a people."""
    holders: frozenset[str]
    """Nouns beside the name of what holds places: "district"."""
    regions: tuple[str, ...]
    """Endings of names of whole regions."""
    vowels: str
    """Letters of a name that come and go with its case; none where names have no cases."""
    turned: tuple[tuple[str, str], ...]
    """A last consonant of a name in some case, and that of the name: "Рогізці", of "Рогізка"."""


UNITS = "en"
"""Units have English ids in all languages: what measures, and what counts persons, is told once."""


@cache
def load_happenings(language: str = "en") -> Happenings:
    """The words of happenings in a language; none where it has no table."""
    name = f"happenings.{language}.toml"
    table = read_cues(name) if language in languages("happenings") else {}
    units = read_cues(f"happenings.{UNITS}.toml") if table else {}
    persons, series = units.get("persons", {}), table.get("series", {})

    def forms(told: Iterable[str], place: str) -> tuple[str, ...]:
        return tuple(form for word in told for form in spelled(word, f"cues/{name}: {place}"))

    def words(place: str, source: Mapping[str, Any] = table) -> frozenset[str]:
        return frozenset(forms(source.get(place, {}).get("words", ()), place))

    def phrases(place: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        return {
            kind: tuple(tuple(word.split()) for word in forms(told, place))
            for kind, told in table.get(place, {}).items()
        }

    return Happenings(
        families=phrases("families"),
        things=phrases("things"),
        weak=frozenset(table.get("weak", {}).get("kinds", ())),
        incidents=phrases("incidents"),
        incidents_at=words("incidents_at"),
        incidents_did=words("incidents_did"),
        light=words("light"),
        remains=words("remains"),
        plain=words("plain"),
        carriers=words("carriers"),
        explains=words("explains"),
        answers=frozenset(table.get("answers", {}).get("families", ())),
        effects=frozenset(table.get("effects", {}).get("families", ())),
        mutual=frozenset(units.get("mutual", {}).get("families", ())),
        either=frozenset(units.get("either", {}).get("families", ())),
        turns=frozenset((a, b) for a, b in units.get("turns", {}).get("pairs", ())),
        changes=frozenset(table.get("changes", {}).get("families", ())),
        behind=words("behind"),
        about=words("about"),
        contraries=_contraries(table.get("contraries", {})),
        ordinals={
            form: number
            for number, word in enumerate(series.get("ordinals", ()), start=1)
            for form in forms([word], "series")
        },
        ordinal_endings=tuple(series.get("endings", ())),
        stages=frozenset(forms(series.get("stages", ()), "series")),
        again=frozenset(forms(series.get("again", ()), "series")),
        measures=words("measures", units),
        periods=words("periods"),
        exact=words("exact", units),
        failure=words("failure"),
        general=frozenset(persons.get("general", ())),
        persons=words("persons", units),
        titles=words("titles"),
        endings=tuple(table.get("names", {}).get("endings", ())),
        peoples=tuple(table.get("names", {}).get("peoples", ())),
        holders=frozenset(table.get("names", {}).get("holders", ())),
        regions=tuple(table.get("names", {}).get("regions", ())),
        vowels=table.get("names", {}).get("vowels", ""),
        turned=tuple(sorted(table.get("names", {}).get("turned", {}).items())),
    )


def _contraries(table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The pairs of a table, and each verb of a side with each of the side over against it."""
    pairs = [(one, other) for one, other in table.get("pairs", ())]
    for left, right in table.get("sides", ()):
        pairs += product(left, right)
    return tuple(pairs)
