"""Days, months and weekdays that stand in a list beside a full date → mentions of their own.

"On 5 and 7 July" and "on July 3, 5 and 7" tell one month for several days, "March, April and May
2023" one year for several months, "every Tuesday and Thursday" how often for both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefgen.knowledge.locale import Locale
from briefgen.model import Mention, TimexType
from briefgen.temporal.passage import Passage
from briefgen.temporal.slots import expression

__all__ = ["enumerate_days", "enumerate_months", "share_set"]

_REACH = 40
"""Characters on either side of a date that its list may take."""
_NUMBER = re.compile(r"\d+")
_TOLD = frozenset({"kind", "m", "d", "y"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """How a language writes days in a list."""

    day: re.Pattern[str]
    before: re.Pattern[str]
    """Days and the word behind them, right before a date."""
    after: re.Pattern[str]
    article: re.Pattern[str]


@lru_cache(maxsize=64)
def _lists(locale: Locale) -> _Lists:
    marks = "|".join(re.escape(mark) for mark in locale.figures.ordinal_marks)
    words = "|".join(re.escape(word) for word in sorted(locale.glue.articles))
    day = rf"(?:3[01]|[12]\d|[1-9])(?:{marks})?"
    the = f"(?:(?:{words}) )?" if words else ""
    glue = r"(?P<glue>,? [^\W\d]+ )"
    return _Lists(
        day=re.compile(day),
        before=re.compile(rf"{the}(?P<days>{day}(?:, {the}{day})*){glue}{the}$"),
        after=re.compile(rf"(?P<days>(?:, {day})*){glue}(?P<last>{day})(?![\w,.:/%-]*\d)(?!\w)"),
        article=re.compile(the),
    )


def enumerate_days(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """The mentions and the days listed beside them, in text order."""
    told: list[Mention] = []
    for index, mention in enumerate(mentions):
        fields = dict(mention.expression.fields)
        if "d" not in fields or "m" not in fields or not fields.keys() <= _TOLD:
            told.append(mention)
            continue
        start, end = passage.spanned(mention)
        floor = passage.spanned(mentions[index - 1])[1] if index else 0
        last = index + 1 == len(mentions)
        ceiling = len(passage.low) if last else passage.spanned(mentions[index + 1])[0]
        article = _lists(passage.locale).article.match(passage.low, start, end)
        first = start if article is None else article.end()
        day_first = passage.low[first : first + 1].isdigit()
        before = _before(passage, start, floor, int(fields["d"])) if day_first else ()
        after = (
            () if day_first or "y" in fields else _after(passage, end, ceiling, int(fields["d"]))
        )
        told.extend(_day(mention, passage, at) for at in before)
        told.append(mention)
        told.extend(_day(mention, passage, at) for at in after)
    return told


def _before(passage: Passage, start: int, floor: int, day: int) -> list[tuple[int, int]]:
    """Places of the days in front of "7 July", where a preposition opens their list.

    A language whose dates need none has "" among its leads.
    """
    base = max(floor, start - _REACH)
    match = _lists(passage.locale).before.search(passage.low, base, start)
    if match is None or match["glue"].strip() not in passage.locale.glue.listed:
        return []
    places = list(_places(passage, match.start("days"), match.end("days")))
    leads = passage.locale.leads
    led = "" in leads or passage.follows(match.start(), leads)
    if not led or not _rise(passage, places, day):
        return []
    return places


def _after(passage: Passage, end: int, ceiling: int, day: int) -> list[tuple[int, int]]:
    """Places of the days behind "July 3", where nothing follows that they could count."""
    match = _lists(passage.locale).after.match(passage.low, end, min(ceiling, end + _REACH))
    if match is None or match["glue"].strip() not in passage.locale.glue.listed:
        return []
    following = passage.word_after(match.end())
    cues = passage.locale.cues
    verb = following in cues.past or following in cues.future or following in cues.present
    if following and not verb and following not in passage.locale.closers:
        return []
    places = [*_places(passage, end, match.end("days"))]
    places.append((match.start("last"), match.end("last")))
    numbers = [day, *(_number(passage, place) for place in places)]
    return places if numbers == sorted(set(numbers)) else []


def _places(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _lists(passage.locale).day.finditer(passage.low[start:end]):
        yield start + match.start(), start + match.end()


def _rise(passage: Passage, places: list[tuple[int, int]], day: int) -> bool:
    numbers = [*(_number(passage, place) for place in places), day]
    return numbers == sorted(set(numbers))


def _number(passage: Passage, place: tuple[int, int]) -> int:
    match = _NUMBER.search(passage.low, *place)
    return int(match[0]) if match else 0


def _day(mention: Mention, passage: Passage, place: tuple[int, int]) -> Mention:
    """The same month and year with the day that stands at a place; its verb is the date's own."""
    fields = dict(mention.expression.fields)
    kind = fields.pop("kind")
    day = f"{_number(passage, place)}"
    value = f"UNDEF-m{fields['m']}-d{day}"
    start, end = passage.spanned(mention)
    said = expression(kind, value, {**fields, "d": day, "head": f"{start}-{end}"})
    return passage.mention(*place, mention.rule, said)


def enumerate_months(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """The mentions and the months listed in front of one, in text order: "March, April and May"."""
    told: list[Mention] = []
    for mention in mentions:
        fields = dict(mention.expression.fields)
        if "m" in fields and fields.keys() <= {"kind", "m", "y"}:
            floor = passage.spanned(told[-1])[1] if told else 0
            start, _ = passage.spanned(mention)
            told.extend(reversed(list(_months(mention, passage, floor, start))))
        told.append(mention)
    return told


def _months(mention: Mention, passage: Passage, floor: int, start: int) -> Iterator[Mention]:
    """The months in front of an offset, the last one first."""
    months = passage.locale.lexicon.get("month", {})
    glue = passage.locale.glue.listed
    while True:
        match = _LAST_WORD.search(passage.low, max(floor, start - _REACH), start)
        if match is None or match["word"] not in months or match["glue"].strip() not in glue:
            return
        place = match.span("word")
        if not passage.text[place[0]].isupper() or not passage.stands_alone(*place):
            return
        month = months[match["word"]]
        said = expression("calendar", f"UNDEF-m{month}", {"m": month})
        yield passage.mention(*place, mention.rule, said)
        start = place[0]


_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+)(?P<glue>,? [^\W\d]+ |, )$")


def share_set(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """A weekday listed after one that tells how often does so too: "every Monday and Friday"."""
    told: list[Mention] = []
    for mention in mentions:
        fields = dict(mention.expression.fields)
        if told and fields.keys() == {"kind", "wd"} and fields["wd"].isdigit():
            left = told[-1].expression
            gap = passage.low[passage.spanned(told[-1])[1] : passage.spanned(mention)[0]]
            owned = passage.possessed(passage.spanned(mention)[1])
            weekly = _WEEKLY.fullmatch(left.value) and left.type is TimexType.SET
            if weekly and not owned and " ".join(gap.split()) in passage.locale.glue.listed:
                said = replace(left, value=f"XXXX-WXX-{fields['wd']}")
                told.append(passage.mention(*passage.spanned(mention), told[-1].rule, said))
                continue
        told.append(mention)
    return told


_WEEKLY = re.compile(r"XXXX-WXX-\d")
