"""Wording of a sentence → Saying: who says it, how, and what is said.

Five shapes: subject + verb ("X said that …"), quote + subject + verb in either order
("“…,” X said", "“…,” said X"), the same without quotation marks ("…, X said"), the passive
("… was denied by X"), and a phrase ("according to X").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.events.lexicon import Statements, phrase_set
from briefgen.events.tenses import finite_in
from briefgen.events.words import Word, Wording

__all__ = ["Saying", "find_saying"]

_BREAK = re.compile(r"[,;:]\s+|\s[—–]\s|”\s*")
_CLAUSE_END = re.compile(r",\s|;\s|:\s|[.!?][”\"]?\s*$|\s[—–]\s|[“”\"]")
SUBJECT_WORDS = 16
"""A subject of more words than this, asides not counted, is a clause and no subject."""
THAT_WORDS = 14
"""How many words may stand between a verb and its "that"."""
QUOTE_REACH = 120
"""How many characters may stand between a quote and its verb."""


TRAIL_WORDS = 8
"""How many words may follow a verb that closes its sentence: "…, X said in Orm on Monday"."""
_COMMA = re.compile(r",\s")
_BY_END = re.compile(r",\s|;\s|\son\s|\sin\s|\sat\s|[.!?][”\"]?\s*$|\s[—–]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A verb of saying with its subject and what is said; offsets in the document."""

    verb: str
    """Base form: ``say``, ``claim``."""
    said: str
    """As it stands in the text."""
    who: tuple[int, int]
    content: tuple[int, int]
    at: int
    """Where the verb starts."""


def find_saying(wording: Wording, lexicon: Statements) -> Saying | None:
    """The outermost saying of a sentence, None where it tells in its own voice."""
    for index, word, pair in wording.pairs():
        form = pair if pair in lexicon.verbs else word
        if form not in lexicon.verbs or form.endswith(lexicon.participle_ending):
            continue
        if _is_noun(wording.words, index, lexicon):
            continue
        if index and wording.words[index - 1].lower in lexicon.passive:
            found = _passive(wording, index, form, lexicon)
        else:
            tried = (shape(wording, index, form, lexicon) for shape in SHAPES)
            found = next(filter(None, tried), None)
        if found is not None:
            return found
    return _by_phrase(wording, lexicon)


def _is_noun(words: Sequence[Word], index: int, lexicon: Statements) -> bool:
    """Whether "reports", "claims" or "notes" is a noun here."""
    if not words[index].lower.endswith(lexicon.present_ending):
        return False
    return index == 0 or words[index - 1].lower in lexicon.noun_before


def _after_quote(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """“…,” X said · “…,” said X."""
    verb = wording.words[index]
    near = [q for q in wording.quotes if q[1] <= verb.start and verb.start - q[1] < QUOTE_REACH]
    if not near:
        return None
    last = wording.words[index + len(form.split()) - 1]
    who = wording.trim(near[-1][1], verb.start)
    if who[1] - who[0] < 2:
        stop = _CLAUSE_END.search(wording.text, last.end, wording.end)
        who = wording.trim(last.end, stop.start() if stop else wording.end)
    if not _is_subject(wording, who, lexicon):
        return None
    said = wording.text[verb.start : last.end]
    return Saying(verb=lexicon.verbs[form], said=said, who=who, content=near[-1], at=verb.start)


def _plain(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """X said that … · X claimed it … · X said: “…”."""
    verb = wording.words[index]
    last = wording.words[index + len(form.split()) - 1]
    who = _without_auxiliaries(
        wording, wording.trim(_subject_start(wording, verb.start, lexicon), verb.start), lexicon
    )
    content = _content(wording, last, index + len(form.split()), lexicon)
    if not _is_subject(wording, who, lexicon) or content[1] - content[0] < 3:
        return None
    said = wording.text[verb.start : last.end]
    return Saying(verb=lexicon.verbs[form], said=said, who=who, content=content, at=verb.start)


def _trailing(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """…, X said on Monday."""
    verb = wording.words[index]
    last = wording.words[index + len(form.split()) - 1]
    if len(wording.text[last.end : wording.end].split()) > TRAIL_WORDS:
        return None
    commas = [m.start() for m in _COMMA.finditer(wording.text, wording.start, verb.start)]
    for comma in reversed(commas[-3:]):
        who = wording.trim(comma, verb.start)
        content = wording.trim(wording.start, comma)
        told = finite_in(wording, content, lexicon) is not None
        if told and _is_subject(wording, who, lexicon) and not _is_name_aside(wording, who):
            said = wording.text[verb.start : last.end]
            base = lexicon.verbs[form]
            return Saying(verb=base, said=said, who=who, content=content, at=verb.start)
    return None


def _is_name_aside(wording: Wording, span: tuple[int, int]) -> bool:
    """Whether a subject is the second half of "X, who leads Y," and no subject of its own."""
    return wording.text[span[1] : span[1] + 1] == ","


def _passive(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """… was denied by X."""
    words = wording.words
    verb, after = words[index], words[index + 1 : index + 2]
    if not after or after[0].lower not in lexicon.by:
        return None
    stop = _BY_END.search(wording.text, after[0].end, wording.end)
    who = wording.trim(after[0].end, stop.start() if stop else wording.end)
    content = wording.trim(wording.start, words[index - 1].start)
    if who[1] <= who[0] or content[1] <= content[0]:
        return None
    base = lexicon.verbs[form]
    return Saying(verb=base, said=verb.text, who=who, content=content, at=verb.start)


def _by_phrase(wording: Wording, lexicon: Statements) -> Saying | None:
    """According to X, … · …, according to X."""
    lower = wording.sentence.lower()
    for phrase in phrase_set(lower, lexicon.attribution_phrases):
        at = wording.start + lower.find(phrase)
        if wording.quoted(at):
            continue
        after = at + len(phrase)
        stop = _CLAUSE_END.search(wording.text, after, wording.end)
        who = wording.trim(after, stop.start() if stop else wording.end)
        leading = at - wording.start < 3
        content = (
            wording.trim(stop.end() if stop else wording.end, wording.end)
            if leading
            else wording.trim(wording.start, at)
        )
        if content[0] < content[1] and who[0] < who[1]:
            said = wording.text[at:after]
            return Saying(verb=lexicon.plain_verb, said=said, who=who, content=content, at=at)
    return None


def _subject_start(wording: Wording, at: int, lexicon: Statements) -> int:
    """Where the subject before a verb starts: after introductory phrases and their commas."""
    start = wording.start
    for match in _BREAK.finditer(wording.text, wording.start, at):
        opening = wording.text[start : match.start()].lower().strip()
        first = opening.split(" ", 1)[0]
        if opening not in lexicon.lead_ins and first not in lexicon.introducers:
            break
        start = match.end()
    return start


def _without_auxiliaries(
    wording: Wording, span: tuple[int, int], lexicon: Statements
) -> tuple[int, int]:
    """A subject without what belongs to its verb: "X has repeatedly" called for."""
    words = list(wording.within(span))
    auxiliary = lexicon.perfect | lexicon.pluperfect | lexicon.adverbs
    while len(words) > 1 and (
        words[-1].lower in auxiliary or words[-1].text.endswith(lexicon.adverb_ending)
    ):
        words.pop()
    return (span[0], words[-1].end) if words else span


def _is_subject(wording: Wording, span: tuple[int, int], lexicon: Statements) -> bool:
    who = wording.text[span[0] : span[1]]
    asides = who.count(",")
    if not any(c.isalpha() for c in who) or len(who.split()) > SUBJECT_WORDS + 10 * asides:
        return False
    if who.lower().split()[0] in lexicon.conditional | lexicon.introducers:
        return False
    head = who.split(",")[0]
    words = head.lower().split()
    if any(word in lexicon.future for word in words) or words[-1] in lexicon.subordinate:
        return False
    if len(words) == 1 and lexicon.stem(words[0]) in lexicon.nouns:
        return False  # "Shots reported near the pier"
    return finite_in(wording, (span[0], span[0] + len(head)), lexicon) is None


def _content(wording: Wording, verb: Word, following: int, lexicon: Statements) -> tuple[int, int]:
    """What is said: after "that", the quote that follows, or all the rest."""
    for word in wording.words[following : following + THAT_WORDS]:
        if word.quoted:
            break
        if word.lower in lexicon.complementizers:
            return wording.trim(word.end, wording.end)
    for quote in wording.quotes:
        if 0 <= quote[0] - verb.end < QUOTE_REACH // 2:
            return quote
    return wording.trim(verb.end, wording.end)


SHAPES = (_after_quote, _plain, _trailing)
"""Tried in this order on each verb of saying in the active voice."""
