"""A mention of a sentence → whether it stands in an aside, and dates nothing but what is aside.

"The bridge, which opened in 2015, collapsed" does not tell a collapse of 2015; nor does work on a
dam, "begun two years ago", that is put off now; nor mines cleared near an "11th century temple".
What an aside tells may be an entry of its own (entries.py).
"""

from briefgen.events.dates.history import is_history
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense, finite_words, is_past
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.telling import Telling, head_of
from briefgen.model import Anchor, Dating, Grain, Mention, Relation

__all__ = ["dates_an_aside", "is_standing", "of_a_noun", "stands_aside", "tells_which"]

BACK = "-1"
"""The side of a span that ends with its anchor."""
YEARS = {
    "M": 1 / 12,
    "Q": 1 / 4,
    "SEA": 1 / 4,
    "HY": 1 / 2,
    "Y": 1,
    "DE": 10,
    "CE": 100,
    "ML": 1000,
}
"""Units of a span in years; of shorter ones none is standing."""

OWNERS = ("’s ", "'s ", "’ ", "' ")
NEAR_VERB = 8
"""Words before a date among which "indicted" stands, at most, no comma between."""
WITH_NOUN = 3
"""Words of "a theft *committed in*" from the noun on."""


def dates_an_aside(
    mention: Mention, telling: Telling, published: Dating | None, lexicon: Statements
) -> bool:
    """Whether a mention dates only an aside of its sentence, and not what the sentence tells.

    Behind the main verb only what was long over before publication is one: of a recent day, "…,
    who arrived on Friday" tells the time of the rest as well.
    """
    return (
        is_standing(mention)
        or _in_clause_aside(mention, telling, published, lexicon)
        or _only_names(mention, telling, lexicon)
        or tells_which(mention, telling, lexicon)
        or (_is_over(mention, published) and _of_a_participle(mention, telling, lexicon))
        or of_a_noun(mention, telling, lexicon)
    )


def is_standing(mention: Mention) -> bool:
    """Whether it tells for how many years something has been so: "over the past 20 years"."""
    fields = _span_back(mention)
    if not fields or fields["n"] == "X":
        return False
    return float(fields["n"]) * YEARS.get(fields["unit"], 0) >= 1


def _span_back(mention: Mention) -> dict[str, str]:
    """What a span tells that ends with its anchor; nothing of another mention."""
    fields = dict(mention.expression.fields)
    return fields if fields.get("kind") == "span" and fields["side"] == BACK else {}


def stands_aside(
    mention: Mention,
    span: tuple[int, int],
    telling: Telling,
    published: Dating | None,
    lexicon: Statements,
) -> bool:
    """Whether a mention stands in a clause between commas, and a word of its sentence outside."""
    opened = _aside_start(mention, telling.wording, lexicon)
    outside = opened is not None and not opened <= span[0] <= mention.end
    return outside and _in_clause_aside(mention, telling, published, lexicon)


def _in_clause_aside(
    mention: Mention, telling: Telling, published: Dating | None, lexicon: Statements
) -> bool:
    """Whether it stands in a relative or participle clause between commas."""
    wording = telling.wording
    opened = _aside_start(mention, wording, lexicon)
    if opened is None:
        return False
    words = wording.within((opened, mention.start))
    if not words or words[0].quoted:
        return False
    if words[0].lower in lexicon.relatives:
        aside = _is_over(mention, published) or bool(_span_back(mention))
        behind = aside and head_of(telling, lexicon)[0] < opened
        return behind or _resumes(mention, wording, lexicon)
    if not is_past(words[0].lower, lexicon) or words[0].lower in lexicon.passive:
        return False
    verbs = [w for w, _ in finite_words(wording, (wording.start, opened), lexicon)]
    governs = len(words) > 1 and words[1].lower in lexicon.date_prepositions
    if verbs and governs and _is_over(mention, published):
        return True  # "…, accused of a theft in 2019"
    hangs = not verbs or _opens_clause(wording, verbs[-1], opened, lexicon)
    return hangs and _resumes(mention, wording, lexicon)


def _resumes(mention: Mention, wording: Wording, lexicon: Statements) -> bool:
    """Whether the sentence goes on with its verb behind the comma that closes an aside."""
    closed = wording.text.find(",", mention.end, wording.end)
    after = wording.within((closed, wording.end))[:2] if closed >= 0 else ()
    if not after:
        return False
    verb = next(finite_words(wording, (after[0].start, wording.end), lexicon), None)
    return verb is not None and verb[0] in after


def _opens_clause(wording: Wording, verb: Word, opened: int, lexicon: Statements) -> bool:
    """Whether a subject without its verb stands between them: "said that work, begun …"."""
    between = wording.within((verb.end, opened))
    return any(w.lower in lexicon.complementizers for w in between)


def _aside_start(mention: Mention, wording: Wording, lexicon: Statements) -> int | None:
    """Where the clause after the last comma before a mention starts; ", in July" starts none."""
    comma = wording.text.rfind(", ", wording.start, mention.start)
    tying = wording.within((comma, mention.start))
    if comma > wording.start and all(w.lower in lexicon.introducers for w in tying):
        comma = wording.text.rfind(", ", wording.start, comma)
    return comma + 2 if comma > wording.start else None


def _is_over(mention: Mention, published: Dating | None) -> bool:
    interval = mention.interval
    if interval is None or published is None:
        return False
    over = interval.end or interval.start
    return over is not None and is_history(over, published.interval)


def _only_names(mention: Mention, telling: Telling, lexicon: Statements) -> bool:
    """Whether a year or a century is part of a name: "an 11th century temple", "the 2019 accord".

    A year in a name may yet tell when, where the sentence is told as past: "won the 2019 cup".
    """
    interval = mention.interval
    if interval is None or mention.anchor is not Anchor.ABSOLUTE or interval.grain < Grain.MONTH:
        return False
    wording = telling.wording
    if _ends_a_name(mention, wording, lexicon):
        return True
    if interval.grain < Grain.DECADE and telling.tense is not Tense.PRESENT:
        return False
    after = wording.within((mention.end, wording.end))[:1]
    if not after or wording.text[mention.end : after[0].start].strip():
        return False
    before = wording.within((wording.start, mention.start))
    tied = bool(before) and before[-1].lower in lexicon.date_prepositions
    noun = after[0].lower
    plain = {*lexicon.date_prepositions, *lexicon.function_words, *lexicon.subordinators}
    plain |= {*lexicon.passive, *lexicon.perfect, *lexicon.pluperfect, *lexicon.coordinators}
    return not tied and noun not in plain and not is_past(noun, lexicon)


def _ends_a_name(mention: Mention, wording: Wording, lexicon: Statements) -> bool:
    """Whether a year is tied to a name right before it: "the Harbour Act of 1989"."""
    before = wording.within((wording.start, mention.start))
    if len(before) < WITH_NOUN or not mention.text.isdigit():
        return False
    tied = before[-1].lower in lexicon.naming and before[-2].text[:1].isupper()
    return tied and not wording.text[before[-2].end : mention.start].strip(" " + before[-1].text)


def of_a_noun(mention: Mention, telling: Telling, lexicon: Statements) -> bool:
    """Whether it stands before a noun far from the verb: "wanted in the October 2024 shooting".

    What is done to or at such a thing is done then: "attended Monday's hearing".
    """
    wording = telling.wording
    if mention.start < head_of(telling, lexicon)[1]:
        return False
    after = wording.within((mention.end, wording.end))[:1]
    between = wording.text[mention.end : after[0].start] if after else ""
    if not after or not after[0].text.islower() or between not in {" ", *OWNERS}:
        return False
    plain = {*lexicon.date_prepositions, *lexicon.function_words, *lexicon.subordinators}
    plain |= lexicon.coordinators | lexicon.introducers
    if after[0].lower in plain or is_past(after[0].lower, lexicon):
        return False
    before = [w.lower for w in wording.within((wording.start, mention.start))]
    if before and before[-1] in lexicon.determiners:
        before = before[:-1]
    elif between == " " and mention.text.split()[0].lower() not in lexicon.determiners:
        return False
    if len(before) < WITH_NOUN - 1:
        return False
    tied, noun = before[-1], before[-2]
    comma = max(wording.start, wording.text.rfind(",", wording.start, mention.start))
    near = {w.lower for w in wording.within((comma, mention.start))[-NEAR_VERB:]}
    return (tied in lexicon.owing and noun not in lexicon.edges) or (
        tied in lexicon.trying and not lexicon.tried.isdisjoint(near)
    )


def tells_which(mention: Mention, telling: Telling, lexicon: Statements) -> bool:
    """Whether a month or year only tells which is meant: "sentenced for a theft committed in 2019".

    It stands right after a participle without an auxiliary, or after "that" and a verb, and neither
    is what the sentence tells. What a comma parts off (", which burst in 2022,") tells for itself.
    """
    interval = mention.interval
    if interval is None or interval.grain < Grain.MONTH:
        return False
    return _of_a_participle(mention, telling, lexicon)


def _of_a_participle(mention: Mention, telling: Telling, lexicon: Statements) -> bool:
    """Whether it stands behind a participle, or a "that" and its verb, which the news is not."""
    if mention.relation is not Relation.AT:
        return False
    wording = telling.wording
    words = wording.within((wording.start, mention.start))
    tied = lexicon.date_prepositions | lexicon.introducers
    if len(words) < WITH_NOUN or words[-1].lower not in tied:
        return False
    before, verb = words[-3], words[-2]
    whole = wording.text[words[-4].end if words[:-3] else before.start : mention.start]
    if "," in whole or not is_past(verb.lower, lexicon):
        return False
    if before.lower in lexicon.coordinators & lexicon.subordinators:
        return verb.start != head_of(telling, lexicon)[0]
    auxiliaries = lexicon.passive | lexicon.perfect | lexicon.pluperfect | lexicon.present_be
    beside = auxiliaries | lexicon.coordinators | lexicon.pronouns
    if before.lower in beside or before.lower.endswith(lexicon.adverb_ending):
        return False
    after = wording.within((mention.end, wording.end))[:1]
    followed = bool(after) and is_past(after[0].lower, lexicon)
    apart = followed and not wording.text[mention.end : after[0].start].strip()
    return apart or verb.start != head_of(telling, lexicon)[0]
