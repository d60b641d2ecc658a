"""What may be left out of a sentence, and how much its line loses with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from briefgen.events.brevity.passage import Passage
from briefgen.events.language.words import Word

__all__ = ["FEWEST", "Loss", "Unit", "is_timed", "named_for"]

FEWEST = 4
"""Words of a unit that is worth leaving out."""
FIRST_WORDS = 4
"""Among so many words of an apposition stands its noun."""


class Loss(IntEnum):
    """How much a line loses with a unit: the less, the earlier it goes."""

    NOTHING = 0
    ASIDE = 1
    NAMED = 2
    SCENE = 3
    OUTCOME = 4
    FIGURE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What may go: ``text[start:end]``, for which ``put`` stands then."""

    start: int
    end: int
    inner: tuple[int, int]
    """Its words, without the marks around them."""
    loss: Loss
    put: str = ""
    beside: bool = False
    """Whether it is said of a noun, as what is always so may be."""
    tells_who: bool = False
    """Whether it says who or what somebody is: ", who leads the board"."""


def named_for(passage: Passage, span: tuple[int, int]) -> bool:
    """Whether a stretch names somebody, and a "he" or "their" behind it may mean just this one."""
    wording, lexicon = passage.wording, passage.lexicon
    names = [w for w in wording.words if w.text[:1].isupper() and w is not wording.words[0]]
    if not any(span[0] <= w.start < span[1] for w in names):
        return False
    back = lexicon.pronouns | lexicon.owners | lexicon.openers_back | lexicon.objects
    means = [w for w in wording.words if w.start >= span[1] and w.lower in back and not w.quoted]
    others = [w for w in names if not span[0] <= w.start < span[1]]
    return any(not any(name.start < word.start for name in others) for word in means)


def is_timed(words: Sequence[Word], passage: Passage) -> bool:
    """Whether an apposition tells a time or a verdict: "a day after", "a move that"."""
    return any(w.lower in passage.words.apposition_never for w in words[:FIRST_WORDS])
