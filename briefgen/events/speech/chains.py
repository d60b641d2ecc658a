"""The outermost saying of a sentence → that of who said it first, and who passes it on.

"Media reported that the ministry said …" is the ministry's word, through the media; so is "the
agency, citing the ministry, reported …" and "the radio quoted the ministry as saying that …". Of
two speakers who pass nothing on, the outer one answers: "police said that he admitted".
"""

from collections.abc import Callable
from dataclasses import replace

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Wording
from briefgen.events.speech.signatures import by_phrase
from briefgen.events.speech.speakers import CLAUSE_END, Saying, is_subject, subject_start

__all__ = ["first_said", "quoted_as_saying"]

LEADING = 3
"""Characters within which a phrase leads what is said."""


def first_said(
    outer: Saying,
    wording: Wording,
    lexicon: Statements,
    find: Callable[[Wording, Statements], Saying | None],
) -> Saying:
    """The saying of who said it first; ``find`` finds the outermost one of a wording."""
    cited = _cited(outer, wording, lexicon)
    if cited is not None:
        return replace(outer, who=cited, through=_before_citing(outer, wording, lexicon))
    inside = _slice(wording, outer.content)
    inner = find(inside, lexicon) if _passes_on(outer, wording, lexicon) else None
    if inner is None and lexicon.attribution_phrases:
        phrase = by_phrase(inside, lexicon)
        leads = phrase is not None and phrase.at - outer.content[0] < LEADING
        inner = phrase if leads else None
    if inner is not None:
        return replace(inner, through=inner.through or outer.who)
    return replace(outer, through=_led_by(outer, wording, lexicon))


def quoted_as_saying(wording: Wording, lexicon: Statements) -> Saying | None:
    """X quoted Y as saying that …."""
    words = wording.words
    for at, word in enumerate(words):
        if word.lower not in lexicon.quoting or word.quoted or not at:
            continue
        for then in range(at + 2, min(at + 12, len(words) - 2)):
            told = words[then + 1]
            if words[then].lower not in lexicon.as_openers or told.lower not in lexicon.verbs:
                continue
            through = wording.trim(subject_start(wording, word.start, lexicon), word.start)
            rest = words[then + 2]
            start = rest.end if rest.lower in lexicon.complementizers else told.end
            if not is_subject(wording, through, lexicon):
                return None
            return Saying(
                verb=lexicon.verbs[told.lower],
                said=told.text,
                who=_with_marks(wording, words[at + 1].start, words[then].start),
                content=wording.trim(start, wording.end),
                at=told.start,
                through=through,
            )
    return None


def _with_marks(wording: Wording, start: int, end: int) -> tuple[int, int]:
    """What stands between two offsets, the marks of a quotation in it kept whole."""
    return start, start + len(wording.text[start:end].rstrip())


def _slice(wording: Wording, span: tuple[int, int]) -> Wording:
    """The wording of a part of a sentence."""
    return replace(wording, start=span[0], end=span[1], words=wording.within(span))


def _passes_on(outer: Saying, wording: Wording, lexicon: Statements) -> bool:
    """Whether a speaker only passes on what others say: media."""
    return any(lexicon.bare(w.lower) in lexicon.media for w in wording.within(outer.who))


def _cited(outer: Saying, wording: Wording, lexicon: Statements) -> tuple[int, int] | None:
    """Whom a speaker cites: "the agency, citing two officials, reported"."""
    for word in wording.words:
        inside = outer.content[0] <= word.start < outer.content[1]
        if word.lower not in lexicon.citing or word.quoted:
            continue
        if inside and not _passes_on(outer, wording, lexicon):
            continue
        stop = CLAUSE_END.search(wording.text, word.end, wording.end)
        cited = wording.trim(word.end, stop.start() if stop else wording.end)
        if cited[1] > cited[0] and is_subject(wording, cited, lexicon):
            return cited
    return None


def _before_citing(outer: Saying, wording: Wording, lexicon: Statements) -> tuple[int, int]:
    """The speaker without what it cites."""
    citing = next((w for w in wording.within(outer.who) if w.lower in lexicon.citing), None)
    return wording.trim(outer.who[0], citing.start) if citing else outer.who


def _led_by(outer: Saying, wording: Wording, lexicon: Statements) -> tuple[int, int] | None:
    """Through whom it is told: "According to local media, police said …"."""
    before = wording.text[wording.start : outer.who[0]]
    phrase = next(
        (p for p in lexicon.attribution_phrases if before.lower().startswith(f"{p} ")), None
    )
    if phrase is None:
        return None
    through = wording.trim(wording.start + len(phrase), outer.who[0])
    return through if through[1] > through[0] else None
