"""Words → EventPhrase: "the July 9 attack on the depot" names an event, by its head "attack".

A phrase is a determiner, a few words and a noun of the locale's ``[lexicon.event]``, before
which nothing parts it (a verb, a preposition, a comma) and behind which no other noun goes on
("attack helicopters" are no attack). Names inside it and right behind it tell it from others.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.knowledge.locale import Locale
from briefgen.temporal.passage import Passage

__all__ = ["EventPhrase", "EventWords", "Token", "event_words", "head_at", "phrase_at", "tokens_of"]

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")
_MOST = 7
"""Words of a phrase before its noun, at most."""
_BEHIND = 6
"""Words behind it that may name it further."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a passage; offsets count from its start."""

    start: int
    end: int
    word: str
    """Lower case, without an owner's ending."""
    name: bool
    """Whether it has a capital."""
    owner: bool
    """Whether it ends as an owner does: "NATO's"."""

    @property
    def is_word(self) -> bool:
        """Whether it is no sign."""
        return self.word[0].isalnum()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPhrase:
    """A phrase that names an event."""

    start: int
    end: int
    head: str
    """What kind of event, by one word for all its forms: "election" of "elections"."""
    before: frozenset[str]
    """Words before its noun, lower case, determiners left out."""
    names: frozenset[str]
    """Names in it and right behind it, lower case."""
    edge: str | None = None
    """START or END, where "the start of" or "the end of" stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EventWords:
    """A locale's words about events."""

    heads: Mapping[str, str]
    verbs: Mapping[str, str]
    """Past forms → the event that they tell: "invaded" → "invasion"."""
    sides: Mapping[str, str]
    """Words between a length and an event → side: "before" → "-1"."""
    own: frozenset[str]
    """Words between a unit and the event whose it is: "the day *of* the vote"."""
    edges: Mapping[str, str]
    held: frozenset[str]
    """Verbs that tell when an event is: "opens", "was held", "killed"."""
    moved: frozenset[str]
    """Words by which a date told may not be that of the event: "originally", "postponed"."""
    others: frozenset[str]
    """Words by which another event of the kind is meant: "similar", "previous"."""
    determiners: frozenset[str]
    naming: frozenset[str]
    """Prepositions behind an event that may name it: "the attack *on* Halden"."""
    predicates: frozenset[str]
    """Verb forms and words that open a clause."""
    opening: frozenset[str]
    """Words that open a clause."""
    whose: frozenset[str]
    """Words behind a milestone's short name that make it another's: "invasion *of* Orm"."""
    stops: frozenset[str]
    """Words that stand in no phrase, and may follow one."""
    endings: tuple[str, ...]


@lru_cache(maxsize=64)
def event_words(locale: Locale) -> EventWords | None:
    """The locale's words about events; None where it has none."""
    lexicon = locale.lexicon
    heads = lexicon.get("event", {})
    if not heads:
        return None
    cues = locale.cues
    told = (locale.closers, locale.leads, cues.past, cues.future, cues.present, cues.boundary)
    plain = {word for words in told for word in words if " " not in word}
    predicates = cues.past | cues.future | cues.present | cues.boundary | cues.subordinate
    naming = frozenset(lexicon.get("event_naming", {}))
    determiners = frozenset(lexicon.get("event_determiner", {}))
    held = frozenset(lexicon.get("event_held", {}))
    plain |= {word for word in lexicon.get("numeral", {}) if " " not in word}
    plain |= {word.lower() for word in locale.sentences.starters}
    stops = plain | naming | determiners | held | cues.subordinate
    return EventWords(
        heads=heads,
        verbs=lexicon.get("event_verb", {}),
        sides=lexicon.get("event_side", {}),
        own=frozenset(lexicon.get("event_own", {})),
        edges=lexicon.get("event_edge", {}),
        held=held,
        moved=frozenset(lexicon.get("event_moved", {})),
        others=frozenset(lexicon.get("event_other", {})),
        determiners=determiners,
        naming=naming,
        predicates=predicates - frozenset(heads),
        opening=cues.boundary | cues.subordinate,
        whose=frozenset(lexicon.get("event_whose", {})),
        stops=frozenset(stops) - frozenset(heads) - frozenset(lexicon.get("month", {})),
        endings=cues.past_endings,
    )


def tokens_of(passage: Passage, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and signs of a stretch of a passage."""
    owners = passage.locale.glue.possessive
    openers = passage.locale.sentences.starters
    found = []
    for match in _TOKEN.finditer(passage.low, start, len(passage.low) if end is None else end):
        word = match[0].replace("’", "'")
        own = next((end for end in owners if word.endswith(end.replace("’", "'"))), "")
        bare = word.removesuffix(own) if own else word
        capital = passage.text[match.start()].isupper() and match[0].capitalize() not in openers
        found.append(Token(match.start(), match.end(), bare or word, capital, bool(own)))
    return found


def phrase_at(passage: Passage, at: int, words: EventWords) -> EventPhrase | None:
    """The phrase that starts at an offset, white space skipped; None where none does."""
    tokens = tokens_of(passage, at, at + 160)
    edge, skip = _edge(tokens, words)
    tokens = tokens[skip:]
    opens = 1 if tokens and tokens[0].word in words.determiners and not tokens[0].owner else 0
    for index, token in enumerate(tokens[: opens + _MOST + 1]):
        if index < opens:
            continue
        if not token.is_word:
            return None
        if token.word in words.heads and head_at(tokens, index, words):
            return _phrase(tokens, opens, index, words, edge)
        if token.word in words.stops and not token.name and not token.owner:
            return None
    return None


def head_at(tokens: Sequence[Token], index: int, words: EventWords) -> bool:
    """Whether an event's noun ends its phrase: no other noun goes on behind it."""
    if tokens[index].owner:
        return False
    if index + 1 == len(tokens):
        return True
    following = tokens[index + 1]
    if not following.is_word or following.name or following.word[0].isdigit():
        return True
    verb = len(following.word) > 4 and following.word.endswith(words.endings)
    return verb or following.word in words.stops or following.word in words.sides


def names_behind(tokens: Sequence[Token], index: int, words: EventWords) -> frozenset[str]:
    """Names that a preposition ties to the noun at an index: "attack *on Halden*"."""
    found: set[str] = set()
    behind = list(tokens[index + 1 : index + 1 + _BEHIND])
    while len(behind) > 1 and behind[0].word in words.naming and not behind[0].name:
        behind = behind[1:]
        if behind[0].word in words.determiners:
            behind = behind[1:]
        while behind and behind[0].name:
            found.add(behind[0].word)
            behind = behind[1:]
    return frozenset(found)


def _phrase(
    tokens: list[Token], opens: int, index: int, words: EventWords, edge: str | None
) -> EventPhrase:
    inside = tokens[opens:index]
    return EventPhrase(
        start=tokens[0].start,
        end=tokens[index].end,
        head=words.heads[tokens[index].word],
        before=frozenset(token.word for token in inside),
        names=frozenset(t.word for t in inside if t.name) | names_behind(tokens, index, words),
        edge=edge,
    )


def _edge(tokens: list[Token], words: EventWords) -> tuple[str | None, int]:
    """START or END and the words that tell it: "the start of"."""
    for count in (3, 2):
        phrase = " ".join(token.word for token in tokens[:count])
        if phrase in words.edges:
            return words.edges[phrase], count
    return None, 0
