"""Articles of a pasted page → what the date in the page's own head says of each.

A live page's entries carry clocks, and the head the day. A letter's or bulletin's head dates the
stories under it, where none of them has a date of its own.
"""

from collections.abc import Sequence
from datetime import tzinfo

from briefgen.model import Basis, Interval, to_edtf
from briefgen.readers.dated.days import title_day
from briefgen.readers.dated.stamps import PageDate, date_entries
from briefgen.readers.pages.article import Article
from briefgen.readers.pages.lines import Line, Shape
from briefgen.readers.shapes import Claim, Scope

__all__ = ["page_dates"]

OPENING_WORDS = 40
"""A first article with more words tells a story of its own, and its date is its own."""


def page_dates(
    articles: Sequence[Article], zone: tzinfo, languages: tuple[str, ...]
) -> tuple[tuple[Claim, ...], ...]:
    """For each article what the page says of its date; nothing where it has a date itself."""
    stamped = [article for article in articles if article.stamp is not None]
    if stamped:
        return _clocks(articles, stamped, zone, languages)
    claim = _from_masthead(articles) or _from_title(articles, zone, languages)
    own = [_dated(_bylines(article)) is not None for article in articles]
    if claim is None or any(own[1:]):
        return ((),) * len(articles)
    return tuple(() if index == 0 and own[0] else (claim,) for index in range(len(articles)))


def _clocks(
    articles: Sequence[Article],
    stamped: Sequence[Article],
    zone: tzinfo,
    languages: tuple[str, ...],
) -> tuple[tuple[Claim, ...], ...]:
    """The entries of a live page: their clocks on the page's day."""
    page = _live_page(articles, articles.index(stamped[0]), zone, languages)
    found: dict[int, tuple[Interval | None, PageDate]] = {}
    for section in _under_days(stamped):
        day = page if section[0] is stamped[0] else _section_day(section[0])
        if day is None:
            continue
        stamps = [article.stamp for article in section if article.stamp is not None]
        moments = date_entries(stamps, day, zone, languages)
        found.update(
            (id(article), (moment, day)) for article, moment in zip(section, moments, strict=True)
        )
    claims: list[tuple[Claim, ...]] = []
    for article in articles:
        interval, day = found.get(id(article), (None, page))
        if interval is None or article.stamp is None or day is None:
            claims.append(())
            continue
        why = f'its entry says "{article.stamp.said}", and {day.why}'
        claims.append((Claim(basis=Basis.CLOCK, why=why, interval=interval),))
    return tuple(claims)


def _under_days(stamped: Sequence[Article]) -> list[Sequence[Article]]:
    """The entries of a live page, those under a day of their own apart from those above it."""
    sections: list[list[Article]] = []
    for article in stamped:
        if not sections or _section_day(article) is not None:
            sections.append([])
        sections[-1].append(article)
    return list(sections)


def _section_day(article: Article) -> PageDate | None:
    """The day that stands right over an entry."""
    line = _dated(article.masthead)
    if line is None or line.byline is None or line.byline.interval is None:
        return None
    return PageDate(interval=line.byline.interval, why=f'over it stands "{line.text}"')


def _live_page(
    articles: Sequence[Article], first: int, zone: tzinfo, languages: tuple[str, ...]
) -> PageDate | None:
    """The date in the head of a live page, before its first entry, or in its title."""
    lines = [line for article in articles[: first + 1] for line in _bylines(article)]
    lines += articles[first].masthead
    day = _dated(lines)
    changed = next((line for line in lines if line.byline and line.byline.changed), None)
    later = changed.byline.changed if changed is not None and changed.byline else None
    line = day or changed
    if line is None or line.byline is None:
        titles = [article.title for article in articles[:first]]
        over = (*titles, *(line.text for line in articles[first].masthead))
        named = [(said, found) for said in over if (found := title_day(said, zone, languages))]
        if not named:
            return None
        said, (_, told) = named[0]
        return PageDate(interval=told, why=f'the head of its page says "{said}"')
    interval = line.byline.interval or line.byline.changed
    assert interval is not None
    why = f'the head of its page says "{line.text}"'
    return PageDate(interval=interval, why=why, changed=later)


def _from_masthead(articles: Sequence[Article]) -> Claim | None:
    """The date in the head of a page of several articles, where it is the page's."""
    if len(articles) < 2:
        return None
    first, *others = articles
    line = _dated(first.masthead)
    short = sum(len(one.text.split()) for one in first.body) <= OPENING_WORDS
    untitled = all(article.title is None for article in others)
    if line is None and (untitled or (short and len(others) > 1)):
        line = _dated(_bylines(first))
    if line is None or line.byline is None or line.byline.interval is None:
        return None
    told = to_edtf(line.byline.interval)
    why = f'the head of its page says "{line.text}" ({told}), and it has no date of its own'
    return Claim(basis=Basis.BYLINE, why=why, interval=line.byline.interval, scope=Scope.FILE)


def _from_title(
    articles: Sequence[Article], zone: tzinfo, languages: tuple[str, ...]
) -> Claim | None:
    """The day that the name of a page of several articles ends in: "Top 5 - 14 March 2030"."""
    if len(articles) < 2:
        return None
    first, *others = articles
    short = sum(len(one.text.split()) for one in first.body) <= OPENING_WORDS
    over = (*first.kickers, *((first.title,) if short and len(others) > 1 else ()))
    for line in over:
        found = title_day(line, zone, languages)
        if found is not None:
            told = to_edtf(found[1])
            why = f'the head of its page says "{line}" ({told}), and it has no date of its own'
            return Claim(basis=Basis.BYLINE, why=why, interval=found[1], scope=Scope.FILE)
    return None


def _bylines(article: Article) -> list[Line]:
    before = (line for line in article.before if line not in article.masthead)
    lines = (*before, *article.head, *article.body[-1:])
    return [line for line in lines if line.shape is Shape.BYLINE or line.byline is not None]


def _dated(lines: Sequence[Line]) -> Line | None:
    """The first of the lines that states a date of publication."""
    return next((line for line in lines if line.byline and line.byline.interval), None)
