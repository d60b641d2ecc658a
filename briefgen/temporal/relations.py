"""Mentions of one sentence → how each ties to what happened: since, by, until, not before.

"Does not open until Friday" opens on Friday; "will not open before March", and "in March at the
earliest", is open ahead from March on.
"""

from dataclasses import replace
from functools import lru_cache

from briefgen.knowledge.locale import Locale
from briefgen.model import Mention, Relation
from briefgen.temporal.passage import Passage
from briefgen.temporal.timed import fields_of

__all__ = ["BEGINS", "NOT_BEFORE", "attach_relation"]

BEGINS = "begins"
"""The field of a date on which something begins that is denied till then."""

NOT_BEFORE = "ON_OR_AFTER"
"""TIMEX3 mod of "no earlier than March", which is open ahead."""
_NEVER_EARLIER = "not before"
"""What a locale says of words that tell it."""
_JUST_BEFORE = "just before"
_CLOSE = {_JUST_BEFORE: Relation.BEFORE, "just after": Relation.AFTER}
"""What it says of "shortly before" and the like, and what that is before a day."""
_MIDNIGHT = "24"
"""The hour of the midnight that ends a day."""
_COUNTING = frozenset({Relation.BEFORE, Relation.AFTER})
"""Which way a length is counted, where its rule has the word: "vor drei Tagen" is days ago."""
_DATED = frozenset({"calendar", "shift"})
"""Kinds that may be the first or the last date on which something can be."""
_REACH = 10
"""Words, at most, between a negation and its "until"."""
_STRETCH = 90
"""Characters that hold so many words."""
_SIGNS = ",;:—–("


@lru_cache(maxsize=64)
def _words(locale: Locale) -> frozenset[str]:
    return frozenset(locale.relations)


def attach_relation(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """The word before tells how the expression ties to what happened: since, by, until, for."""
    words = _words(passage.locale)
    related = []
    for mention in mentions:
        word = passage.word_before(passage.spanned(mention)[0], words)
        if mention.relation is not Relation.AT:
            related.append(mention)
        elif word is not None:
            related.append(_related(mention, word, passage))
        else:
            related.append(_limited(mention, passage))
    return related


def _related(mention: Mention, word: str, passage: Passage) -> Mention:
    """A mention behind a word that tells a relation, where it can have that one."""
    told = passage.locale.relations[word]
    start, end = passage.spanned(mention)
    fields = fields_of(mention)
    possessed = passage.possessed(end)
    if told == _NEVER_EARLIER:
        return mention if possessed else _earliest(mention)
    if told in _CLOSE and "hour" in fields:
        return _close_by(mention, told)
    relation = _CLOSE.get(told) or Relation(told)
    possessed |= relation in _COUNTING and passage.adjectival(end)  # "після *нічної* атаки"
    durative = fields["kind"] in {"duration", "span"}
    ended = fields["kind"] == "range" and relation is Relation.SINCE  # "с 1 по 5 мая"
    counted = fields["kind"] == "shift" and fields.get("told") == "length"
    own = counted and relation in _COUNTING  # "vor drei Tagen": ago, not before
    if (relation is Relation.FOR) != durative or possessed or ended or own:
        return mention
    if relation in {Relation.UNTIL, Relation.BEFORE} and _negated(passage, start, word):
        return _begun(mention) if relation is Relation.UNTIL else _earliest(mention)
    return replace(mention, expression=replace(mention.expression, relation=relation))


def _limited(mention: Mention, passage: Passage) -> Mention:
    """A mention before "at the earliest" or "at the latest"."""
    if fields_of(mention)["kind"] not in _DATED:
        return mention
    behind = passage.low[passage.spanned(mention)[1] :].lstrip(" ")
    cues = passage.locale.cues
    if behind.startswith(tuple(cues.earliest)):
        return _earliest(mention)
    if behind.startswith(tuple(cues.latest)):
        return replace(mention, expression=replace(mention.expression, relation=Relation.BY))
    return mention


def _earliest(mention: Mention) -> Mention:
    """A mention as the first date on which something can be."""
    begun = _begun(mention)
    said = begun.expression
    dated = fields_of(mention)["kind"] in _DATED and said.mod is None
    return replace(begun, expression=replace(said, mod=NOT_BEFORE)) if dated else mention


def _close_by(mention: Mention, told: str) -> Mention:
    """About a time by the clock; of midnight, late on its day or early."""
    said = mention.expression
    midnight = dict(said.fields)["hour"] == _MIDNIGHT
    mod = ("END" if told == _JUST_BEFORE else "START") if midnight else "APPROX"
    return replace(mention, expression=replace(said, mod=said.mod or mod))


def _begun(mention: Mention) -> Mention:
    """A mention as the date on which what is denied till then begins."""
    said = mention.expression
    return replace(mention, expression=replace(said, fields=(*said.fields, (BEGINS, "1"))))


def _negated(passage: Passage, start: int, word: str) -> bool:
    """Whether the clause before a word like "until" denies its verb: "did not open until"."""
    cues = passage.locale.cues
    low = passage.low[max(0, start - _STRETCH) : start].replace("’", "'")
    clause = low[max(low.rfind(sign) + 1 for sign in _SIGNS) :].split()[: -len(word.split())]
    for told in reversed(clause[-_REACH:]):
        if told in cues.negations:
            return True
        if told in cues.boundary or told in cues.lasting:
            return False
    return False
