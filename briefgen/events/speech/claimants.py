"""Words of a text → a claimant: named plainly, a person or not, of which party."""

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.knowledge.project import Project

__all__ = ["claimant", "is_named", "party_of"]


def claimant(who: str, lexicon: Statements) -> str:
    """A claimant without asides that do not name: "on the other hand", "speaking in Orm"."""
    first, *asides = who.rpartition(": ")[2].split(", ")
    kept = [
        aside
        for aside in asides
        if aside.lower() not in lexicon.lead_ins
        and not aside.split(" ")[0].endswith(lexicon.participle_ending)
    ]
    name = ", ".join([first, *kept])
    first_word = name.split(" ")[0].lower()
    lowered = first_word in lexicon.function_words or first_word in lexicon.determiners
    return name[:1].lower() + name[1:] if lowered else name


def is_named(who: str, lexicon: Statements, *, least: int = 2) -> bool:
    """Whether words name a person or a ship: "Piet Sand", "the tug Hestia", no "Harbour Board".

    After an article or a possessive a common noun must come before the name; else at least so
    many words have capitals.
    """
    words = who.split(",", maxsplit=1)[0].split()
    plain = lexicon.function_words | lexicon.determiners
    owned = [lexicon.bare(word) != word for word in words]
    if words[0].lower() in plain or any(owned):
        rest = words[1 + owned.index(True) :] if any(owned) else words[1:]
        called = len(rest) > 1 and rest[0].islower() and rest[-1][:1].isupper()
        return called and not any(word in lexicon.function_words for word in rest)
    if any(word.rstrip(".").lower() in lexicon.organisations for word in words):
        return False
    capitals = sum(word[:1].isupper() for word in words)
    return capitals >= least and words[-1][:1].isupper()


def party_of(who: str, project: Project) -> str | None:
    """The party whose words stand earliest in a claimant's name; longer words first."""
    lower = who.lower().replace("’", "'")
    hits = [
        (lower.find(word.lower()), -len(word), party.id)
        for party in project.parties
        for word in party.words
        if phrase_set(lower, (word.lower(),))
    ]
    return min(hits)[2] if hits else None
