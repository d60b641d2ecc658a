"""A word of a Document → when what it tells happened, and why.

The date belongs to the clause that it modifies. A word takes the date of its own clause, else that
of the clause that its clause hangs on; what is said is not dated by when it was said. A word of the
same stem that stands elsewhere with a date of its own tells the same happening ("the merger"). What
is told as done without a date is the article's news, on the day that its lead tells or the article
is from; what is planned, supposed or always so has no date.

A report dates a whole sentence (``gather``); this dates each of its words, as cross-document
timelines want it (SemEval-2015 task 4).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefgen.events.dating import dated
from briefgen.events.lexicon import Statements
from briefgen.events.sayings import Saying, find_saying
from briefgen.events.tenses import Tense, tense_of
from briefgen.events.words import Wording, after_dateline, find_quotes, read_wording
from briefgen.model import Document, Grain, Interval, Mention, Sentence

__all__ = ["Moment", "moments"]

NEAR = 1.0
"""How many edges may lie between a word and the date that dates it."""
COMMA = 0.5
CLAUSE = 1.0
QUOTED = 1.5
SAID = 1.0
"""Edges that may lie between: a comma, a subordinate clause, a quotation, what is said."""
LEAD = 3
"""Sentences, the title among them, that tell the news."""
CLOSE = timedelta(days=4)
"""How long before publication the news may have happened."""
TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PRESENT, Tense.ONGOING})
UNDATED = frozenset({Tense.FUTURE, Tense.PLUPERFECT})
EDGES = ",;:—–()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something happened; None: not known, planned, or always so."""

    interval: Interval | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A sentence, as each of its words is dated."""

    document: Document
    sentence: Sentence
    wording: Wording
    saying: Saying | None
    dates: tuple[Mention, ...]
    """Those of the sentence that have a place on the time line."""


def moments(
    document: Document,
    mentions: Sequence[Mention],
    spans: Sequence[tuple[int, int]],
    lexicon: Statements,
) -> tuple[Moment, ...]:
    """When each of some words happened, in their order. A pure function of its arguments."""
    scenes = _scenes(document, mentions, lexicon)
    starts = [scene.sentence.start for scene in scenes]
    stems = _dated_stems(scenes, lexicon)
    news = _news(scenes, document)
    found = []
    for span in spans:
        index = bisect_right(starts, span[0]) - 1
        if index < 0:
            found.append(Moment(interval=None, why="it stands in no sentence"))
            continue
        found.append(_moment(scenes[index], span, stems, news, lexicon, leads=index < LEAD))
    return tuple(found)


def _scenes(
    document: Document, mentions: Sequence[Mention], lexicon: Statements
) -> tuple[_Scene, ...]:
    """The sentences in text order, each with its dates."""
    placed = sorted(dated(mentions), key=lambda m: m.start)
    quotes = [find_quotes(document.text, b.start, b.end) for b in document.blocks]
    scenes = []
    for sentence in document.sentences:
        start = after_dateline(document.text, sentence.start, sentence.end)
        wording = read_wording(document.text, start, sentence.end, quotes[sentence.block])
        scenes.append(
            _Scene(
                document=document,
                sentence=sentence,
                wording=wording,
                saying=find_saying(wording, lexicon),
                dates=tuple(m for m in placed if start <= m.start and m.end <= sentence.end),
            )
        )
    return tuple(scenes)


def _moment(
    scene: _Scene,
    span: tuple[int, int],
    stems: Mapping[str, Interval],
    news: Moment,
    lexicon: Statements,
    *,
    leads: bool,
) -> Moment:
    own = _own(scene, span, lexicon)
    if own is not None and own[1] <= NEAR:
        return Moment(interval=own[0].interval, why=f"dated by “{own[0].text}” in its clause")
    word = scene.document.text[span[0] : span[1]]
    told = stems.get(lexicon.canonical(lexicon.bare(word.lower())))
    if told is not None:
        return Moment(interval=told, why="dated where the text tells it with a date")
    tense = _tense(scene, span, lexicon)
    if tense in UNDATED:
        return Moment(interval=None, why=f"told in the {tense.value} tense, without a date")
    if leads or tense is Tense.ONGOING or _is_deed(scene, span, tense, lexicon):
        return news
    return Moment(interval=None, why="no deed of the article's own days, and without a date")


def _is_deed(scene: _Scene, span: tuple[int, int], tense: Tense, lexicon: Statements) -> bool:
    """Whether a word is the verb of what was done or said: "announced", "closed", no "closure"."""
    word = lexicon.bare(scene.document.text[span[0] : span[1]].lower())
    if word in lexicon.verb_forms and not word.endswith(lexicon.participle_ending):
        return tense in TOLD
    if tense is not Tense.PAST:
        return False
    past = word in lexicon.past_forms or word in lexicon.happening_forms
    return past or (len(word) > 3 and word.endswith(lexicon.past_ending))


def _own(scene: _Scene, span: tuple[int, int], lexicon: Statements) -> tuple[Mention, float] | None:
    """The date that stands nearest, counted in clauses and then in characters."""
    reached = [
        (_distance(scene, span, mention, lexicon), abs(mention.start - span[0]), mention)
        for mention in scene.dates
    ]
    if not reached:
        return None
    distance, _, mention = min(reached, key=lambda item: item[:2])
    return mention, distance


def _distance(scene: _Scene, span: tuple[int, int], mention: Mention, lexicon: Statements) -> float:
    """How many edges of clauses, quotations and sayings lie between a word and a date."""
    first, last = sorted(((span[0], span[1]), (mention.start, mention.end)))
    wording = scene.wording
    total = 0.0
    opens = first[0] == mention.start and len(wording.within((wording.start, mention.start))) < 3
    before = mention.end
    for word in wording.within((first[1], last[0])):
        comma = any(edge in wording.text[before : word.start] for edge in EDGES)
        before = word.end
        if comma and opens:
            opens = False  # "On Friday, …": the comma shuts nothing out
        elif comma:
            total += COMMA
        if word.lower in lexicon.subordinators:
            total += CLAUSE
    total += QUOTED * (wording.quoted(span[0]) != wording.quoted(mention.start))
    if scene.saying is not None:
        content = scene.saying.content
        total += SAID * (
            (content[0] <= span[0] < content[1]) != (content[0] <= mention.start < content[1])
        )
    return total


def _dated_stems(scenes: Sequence[_Scene], lexicon: Statements) -> Mapping[str, Interval]:
    """Stem → the one date that the text gives where it stands right beside it."""
    dates: dict[str, dict[tuple[object, object], Interval]] = {}
    for scene in scenes:
        for word in scene.wording.words if scene.dates else ():
            stem = lexicon.canonical(lexicon.bare(word.lower))
            own = _own(scene, (word.start, word.end), lexicon)
            plain = word.lower in lexicon.stop or word.lower in lexicon.verb_forms
            if own is None or own[1] > 0 or plain or own[0].interval is None:
                continue
            interval = own[0].interval
            dates.setdefault(stem, {})[interval.start, interval.end] = interval
    return {stem: next(iter(told.values())) for stem, told in dates.items() if len(told) == 1}


def _news(scenes: Sequence[_Scene], document: Document) -> Moment:
    """When the article's news happened: the first day of its lead, else its own day."""
    published = document.published.interval if document.published else None
    if published is None:
        return Moment(interval=None, why="no date of its own, and its article is undated")
    for scene in scenes[:LEAD]:
        for mention in scene.dates:
            interval = mention.interval
            assert interval is not None
            if interval.start is None or interval.end is None or published.start is None:
                continue
            near = published.start - CLOSE <= interval.start <= published.start
            if near and interval.grain <= Grain.DAY:
                return Moment(interval=interval, why="told as the news, which the lead dates")
    return Moment(interval=published, why="told as the news of the article's own day")


def _tense(scene: _Scene, span: tuple[int, int], lexicon: Statements) -> Tense:
    """The tense of the clause around a word."""
    wording = scene.wording
    start, end = wording.start, wording.end
    before = wording.start
    for word in wording.words:
        edge = any(mark in wording.text[before : word.start] for mark in EDGES)
        if edge or word.lower in lexicon.subordinators:
            if word.start <= span[0]:
                start = word.start
            elif end == wording.end:
                end = word.start
        before = word.end
    tense = tense_of(wording, (start, end), lexicon)
    if tense is Tense.PRESENT and start != wording.start:
        return tense_of(wording, (wording.start, wording.end), lexicon)
    return tense
