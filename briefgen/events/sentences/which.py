"""A line and its article → Edits that tell which thing is meant: "the search [for Ida Holm]".

What the article calls by its noun alone it has told once, with what ties it to its matter ("the
search for Ida Holm"), with a name behind ("the ferry Hestia") or in front ("Lind's Orm plant").
Where it told of one alone, its words stand in square brackets; nothing stands there where it is
open: several are told of, or another may have come in between.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.events.language.datelines import after_dateline
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_words, is_past
from briefgen.events.language.words import Word, Wording, read_wording
from briefgen.events.sentences.calendar import Edit
from briefgen.events.sentences.known import Thing, known_things, singular
from briefgen.events.sentences.subjects import is_name
from briefgen.knowledge.definites import Definites, load_definites
from briefgen.model import Document

__all__ = ["which_edits"]

WINDOW = 60
"""Sentences before a line in which a thing may have been told."""
LONGEST = 8
"""Words of what tells a thing, at most."""
MOST = 2
"""Things of one line that are told, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One place where an article speaks of a thing."""

    put: str
    """What tells which is meant; empty where it may be another."""
    names: frozenset[str]
    """The words of it that tell it from others."""
    words: frozenset[str]
    """All its words, in lower case."""


def which_edits(document: Document, wording: Wording, lexicon: Statements) -> Iterator[Edit]:
    """The edits of a line, none in a language that has no words for it."""
    definites = load_definites(lexicon.language)
    if definites is None or document.rows:
        return
    put = 0
    for thing in known_things(wording, definites, lexicon):
        if thing.opener.quoted or put == MOST:
            continue
        told = _which(document, wording, thing, definites, lexicon)
        if told:
            end = thing.words[-1].end
            yield Edit(start=end, end=end, put=f" [{told}]")
            put += 1


def _which(
    document: Document,
    wording: Wording,
    thing: Thing,
    definites: Definites,
    lexicon: Statements,
) -> str:
    """What an article says a thing is, before a line; empty where that is not sure."""
    head = thing.noun
    kind = {word.lower for word in thing.words[:-1]}
    found: list[_Told] = []
    for told in _before(document, wording, lexicon):
        for at, word in enumerate(told.words):
            if singular(lexicon.bare(word.lower)) == singular(head):
                mention = _mention(told, at, head, definites, lexicon)
                if mention is not None:
                    found.append(mention)
    told_of = [mention for mention in found if mention.put]
    if not told_of or any(not mention.put for mention in found[found.index(told_of[0]) :]):
        return ""
    first = told_of[0]
    if kind - definites.others and not kind <= first.words:
        return ""
    if any(not (first.names & other.names) for other in told_of):
        return ""
    present = {lexicon.bare(word.text) for word in wording.words}
    return "" if first.names <= present else first.put


def _before(document: Document, wording: Wording, lexicon: Statements) -> Iterator[Wording]:
    """The last sentences before a line, those left out that only announce."""
    end = bisect_right(document.sentences, wording.start, key=lambda s: s.end)
    for sentence in document.sentences[max(0, end - WINDOW) : end]:
        if not sentence.kind.announces:
            start = after_dateline(document.text, sentence.start, sentence.end)
            yield read_wording(document.text, start, sentence.end, elisions=lexicon.elisions)


def _mention(
    wording: Wording, at: int, head: str, definites: Definites, lexicon: Statements
) -> _Told | None:
    """What is told of a thing where it is spoken of; None where it is no more than "the plant"."""
    words = wording.words
    noun = words[at]
    if _qualifies(wording, at, lexicon):
        return None
    front = _front(wording, at, definites, lexicon)
    opener = words[at - len(front) - 1] if at > len(front) else None
    behind = _behind(wording, at, definites, lexicon)
    same = lexicon.bare(noun.lower) == head and noun.text.islower()
    if behind and same:
        names = _names(behind, lexicon)
        if names:
            put = wording.text[behind[0].start : behind[-1].end]
            return _Told(put=put, names=names, words=frozenset(w.lower for w in front))
    named = _named(wording, front, at, definites, lexicon) if same else ()
    if named:
        end = noun.start + len(lexicon.bare(noun.text))
        put = wording.text[named[0].start : end]
        lowers = frozenset(w.lower for w in front)
        return _Told(put=put, names=_names(named, lexicon), words=lowers)
    known = opener is not None and opener.lower in definites.openers
    if known and same and not definites.others.intersection(w.lower for w in front):
        return None
    return _Told(put="", names=frozenset(), words=frozenset())


def _qualifies(wording: Wording, at: int, lexicon: Statements) -> bool:
    """Whether a noun only tells of what kind the next one is: "the Orm *embassy* guards"."""
    after = wording.words[at + 1 : at + 2]
    if not after or wording.text[wording.words[at].end : after[0].start] != " ":
        return False
    word = after[0]
    closed = lexicon.function_words | lexicon.introducers | lexicon.ties | lexicon.pronouns
    closed |= lexicon.subordinators | lexicon.coordinators | lexicon.verb_forms
    closed |= lexicon.passive | lexicon.perfect | lexicon.pluperfect | lexicon.present_be
    closed |= lexicon.date_prepositions | lexicon.time_words | lexicon.adverbs
    if not word.text.islower() or word.lower in closed or is_past(word.lower, lexicon):
        return False
    return all(
        w.start != word.start for w, _ in finite_words(wording, (word.start, wording.end), lexicon)
    )


def _named(
    wording: Wording,
    front: Sequence[Word],
    at: int,
    definites: Definites,
    lexicon: Statements,
) -> Sequence[Word]:
    """A name that tells a thing in front of it: "Lind’s new plant", "the Orm embassy"."""
    words = wording.words
    after = words[at + 1 : at + 2]
    titled = after and wording.text[words[at].end : after[0].start] == " "
    if titled and after[0].text[:1].isupper():  # "U.S. ambassador Ida Holm"
        return ()
    first = next((n for n, w in enumerate(front) if is_name(w, lexicon)), None)
    timed = any(lexicon.bare(w.lower) in lexicon.time_words for w in front)
    if first is None or timed:
        return ()
    named = front[first:]
    noun = singular(lexicon.bare(words[at].lower))
    fits = noun in definites.tied or noun in definites.fronted
    plain = all(is_name(w, lexicon) or not w.lower.endswith(lexicon.present_ending) for w in named)
    before = words[at - len(front) - 1 : at - len(front)]
    joined = before and first == 0 and before[0].lower in lexicon.coordinators
    return named if fits and plain and not joined else ()


def _front(wording: Wording, at: int, definites: Definites, lexicon: Statements) -> Sequence[Word]:
    """The words before a noun that belong to it, up to what opens it: "Lind’s", "Orm"."""
    words = wording.words
    closed = (
        lexicon.function_words | lexicon.introducers | lexicon.ties | lexicon.pronouns
        | lexicon.subordinators | lexicon.coordinators | lexicon.verb_forms
        | definites.openers | definites.ends | definites.telling | {*lexicon.indefinite}
    )  # fmt: skip
    first = at
    while first and at - first < LONGEST - 2:
        word = words[first - 1]
        touches = wording.text[word.end : words[first].start] in {" ", ". "}
        if not touches or word.lower in closed or is_past(word.lower, lexicon):
            break
        first -= 1
    return words[first:at]


def _behind(wording: Wording, at: int, definites: Definites, lexicon: Statements) -> Sequence[Word]:
    """The words behind a noun that tell which is meant: "for Ida Holm", "Hestia"."""
    words = wording.words
    noun = singular(words[at].lower)
    rest = words[at + 1 : at + 1 + LONGEST + 1]
    if not rest or wording.text[words[at].end : rest[0].start] != " ":
        return ()
    if noun in definites.named and is_name(rest[0], lexicon):
        return _run(wording, rest, lexicon)
    if rest[0].lower not in definites.tied.get(noun, ()):
        return ()
    finite = {w.start for w, _ in finite_words(wording, (rest[0].start, wording.end), lexicon)}
    stops = (
        lexicon.subordinators | lexicon.pronouns | lexicon.time_words - lexicon.function_words
        | definites.ends
    )  # fmt: skip
    inside = {"of", "in", "at", "and", "the", "near", "for", "between", "a", "an", "on"}
    kept = [rest[0]]
    for last, word in pairwise(rest):
        touches = wording.text[last.end : word.start] in {" ", ". "}
        plain = word.lower in inside
        if not touches or word.start in finite:
            break
        if not plain and (word.lower in stops or word.lower in definites.telling):
            break
        if is_past(word.lower, lexicon) or word.lower.endswith(lexicon.participle_ending):
            break
        kept.append(word)
    if len(kept) > LONGEST:
        cut = next((n for n in range(len(kept) - 1, 1, -1) if kept[n].lower in inside), 0)
        kept = kept[:cut]
    while kept and kept[-1].lower in inside | definites.telling:
        kept = kept[:-1]
    return kept if len(kept) > 1 else ()


def _run(wording: Wording, words: Sequence[Word], lexicon: Statements) -> Sequence[Word]:
    """The name that stretches from a first word on."""
    kept = [words[0]]
    for last, word in pairwise(words):
        if wording.text[last.end : word.start] != " " or not is_name(word, lexicon):
            break
        kept.append(word)
    return kept


def _names(words: Sequence[Word], lexicon: Statements) -> frozenset[str]:
    """The words that are names, without the ending of an owner."""
    return frozenset(lexicon.bare(w.text) for w in words if is_name(w, lexicon))
