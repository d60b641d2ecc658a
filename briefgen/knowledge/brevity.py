"""cues/brevity.*.toml → BrevityWords: by which words a long line of a brief is told shorter."""

from dataclasses import dataclass
from functools import cache

from briefgen.knowledge.cues import languages, read_cues

__all__ = ["BrevityWords", "load_brevity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrevityWords:
    """The words of one language; see cues/brevity.en.toml. All in lower case."""

    partitive: frozenset[str]
    """ "Most", before "of whom"."""
    of: str
    persons: frozenset[str]
    """What opens a clause about a person: "who"."""
    tail_clauses: frozenset[str]
    """What opens a clause at the end of a sentence ..."""
    tail_clauses_never: frozenset[str]
    """... but not as part of these phrases of two words."""
    tail_phrases: frozenset[str]
    listing: frozenset[str]
    """Those of them that open a list: "including"."""
    participles_never: frozenset[str]
    """Participles behind a last comma that tell the news."""
    lead_phrases: tuple[str, ...]
    lead_never: tuple[str, ...]
    lead_back: frozenset[str]
    """Words behind a lead that speak of what it tells: "did so"."""
    apposition: frozenset[str]
    """Articles with which an apposition opens."""
    apposition_never: frozenset[str]
    """Words that make it a time, or a verdict."""
    keeps: frozenset[str]
    """Words that keep a unit in its line."""
    keeps_endings: tuple[str, ...]
    units: frozenset[str]
    """Units in which a figure is told once more, in brackets."""
    hedges: frozenset[str]
    """What may stand around such a figure."""
    signs: str
    helping: frozenset[str]
    """Auxiliaries: a finite verb, whatever follows."""
    past: frozenset[str]
    """Past forms without an ending."""
    past_there: frozenset[str]
    """Those that are nouns as well, and verbs only at the head of what goes on."""
    apart: frozenset[str]
    """What opens a clause that was at another time than its sentence: "after" ..."""
    meanwhile: frozenset[str]
    """... or at the same: "when"."""
    whose: frozenset[str]
    where: frozenset[str]
    places: frozenset[str]
    """Prepositions of the place that a "where" stands for."""
    at: str
    """The one that is told where the sentence has another: "fled *to* Orm, where"."""
    was_one: str
    """What a participle about one thing lacks to be told alone ..."""
    was_many: str
    """... and about several."""
    claims: frozenset[str]
    """Verbs of saying of what is only claimed."""
    no_participles: frozenset[str]
    """Past forms that are no participles about a noun: "died"."""
    many: frozenset[str]
    many_endings: tuple[str, ...]
    many_endings_never: tuple[str, ...]
    counts: frozenset[str]
    """What opens a noun like a number: "several"."""
    one: frozenset[str]
    """Those that count one."""
    since: frozenset[str]
    """What opens a clause from which on something has been so."""
    after: frozenset[str]
    """What opens one that was earlier than its sentence."""
    vague: frozenset[str]
    """Words that stand for a noun told elsewhere: "those", "one"."""


@cache
def load_brevity(language: str = "en") -> BrevityWords | None:
    """The words of a language; None where it has no table: its lines stay as long as they are."""
    if language not in languages("brevity"):
        return None
    table = read_cues(f"brevity.{language}.toml")
    tail, lead, names = table["tail"], table["lead"], table["apposition"]
    aside = table["aside"]
    return BrevityWords(
        partitive=frozenset(table["partitive"]["words"]),
        of=table["partitive"]["of"],
        persons=frozenset(table["partitive"]["persons"]),
        tail_clauses=frozenset(tail["clauses"]),
        tail_clauses_never=frozenset(tail["clauses_never"]),
        tail_phrases=frozenset(tail["phrases"]),
        listing=frozenset(tail["listing"]),
        participles_never=frozenset(tail["participles_never"]),
        lead_phrases=tuple(lead["phrases"]),
        lead_never=tuple(lead["never"]),
        lead_back=frozenset(lead["back"]),
        apposition=frozenset(names["openers"]),
        apposition_never=frozenset(names["never"]),
        keeps=frozenset(table["keeps"]["words"]),
        keeps_endings=tuple(table["keeps"]["endings"]),
        units=frozenset(table["conversion"]["units"]),
        hedges=frozenset(table["conversion"]["hedges"]),
        signs=table["conversion"]["signs"],
        helping=frozenset(table["verbs"]["helping"]),
        past=frozenset(table["verbs"]["past"]),
        past_there=frozenset(table["verbs"]["past_there"]),
        apart=frozenset(aside["apart"]),
        meanwhile=frozenset(aside["meanwhile"]),
        whose=frozenset(aside["whose"]),
        where=frozenset(aside["where"]),
        places=frozenset(aside["places"]),
        at=aside["at"],
        was_one=aside["was"]["one"],
        was_many=aside["was"]["many"],
        no_participles=frozenset(aside["no_participles"]),
        claims=frozenset(aside["claims"]),
        many=frozenset(aside["many"]),
        many_endings=tuple(aside["many_endings"]),
        many_endings_never=tuple(aside["many_endings_never"]),
        counts=frozenset(aside["counts"]),
        one=frozenset(aside["one"]),
        since=frozenset(aside["since"]),
        after=frozenset(aside["after"]),
        vague=frozenset(aside["vague"]),
    )
