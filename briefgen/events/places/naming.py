"""Text + Gazetteer → its words, and among them the names that places have.

Names are looked up by their first word, longest first, left to right: one pass, linear. In a
language with cases every word is read as the names that it may be a form of. What the words beside
a name say is read in :mod:`briefgen.events.places.toponyms`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefgen.knowledge.cues import PlaceCues
from briefgen.knowledge.gazetteer import Entry, Gazetteer, Kind
from briefgen.knowledge.inflection import Form, How, forms, is_adjective
from briefgen.knowledge.keys import fold

__all__ = ["WELL_KNOWN", "Token", "Toponym", "match_names", "read_tokens"]

WELL_KNOWN = 50_000
"""Towns of this population are believed behind an adjective whatever noun it goes with."""

ACRONYM = 5
"""Letters of an acronym, at most."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_INSIDE = re.compile(r"[\s\u00a0]|-|‑|\.\s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of the text."""

    start: int
    end: int
    """Without a possessive ending."""
    key: str
    capital: bool
    upper: bool
    owner: bool
    """Ends in a possessive."""
    gap: str
    """What stands before it, after the word before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name: the tokens ``first`` to ``last`` (exclusive), and what it may mean."""

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]
    adjective: bool = False
    made: bool = False
    """An adjective made from a town's or a region's name: it needs a noun that it goes with."""
    region: bool = False
    """The words around say that it is a region's name."""
    town: bool = False
    """The words around say that it is a town's or a village's name."""
    after: int = field(default=0)
    """How many tokens after it belong to it: "Kharkiv *region*"."""
    entry: Entry | None = None
    """What it means here."""


def read_tokens(text: str, cues: PlaceCues) -> tuple[Token, ...]:
    """The words of a text, possessive endings set apart."""
    tokens: list[Token] = []
    end = 0
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        bare = next((word.removesuffix(p) for p in cues.possessive if word.endswith(p)), word)
        owner = bare != word or (word.endswith("s") and text[match.end() : match.end() + 1] in "’'")
        owner = owner and bool(text[start + len(bare) : start + len(bare) + 1])
        key = bare.lower() if bare.isascii() and "'" not in bare else fold(bare)
        tokens.append(
            Token(
                start=start,
                end=start + len(bare),
                key=key,
                capital=bare[0].isupper(),
                upper=bare.isupper(),
                owner=owner,
                gap=_gap(text[end:start], tokens, lower=bare[0].islower()),
            )
        )
        end = match.end()
    return tuple(tokens)


def _gap(gap: str, tokens: Sequence[Token], *, lower: bool) -> str:
    """What parts two words; the last stop of initials ("U.S. forces") parts nothing."""
    initials = len(tokens) > 1 and all(t.end - t.start == 1 for t in tokens[-2:])
    return gap.lstrip(".") if lower and initials and tokens[-1].gap == "." else gap


def match_names(tokens: Sequence[Token], gazetteer: Gazetteer, cues: PlaceCues) -> list[Toponym]:
    """The longest name that starts at each word, left to right, none inside another."""
    found: list[Toponym] = []
    at = 0
    while at < len(tokens):
        name = _longest(tokens, at, gazetteer, cues) if _may_start(tokens, at) else None
        if name is None:
            at += 1
        else:
            found.append(name)
            at = name.last
    return found


def _may_start(tokens: Sequence[Token], at: int) -> bool:
    """A capital, or an article before one: a user's table may hold "the Narrows"."""
    return tokens[at].capital or (at + 1 < len(tokens) and tokens[at + 1].capital)


def _longest(
    tokens: Sequence[Token], at: int, gazetteer: Gazetteer, cues: PlaceCues
) -> Toponym | None:
    spoken = forms(tokens[at].key)
    reach = max(gazetteer.reach.get(form.key, 0) for form in spoken)
    spellings = [spoken]
    while len(spellings) < reach and at + len(spellings) < len(tokens):
        last = at + len(spellings)
        before, token = tokens[last - 1], tokens[last]
        short = before.end - before.start <= 2
        if before.owner or not _INSIDE.fullmatch(token.gap) or ("." in token.gap and not short):
            break
        spellings.append(tuple(_joined(spellings[-1], forms(token.key), gazetteer)))
    for count in range(len(spellings), 0, -1):
        last = at + count
        capitals = all(token.upper for token in tokens[at:last]) and not _shouted(tokens, at, last)
        if count == 1 and (not tokens[at].capital or _is_acronym(tokens, at, gazetteer)):
            break
        if count > 1 and not _is_capital(tokens[at:last], cues):
            continue
        found = _meant(spellings[count - 1], gazetteer, capitals=capitals)
        if found is not None:
            return replace(found, first=at, last=last)
    return None


def _is_capital(words: Sequence[Token], cues: PlaceCues) -> bool:
    """Whether a name has a capital beside that of its article: "the Valley", not "The valley"."""
    return words[0].key not in cues.articles or any(token.capital for token in words[1:])


def _is_acronym(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a word in capitals within a sentence stands for no name: "told *ISNA*"."""
    token = tokens[at]
    if not token.upper or not 1 < token.end - token.start <= ACRONYM:
        return False
    if at == 0 or any(mark in token.gap for mark in ".!?:\n") or _shouted(tokens, at, at + 1):
        return False
    return not gazetteer.names.get(token.key.upper())


def _joined(begun: Sequence[Form], words: Sequence[Form], gazetteer: Gazetteer) -> Iterator[Form]:
    """A name begun and its next word; an adjective may only be made from the last word."""
    for start in begun:
        if start.how is How.CASE and start.key in gazetteer.starts:
            for word in words:
                yield Form(key=f"{start.key} {word.key}", how=word.how)


def _meant(spoken: Sequence[Form], gazetteer: Gazetteer, *, capitals: bool) -> Toponym | None:
    """What words may mean: places of that name, else those that an adjective is made from."""
    named: dict[Entry, None] = {}
    made: dict[Entry, None] = {}
    for form in spoken:
        entries = gazetteer.candidates(form.key, capitals)
        if form.how is How.REGION:
            named |= dict.fromkeys(e for e in entries if e.kind is Kind.REGION)
            continue
        adjective = form.how is How.MADE or is_adjective(form.key)
        for entry in entries:
            bare = adjective and entry.kind is Kind.REGION
            (made if bare or form.how is How.MADE else named)[entry] = None
    key = spoken[0].key if spoken else ""
    states = tuple(entry for entry in made if entry.kind is Kind.COUNTRY)
    if states:
        return Toponym(first=0, last=0, key=key, entries=states, adjective=True)
    sure = any(entry.kind is not Kind.VILLAGE for entry in named)
    sure |= bool(named) and all(entry.weight < WELL_KNOWN for entry in made)
    if made and not sure:
        return Toponym(first=0, last=0, key=key, entries=_heavier(made), made=True)
    if named:
        few = tuple(named) if len(spoken) == 1 else _heavier(named)
        return Toponym(first=0, last=0, key=key, entries=few)
    peoples = gazetteer.peoples(key)
    return Toponym(first=0, last=0, key=key, entries=peoples, adjective=True) if peoples else None


def _heavier(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -entry.weight))


def _shouted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name in capitals stands among words in capitals, and so is no acronym for sure."""
    around = [tokens[i] for i in (first - 1, last) if 0 <= i < len(tokens)]
    return any(token.upper and token.end - token.start > 4 for token in around)
