"""A lead that tells a plan without a day → the news that it was told: its day is the saying's.

"Ketterling Foods said it will sell its bakeries" is news on the day on which it was said, though
nobody says when they will be sold.
"""

from collections.abc import Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.language.words import Word
from briefgen.events.sentences.telling import Telling

__all__ = ["commits"]

AGAIN = "re-"
REACH = 4
"""Words behind "will" among which its verb stands, at most: "will therefore also sell"."""


def commits(telling: Telling, lexicon: Statements) -> bool:
    """Whether somebody says what they will do themselves, or announces or warns of what is to come.

    "It will sell", "that they would leave", "pledged to send"; what others say that somebody will
    do is a forecast.
    """
    saying = telling.saying
    if saying is None or saying.carried or saying.content[0] < saying.who[1]:
        return False
    words = [w for w in telling.wording.within(saying.content) if not w.quoted]
    if saying.verb in lexicon.warnings | lexicon.announcing:
        ahead = any(w.lower in lexicon.future_in_past for w in words)
        return ahead or telling.tense is Tense.FUTURE
    if saying.verb in lexicon.denials:
        return False
    if len(words) > 1 and words[0].lower in lexicon.infinitive:
        return _is_deed(words[1:], lexicon)
    if words and words[0].lower in lexicon.subordinators:
        words = words[1:]
    if len(words) < 2 or words[0].lower not in lexicon.pronouns:
        return False
    return _plans(words[1:], lexicon) and _is_deed(words[2:], lexicon)


def _plans(words: Sequence[Word], lexicon: Statements) -> bool:
    """Whether a verb is one of planning: "will", "plans to", "would"."""
    first = words[0].lower
    cues = {first, " ".join(w.lower for w in words[:2])}
    return first in lexicon.future_in_past or not cues.isdisjoint(lexicon.future)


def _is_deed(words: Sequence[Word], lexicon: Statements) -> bool:
    """Whether what is planned is a deed: "therefore also sell", "to re-open"."""
    deeds = lexicon.done | lexicon.happening
    return any(lexicon.stem(w.text.removeprefix(AGAIN)) in deeds for w in words[:REACH])
