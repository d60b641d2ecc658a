"""Mentions of one sentence → those of a company's own year marked: "fiscal first quarter".

Which months such a quarter has, its words do not tell: "the fiscal first quarter" of one company
ends in March, that of another in September. "Second quarter ended 30 June" is the calendar's.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from briefgen.model import Mention
from briefgen.temporal.passage import Passage
from briefgen.temporal.timed import fields_of

__all__ = ["FISCAL", "mark_fiscal", "of_no_calendar"]

FISCAL = "fiscal"
"""The field of such a mention, and the lexicon table of the words that tell it."""
_UNITS = frozenset({"Q", "HY", "Y"})
_WORD = re.compile(r"[^\W_]+")
_BEHIND = 4
"""Words of "of the company's fiscal" behind a quarter, at most."""
_STRETCH = 40
"""Characters that hold so many words."""
_GAP = 12
"""Characters of "ended" between a quarter and the day of its end, at most."""


def mark_fiscal(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """The mentions, those of a company's own year with a field that says so."""
    words = passage.locale.lexicon.get(FISCAL, {})
    if not words:
        return mentions
    return [
        _marked(mention)
        if _named_so(mention, passage, frozenset(words)) or _ends_elsewhere(mention, mentions)
        else mention
        for mention in mentions
    ]


def of_no_calendar(fields: Mapping[str, str]) -> bool:
    """Whether what is named is a part of such a year, so that no calendar tells when it is."""
    return FISCAL in fields and ("quarter" in fields or "half" in fields)


def _marked(mention: Mention) -> Mention:
    said = mention.expression
    return replace(mention, expression=replace(said, fields=(*said.fields, (FISCAL, "1"))))


def _named_so(mention: Mention, passage: Passage, words: frozenset[str]) -> bool:
    """Whether a fiscal word stands in it, right before it, or behind it: "of fiscal 1990"."""
    fields = fields_of(mention)
    part = "quarter" in fields or "half" in fields
    if not (part or fields.get("unit") in _UNITS or ("y" in fields and len(fields) == len(_YEAR))):
        return False
    start, end = passage.spanned(mention)
    if words.intersection(_WORD.findall(passage.low[start:end])):
        return True
    if not part:
        return False
    if passage.last_word(start) in words:
        return True
    behind = passage.low[end : end + _STRETCH]
    stop = next((at for at, sign in enumerate(behind) if sign in ",;:.()"), len(behind))
    return bool(words.intersection(_WORD.findall(behind[:stop])[:_BEHIND]))


_YEAR = frozenset({"kind", "y"})


def _ends_elsewhere(mention: Mention, mentions: list[Mention]) -> bool:
    """Whether the day right behind a quarter is of another month than its last."""
    fields = fields_of(mention)
    if "quarter" not in fields:
        return False
    behind = next((m for m in mentions if 0 < m.start - mention.end <= _GAP), None)
    day = {} if behind is None else fields_of(behind)
    told = day.get("kind") == "calendar" and "d" in day and "m" in day
    return told and int(day["m"]) != 3 * int(fields["quarter"])
