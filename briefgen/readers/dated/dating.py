"""Claims → Dating: when a document is from, by the strongest claim; what it outvoted, said.

Only what speaks of publication is a claim. Dates of change, of retrieval and of the file never
are: they bound a date from above and date nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from urllib.parse import unquote

from briefgen.knowledge.locale import LANGUAGES
from briefgen.model import Basis, Bound, Dating, Grain, Interval, civil_day, from_edtf, to_edtf
from briefgen.readers.dated.fields import read_date
from briefgen.readers.shapes import Claim, Draft, Scope

__all__ = ["BASES", "bounds_of", "contradictions", "settle", "url_claim"]

BASES: tuple[tuple[Basis, Scope], ...] = (
    (Basis.SIDECAR, Scope.DOCUMENT),
    (Basis.FIELD, Scope.ROW),
    (Basis.SIDECAR, Scope.FILE),
    (Basis.FIELD, Scope.DOCUMENT),
    (Basis.FIELD, Scope.FILE),
    (Basis.JSON_LD, Scope.DOCUMENT),
    (Basis.META, Scope.DOCUMENT),
    (Basis.TIME, Scope.DOCUMENT),
    (Basis.FEED, Scope.DOCUMENT),
    (Basis.MESSAGE, Scope.DOCUMENT),
    (Basis.CLOCK, Scope.DOCUMENT),
    (Basis.DATELINE, Scope.DOCUMENT),
    (Basis.BYLINE, Scope.DOCUMENT),
    (Basis.TITLE, Scope.DOCUMENT),
    (Basis.URL, Scope.DOCUMENT),
    (Basis.URL, Scope.FILE),
    (Basis.BYLINE, Scope.FILE),
    (Basis.MAIL, Scope.FILE),
    (Basis.MESSAGE, Scope.FILE),
    (Basis.OPTION, Scope.FILE),
    (Basis.INFERRED, Scope.DOCUMENT),
)
"""What may date a document, strongest first. The order is written here and nowhere else."""

AGREE = timedelta(days=1)
"""Claims further apart than this disagree."""
QUIET = frozenset({Basis.OPTION, Basis.MAIL})
"""Given for documents without a date of their own: outvoted without a word."""

_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
_URL_WORDS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-](?P<m>[^\W\d_]{3,12})[/_-](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[/_-](?P<m>[^\W\d_]{3,12})[/_-](?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?P<m>[^\W\d_]{3,12})[/_-](?P<d>\d{1,2}),?[/_-](?P<y>(?:19|20)\d\d)(?!\d)"),
)
"""2031/nov/14, 14-november-2031, November_14,_2031."""
_URL_YEAR = re.compile(r"(?<=/)((?:19|20)\d\d)(?=/)")
_URL_SOLID = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


def settle(
    claims: Sequence[Claim], zone: tzinfo, languages: tuple[str, ...]
) -> tuple[Dating | None, tuple[str, ...]]:
    """The dating that the strongest claim gives, and one sentence for each claim it outvoted."""
    ranked = sorted(claims, key=lambda claim: BASES.index((claim.basis, claim.scope)))
    dated = _with_years(ranked, zone, languages)
    if not dated:
        return None, ()
    best = dated[0]
    assert best.interval is not None
    outvoted = tuple(
        f"dated {to_edtf(best.interval)} because {best.why}; "
        f"outvoted: {claim.why} ({to_edtf(claim.interval)})"
        for claim in dated[1:]
        if claim.basis not in QUIET
        and claim.basis is not best.basis
        and not (best.scope is Scope.ROW and claim.scope is Scope.FILE)
        and claim.interval is not None
        and _apart(best.interval, claim.interval)
    )
    return Dating(interval=best.interval, basis=best.basis, why=best.why), outvoted


def bounds_of(draft: Draft) -> tuple[Bound, ...]:
    """What says that a document cannot be from later, earliest first."""
    bounds = list(draft.bounds)
    if draft.retrieved is not None:
        why = f"this copy was retrieved {draft.retrieved:%Y-%m-%d %H:%M}"
        bounds.append(Bound(latest=draft.retrieved, why=why))
    return tuple(sorted(bounds, key=lambda bound: (bound.latest, bound.why)))


def contradictions(dating: Dating | None, bounds: Sequence[Bound]) -> tuple[str, ...]:
    """One sentence where a document is dated later than the earliest bound by a day or more."""
    start = dating.interval.start if dating is not None else None
    if dating is None or start is None or not bounds or start - bounds[0].latest < AGREE:
        return ()
    told = f"dated {to_edtf(dating.interval)} because {dating.why}; but {bounds[0].why}"
    return (f"{told}, which is earlier: check its date",)


def url_claim(url: str | None, zone: tzinfo, scope: Scope = Scope.DOCUMENT) -> tuple[Claim, ...]:
    """The day in an address: ``/2024/07/18/``, ``-2024-07-18``, ``/20240718``, ``/2024/jul/18``."""
    match = (_URL_DAY.search(url) or _URL_SOLID.search(url)) if url else None
    if match is None:
        return _url_words(url, zone, scope) or _url_year(url, zone)
    try:
        day = civil_day(date(*map(int, match.groups())), zone)
    except ValueError:
        return ()
    why = f"its address holds {match[0].strip('/-')}"
    return (Claim(basis=Basis.URL, why=why, interval=day, scope=scope),)


def _url_words(url: str | None, zone: tzinfo, scope: Scope) -> tuple[Claim, ...]:
    """The day in an address that names its month, in any language that has a locale."""
    path = unquote(url) if url else ""
    for pattern in _URL_WORDS:
        match = pattern.search(path)
        if match is None:
            continue
        said = f"{match['d']} {match['m']} {match['y']}"
        for language in LANGUAGES:
            day = read_date(said, zone, (language,))
            if day is not None and day.grain is Grain.DAY:
                why = f"its address holds {match[0]}"
                return (Claim(basis=Basis.URL, why=why, interval=day, scope=scope),)
    return ()


def _url_year(url: str | None, zone: tzinfo) -> tuple[Claim, ...]:
    """The year in an address: it dates nothing, but completes a date that lacks its year."""
    match = _URL_YEAR.search(url) if url else None
    if match is None:
        return ()
    year = from_edtf(match[1], zone)
    why = f"its address holds the year {match[1]}"
    return (Claim(basis=Basis.URL, why=why, interval=year, scope=Scope.DOCUMENT),)


def _with_years(ranked: Sequence[Claim], zone: tzinfo, languages: tuple[str, ...]) -> list[Claim]:
    """The claims that have a date; a missing year is taken from the next claim that has one."""
    found: list[Claim] = []
    for index, claim in enumerate(ranked):
        if claim.interval is not None:
            if claim.basis is not Basis.URL or claim.interval.grain <= Grain.DAY:
                found.append(claim)
            continue
        others = (other for other in ranked[index + 1 :] if other.interval is not None)
        weaker = next(others, None)
        if weaker is None or weaker.interval is None or claim.yearless is None:
            continue
        day = _nearest(claim.yearless, weaker.interval, zone, languages)
        if day is not None:
            why = f"{claim.why}, and its year is the nearest to this: {weaker.why}"
            found.append(replace(claim, interval=day, why=why))
    return found


def _nearest(
    said: str, other: Interval, zone: tzinfo, languages: tuple[str, ...]
) -> Interval | None:
    """The day without a year that lies in another date, or else nearest to it."""
    around = other.start or other.end
    if around is None:
        return None
    found = (
        read_date(f"{said} {year}", zone, languages)
        for year in (around.year - 1, around.year, around.year + 1)
    )
    days = [day for day in found if day is not None and day.grain is Grain.DAY]

    def distance(day: Interval) -> tuple[bool, timedelta]:
        assert day.start is not None
        return not other.contains(day), abs(day.start - around)

    return min(days, key=distance, default=None)


def _apart(one: Interval, other: Interval) -> bool:
    """Whether two dates cannot be of the same publication."""
    if one.end is not None and other.start is not None and other.start - one.end >= AGREE:
        return True
    return bool(other.end is not None and one.start is not None and one.start - other.end >= AGREE)
