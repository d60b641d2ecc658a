"""The words of a report → what it tells itself: its main deed, and the deeds in front.

"Prosecutors opened an inquiry into the collapse that injured 80" tells of an inquiry, not of a
collapse: what stands behind "into", "after", "accused of" was told before. "Nine people died after
a ferry capsized" tells of both, for what befell somebody is one with what it came of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.merging.deeds import Deeds, families_at, phrase_at
from briefgen.events.merging.roles import MARK, OBJECT, roles_of
from briefgen.knowledge.cues import load_place_cues

__all__ = ["MARK", "Foreground", "foreground_of"]

PLAN = 3
"""Words of a phrase of the future, at most."""
NEAR = 2
"""Words before a verb among which a negation makes it undone."""

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreground:
    """What a report tells itself."""

    main: frozenset[str] = _NOTHING
    """The families of the main verb, or itself; empty where it is light or was not found."""
    deeds: frozenset[str] = _NOTHING
    """The families of the deeds in front, the main one among them."""
    verb: str = ""
    """The stem of the main verb."""
    subject: frozenset[str] = _NOTHING
    """Stems before an active main verb: who does it."""
    doers: frozenset[str] = _NOTHING
    """Stems of who does it: before an active main verb, or behind "by"."""
    named_by: frozenset[str] = _NOTHING
    """Of these, those behind "by"."""
    done_to: frozenset[str] = _NOTHING
    """Stems of whom it is done to: behind an active main verb, or before a passive one."""
    behind: frozenset[str] = _NOTHING
    """Stems that stand only behind "after" and their like: of what was before."""
    verbs_behind: frozenset[str] = _NOTHING
    """The verbs among these."""
    undone: bool = False
    """Whether it tells of what was tried or refused, or did not happen."""


@dataclass(frozen=True, slots=True)
class _Verb:
    """A finite verb among the words."""

    at: int
    passive: bool
    helped: bool
    """Whether an auxiliary goes before it."""


def foreground_of(
    words: Sequence[str],
    kin: Mapping[str, frozenset[str]],
    lexicon: Statements,
    deeds: Deeds,
    *,
    measured: bool = False,
    found_by: frozenset[str] = _NOTHING,
    claimed: bool = False,
) -> Foreground:
    """What words tell in front; nothing in a language of whose deeds nothing is known.

    ``words`` are in lower case, with ``MARK`` for marks; ``kin`` tells the families of their stems;
    ``measured`` whether a measure stands among them: then shares fell, and no bridge; ``found_by``
    the families of what the claimant does: investigators tell what they found; ``claimed`` whether
    a claimant was left out before the first word.
    """
    if not deeds.families:
        return Foreground()
    verbs = _verbs(words, lexicon, deeds)
    verb = _main_verb(words, verbs, lexicon)
    if words[:1] and words[0] in deeds.carriers:  # its claimant left out before it
        carried = _carried(words, 0, _NOTHING, lexicon, deeds)
        verb = _Verb(0, passive=False, helped=False) if carried & deeds.answers else verb
    elif claimed and words[:1] and is_past(words[0], lexicon):  # "[the king] promised …"
        promised = families_at(words[:1], lexicon, deeds) & deeds.answers
        verb = _Verb(0, passive=False, helped=False) if promised else verb
    if verb is None and verbs:  # all of them in clauses hung on a noun: "those that had sailed"
        return Foreground()
    if verb is None:
        return Foreground(deeds=_families(_in_front(words, 0, deeds.behind), kin, lexicon))
    at, undone = _what_was_tried(words, verb.at, lexicon)
    told = [w for w in words[at : at + PLAN + 1] if w != MARK]
    main = _parted(words, at, lexicon, deeds) or phrase_at(told, lexicon, deeds)
    main = main or _carried(words, at, families_at(told, lexicon, deeds), lexicon, deeds)
    main = (main & deeds.changes if measured else None) or main
    if found_by and lexicon.stem(words[at]) in deeds.explains:
        main = found_by
    marks = deeds.behind | deeds.about if main & deeds.answers else deeds.behind
    front = words if main & deeds.effects else _in_front(words, at, marks)
    behind = {lexicon.canonical(w) for w in words} - {lexicon.canonical(w) for w in front}
    if main and main <= deeds.answers:
        front = ()
    before = words[:at] if not verb.passive else ()
    doers, done_to = roles_of(words, at, lexicon, passive=verb.passive)
    return Foreground(
        main=main,
        deeds=main | _families(front, kin, lexicon),
        verb=lexicon.canonical(words[at]),
        subject=frozenset(lexicon.canonical(w.lower()) for w in before if w not in lexicon.stop)
        - {MARK},
        doers=doers,
        named_by=doers if verb.passive else _NOTHING,
        done_to=done_to,
        behind=frozenset(behind),
        verbs_behind=frozenset(lexicon.canonical(words[v.at]) for v in verbs if v.at > at) & behind,
        undone=undone,
    )


def _families(
    words: Sequence[str], kin: Mapping[str, frozenset[str]], lexicon: Statements
) -> frozenset[str]:
    return frozenset().union(*(kin.get(lexicon.canonical(w), _NOTHING) for w in words))


def _main_verb(words: Sequence[str], verbs: Sequence[_Verb], lexicon: Statements) -> _Verb | None:
    """The first finite verb that stands in no clause hung on a noun or put in front."""
    start = 0
    if words and words[0] in lexicon.subordinators and MARK in words:
        start = words.index(MARK)
    found = [v for v in verbs if v.at > start] or list(verbs)
    found = [v for v in found if not _subordinate(words, v.at, lexicon)]
    for place, verb in enumerate(found[:-1]):
        if not _hung(words, verb, found[place + 1], lexicon):
            return verb
    return found[-1] if found else None


def _subordinate(words: Sequence[str], at: int, lexicon: Statements) -> bool:
    """Whether a verb stands in "that had sailed", "who sailed", "if nobody sails"."""
    before = [
        w
        for w in words[max(0, at - NEAR) : at]
        if w not in lexicon.pluperfect | lexicon.perfect | lexicon.passive
    ]
    relative = before[-1:] and before[-1] in lexicon.subordinators and at > len(before)
    return bool(relative) or any(w in lexicon.suppositions & lexicon.conditional for w in before)


def _verbs(words: Sequence[str], lexicon: Statements, deeds: Deeds) -> list[_Verb]:
    found: list[_Verb] = []
    noun_before = lexicon.function_words | lexicon.determiners | lexicon.date_prepositions
    bare = passive = -1
    for index, word in enumerate(words):
        if word == MARK:
            continue
        if index == bare and word in lexicon.date_prepositions:  # "had to leave"
            bare += 1
            continue
        if word in lexicon.passive:
            bare, passive = -1, index + 1
        elif _helps(words, index, lexicon, deeds):
            bare, passive = index + 1, -1
        elif _is_passed(word, lexicon, deeds, bare=index == bare):
            bare += bare == index
            passive += passive == index
        elif index == passive and (is_past(word, lexicon) or lexicon.stem(word) in deeds.firsts):
            found.append(_Verb(index, passive=True, helped=True))
        elif index == bare and word not in lexicon.function_words:
            found.append(_Verb(index, passive=False, helped=True))
        elif _may_be_verb(words, index, lexicon, deeds, noun_before):
            found.append(_Verb(index, passive=False, helped=False))
    return found


def _helps(words: Sequence[str], index: int, lexicon: Statements, deeds: Deeds) -> bool:
    """Whether a word only helps the verb behind it: "had", "will", "*a* abaissé"."""
    word = words[index]
    helping = lexicon.perfect | lexicon.pluperfect | lexicon.future_in_past | lexicon.conditional
    if word in helping or _plans(words, index, lexicon) or _unsays(words, index, lexicon):
        return True
    light = word in lexicon.past_forms and word in deeds.light
    return light and (lexicon.stem(_deed_after(words, index, deeds)),) in deeds.families


def _is_passed(word: str, lexicon: Statements, deeds: Deeds, *, bare: bool) -> bool:
    """Whether a word stands between one that helps and its verb: "a *été* arrêté", "not"."""
    if bare and word in deeds.light and word in lexicon.past_forms | lexicon.stop:
        return True
    return word in lexicon.negations or word.endswith(lexicon.adverb_ending)


def _deed_after(words: Sequence[str], index: int, deeds: Deeds) -> str:
    """The first word behind an auxiliary that is no light one itself."""
    after = words[index + 1 : index + 1 + NEAR]
    return next((word for word in after if word not in deeds.light), "")


def _may_be_verb(
    words: Sequence[str],
    index: int,
    lexicon: Statements,
    deeds: Deeds,
    noun_before: frozenset[str],
) -> bool:
    """Whether a past form is a verb; at the head where a verb may open: "Прогриміли вибухи".

    Where verbs close their clause and nouns have capitals, a word without one may tell a deed:
    "ist … zusammengekommen".
    """
    if lexicon.verb_second and words[index][:1].isupper():
        return False
    closes = lexicon.verb_second and (lexicon.stem(words[index]),) in deeds.families
    if not closes and not is_past(words[index], lexicon):
        return False
    return words[index - 1] not in noun_before if index else lexicon.inversion


def _unsays(words: Sequence[str], index: int, lexicon: Statements) -> bool:
    """Whether a word only carries the negation after it: "*did* not begin"."""
    after = words[index + 1] if index + 1 < len(words) else ""
    return after in lexicon.negations and is_past(words[index], lexicon)


def _hung(words: Sequence[str], verb: _Verb, later: _Verb, lexicon: Statements) -> bool:
    """Whether a verb only tells which one is meant, and a later one is the main one.

    "The hacker *known* as Zephyr was extradited", "the club that *signed* him fired".
    """
    before = words[verb.at - 1] if verb.at else ""
    if before in lexicon.subordinators | lexicon.complementizers:
        return True
    between = words[verb.at + 1 : later.at]
    if before == MARK and not verb.helped:
        return MARK in between
    if verb.helped or not between or between[0] in lexicon.counting:
        return False
    cues = load_place_cues(lexicon.language)
    follows = between[0] in lexicon.date_prepositions | lexicon.introducers | cues.location
    follows = follows or between[0] in lexicon.by
    parted = {MARK} | lexicon.subordinators | lexicon.coordinators | lexicon.complementizers
    clear = parted.isdisjoint(between[1:])
    after = words[later.at + 1] if later.at + 1 < len(words) else ""
    again = after in lexicon.date_prepositions or after in lexicon.by
    return follows and clear and (later.helped or not again)


def _what_was_tried(words: Sequence[str], at: int, lexicon: Statements) -> tuple[int, bool]:
    """Where the verb stands that tells what was tried, and whether it was only that, or not."""
    before = words[max(0, at - NEAR) : at]
    undone = any(w in lexicon.negations for w in before)
    if f"{words[at]} to" in lexicon.unmet and at + 2 < len(words) and words[at + 1] == "to":
        return at + 2, True
    return at, undone


def _carried(
    words: Sequence[str], at: int, main: frozenset[str], lexicon: Statements, deeds: Deeds
) -> frozenset[str]:
    """The deed that a noun tells which a verb only carries; else that of the verb."""
    if words[at] not in deeds.carriers and main:
        return main
    for word in words[at + 1 : at + 1 + OBJECT]:
        if word in {MARK, *deeds.about} or word in lexicon.subordinators:
            break
        told = deeds.families.get((lexicon.stem(word),), _NOTHING)
        if told & deeds.answers or (told and not main & deeds.known):
            return told
        if told:
            return main | told
    return main


def _parted(words: Sequence[str], at: int, lexicon: Statements, deeds: Deeds) -> frozenset[str]:
    """The deed of a verb and a particle with the object between them: "put the vote off"."""
    verb = lexicon.stem(words[at])
    after = words[at + 2 : at + 1 + OBJECT]
    for place, word in enumerate(after):
        if word == MARK:
            break
        phrase = (verb, lexicon.stem(word), *map(lexicon.stem, after[place + 1 : place + 2]))
        told = deeds.families.get(phrase, _NOTHING)  # "*bring* the fire *under control*"
        if not told and word not in lexicon.function_words:
            told = deeds.families.get(phrase[:2], _NOTHING)
        if told:
            return told
    return _NOTHING


def _in_front(words: Sequence[str], at: int, marks: frozenset[str]) -> list[str]:
    """The words that do not stand behind "after" and its like, up to a mark.

    Those before the main verb, which stands at ``at``, do where one opens the sentence.
    """
    kept: list[str] = []
    behind = False
    for index, word in enumerate(words):
        if word == MARK:
            behind = False
        elif (index > at or not index) and _opens_what_was(words, index, marks):
            behind = True
        if not behind:
            kept.append(word)
    return kept


def _opens_what_was(words: Sequence[str], index: int, marks: frozenset[str]) -> bool:
    """Whether "after" or a phrase of its kind begins with a word: "in protest at"."""
    return any(" ".join(words[index : index + size]) in marks for size in range(1, PLAN + 1))


def _plans(words: Sequence[str], index: int, lexicon: Statements) -> bool:
    """Whether a phrase of the future ends with a word: "is *to*", "will"."""
    return any(
        " ".join(words[max(0, index + 1 - size) : index + 1]) in lexicon.future
        for size in range(1, PLAN + 1)
    )
