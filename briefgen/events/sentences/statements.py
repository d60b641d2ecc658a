"""Evidence of a sentence → whether it reports a happening.

A sum of points, each for one thing that the sentence has or lacks.
For: a verb or noun of happening, a date of its own, a figure, a place, a claimant, a tense that
tells. Against: the page's own voice (rhetoric, evaluation), conditionals, questions, talk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.tenses import Tense, finite_in, finite_words
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.standing import stands
from briefgen.events.sentences.telling import who_is
from briefgen.events.sentences.voice import is_verdict, voice_verb
from briefgen.events.speech.sayings import Saying
from briefgen.model import Quantity

__all__ = ["Evidence", "reports"]

THRESHOLD = 2.0
"""Points from which a sentence is a report."""
EARLY = 5
"""Evaluation within so many words of the start is what the sentence is about."""
BULLET = " * "
GLUED = 2
"""Items of a list that has run into one sentence, at least."""
HARD_FACT = 1.0
"""A happening with a date or a figure loses at most this to the page's voice around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found in one sentence."""

    wording: Wording
    saying: Saying | None
    tense: Tense
    timed: bool
    """Whether it names a date or a time, resolved or not."""
    begins: bool
    """Whether it tells when something begins that is denied till then: "not until May"."""
    dates: tuple[int, ...] = ()
    """Where those of what is told start that have a place on the time line."""
    quantities: Sequence[Quantity]
    fact: tuple[int, int]
    """The part that states the fact; the page's voice counts only there."""
    placed: bool
    """Whether it names a place finer than a country."""
    title: bool = False
    """Whether it is a headline, where the bare verb tells what happened."""
    commits: bool = False
    """Whether it leads with what somebody says they will do."""


def reports(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether a sentence reports something that happened, goes on or is planned."""
    return _for(evidence, lexicon) + _against(evidence, lexicon) >= THRESHOLD


def _for(evidence: Evidence, lexicon: Statements) -> float:
    told = evidence.tense in {Tense.PAST, Tense.PERFECT}
    verb = evidence.saying.verb if evidence.saying else None
    plan = evidence.tense is Tense.FUTURE and evidence.timed
    return sum(
        (
            1.5 * bool(_happenings(evidence, lexicon)),
            1.0 * _names_happening(evidence, lexicon),
            1.5 * evidence.timed,
            1.0 * bool(evidence.quantities),
            0.5 * evidence.placed,
            0.5 * told,
            1.0 * plan,
            1.0 * (evidence.tense is Tense.ONGOING and bool(evidence.quantities)),
            0.5 * (verb is not None and verb not in lexicon.talk),
            0.5 * (verb in lexicon.acts),
            0.5 * _performs(evidence, lexicon),
            2.0 * evidence.commits,
        )
    )


def _performs(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether to say it is to do it: "announced the purchase", "declared a state of emergency".

    What is said is a thing, no clause; a stance ("declared its readiness") does nothing.
    """
    saying = evidence.saying
    if saying is None or saying.verb not in lexicon.performing or saying.content[0] < saying.who[1]:
        return False
    words = evidence.wording.within((saying.content[0], evidence.fact[1]))
    if not words or words[0].quoted or words[0].lower in lexicon.subordinators:
        return False
    for word in words:
        if word.lower in lexicon.subordinators:
            break
        if lexicon.stem(word.text) in lexicon.stance_stems:
            return False
    clause = (words[0].start, words[-1].end)
    return finite_in(evidence.wording, clause, lexicon) is None


def _names_happening(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether a noun of what is said names a happening: "attack"."""
    words, _ = _content(evidence)
    return any(lexicon.stem(w.text) in lexicon.nouns and not w.quoted for w in words)


def _happenings(evidence: Evidence, lexicon: Statements) -> list[str]:
    """Verbs of happening: inflected, or in a plan; a bare form may be a noun and does not count."""
    words, lower = _content(evidence)
    plain = lexicon.nominal == Tense.PRESENT  # a bare verb looks like a noun
    bare = (Tense.PRESENT, Tense.ONGOING, Tense.FUTURE) if plain else (Tense.FUTURE,)
    ahead = evidence.tense in bare or evidence.title
    nouns = frozenset[str]() if evidence.title and evidence.tense is Tense.PAST else lexicon.nouns
    verbs = [
        w.text
        for at, w in enumerate(words)
        if not w.quoted
        and w.lower not in lexicon.never_past
        and (
            _inflected(words, at, lexicon)
            or (ahead and lexicon.stem(w.text) in lexicon.happening - nouns)
        )
    ]
    return [*verbs, *phrase_set(lower, lexicon.happening_forms)]


def _inflected(words: Sequence[Word], at: int, lexicon: Statements) -> bool:
    """Whether a word is an inflected verb of happening, and the verb of a clause of its own.

    "United by …, they" opens with none, "who organised marches" has one of another clause, and
    "a negotiated peace" and "they remain locked in" none.
    """
    word, stem = words[at], lexicon.stem(words[at].text)
    done = stem in lexicon.done and word.lower.endswith(lexicon.past_ending)
    if not done and not (
        stem in lexicon.happening and word.lower.endswith(lexicon.happening_ending)
    ):
        return False
    if stem in lexicon.happening:
        return True
    if at == 0 or word.text[:1].isupper():
        return False
    no_verb = {*lexicon.subordinators, *lexicon.determiners, *lexicon.indefinite, *lexicon.linking}
    return words[at - 1].lower not in no_verb


def _content(evidence: Evidence) -> tuple[tuple[Word, ...], str]:
    """The words of what is said, or of the whole sentence, and their text in lower case."""
    wording = evidence.wording
    span = evidence.saying.content if evidence.saying else (wording.start, wording.end)
    return wording.within(span), wording.text[span[0] : span[1]].lower()


def _against(evidence: Evidence, lexicon: Statements) -> float:
    dated = evidence.timed
    words = evidence.wording.within(evidence.fact)
    lower = evidence.wording.text[slice(*evidence.fact)].lower()
    first = lower.split(" ")[0]
    opener = any(lower.startswith(o + " ") for o in lexicon.openers)
    nothing = first in lexicon.nobody or bool(phrase_set(lower, lexicon.nothing))
    pointing = first in lexicon.demonstratives and not any(
        lower.startswith(a + " ") for a in lexicon.anaphora
    )
    talk = evidence.saying is not None and evidence.saying.verb in lexicon.talk
    addressed = bool(words) and words[0].lower in lexicon.imperatives
    asks = _asks(evidence, lexicon)
    return -sum(
        (
            _page_voice(evidence, words, lower, lexicon),
            _supposition(evidence, first, lexicon),
            5.0 * _judges(evidence, lexicon),
            5.0 * _chats(evidence, lower, lexicon),
            3.0 * _stands(evidence, lexicon),
            3.0 * _argues(evidence, lexicon),
            5.0 * _says_nothing(evidence, lexicon),
            5.0 * _is_fragment(evidence, lexicon),
            3.0 * (bool(phrase_set(lower, lexicon.unreal)) and not evidence.begins),
            3.0 * addressed,
            1.5 * (nothing and not dated),
            0.75 * opener,
            0.75 * pointing,
            1.5 * (talk and not (dated or evidence.quantities or evidence.commits)),
            1.5 * (evidence.tense is Tense.PRESENT and not dated),
            1.0 * (evidence.tense is Tense.PLUPERFECT and not dated),
            1.0 * (evidence.tense is Tense.FUTURE and not dated and not _news(evidence, lexicon)),
            4.0 * asks,
            1.0 * bool(phrase_set(lower, lexicon.passing)),
        )
    )


def _stands(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether it tells what is always so; said with a date, that is news."""
    saying, wording = evidence.saying, evidence.wording
    if saying is None:
        span = (wording.start, wording.end)
        return stands(wording, lexicon, span=span, dates=evidence.dates)
    plain = saying.verb == lexicon.plain_verb and not evidence.timed
    return plain and stands(wording, lexicon, span=saying.content, dates=(), said=True)


def _argues(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether a page argues or guesses, or somebody does who is no party to what he speaks of."""
    saying, wording = evidence.saying, evidence.wording
    span = evidence.fact if saying is None else (wording.start, wording.end)
    if saying is not None:
        start, end = saying.content
        if _happenings(evidence, lexicon) or any(start <= at < end for at in evidence.dates):
            return False
        if phrase_set(_plain(wording.text[start:end]), lexicon.musing):
            return True
        aside = any(w.lower in lexicon.pundits for w in wording.within(who_is(wording, saying)))
        if aside and not evidence.quantities:
            return True
    own = "".join(
        " " if wording.quoted(at) else c
        for at, c in enumerate(wording.text[slice(*span)], start=span[0])
    )
    return bool(phrase_set(_plain(own), lexicon.arguing))


def _is_fragment(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether it is an item of a list or a caption, or list and sentence in one: "…: * A * B".

    "$9 million of bonds due in 2041, priced at 99" has no verb but what is tied to its noun.
    """
    wording = evidence.wording
    if wording.sentence.count(BULLET) >= GLUED:
        return True
    if evidence.saying is not None or evidence.title or evidence.tense is Tense.FUTURE:
        return False
    before = {w.start: b for b, w in pairwise(wording.words)}
    verbs = [w for w, _ in finite_words(wording, (wording.start, wording.end), lexicon)]
    tied = [w for w in verbs if w.lower in lexicon.attached and w.start in before]
    return bool(tied) and all(
        w in tied and "," in wording.text[before[w.start].end : w.start] for w in verbs
    )


def _plain(text: str) -> str:
    """In lower case, its apostrophes straight."""
    return text.lower().replace("’", "'")


def _says_nothing(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether it only tells that somebody spoke: "she said during a visit to the yard"."""
    saying, wording = evidence.saying, evidence.wording
    if saying is None or saying.at > saying.content[0]:
        return False
    if saying.verb != lexicon.plain_verb or evidence.quantities:
        return False
    words = wording.within(saying.content)
    told = any(
        w.quoted or w.lower in lexicon.complementizers | lexicon.pronouns for w in words
    ) or phrase_set(wording.text[slice(*saying.content)].lower(), lexicon.future)
    if told or not words or words[0].lower not in lexicon.introducers:
        return False
    if finite_in(wording, saying.who, lexicon) is not None:  # "X is to go, Y said in Orm"
        return False
    return finite_in(wording, saying.content, lexicon) is None


def _asks(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether a sentence asks, or is a headline that only explains: "…: how people react".

    What stands before the colon may be a report all the same: "Blasts in Orm: what is known".
    """
    wording = evidence.wording
    if wording.sentence.rstrip('”" ').endswith("?"):
        return True
    opens = tuple(f"{phrase} " for phrase in lexicon.explaining)
    lower = f"{wording.sentence.lower().rstrip('.! ')} "
    if not opens or lower.startswith(opens):
        return bool(opens)
    head, _, tail = lower.rpartition(": ")
    if not head or not tail.startswith(opens):
        return False
    before = wording.within((wording.start, wording.start + len(head)))
    telling = lexicon.happening | lexicon.nouns
    return not any(lexicon.stem(w.text) in telling and not w.quoted for w in before)


def _chats(evidence: Evidence, lower: str, lexicon: Statements) -> bool:
    """Whether a page speaks to its readers or of its own work, or somebody only makes sounds."""
    if phrase_set(lower, lexicon.desk):
        return True
    plain = [w for w in evidence.wording.words if not w.quoted]
    addressed = evidence.saying is None and any(w.lower in lexicon.addressing for w in plain)
    return addressed or any(
        w.lower in lexicon.interjections and (w.text.islower() or w is plain[0]) for w in plain
    )


def _news(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether a plan without a day is announced all the same."""
    if evidence.commits:
        return True
    said = evidence.saying is not None and evidence.saying.verb in lexicon.announcing
    return said and bool(_happenings(evidence, lexicon))


def _page_voice(
    evidence: Evidence, words: Sequence[Word], lower: str, lexicon: Statements
) -> float:
    """What rhetoric and evaluation weigh; of a hard fact they are only the dress."""
    dress = lexicon.hype | lexicon.hype_adverbs  # a line of a brief goes without it
    plain = [w for w in words if not w.quoted and w.lower not in dress]
    marked = [w for w in plain if lexicon.stem(w.text) in lexicon.rhetoric_stems]
    voice = 1.5 * min(2, len(phrase_set(lower, lexicon.rhetoric))) + 0.75 * min(3, len(marked))
    early = any(w in words[:EARLY] for w in marked)
    hard = (evidence.timed or evidence.quantities) and (
        evidence.saying
        or evidence.tense is Tense.FUTURE
        or _happenings(evidence, lexicon)
        or _names_happening(evidence, lexicon)
    )
    return (min(voice, HARD_FACT) if hard else voice) + early


def _judges(evidence: Evidence, lexicon: Statements) -> bool:
    """Whether a page tells in its own voice what it makes of things, or what they are worth."""
    if evidence.saying is not None:
        return False
    if voice_verb(evidence.wording, lexicon) is not None:
        return True
    done = any(
        lexicon.stem(w.text) in lexicon.done and w.lower.endswith(lexicon.past_ending)
        for w in evidence.wording.within(evidence.fact)
    )
    return not done and is_verdict(evidence.wording, evidence.fact, lexicon)


def _supposition(evidence: Evidence, first: str, lexicon: Statements) -> float:
    """What a conditional weighs: little where somebody said it of a date."""
    conditional = any(_supposes(w, evidence, lexicon) for w in _content(evidence)[0])
    if not conditional:
        return 0.0
    told = evidence.timed and evidence.saying is not None
    return (0.5 if told else 1.5) + 3.0 * (first in lexicon.suppositions)


def _supposes(word: Word, evidence: Evidence, lexicon: Statements) -> bool:
    """Whether a word makes its clause a supposition: "might", not May, nor a plan's "would"."""
    if word.lower not in lexicon.conditional or (
        word.text[:1].isupper() and word.start != evidence.wording.start
    ):
        return False
    return not (evidence.saying and word.lower in lexicon.future_in_past)
