"""The words of one date field → an Interval: the one place where readers ask temporal."""

from collections.abc import Iterable
from datetime import UTC, date, tzinfo

from briefgen.knowledge.locale import LANGUAGES, Locale, load_locale
from briefgen.model import Interval, Relation, civil_day
from briefgen.temporal import read_field, tag

__all__ = ["is_wording", "read_date"]

PROBE = civil_day(date(2001, 1, 3), UTC)
"""Any day: words that resolve against it are the wording of a date."""
SMALL = 3
"""Words beside its time expressions that a wording may hold."""
WORDS = 8
"""Words above which a stretch is no date alone."""


def read_date(
    text: str,
    zone: tzinfo,
    languages: tuple[str, ...],
    *,
    published: Interval | None = None,
    relations: Iterable[Relation] = (Relation.AT,),
) -> Interval | None:
    """The interval that a date field names, None where it names none.

    Relative wordings count from `published`, and name nothing without it.
    """
    found = read_field(text, zone=zone, published=published, languages=languages)
    if found is None or found[1] not in tuple(relations):
        return None
    return found[0]


def is_wording(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a few words name a time and nothing else: "Thursday", "since February 2022".

    In a language that has a locale, its rules must cover the words, but for small ones between
    them; elsewhere they must be a date field of that language.
    """
    if not 1 <= len(text.split()) <= WORDS or (text.isdigit() and len(text) != 4):
        return False
    known = [load_locale(language) for language in languages if language in LANGUAGES]
    if known:
        return any(_covered(text, locale) for locale in known)
    return read_date(text, UTC, languages, published=PROBE, relations=tuple(Relation)) is not None


def _covered(text: str, locale: Locale) -> bool:
    """Whether the time expressions in a text leave nothing of it but small words."""
    mentions = tag(text, published=PROBE, locale=locale, zone=UTC)
    if not mentions:
        return False
    rest = list(text)
    for mention in mentions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    words = [word.strip(",;()").casefold() for word in "".join(rest).split()]
    return len(words) <= SMALL and all(word in locale.leads or len(word) <= 3 for word in words)
