"""A Saying and the dates of its sentence → the Saying, its day left out of what is said.

American news sets the day right behind the verb: "The mayor said Tuesday the port will close by
June" tells when she said so, not when it closes.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_words
from briefgen.events.language.words import Wording
from briefgen.events.speech.sayings import Saying
from briefgen.model import Grain, Mention, Relation

__all__ = ["behind_its_day"]


def behind_its_day(
    saying: Saying, mentions: Sequence[Mention], wording: Wording, lexicon: Statements
) -> Saying:
    """The saying with its content behind a day that stands right after its verb."""
    start, end = saying.content
    if start < saying.at:
        return saying
    day = next((m for m in mentions if start <= m.start < end), None)
    if day is None or day.relation is not Relation.AT or day.interval is None:
        return saying
    leading = wording.within((start, day.start))
    after = wording.within((day.end, end))
    if (
        day.interval.grain > Grain.WEEK
        or wording.quoted(start)
        or any(w.lower not in lexicon.date_prepositions for w in leading)
        or wording.text.startswith(tuple(lexicon.possessives), day.end)
        or not after
    ):
        return saying
    verb = next(iter(finite_words(wording, (after[0].start, end), lexicon)), None)
    thing = after[0].lower in {*lexicon.determiners, *lexicon.indefinite}  # "announced Friday a"
    if not thing and (verb is None or verb[0] == after[0]):  # "said Tuesday was a dark day"
        return saying
    return replace(saying, content=wording.trim(after[0].start, end))
