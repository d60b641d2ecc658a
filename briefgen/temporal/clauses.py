"""Sentence + place → the clause inside another that the place stands in.

"The boats *that had sailed on Sunday* were home by noon": such a clause opens with a subordinating
word, holds a verb before the place, and closes at a second verb that nothing joins to the first,
or, where a comma stands before it, at the next comma.
"""

import re
from functools import lru_cache
from itertools import islice

from briefgen.knowledge.locale import Cues
from briefgen.temporal.passage import Passage

__all__ = ["inner_clause"]

WINDOW = 400
"""Characters on either side that are searched."""
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:—–()\"“”]")


@lru_cache(maxsize=512)
def inner_clause(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Offsets of the inner clause around ``start:end``; None where it stands in none.

    A clause that nothing closes runs to the end of the sentence.
    """
    cues = passage.locale.cues
    first = max(0, start - WINDOW)
    before = _TOKEN.findall(passage.low, first, start)
    verb, opener = False, -1
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if word in cues.subordinate:
            opener = index
            break
        if word in cues.boundary or not word[0].isalnum():
            return None
        verb = verb or _is_verb(word, cues)
    if opener < 0 or not verb:
        return None
    fenced = opener > 0 and before[opener - 1] == ","
    opened = next(islice(_TOKEN.finditer(passage.low, first, start), opener, None)).start()
    return opened, _close(passage, end, fenced=fenced)


def _close(passage: Passage, end: int, *, fenced: bool) -> int:
    """Where the clause that is open at an offset closes."""
    cues = passage.locale.cues
    for match in _TOKEN.finditer(passage.low, end, end + WINDOW):
        word = match[0]
        if fenced and word == ",":
            return match.start()
        if word in cues.boundary or not word[0].isalnum():
            break
        if _is_verb(word, cues):
            return match.start()
    return len(passage.low)


def _is_verb(word: str, cues: Cues) -> bool:
    """Whether a word is a form that tells past, present or future."""
    told = word in cues.past or word in cues.future or word in cues.present
    past = word.endswith(cues.past_endings) and word not in cues.not_past
    ahead = word.endswith(cues.future_endings) and word not in cues.not_future
    return told or (len(word) > 4 and (past or ahead))
