"""A sentence of a Document → Telling: its wording, who speaks, what is said, in what tense."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from briefgen.events.language.datelines import after_dateline
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense, finite_in, finite_words, is_past, tense_of
from briefgen.events.language.words import Word, Wording, read_wording
from briefgen.events.sentences.antecedents import leading_pronoun, subject_before
from briefgen.events.sentences.carried import carried_over
from briefgen.events.sentences.full_names import full_name
from briefgen.events.sentences.names import persons_in
from briefgen.events.speech.claimants import claimant, is_named, party_of
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
    "head_of",
    "read_telling",
    "row_at",
    "said_on",
    "told_before",
    "told_tense",
    "who_is",
]

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
    def focus(self) -> tuple[int, int] | None:
        """The part that its page only stages: "dropped a bombshell, revealing that …"."""
        return self.saying.content if self.saying and self.saying.staged else None

    @property
    def content(self) -> tuple[int, int]:
        """Where what is told stands: what is said, or else the whole sentence."""
        wording = self.wording
        return self.saying.content if self.saying else (wording.start, wording.end)

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
    speaker = _speaker(document, wording, saying, told, lexicon)
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
    if telling.speaker is None and saying is not None:
        return replace(telling, speaker=_named_before(document, sentence, wording, saying, lexicon))
    if telling.speaker is None or telling.speaker.lower() not in lexicon.pronouns:
        return telling
    leads = telling.wording.words[0].lower == telling.speaker.lower()  # "It said that …"
    pronoun = telling.wording.words[0].lower
    meant = subject_before(document, sentence, pronoun, lexicon) if leads else None
    meant = meant or _spoke_before(told)
    return replace(telling, speaker=meant)


def _named_before(
    document: Document,
    sentence: Sentence,
    wording: Wording,
    saying: Saying,
    lexicon: Statements,
) -> str | None:
    """Whom a "he" who speaks means: the subject before, where it is somebody by name."""
    pronoun = wording.text[slice(*saying.who)].lower()
    if pronoun not in lexicon.personal:
        return None
    meant = subject_before(document, sentence, pronoun, lexicon)
    if meant is None or is_named(meant, lexicon):
        return meant
    return full_name(document, meant, sentence.start, lexicon)


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


def who_is(wording: Wording, saying: Saying) -> tuple[int, int]:
    """Who says so, with what is told about them behind a comma: "said Ida Holm, a lawyer who …"."""
    start, end = saying.who
    if saying.carried:
        return start, start
    if start < saying.at or not wording.text.startswith(", ", end):
        return start, end
    quote = min((q for q, _ in wording.quotes if q > end), default=wording.end)
    said = saying.content[0] if saying.content[0] > end else wording.end
    return start, min(quote, said)


def head_of(telling: Telling, lexicon: Statements) -> tuple[int, int]:
    """Where the verb stands that a sentence tells its happening with; its first word without one.

    Of a saying it is the verb of what is said; to deny is itself what is told.
    """
    wording, saying = telling.wording, telling.saying
    if saying is not None and saying.verb in lexicon.denials:
        return saying.at, saying.at + len(saying.said)
    span = telling.content
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
    finite = finite_in(telling.wording, telling.content, lexicon)
    return finite is not None and finite[1] is Tense.PLUPERFECT


def antecedent(document: Document, telling: Telling, lexicon: Statements) -> str | None:
    """What a leading "it", "she" or "its" stands for: the subject of the sentence before it.

    None where none leads, or where that subject is a clause or a pronoun itself.
    """
    leading = leading_pronoun(telling.wording, telling.wording.start, lexicon)
    if leading is None:
        return None
    return subject_before(document, telling.sentence, leading.lower, lexicon)


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


def _speaker(
    document: Document,
    wording: Wording,
    saying: Saying | None,
    told: Sequence[Told],
    lexicon: Statements,
) -> str | None:
    """The subject of the saying; of "he said", who spoke before."""
    if saying is None:
        return None
    who = wording.text[saying.who[0] : saying.who[1]]
    if who.lower().split()[0] not in lexicon.personal:
        return who
    own = _subject_of(wording, saying, lexicon)
    return own or _person_before(document, told, wording.start, lexicon)


def _spoke_before(told: Sequence[Told]) -> str | None:
    """The last of the few speakers before."""
    return next((t.speaker for t in reversed(told[-3:]) if t.speaker), None)


def _person_before(
    document: Document, told: Sequence[Told], start: int, lexicon: Statements
) -> str | None:
    """The person who spoke last before, by name or by office; the one with a name first.

    Whom a sentence since then names, and nobody else beside, is nearer.
    """
    last = next((t for t in reversed(told[-3:]) if t.speaker), None)
    if last is not None and last.report.end < start:
        since = persons_in(document, (last.report.end, start), lexicon)
        others = [who for who in since if who.split()[-1] not in str(last.speaker)]
        if others:
            return others[0] if len(since) == 1 else None
    spoke = [t.speaker for t in reversed(told[-3:]) if t.speaker]
    end = told[-1].report.end if told else 0
    named = (w for w in spoke if is_named(w, lexicon) or full_name(document, w, end, lexicon))
    impersonal = lexicon.organisations | lexicon.groups | lexicon.firms
    fore = {*lexicon.determiners, *lexicon.indefinite, *lexicon.honorifics}
    offices = (
        who
        for who in spoke
        if who[:1].islower() or who.split()[0].lower() in fore
        if not impersonal & set(_head(who, lexicon))
    )
    return next(chain(named, offices), None)


def _head(who: str, lexicon: Statements) -> list[str]:
    """The words of a claimant up to what says whose or of what: "a spokesman | for the yard"."""
    words = who.partition(",")[0].lower().split()
    ties = (lexicon.function_words | lexicon.introducers) - set(lexicon.indefinite)
    ends = (n for n, word in enumerate(words) if n and word in ties)
    return words[: next(ends, len(words))]


def _subject_of(wording: Wording, saying: Saying, lexicon: Statements) -> str | None:
    """Of "Minister X will go, she said": the words before the first verb of what is said."""
    if saying.content[0] != wording.start or saying.at < saying.content[1]:
        return None
    words = wording.within(saying.content)
    finite = finite_in(wording, saying.content, lexicon)
    stop = finite[0] if finite else len(words)
    verb = next((n for n, w in enumerate(words[:stop]) if w.lower in lexicon.future), stop)
    name = wording.text[wording.start : words[verb - 1].end] if 0 < verb < len(words) else ""
    if lexicon.inversion and (wording.quoted(wording.start) or not is_named(name or "-", lexicon)):
        return None  # "„Das Urteil fällt im Mai“, sagte er"
    return name if name.split()[1:] and name.split()[-1][:1].isupper() else None
