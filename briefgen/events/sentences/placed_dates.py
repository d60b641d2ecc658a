"""A resolved mention → the Edit that puts its date in the place of its words, or beside them."""

from collections.abc import Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.calendar import Calendar, Edit, named_unit, one_day, whole_days
from briefgen.model import Grain, Interval, Mention

__all__ = [
    "after_possessive",
    "part_edit",
    "quoted_edit",
    "replacing_edit",
    "spanned_edit",
    "unknown_edit",
]


def part_edit(
    wording: Wording,
    mention: Mention,
    weekday: Word,
    calendar: Calendar,
    lexicon: Statements,
) -> Edit:
    """A part of one weekday: "on Monday evening", "by Monday evening", "the Monday night raid"."""
    assert mention.interval is not None
    interval = named_unit(mention.interval, mention.relation)
    if mention.text.lower().startswith(f"{lexicon.the} "):
        return spanned_edit(mention, interval, (weekday,), calendar, lexicon)
    if _after_article(wording, mention.start, lexicon):
        return Edit(start=weekday.start, end=weekday.end, put=calendar.label(one_day(interval)))
    if interval.bounded:
        return replacing_edit(wording, mention, interval, calendar, lexicon)
    return _open_part(wording, mention, calendar.label(interval), lexicon)


def replacing_edit(
    wording: Wording,
    mention: Mention,
    interval: Interval,
    calendar: Calendar,
    lexicon: Statements,
) -> Edit:
    """The label in the place of the words, with the article or "on" that it needs there."""
    start, end = mention.start, mention.end
    words = calendar.label(interval)
    if wording.text[end : end + 2] in lexicon.possessives:
        return Edit(start=start, end=end + 2, put=f"{lexicon.the} {words}")
    article = _article_before(wording, mention, lexicon)
    if article is not None:  # "a Wednesday meeting", "the Feb. 23 accord"
        bare = words.removeprefix(f"{lexicon.the} ")
        return Edit(start=article.start, end=end, put=f"{_fitting(article, bare, lexicon)} {bare}")
    if interval.grain > Grain.WEEK:
        return Edit(start=start, end=end, put=words)
    if interval.approximate and interval.grain >= Grain.DAY:  # "about 18 Jul 2024" needs no "on"
        return Edit(start=start, end=end, put=words)
    first, _, rest = words.partition(" ")
    if rest == calendar.label(one_day(interval)) and mention.text.lower().startswith(first):
        return Edit(start=start, end=end, put=f"{first} {lexicon.on} {rest}")  # "late on 6 Apr"
    if words[:1].isalpha():
        words = f"{lexicon.the} {words}"
    tied = _after_preposition(wording.text, start, lexicon) or _is_object(wording, mention, lexicon)
    return Edit(start=start, end=end, put=words if tied else f"{lexicon.on} {words}")


def spanned_edit(
    mention: Mention,
    interval: Interval,
    named: Sequence[Word],
    calendar: Calendar,
    lexicon: Statements,
) -> Edit:
    """The label in the place of one or two weekdays: "the night from Sunday to Monday"."""
    if interval.grain is not Grain.PART:
        days = calendar.label(whole_days(interval) if len(named) > 1 else one_day(interval))
        return Edit(start=named[0].start, end=named[-1].end, put=days)
    article = mention.text.lower().startswith(f"{lexicon.the} ")
    words = calendar.label(interval)
    return Edit(
        start=mention.start, end=mention.end, put=f"{lexicon.the} {words}" if article else words
    )


def quoted_edit(
    text: str, mention: Mention, words: str, weekday: bool, lexicon: Statements
) -> Edit:
    """The date after words of direct speech; a weekday among them gets quotation marks."""
    if weekday:
        put = f"‘{mention.text}’ [{words}]"
        return Edit(start=mention.start, end=mention.end, put=put)
    end = after_possessive(text, mention.end, lexicon)
    return Edit(start=end, end=end, put=f" [{words}]")


def unknown_edit(start: int, end: int, text: str, lexicon: Statements) -> Edit:
    """Words whose day nobody can tell, in quotation marks, and a bracket that says so."""
    return Edit(start=start, end=end, put=f"“{text}” [{lexicon.unknown}]")


def _is_object(wording: Wording, mention: Mention, lexicon: Statements) -> bool:
    """Whether a day is a thing and no time: "set *10 November* as the deadline"."""
    after = wording.within((mention.end, wording.end))[:1]
    between = wording.text[mention.end : after[0].start] if after else ","
    return not between.strip() and after[0].lower in lexicon.as_openers | lexicon.passive


def _open_part(wording: Wording, mention: Mention, words: str, lexicon: Statements) -> Edit:
    """A part of a day that something lasts to or from: "by Monday evening", its "by" said once."""
    tie, _, rest = words.partition(" ")
    before = wording.within((wording.start, mention.start))
    if before and before[-1].lower == tie:
        words = f"{lexicon.the} {rest}"
    return Edit(start=mention.start, end=mention.end, put=words)


def _article_before(wording: Wording, mention: Mention, lexicon: Statements) -> Word | None:
    """The article or possessive right before a date that says which: "a *Wednesday* meeting"."""
    before = wording.within((wording.start, mention.start))[-1:]
    after = wording.within((mention.end, wording.end))[:1]
    if not before or not after or not mention.text[:1].isupper():
        return None
    gaps = (wording.text[before[0].end : mention.start], wording.text[mention.end : after[0].start])
    articles = {*lexicon.determiners, *lexicon.indefinite, *lexicon.owners}
    tied = before[0].lower in articles and not any(gap.strip() for gap in gaps)
    return before[0] if tied and after[0].text.islower() else None


def _fitting(article: Word, words: str, lexicon: Statements) -> str:
    """An article as the date behind it wants it: "an 8 Jul 2024 meeting"."""
    if not any(lexicon.indefinite) or article.lower not in lexicon.indefinite:
        return article.text
    vowel = words.split(" ", maxsplit=1)[0] in lexicon.indefinite_numbers
    put = lexicon.indefinite[vowel]
    return put.capitalize() if article.text[:1].isupper() else put


def _after_article(wording: Wording, at: int, lexicon: Statements) -> bool:
    """Whether an article stands right before: "the Monday morning raid"."""
    before = wording.within((wording.start, at))
    return bool(before) and before[-1].lower in lexicon.determiners


def after_possessive(text: str, at: int, lexicon: Statements) -> int:
    """Behind the ending of a possessive that a bracket must not part from its word."""
    ending = next((p for p in lexicon.possessives if text.startswith(p, at)), "")
    plural = text[at - 1 : at] == "s" and text[at : at + 1] in {"’", "'"}
    return at + (len(ending) or plural)


def _after_preposition(text: str, at: int, lexicon: Statements) -> bool:
    """Whether the word before an offset is one that a date may follow: "on", "since"."""
    before = text[max(0, at - 12) : at].split()
    return bool(before) and text[at - 1] == " " and before[-1].lower() in lexicon.date_prepositions
