"""Document + resolved Mentions → Happenings: the events that the text itself dates.

"The July 9 summit", "the summit of 9 July", "the summit opens on 9 July", "on 9 July the summit
was held", "raiders attacked on 9 July": a noun of the locale's ``[lexicon.event]`` with a date in
its own clause and nothing between them that could part them. Rather none than a wrong one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefgen.model import Document, Grain, Mention, Relation, Sentence, TimexType
from briefgen.temporal.passage import Passage
from briefgen.temporal.phrases import EventWords, Token, head_at, names_behind, tokens_of

__all__ = ["Happening", "dates_an_event", "happenings"]

_REACH = 10
"""Words between an event and its date, at most."""
_BEFORE = 4
"""Words before a noun that belong to it, at most."""
_LONGEST = timedelta(days=62)
"""An event that lasts longer is none that days are counted from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event that a text dates."""

    head: str
    before: frozenset[str]
    """Words before its noun."""
    names: frozenset[str]
    """Names beside it."""
    mention: Mention | None
    """Its date; None: one is told, but may be another's ("originally planned for 3 May")."""


def happenings(
    document: Document,
    mentions: Sequence[Mention],
    passage_of: Callable[[Sentence], Passage],
    words: EventWords,
) -> tuple[Happening, ...]:
    """The events that sentences with a date tell, in text order."""
    found: list[Happening] = []
    at = 0
    for sentence in document.sentences:
        here: list[Mention] = []
        while at < len(mentions) and mentions[at].start < sentence.end:
            here.append(mentions[at])
            at += 1
        if any(dates_an_event(one) for one in here):
            found.extend(_told(passage_of(sentence), here, words))
    return tuple(found)


def dates_an_event(mention: Mention) -> bool:
    """Whether a mention is a day, or a few, on which an event can be."""
    interval = mention.interval
    if interval is None or interval.length is None or interval.grain > Grain.DAY:
        return False
    plain = mention.type in {TimexType.DATE, TimexType.TIME}
    return plain and mention.relation is Relation.AT and interval.length <= _LONGEST


def _told(passage: Passage, here: list[Mention], words: EventWords) -> Iterator[Happening]:
    tokens = tokens_of(passage)
    moved = any(token.word in words.moved for token in tokens)
    inside = _inside(tokens, [passage.spanned(m) for m in here])
    for index, token in enumerate(tokens):
        noun = token.word in words.heads and head_at(tokens, index, words)
        if inside[index] is not None or not (noun or token.word in words.verbs):
            continue
        first = _first(tokens, inside, index, words) if noun else index
        before = frozenset(t.word for t in tokens[first:index])
        if noun and before & words.others:
            continue
        for number in _near(inside, first, index):
            if not dates_an_event(here[number]):
                continue
            if not _beside(tokens, inside, (first, index), number, words, noun=noun):
                continue
            yield Happening(
                head=words.heads[token.word] if noun else words.verbs[token.word],
                before=before,
                names=frozenset(t.word for t in tokens[first:index] if t.name)
                | names_behind(tokens, index, words),
                mention=None if moved else here[number],
            )


def _near(inside: list[int | None], first: int, last: int) -> list[int]:
    """The numbers of the mentions that stand nearest to a stretch of tokens, on either side."""
    before = inside[max(0, first - _REACH) : first]
    behind = inside[last + 1 : last + 2 + _REACH]
    found = (
        next((n for n in reversed(before) if n is not None), None),
        next((n for n in behind if n is not None), None),
    )
    return [n for n in found if n is not None]


def _inside(tokens: list[Token], spans: list[tuple[int, int]]) -> list[int | None]:
    """The number of the mention that each token stands in; both are in text order."""
    found: list[int | None] = []
    at = 0
    for token in tokens:
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        found.append(at if at < len(spans) and spans[at][0] < token.end else None)
    return found


def _first(tokens: list[Token], inside: list[int | None], index: int, words: EventWords) -> int:
    """Where the words before a noun that belong to it begin; determiners left out."""
    first = index
    while first > 0 and index - first < _BEFORE:
        token = tokens[first - 1]
        parted = token.word in words.stops and not token.name and not token.owner
        verb = len(token.word) > 4 and token.word.endswith(words.endings) and not token.name
        if not token.is_word or parted or verb or inside[first - 1] is not None:
            break
        first -= 1
    return first


def _beside(
    tokens: list[Token],
    inside: list[int | None],
    place: tuple[int, int],
    number: int,
    words: EventWords,
    *,
    noun: bool,
) -> bool:
    """Whether a date is that of the event whose words stand at a place."""
    first, index = place
    window = range(max(0, first - _REACH), min(len(inside), index + 2 + _REACH))
    own = [n for n in window if inside[n] == number]
    start, end = own[0], own[-1]
    if end < first:
        between, behind = tokens[end + 1 : first], tokens[index + 1 : index + 1 + _REACH]
        return _dated_before(between, behind, words, noun=noun)
    between = tokens[index + 1 : start]
    if not noun:
        return _plain(between, words)
    return _dated_behind(tokens[:first], between, tokens[end + 1 :], words)


def _dated_before(
    between: Sequence[Token], behind: Sequence[Token], words: EventWords, *, noun: bool
) -> bool:
    """Whether a date in front is the event's: "Tuesday's vote", "on Tuesday the vote was held"."""
    if noun and not between:
        return True
    if not all(t.word == "," or t.word in words.determiners for t in between):
        return not noun and _plain(between, words)
    return not noun or _held(behind, words)


def _dated_behind(
    before: Sequence[Token],
    between: Sequence[Token],
    behind: Sequence[Token],
    words: EventWords,
) -> bool:
    """Whether a date behind is the event's: "vote of 7 July", "the vote was held on 7 July"."""
    if not between:
        return False
    only = len(between) == 1
    if between[0].word == "(" or (only and between[0].word in words.own | {","}):
        return True
    if between[-1].word not in words.naming | words.held | {"(", "—", "–"}:
        return False
    told = between[0].word == "," or any(t.word in words.held for t in between)
    return _subject(before, words, told=told) and _links(between, behind, words)


def _plain(tokens: Sequence[Token], words: EventWords) -> bool:
    """Whether no sign and no verb parts a verb from its date."""
    return len(tokens) <= _REACH and not any(_verb(t, words) or not t.is_word for t in tokens)


def _held(tokens: Sequence[Token], words: EventWords) -> bool:
    """Whether the first verb behind a noun tells that its event was, or is to be."""
    for token in tokens:
        if not token.is_word:
            return False
        if token.word in words.held:
            return True
        if _verb(token, words):
            return False
    return False


def _subject(tokens: Sequence[Token], words: EventWords, *, told: bool) -> bool:
    """Whether no verb stands before a noun in its clause.

    ``told``: its own verb stands behind it, so that a clause may begin anywhere before it.
    """
    for token in reversed(tokens):
        if not token.is_word or (told and token.word in words.opening):
            return True
        if _verb(token, words):
            return False
    return True


def _links(between: Sequence[Token], behind: Sequence[Token], words: EventWords) -> bool:
    """Whether what stands between a noun and a date ties them: no verb, or one of being held."""
    tokens = list(between)
    if tokens[0].word == "," and len(tokens) > 1:  # ", which opens on"; ", due on"
        tokens = tokens[1:]
        if tokens[0].word not in words.held and len(tokens) > 1 and tokens[1].word in words.held:
            tokens = tokens[1:]
    verbs = [t for t in tokens if _verb(t, words)]
    if any(not t.is_word for t in tokens) or any(t.word in words.heads for t in tokens):
        return False
    if not verbs:
        ahead = next((t for t in behind if _verb(t, words) or not t.is_word), None)
        return ahead is None or _verb(ahead, words) or ahead.word in {".", ";", ")"}
    return all(t.word in words.held for t in verbs)


def _verb(token: Token, words: EventWords) -> bool:
    """Whether a word is a verb, as far as it shows."""
    ended = len(token.word) > 4 and token.word.endswith(words.endings) and not token.name
    return ended or token.word in words.held or token.word in words.predicates
