"""Sentence + place → what gives a plan the day that stands there: "put back by a week *to* Friday".

Such a day lies ahead though the verb is past; so does the one that the plan had, behind "from".
Where verbs close their clause, the verb stands behind the day: "auf Freitag verschoben".
"""

from briefgen.temporal.passage import Passage

__all__ = ["moved_plan"]

REACH = 12
"""Words between the verb and the day, at most."""
STRETCH = 110
"""Characters before the day that hold so many words."""
MARKS = ",;:—–("
CLOSES = 3
"""Words between the day and a verb that closes its clause, at most."""


def moved_plan(passage: Passage, start: int, end: int) -> str | None:
    """The words that give a plan the day at an offset: "put back … to"; None where none do."""
    words = passage.locale.cues
    to = passage.word_before(start, words.moved_to) if words.moved_to else None
    off = passage.word_before(start, words.moved_from) if words.moved_from else None
    verbs = words.moves if off else words.moves | words.sets
    if to is None and off is None:
        return None
    low = passage.low[max(0, start - STRETCH) : start]
    last = low[max(low.rfind(mark) + 1 for mark in MARKS) :].split()[-REACH:]
    for size in (2, 1):
        for at in range(len(last) - size, -1, -1):
            verb = " ".join(last[at : at + size])
            if verb in verbs:
                return f"{verb} … {to or off}"
    if to is None or not words.closing:
        return None
    rest = passage.low[end : end + STRETCH]
    marks = [at for at in map(rest.find, f"{MARKS}.") if at >= 0]
    behind = rest[: min(marks, default=len(rest))].split()[:CLOSES]
    return next((f"{to} … {verb}" for verb in behind if verb in words.moves), None)
