"""Wording of a sentence → its Saying, where no verb of saying tells it but a phrase does.

Three shapes: "according to X, …", "X zufolge …", and a name before a colon or after a last dash
("X: bridge closed", "bridge closed – X").
"""

import re

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.tenses import finite_in
from briefgen.events.language.words import Word, Wording
from briefgen.events.speech.speakers import CLAUSE_END, Saying, is_subject

__all__ = ["by_phrase", "signed"]

LEADING = 3
"""A phrase within so many characters of the start leads its sentence."""
SIGNATURE_WORDS = 6
"""A speaker who only signs has so many words, at most."""
ASIDE_WORDS = 4
"""A name that follows an office has so many words, at most."""
_COLON = re.compile(r":\s")
_DASH = re.compile(r"\s[—–-]\s")


def by_phrase(wording: Wording, lexicon: Statements) -> Saying | None:
    """According to X, … · …, according to X · X zufolge …."""
    lower = wording.sentence.lower()
    for phrase in phrase_set(lower, lexicon.attribution_phrases):
        at = wording.start + _place(lower, phrase)
        if not wording.quoted(at):
            found = _after(wording, at, at + len(phrase), lexicon)
            if found is not None:
                return found
    for phrase in phrase_set(lower, lexicon.postpositions):
        at = wording.start + _place(lower, phrase)
        if not wording.quoted(at):
            found = _before(wording, at, at + len(phrase), lexicon)
            if found is not None:
                return found
    return None


def signed(wording: Wording, lexicon: Statements) -> Saying | None:
    """X: … · … – X, where the language signs so and X is a short name."""
    if not lexicon.signed:
        return None
    for mark in _COLON.finditer(wording.text, wording.start, wording.end):
        who = (wording.start, _before_about(wording, (wording.start, mark.start()), lexicon))
        if all(_signs(w, lexicon) for w in wording.within(who)):
            content = wording.trim(mark.end(), wording.end)
            return _signature(wording, who, content, lexicon)
        break
    dashes = list(_DASH.finditer(wording.text, wording.start, wording.end))
    if not dashes:
        return None
    last = dashes[-1]
    who = wording.trim(last.end(), _before_about(wording, (last.end(), wording.end), lexicon))
    while who[1] > who[0] and wording.text[who[1] - 1] in ".!":
        who = (who[0], who[1] - 1)
    return _signature(wording, who, wording.trim(wording.start, last.start()), lexicon)


def _signature(
    wording: Wording, who: tuple[int, int], content: tuple[int, int], lexicon: Statements
) -> Saying | None:
    """The saying of one who signs, None where the words are no name beside a statement."""
    words = wording.within(who)
    if not 0 < len(words) <= SIGNATURE_WORDS or len(wording.within(content)) <= 2:
        return None
    named = _signs(words[0], lexicon) and not any(w.text.isdigit() for w in words)
    if not named or not is_subject(wording, who, lexicon):
        return None
    if wording.text[slice(*who)].lower() in lexicon.lead_ins:
        return None
    said = wording.text[slice(*who)]
    return Saying(verb=lexicon.plain_verb, said=said, who=who, content=content, at=who[0])


def _signs(word: Word, lexicon: Statements) -> bool:
    """Whether a word is part of a name or an office."""
    return (word.text[:1].isupper() and len(word.text) > 1) or word.lower in lexicon.offices


def _before_about(wording: Wording, span: tuple[int, int], lexicon: Statements) -> int:
    """Where a signature ends before what it speaks of: "X | про вибух: …"."""
    words = wording.within(span)
    about = next((n for n, w in enumerate(words) if n and w.lower in lexicon.about), None)
    return span[1] if about is None else words[about - 1].end


def _place(lower: str, phrase: str) -> int:
    """Where a phrase stands as whole words."""
    found = re.search(rf"(?<![^\W_]){re.escape(phrase)}(?![^\W_])", lower)
    return found.start() if found else lower.find(phrase)


def _after(wording: Wording, at: int, after: int, lexicon: Statements) -> Saying | None:
    """According to X, … · …, according to X."""
    stop = CLAUSE_END.search(wording.text, after, wording.end)
    end = stop.start() if stop else wording.end
    leading = at - wording.start < LEADING
    verb = _verb_from(wording, (after, end), lexicon) if lexicon.verb_second else None
    if leading and verb is not None:
        who, content = wording.trim(after, verb), wording.trim(verb, wording.end)
    elif leading:
        who = wording.trim(after, end)
        content = wording.trim(stop.end() if stop else wording.end, wording.end)
    elif lexicon.verb_second and wording.text[:at].rstrip()[-1:] not in ",–—-":
        who, content = _name_from(wording, (after, end), lexicon), (wording.start, wording.end)
    else:
        who = wording.trim(after, _behind_aside(wording, end))
        content = wording.trim(wording.start, at)
    named = wording.within(who)
    if content[0] >= content[1] or not named or named[0].lower in lexicon.subject_stops:
        return None
    said = wording.text[at:after]
    return Saying(verb=lexicon.plain_verb, said=said, who=who, content=content, at=at)


def _behind_aside(wording: Wording, end: int) -> int:
    """The end of a name that closes its sentence: "according to the mayor, *Ida Holm*."."""
    rest = wording.within((end, wording.end))
    named = 0 < len(rest) <= ASIDE_WORDS and all(w.text[:1].isupper() for w in rest)
    return rest[-1].end if named and wording.text[end : end + 1] == "," else end


def _before(wording: Wording, at: int, after: int, lexicon: Statements) -> Saying | None:
    """X zufolge …."""
    stops = [m.end() for m in CLAUSE_END.finditer(wording.text, wording.start, at)]
    who = wording.trim(stops[-1] if stops else wording.start, at)
    if not is_subject(wording, who, lexicon):
        return None
    rest = wording.trim(after, wording.end)
    content = rest if len(wording.within(rest)) > 2 else wording.trim(wording.start, who[0])
    if content[0] >= content[1]:
        return None
    said = wording.text[at:after]
    return Saying(verb=lexicon.plain_verb, said=said, who=who, content=content, at=at)


def _verb_from(wording: Wording, span: tuple[int, int], lexicon: Statements) -> int | None:
    """Where the first finite verb of a span starts, None where it has none."""
    finite = finite_in(wording, span, lexicon)
    return wording.within(span)[finite[0]].start if finite and finite[0] else None


def _name_from(wording: Wording, span: tuple[int, int], lexicon: Statements) -> tuple[int, int]:
    """The name that a span starts with: words in capitals, and what is between them."""
    kept: list[Word] = []
    for word in wording.within(span):
        plain = word.lower in lexicon.function_words
        if not (
            plain or word.text[:1].isupper() or (kept and kept[-1].lower in lexicon.function_words)
        ):
            break
        kept.append(word)
    return (kept[0].start, kept[-1].end) if kept else (span[0], span[0])
