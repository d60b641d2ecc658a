"""Wording of a sentence → Saying: who says it, how, and what is said.

Shapes: subject + verb ("X said that …"), quote + subject + verb in either order ("“…,” X said",
"“…,” said X"), the same without quotation marks ("…, X said", "…, sagte X"), a clause of its own
("as X said"), the passive ("… was denied by X"), and what has no verb (signatures.py).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.tenses import finite_in, finite_words
from briefgen.events.language.words import Word, Wording
from briefgen.events.speech.chains import first_said, quoted_as_saying
from briefgen.events.speech.signatures import by_phrase, signed
from briefgen.events.speech.speakers import (
    CLAUSE_END,
    Saying,
    is_subject,
    shared_subject,
    subject_after,
    subject_start,
    without_auxiliaries,
)

__all__ = ["Saying", "find_saying"]

THAT_WORDS = 14
"""How many words may stand between a verb and its "that"."""
QUOTE_REACH = 120
"""How many characters may stand between a quote and its verb."""
TRAIL_WORDS = 8
"""How many words may follow a verb that closes its sentence: "…, X said in Orm on Monday"."""
DAY_WORDS = 3
"""Words of "late on Tuesday", at most."""
CLAIM_REACH = 10
"""Words after "dismissed", or before "was dismissed", among which a claim may be named."""
HELPED = 3
"""Words before a form in -s within which "could" or "to" shows that it is a noun."""
NAME_WORDS = 4
"""A quotation of so few words may be a name, not speech."""
_COMMA = re.compile(r",\s|\s[–—-]\s")
_AGENT_END = re.compile(r",\s|;\s|[.!?][”\"»]?\s*$|\s[—–]\s")
_PAUSE = frozenset(',-—–»”"')


def find_saying(wording: Wording, lexicon: Statements) -> Saying | None:
    """The saying of a sentence, of who said it first; None where it tells in its own voice."""
    found = quoted_as_saying(wording, lexicon)
    if found is not None:
        return found
    outer = _outermost(wording, lexicon)
    return first_said(outer, wording, lexicon, _outermost) if outer else None


def _outermost(wording: Wording, lexicon: Statements) -> Saying | None:
    """The outermost saying of a sentence."""
    for index, word, pair in wording.pairs():
        form = pair if pair in lexicon.verbs else word
        if form not in lexicon.verbs:
            continue
        goes_on = form.endswith(lexicon.participle_ending)
        helped = bool(index) and wording.words[index - 1].lower in lexicon.passive
        if goes_on and not helped:  # "saying", but "was saying"
            continue
        if _is_noun(wording.words, index, lexicon) or _is_deed(wording, index, form, lexicon):
            continue
        if _is_name(wording.words, index) or _is_attribute(wording, index, lexicon):
            continue
        if _is_negated(wording.words, index, lexicon):
            continue
        if helped and not goes_on:
            found = _passive(wording, index, form, lexicon)
        else:
            tried = (shape(wording, index, form, lexicon) for shape in SHAPES)
            found = next(filter(None, tried), None)
        if found is not None:
            return found
    return by_phrase(wording, lexicon) or staged(wording, lexicon) or signed(wording, lexicon)


def _is_negated(words: Sequence[Word], index: int, lexicon: Statements) -> bool:
    """Whether somebody does not say so: "has not confirmed", "neither confirmed nor denied"."""
    return any(w.lower in lexicon.negations for w in words[max(0, index - 2) : index])


def _is_deed(wording: Wording, index: int, form: str, lexicon: Statements) -> bool:
    """Whether a verb that may deny tells a deed: "dismissed 40 men", "rejected the bill"."""
    if form not in lexicon.of_claims:
        return False
    words = wording.words
    near = words[:index] if words[index - 1].lower in lexicon.passive else words[index + 1 :]
    claims = lexicon.charges | lexicon.complementizers | lexicon.as_openers
    return not any(w.lower in claims for w in near[:CLAIM_REACH])


def staged(wording: Wording, lexicon: Statements) -> Saying | None:
    """X dropped a bombshell, revealing that …: the participle is how X says it."""
    words = wording.words
    finite = finite_in(wording, (wording.start, wording.end), lexicon)
    if finite is None or not finite[0]:
        return None
    for word, after in pairwise(words[finite[0] :]):
        form = word.lower
        if form not in lexicon.verbs or not form.endswith(lexicon.participle_ending):
            continue
        stage = wording.text[words[finite[0]].start : word.start].lower()
        begins = subject_start(wording, words[finite[0]].start, lexicon)
        who = wording.trim(begins, words[finite[0]].start)
        told = after.lower in lexicon.complementizers and bool(phrase_set(stage, lexicon.stagings))
        if told and is_subject(wording, who, lexicon):
            content = wording.trim(after.end, wording.end)
            base = lexicon.verbs[form]
            return Saying(
                verb=base, said=word.text, who=who, content=content, at=word.start, staged=True
            )
    return None


def _is_noun(words: Sequence[Word], index: int, lexicon: Statements) -> bool:
    """Whether "reports", "claims" or "notes" is a noun here."""
    if not words[index].lower.endswith(lexicon.present_ending):
        return False
    before = words[index - 1].lower if index else ""
    if before in lexicon.noun_before or not index:
        return True
    helped = [w.lower for w in words[max(0, index - HELPED) : index]]
    return any(w in lexicon.conditional | lexicon.infinitive for w in helped)  # "could see claims"


def _is_name(words: Sequence[Word], index: int) -> bool:
    """Whether a capital makes "States" a part of a name."""
    text = words[index].text
    return index > 0 and text[:1].isupper() and not text.isupper()


def _is_attribute(wording: Wording, index: int, lexicon: Statements) -> bool:
    """Whether a participle says something of a noun: "the recently announced", "149 confirmed".

    So does one that a comma parts from a noun with nothing between: "the lamp, revealed at Orm,".
    """
    words, form = wording.words, wording.words[index].lower
    if not index or lexicon.inversion or not form.endswith(lexicon.past_ending):
        return False
    at = index - 1
    while at and words[at].lower.endswith(lexicon.adverb_ending) and words[at].text.islower():
        at -= 1
    before = words[at].lower
    if before in {*lexicon.indefinite, *lexicon.determiners}:
        return True
    if words[at].text.isdigit() and (
        not at or "," in wording.text[words[at - 1].end : words[at].start]
    ):
        return True
    behind = words[index + 1 : index + 2]
    return (
        at == index - 1
        and wording.text[words[at].end : words[index].start].strip() == ","
        and "," not in wording.text[wording.start : words[at].start]
        and bool(behind)
        and behind[0].lower in lexicon.by | lexicon.by_stops
    )


def _after_quote(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """“…,” X said · “…,” said X."""
    verb = wording.words[index]
    near = [
        q
        for q in wording.quotes
        if q[1] <= verb.start and verb.start - q[1] < QUOTE_REACH and not _in_subject(wording, q)
    ]
    if not near:
        return None
    last = wording.words[index + len(form.split()) - 1]
    who = wording.trim(near[-1][1], verb.start)
    if who[1] - who[0] < 2:
        who = _subject_behind(wording, form, last, lexicon)
    if not is_subject(wording, who, lexicon):
        return None
    said = wording.text[verb.start : last.end]
    return Saying(verb=lexicon.verbs[form], said=said, who=who, content=near[-1], at=verb.start)


def _in_subject(wording: Wording, quote: tuple[int, int]) -> bool:
    """Whether quotation marks only name something: no mark parts them from what follows."""
    inside = wording.text[slice(*quote)].strip('“”«»„"')
    follows = wording.text[quote[1] : quote[1] + 3].lstrip()[:1]
    short = len(inside.split()) <= NAME_WORDS
    return short and not (inside[-1:] in ",.!?…" or follows in _PAUSE)


def _plain(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """X said that … · X claimed it … · X said: “…”."""
    verb = wording.words[index]
    last = wording.words[index + len(form.split()) - 1]
    who = without_auxiliaries(
        wording, wording.trim(subject_start(wording, verb.start, lexicon), verb.start), lexicon
    )
    who = shared_subject(wording, _pronoun_alone(wording, who, lexicon), lexicon)
    content = _content(wording, last, index + len(form.split()), lexicon)
    if not is_subject(wording, who, lexicon) or content[1] - content[0] < 3:
        return None
    said = wording.text[verb.start : last.end]
    return Saying(verb=lexicon.verbs[form], said=said, who=who, content=content, at=verb.start)


def _pronoun_alone(wording: Wording, who: tuple[int, int], lexicon: Statements) -> tuple[int, int]:
    """The pronoun of "Expanding on that point *he*" said; a subject without one as it is.

    What stands before it only leads the sentence in.
    """
    last = wording.within(who)[-1:]
    alone = last and last[0].lower in lexicon.pronouns and last[0].text.islower()
    return (last[0].start, last[0].end) if alone else who


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
        told = finite_in(wording, content, lexicon) is not None or _is_all(wording, content, last)
        joined = any(w.lower in lexicon.joints for w in wording.within(who)[:1])
        told = told and not joined  # "…, and X said": what stands before is not what X says
        if told and is_subject(wording, who, lexicon) and not _is_name_aside(wording, who):
            said = wording.text[verb.start : last.end]
            base = lexicon.verbs[form]
            return Saying(verb=base, said=said, who=who, content=content, at=verb.start)
    return None


def _closing(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """The firm plans to close 45 shops, it said on Tuesday: nothing but the day follows."""
    last = wording.words[index + len(form.split()) - 1]
    after = wording.within((last.end, wording.end))
    if len(after) > DAY_WORDS or any(w.lower in lexicon.complementizers for w in after):
        return None
    return _trailing(wording, index, form, lexicon)


def _is_all(wording: Wording, content: tuple[int, int], verb: Word) -> bool:
    """Whether what stands before a claimant is all that is said: no more follows than a day."""
    after = wording.within((verb.end, wording.end))
    return len(after) <= DAY_WORDS and len(wording.within(content)) > NAME_WORDS


def _is_name_aside(wording: Wording, span: tuple[int, int]) -> bool:
    """Whether a subject is the second half of "X, who leads Y," and no subject of its own."""
    aside = wording.text[span[1] : span[1] + 1] == ","
    return aside and ", " not in wording.text[slice(*span)]


def _inserted(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """X, Y said, did it: what Y says stands on both sides."""
    verb = wording.words[index]
    last = wording.words[index + len(form.split()) - 1]
    comma = wording.text.rfind(", ", wording.start, verb.start)
    if comma < 0 or lexicon.inversion or wording.text[last.end : last.end + 1] != ",":
        return None
    who = wording.trim(comma, verb.start)
    begun = finite_in(wording, (wording.start, comma), lexicon)
    goes_on = finite_in(wording, (last.end, wording.end), lexicon)
    if begun is not None or goes_on is None or not is_subject(wording, who, lexicon):
        return None
    article = wording.text[who[0] : who[1]].lower().split()[0]
    if article in lexicon.subordinators or len(wording.within((wording.start, comma))) > NAME_WORDS:
        return None
    said = wording.text[verb.start : last.end]
    content = (wording.start, wording.end)
    return Saying(verb=lexicon.verbs[form], said=said, who=who, content=content, at=verb.start)


def _passive(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """… was denied by X."""
    words = wording.words
    verb, after = words[index], words[index + 1 : index + 2]
    if not after or after[0].lower not in lexicon.by:
        return None
    mark = _AGENT_END.search(wording.text, after[0].end, wording.end)
    end = mark.start() if mark else wording.end
    agent = wording.within((after[0].end, end))
    stop = next((w.start for w in agent[1:] if w.lower in lexicon.by_stops), end)
    who = wording.trim(after[0].end, stop)
    content = wording.trim(wording.start, words[index - 1].start)
    if who[1] <= who[0] or content[1] <= content[0]:
        return None
    base = lexicon.verbs[form]
    return Saying(verb=base, said=verb.text, who=who, content=content, at=verb.start)


def _subject_behind(
    wording: Wording, form: str, last: Word, lexicon: Statements
) -> tuple[int, int]:
    """The subject after a verb: up to the end of its clause, or as the language ends it."""
    if lexicon.inversion:
        found = subject_after(wording, form, last.end, lexicon)
        return found or (last.end, last.end)
    stop = CLAUSE_END.search(wording.text, last.end, wording.end)
    return wording.trim(last.end, stop.start() if stop else wording.end)


def _inverted(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """…, said X · … – said X."""
    verb = wording.words[index]
    before = wording.text[wording.start : verb.start].rstrip()
    points_back = before.lower() in lexicon.backward  # "Про це повідомив X"
    if not lexicon.inversion or not (before[-1:] in _PAUSE or points_back):
        return None
    last = wording.words[index + len(form.split()) - 1]
    who = subject_after(wording, form, last.end, lexicon)
    content = wording.trim(wording.start, verb.start)
    if who is None or content[1] - content[0] < 3:
        return None
    said = wording.text[verb.start : last.end]
    return Saying(verb=lexicon.verbs[form], said=said, who=who, content=content, at=verb.start)


def _as_told(wording: Wording, index: int, form: str, lexicon: Statements) -> Saying | None:
    """As X said, … · …, as X said."""
    verb = wording.words[index]
    last = wording.words[index + len(form.split()) - 1]
    opener = _opener(wording, index, lexicon)
    if opener is None:
        return None
    stop = CLAUSE_END.search(wording.text, last.end, wording.end)
    end = stop.start() if stop else wording.end
    who = without_auxiliaries(wording, wording.trim(opener.end, verb.start), lexicon)
    behind = wording.words[index + len(form.split()) :][:1]
    if behind and behind[0].lower in lexicon.by:  # "as stated by X"
        who = wording.trim(behind[0].end, end)
    elif not is_subject(wording, who, lexicon):
        who = subject_after(wording, form, last.end, lexicon) or (last.end, last.end)
    leads = opener.start - wording.start < 3
    if leads and not lexicon.inversion and wording.text[last.end : last.end + 1] != ",":
        return None  # "As the ministry said it would, …": of a time, not of a claimant
    content = wording.trim(end, wording.end) if leads else wording.trim(wording.start, opener.start)
    if who[0] >= who[1] or content[1] - content[0] < 3:
        return None
    said = wording.text[verb.start : last.end]
    return Saying(verb=lexicon.verbs[form], said=said, who=who, content=content, at=verb.start)


def _opener(wording: Wording, index: int, lexicon: Statements) -> Word | None:
    """The "as" that opens the clause of a verb, None where none does."""
    verb = wording.words[index]
    for word in reversed(wording.words[:index]):
        gap = wording.text[word.end : verb.start]
        if any(mark in gap for mark in ",;:"):
            return None
        if word.lower in lexicon.as_openers:
            ahead = wording.text[wording.start : word.start].rstrip()
            return word if not ahead or ahead[-1] in _PAUSE else None
    return None


def _content(wording: Wording, verb: Word, following: int, lexicon: Statements) -> tuple[int, int]:
    """What is said: after "that", the quote that follows, or all the rest."""
    near = wording.words[following : following + THAT_WORDS + 1]
    for word, after in pairwise(near):
        if word.quoted:
            break
        if word.lower in lexicon.complementizers and not _is_relative(wording, after, lexicon):
            return wording.trim(word.end, wording.end)
    for quote in wording.quotes:
        if 0 <= quote[0] - verb.end < QUOTE_REACH // 2:
            return quote
    return wording.trim(verb.end, wording.end)


def _is_relative(wording: Wording, after: Word, lexicon: Statements) -> bool:
    """Whether a "that" with this word behind it says which: "the faults that hurt it are gone"."""
    return next(finite_words(wording, (after.start, after.end), lexicon), None) is not None


SHAPES = (_as_told, _after_quote, _inverted, _inserted, _closing, _plain, _trailing)
"""Tried in this order on each verb of saying in the active voice."""
