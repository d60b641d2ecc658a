"""Mentions → "the day after the attack", "the eve of the vote": units told by an event.

A weak "the day", "the night" or "the week" that nothing else has dated, and behind it "before",
"after" or "of" and the phrase of an event, are one mention, which :mod:`briefgen.temporal.ties`
dates where the event is dated.
"""

from collections.abc import Mapping

from briefgen.model import Mention, TimexType
from briefgen.temporal.passage import Passage
from briefgen.temporal.phrases import EventWords, event_words, phrase_at, tokens_of
from briefgen.temporal.slots import expression

__all__ = ["TIED", "tie_units"]

TIED = "tied"
"""Kind of the fields of a mention that only an event can date."""


def tie_units(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """The weak units beside an event as mentions of their own; the others as they are."""
    words = event_words(passage.locale)
    if words is None:
        return mentions
    return [_tied(mention, mentions, passage, words) for mention in mentions]


def _tied(
    mention: Mention, mentions: list[Mention], passage: Passage, words: EventWords
) -> Mention:
    fields = dict(mention.expression.fields)
    start, end = passage.spanned(mention)
    if "weak" not in fields or fields["kind"] not in {"shift", "part"} or mention.expression.mod:
        return mention
    found = _side(fields, passage, end, words)
    if found is None:
        return mention
    side, at = found
    phrase = phrase_at(passage, at, words)
    if phrase is None and not _name_at(passage, at, words):
        return mention
    last = end if phrase is None else phrase.end
    inner = [passage.spanned(one) for one in mentions if one is not mention]
    if any(first < last and until > end for first, until in inner):
        last = end  # "the day after Sunday's vote": the date is a mention of its own
    told = {
        "unit": fields.get("unit", "D"),
        "side": str(side),
        "at": str(at - start),
        "part": fields.get("part"),
        "named": "1" if phrase is None else None,
    }
    type_ = TimexType.TIME if "part" in fields else TimexType.DATE
    said = expression(TIED, f"UNDEF-event{side:+d}{told['unit']}", told, type_=type_)
    return passage.mention(start, last, mention.rule, said)


def _name_at(passage: Passage, at: int, words: EventWords) -> bool:
    """Whether a name stands there, which may be that of a milestone."""
    tokens = [t for t in tokens_of(passage, at, at + 60)[:3] if t.word not in words.determiners]
    return bool(tokens) and tokens[0].name


def _side(
    fields: Mapping[str, str], passage: Passage, end: int, words: EventWords
) -> tuple[int, int] | None:
    """Units before (-1) or after the event (1) or its own (0), and where its phrase begins."""
    tokens = tokens_of(passage, end, end + 24)
    for count in (2, 1):
        phrase = " ".join(token.word for token in tokens[:count])
        if phrase in words.sides or phrase in words.own:
            at = tokens[count - 1].end
            if fields.get("shift") == "-1":  # the eve of it
                return (-1, at) if phrase in words.own else None
            return int(words.sides.get(phrase, "0")), at
    return None
