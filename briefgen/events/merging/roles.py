"""Words and a verb among them → who does it, and to whom.

"The army killed 22 rebels" and "22 soldiers were killed by rebels" are much alike, and two deeds.
"""

from collections.abc import Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.knowledge.cues import load_place_cues

__all__ = ["MARK", "OBJECT", "roles_of"]

MARK = ","
"""What stands among the words for a comma, a dash, a colon."""
OBJECT = 6
"""Words between a verb and the noun that it carries, or that tells its doer, at most."""
CLAUSE = 12
"""Words behind a passive verb among which its doer stands."""


def roles_of(
    words: Sequence[str], at: int, lexicon: Statements, *, passive: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of who does what the verb at ``at`` tells, and of whom it is done to.

    ``words`` are in lower case, with ``MARK`` for marks.
    """
    before, after = _phrase(words[:at][::-1], lexicon), _phrase(words[at + 1 :], lexicon)
    if not passive:
        return _stems_of(before, lexicon), _stems_of(after, lexicon)
    clause = list(words[at + 1 : at + 1 + CLAUSE])
    clause = clause[: clause.index(MARK)] if MARK in clause else clause
    by = next((n for n, word in enumerate(clause) if word in lexicon.by), len(clause))
    return _stems_of(_phrase(clause[by + 1 :], lexicon), lexicon), _stems_of(before, lexicon)


def _phrase(words: Sequence[str], lexicon: Statements) -> Sequence[str]:
    """The words up to a mark, a preposition or a joint."""
    ends = lexicon.date_prepositions | lexicon.by | lexicon.subordinators | lexicon.coordinators
    ends |= load_place_cues(lexicon.language).location
    stop = next((n for n, word in enumerate(words) if word == MARK or word in ends), len(words))
    return words[: min(stop, OBJECT)]


def _stems_of(words: Sequence[str], lexicon: Statements) -> frozenset[str]:
    told = (word.lower() for word in words)
    return frozenset(lexicon.canonical(w) for w in told if w[0].isalpha() and w not in lexicon.stop)
