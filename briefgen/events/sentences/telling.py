"""A sentence of a Document → Telling: its wording, who speaks, what is said, in what tense."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.events.language.lexicon import Statements, phrase_set
from briefgen.events.language.tenses import Tense, finite_in, finite_words, is_past, tense_of
from briefgen.events.language.words import Word, Wording, after_dateline, read_wording
from briefgen.events.sentences.carried import carried_over
from briefgen.events.speech.said_on import behind_its_day
from briefgen.events.speech.sayings import Saying, find_saying
from briefgen.knowledge.project import Project
from briefgen.model import Attribution, Document, Mention, Report, Row, Sentence

__all__ = [
    "Telling",
    "Told",
    "after_date_field",
    "antecedent",
    "attribution_of",
    "claimant",
    "head_of",
    "is_named",
    "party_of",
    "read_telling",
    "row_at",
    "said_on",
    "told_before",
    "told_tense",
]

ANTECEDENT_REACH = 3
"""How many sentences before may all open with one pronoun."""
SUBJECT_REACH = 12
"""How many words of what is said may come before its "would"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one sentence tells what it tells."""

    sentence: Sentence
    before: Sentence | None
    """The sentence before it in the same block."""
    wording: Wording
    saying: Saying | None
    tense: Tense
    speaker: str | None
    """Who speaks, a pronoun resolved to the speaker before; None: the page itself."""

    @property
    def lower(self) -> str:
        """The sentence in lower case."""
        return self.wording.sentence.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report as it came out of its sentence, with what later sentences may inherit."""

    report: Report
    block: int
    """Index of the block that its sentence stands in."""
    speaker: str | None
    lends: bool
    """Whether its date is one that a later sentence may take."""


def read_telling(
    document: Document,
    sentences: tuple[Sentence | None, Sentence],
    quotes: Sequence[tuple[int, int]],
    told: Sequence[Told],
    lexicon: Statements,
    *,
    ahead: str | None = None,
) -> Telling:
    """How the second sentence tells, after the first and what was told; ``quotes`` of its block.

    ``ahead`` is who the next sentence says speaks, where it goes on with one quotation.
    """
    before, sentence = sentences
    start = _statement_start(document, sentence)
    wording = read_wording(document.text, start, sentence.end, quotes, elisions=lexicon.elisions)
    saying = find_saying(wording, lexicon) or carried_over(wording, lexicon)
    speaker = _speaker(wording, saying, told, lexicon)
    if saying is not None and saying.carried:
        last = told[-1] if told and told[-1].block == sentence.block else None
        speaker = ahead or (last.speaker if last else None)
        saying = saying if speaker else None
    telling = Telling(
        sentence=sentence,
        before=before if before and before.block == sentence.block else None,
        wording=wording,
        saying=saying,
        tense=told_tense(wording, saying, lexicon),
        speaker=speaker,
    )
    if telling.speaker is None or telling.speaker.lower() not in lexicon.pronouns:
        return telling
    leads = telling.wording.words[0].lower == telling.speaker.lower()  # "It said that …"
    meant = _subject_before(document, telling, lexicon) if leads else None
    meant = meant or _spoke_before(told)
    return replace(telling, speaker=meant)


def said_on(telling: Telling, mentions: Sequence[Mention], lexicon: Statements) -> Telling:
    """A telling with the day right after its verb of saying left out of what is said."""
    saying = telling.saying
    told = behind_its_day(saying, mentions, telling.wording, lexicon) if saying else None
    if told == saying:
        return telling
    return replace(telling, saying=told, tense=told_tense(telling.wording, told, lexicon))


def _statement_start(document: Document, sentence: Sentence) -> int:
    """Where a sentence states something: after a dateline, or after the date of its row."""
    row = row_at(document, sentence.start)
    if row is None or row.date is None or sentence.start != row.start:
        return after_dateline(document.text, sentence.start, sentence.end)
    start = after_date_field(document, row)
    while row.start < start < sentence.end and document.text[start].isspace():
        start += 1
    return start


def row_at(document: Document, at: int) -> Row | None:
    """The row of event notes that an offset lies in. Rows stand in text order."""
    index = bisect_right(document.rows, at, key=lambda row: row.start) - 1
    row = document.rows[index] if index >= 0 else None
    return row if row is not None and at < row.end else None


def after_date_field(document: Document, row: Row) -> int:
    """Where a row goes on after the date field at its head, "Thursday:"; its start without one."""
    head = f"{row.date}:"
    shown = row.date is not None and document.text.startswith(head, row.start)
    return row.start + len(head) * shown


def told_tense(wording: Wording, saying: Saying | None, lexicon: Statements) -> Tense:
    """The tense of what is told: of what is said, seen from now.

    "Said that it would close" is a plan, "said that it had closed" past; "accused them of
    looting", with no verb of its own in what is said, is as past as the saying.
    """
    if saying is None:
        return tense_of(wording, (wording.start, wording.end), lexicon)
    inner = finite_in(wording, saying.content, lexicon)
    if inner is None and _said_before(wording, saying, lexicon):
        return tense_of(wording, saying.content, lexicon, unless=Tense.PAST)
    words = wording.within(saying.content)
    if words and words[0].lower.endswith(lexicon.participle_ending):  # "reports destroying 13 as"
        clause = next((w.start for w in words if w.lower in lexicon.subordinators), None)
        done = (words[0].start, clause or words[-1].end)
        if finite_in(wording, done, lexicon) is None:
            return tense_of(wording, done, lexicon, unless=Tense.PAST)
    if any(w.lower in lexicon.future_in_past and not w.quoted for w in words[:SUBJECT_REACH]):
        return Tense.FUTURE
    tense = tense_of(wording, saying.content, lexicon)
    return Tense.PAST if tense is Tense.PLUPERFECT else tense


def _said_before(wording: Wording, saying: Saying, lexicon: Statements) -> bool:
    """Whether a verb of saying stands in a past form: "accused", "spoke of", "has spoken of"."""
    said = saying.said.lower()
    helped = [w.lower for w in wording.within((saying.who[0], saying.at))][-1:]
    return (
        said.endswith(lexicon.past_ending)
        or is_past(said.split(" ")[0], lexicon)
        or any(word in lexicon.perfect | lexicon.pluperfect for word in helped)
    )


def head_of(telling: Telling, lexicon: Statements) -> tuple[int, int]:
    """Where the verb stands that a sentence tells its happening with; its first word without one.

    Of a saying it is the verb of what is said; to deny is itself what is told.
    """
    wording, saying = telling.wording, telling.saying
    if saying is not None and saying.verb in lexicon.denials:
        return saying.at, saying.at + len(saying.said)
    span = saying.content if saying else (wording.start, wording.end)
    words = wording.within(span)
    finite = list(finite_words(wording, span, lexicon))
    if finite:
        word = _main_verb(words, [w for w, _ in finite], lexicon)
        return word.start, word.end
    return (words[0].start, words[0].end) if words else (wording.start, wording.start)


def _main_verb(words: Sequence[Word], verbs: Sequence[Word], lexicon: Statements) -> Word:
    """The first verb that no subordinate clause takes: "boats that had sailed *were* home"."""
    opened = 0
    for word in words:
        if word in verbs:
            if not opened:
                return word
            opened -= 1
        elif word.lower in lexicon.subordinators:
            opened += 1
    return verbs[0]


def told_before(telling: Telling, lexicon: Statements) -> bool:
    """Whether what a sentence tells is in the past perfect: "had doubled"."""
    wording, saying = telling.wording, telling.saying
    span = saying.content if saying else (wording.start, wording.end)
    finite = finite_in(wording, span, lexicon)
    return finite is not None and finite[1] is Tense.PLUPERFECT


def antecedent(document: Document, telling: Telling, lexicon: Statements) -> str | None:
    """What a leading "it", "she" or "its" stands for: the subject of the sentence before it.

    None where none leads, or where that subject is a clause or a pronoun itself.
    """
    words = telling.wording.words
    if not words or words[0].lower not in lexicon.openers_back or words[0].quoted:
        return None
    return _subject_before(document, telling, lexicon)


def _subject_before(document: Document, telling: Telling, lexicon: Statements) -> str | None:
    """The subject of the sentence before in its block, None where it is a clause or a pronoun.

    Of "They …. They …" it is that of the sentence before both.
    """
    pronoun = telling.wording.words[0].lower
    at = bisect_left(document.sentences, telling.sentence.start, key=lambda s: s.start)
    for before in reversed(document.sentences[max(0, at - ANTECEDENT_REACH) : at]):
        if before.block != telling.sentence.block:
            return None
        start = after_dateline(document.text, before.start, before.end)
        if not document.text[start : before.end].lower().startswith(f"{pronoun} "):
            return _subject(document, (start, before.end), lexicon, many=pronoun in lexicon.of_many)
    return None


def _subject(
    document: Document, span: tuple[int, int], lexicon: Statements, *, many: bool
) -> str | None:
    """What stands before the verb of a sentence, where it names somebody, or ``many``."""
    wording = read_wording(document.text, *span, elisions=lexicon.elisions)
    finite = finite_in(wording, span, lexicon)
    if finite is None or not 0 < finite[0] <= SUBJECT_REACH:
        return None
    words = wording.words[: finite[0]]
    while words and words[0].lower in lexicon.adverbs:
        words = words[1:]
    if not words:
        return None
    name = document.text[words[0].start : words[-1].end]
    vague = lexicon.openers_back | lexicon.introducers | lexicon.pronouns | lexicon.nobody
    if words[0].lower in vague or any(mark in name for mark in ',;:“”"'):
        return None
    return None if many and not _are_many(words, lexicon) else claimant(name, lexicon)


def _are_many(words: Sequence[Word], lexicon: Statements) -> bool:
    """Whether a subject may be meant by "they": a plural, a pair, a group or a name."""
    ends = (lexicon.function_words | lexicon.introducers) - {words[0].lower}
    at = next((n for n, word in enumerate(words) if n and word.lower in ends), len(words))
    last = words[at - 1]
    paired = any(word.lower in lexicon.coordinators for word in words)
    named = last.text[:1].isupper() or last.lower in lexicon.groups
    return paired or named or last.lower.endswith(lexicon.present_ending)


def attribution_of(telling: Telling, project: Project, lexicon: Statements) -> Attribution | None:
    """Who says so and how; None where the page tells it in its own voice."""
    saying = telling.saying
    if saying is None or telling.speaker is None:
        return None
    who = claimant(telling.speaker, lexicon)
    return Attribution(
        who=who,
        verb=saying.verb,
        said=saying.said,
        party=party_of(who, project),
        denies=_denies(telling.wording, saying, lexicon),
        through=claimant(telling.wording.text[slice(*saying.through)], lexicon)
        if saying.through
        else None,
    )


def _denies(wording: Wording, saying: Saying, lexicon: Statements) -> bool:
    """Whether a saying denies, or goes on to: "said that it lost one and denied that …"."""
    denial = lexicon.denials
    if saying.verb in denial:
        return True
    words = [w for w in wording.within(saying.content) if not w.quoted]
    return any(
        lexicon.verbs.get(word.lower) in denial and before.lower in lexicon.coordinators
        for before, word in pairwise(words)
    )


def claimant(who: str, lexicon: Statements) -> str:
    """A claimant without asides that do not name: "on the other hand", "speaking in Orm"."""
    first, *asides = who.split(", ")
    kept = [
        aside
        for aside in asides
        if aside.lower() not in lexicon.lead_ins
        and not aside.split(" ")[0].endswith(lexicon.participle_ending)
    ]
    name = ", ".join([first, *kept])
    first_word = name.split(" ")[0].lower()
    lowered = first_word in lexicon.function_words or first_word in lexicon.determiners
    return name[:1].lower() + name[1:] if lowered else name


def is_named(who: str, lexicon: Statements, *, least: int = 2) -> bool:
    """Whether words name a person or a ship: "Piet Sand", "the tug Hestia", no "Harbour Board".

    After an article or a possessive a common noun must come before the name; else at least so
    many words have capitals.
    """
    words = who.split(",", maxsplit=1)[0].split()
    plain = lexicon.function_words | lexicon.determiners
    owned = [lexicon.bare(word) != word for word in words]
    if words[0].lower() in plain or any(owned):
        rest = words[1 + owned.index(True) :] if any(owned) else words[1:]
        return len(rest) > 1 and rest[0].islower() and rest[-1][:1].isupper()
    capitals = sum(word[:1].isupper() for word in words)
    return capitals >= least and words[-1][:1].isupper()


def party_of(who: str, project: Project) -> str | None:
    """The party whose words stand earliest in a claimant's name; longer words first."""
    lower = who.lower().replace("’", "'")
    hits = [
        (lower.find(word.lower()), -len(word), party.id)
        for party in project.parties
        for word in party.words
        if phrase_set(lower, (word.lower(),))
    ]
    return min(hits)[2] if hits else None


def _speaker(
    wording: Wording, saying: Saying | None, told: Sequence[Told], lexicon: Statements
) -> str | None:
    """The subject of the saying; of "he said", who spoke before."""
    if saying is None:
        return None
    who = wording.text[saying.who[0] : saying.who[1]]
    if who.lower().split()[0] not in lexicon.personal:
        return who
    own = _subject_of(wording, saying, lexicon)
    return own or _spoke_before(told)


def _spoke_before(told: Sequence[Told]) -> str | None:
    """The last of the few speakers before."""
    return next((t.speaker for t in reversed(told[-3:]) if t.speaker), None)


def _subject_of(wording: Wording, saying: Saying, lexicon: Statements) -> str | None:
    """Of "Minister X will go, she said": the words before the first verb of what is said."""
    if saying.content[0] != wording.start or saying.at < saying.content[1]:
        return None
    words = wording.within(saying.content)
    finite = finite_in(wording, saying.content, lexicon)
    stop = finite[0] if finite else len(words)
    verb = next((n for n, w in enumerate(words[:stop]) if w.lower in lexicon.future), stop)
    name = wording.text[wording.start : words[verb - 1].end] if 0 < verb < len(words) else ""
    return name if name.split()[1:] and name.split()[-1][:1].isupper() else None
