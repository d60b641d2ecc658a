"""A sentence → the part of it that states the fact, without the page's voice around it."""

from collections.abc import Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Wording
from briefgen.model import Mention

__all__ = ["fact_span"]

LONGEST_VERB = 40
"""Characters within which a tail shows that it only evaluates."""
SHORTEST = 25
"""Characters that must be left of a sentence when its opening is cut."""


def fact_span(
    wording: Wording, mentions: Sequence[Mention], lexicon: Statements
) -> tuple[int, int]:
    """Where the fact starts and ends, as offsets in the document.

    Left out are openings without content ("However," "In a surprise move,") and a tail
    that only evaluates (", highlighting the cost"). What holds a figure, a name or a date stays.
    """
    return _lead_in(wording, mentions, lexicon), _tail(wording, mentions, lexicon)


def _lead_in(wording: Wording, mentions: Sequence[Mention], lexicon: Statements) -> int:
    """Where the fact starts."""
    start = _behind_joint(wording, lexicon)
    while True:
        comma = wording.text.find(", ", start, wording.end)
        if comma < 0 or wording.quoted(comma):
            return start
        opening = wording.text[start:comma]
        lower = opening.lower()
        empty = lower in lexicon.lead_ins
        if not empty and lower.startswith(tuple(s + " " for s in lexicon.lead_in_shapes)):
            inside = any(start <= m.start < comma for m in mentions)
            words = opening.split()[1:]
            empty = not inside and not any(w[:1].isupper() or w[:1].isdigit() for w in words)
        if not empty or wording.end - comma < SHORTEST:
            return start
        start = comma + 2


def _behind_joint(wording: Wording, lexicon: Statements) -> int:
    """Behind an "And" or a "But" that opens a sentence and joins it to the one before."""
    words = wording.words[:2]
    joins = len(words) > 1 and words[0].lower in lexicon.joints
    if len(words) > 1 and words[0].lower in {*lexicon.lead_ins} - {*lexicon.openers}:
        joins = joins or words[1].lower in lexicon.by_stops  # "Also on Friday, …"
    if joins and not words[0].quoted and wording.text[words[0].end : words[1].start] == " ":
        return words[1].start
    return wording.start


def _evaluates(head: str, voices: tuple[str, ...], lexicon: Statements) -> bool:
    """Whether a tail opens with the page's voice: "highlighting …", "a move highlighting …"."""
    words = head.split()
    named = words[:1] and words[0] in lexicon.indefinite
    heads = [" ".join(words[n:]) for n in (0, *((2, 3) if named else ()))]
    return any(h.startswith(voices) for h in heads)


def _tail(wording: Wording, mentions: Sequence[Mention], lexicon: Statements) -> int:
    """Where the fact ends: before a last ", highlighting …" that holds no figure and no date."""
    end = wording.end
    voices = tuple(f"{verb} " for verb in lexicon.tail_verbs)
    comma = wording.text.rfind(", ", wording.start, end)
    while comma > wording.start + 20 and not wording.quoted(comma):
        head = wording.text[comma + 2 : comma + 2 + LONGEST_VERB].lower()
        if _evaluates(head, voices, lexicon):
            tail = wording.text[comma + 2 : end]
            holds = any(c.isdigit() for c in tail) or any(
                comma <= m.start < end and m.interval for m in mentions
            )
            return end if holds or "”" in tail else comma
        comma = wording.text.rfind(", ", wording.start, comma)
    return end
