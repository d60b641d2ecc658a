"""Element tree of a page → Claims: JSON-LD, ``<meta>``, ``<time>``, shown bylines; never a change.

htmldate is asked last, for pages that mark their date in a way of their own. It is told not to
guess: no search in running text, no copyright year, no date of a later change.
"""

import re
import warnings
from datetime import tzinfo
from functools import lru_cache
from typing import Any

from briefgen.model import Basis, Bound, Grain, Interval
from briefgen.readers.dated.datelines import read_byline
from briefgen.readers.dated.fields import read_date
from briefgen.readers.dated.stated import stated_bound
from briefgen.readers.html.facts import json_ld, meta
from briefgen.readers.html.tree import without
from briefgen.readers.raw.decode import tidy
from briefgen.readers.shapes import Claim, ReadOptions
from briefgen.readers.tables.field_names import names

__all__ = ["page_bounds", "page_claims", "part_claims"]

EARLIEST, LATEST = "1990-01-01", "2200-01-01"
"""Bounds that htmldate is given, so that it asks no clock."""
SEEN = frozenset({"time", "link", "script"})
OUTSIDE = frozenset({"aside", "nav", "footer"})
ABOUT = frozenset({"class", "id", "itemprop", "title", "data-testid", "rel"})
BYLINE_LENGTH = 120
CHANGED = "dateModified"

_CHANGE = re.compile(r"modif|updat|\bedited|revis|changed", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|posted|created|issued|dateline|entry-date", re.IGNORECASE)
_SHOWS_DATE = re.compile(r"date|time|byline|publi|posted|meta|author|stamp", re.IGNORECASE)
_COMMENT = re.compile(r"comment|related|sidebar|recommend|popular", re.IGNORECASE)


def page_claims(root: Any, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    """All that a page with one article says of its date, each basis once."""
    claims = (
        *_json_ld_claim(root, zone, languages),
        *_meta_claim(root, zone, languages),
        *_time_claim(root, zone, languages),
        *_byline_claim(root, zone, languages),
    )
    return claims or _htmldate_claim(root, zone, languages)


def page_bounds(root: Any, options: ReadOptions) -> tuple[Bound, ...]:
    """When a page says that it was changed last: it is from no later."""
    told = meta(root)
    named = ((f"its <meta> {name} says", told.get(name)) for name in names("html")["modified"])
    listed = ((f"its JSON-LD gives {CHANGED}", entry.get(CHANGED)) for entry in json_ld(root))
    for what, said in (*listed, *named):
        bounds = stated_bound(said, what, options) if isinstance(said, str) else ()
        if bounds:
            return bounds
    return ()


def part_claims(element: Any, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    """What one of several articles of a page says of its date."""
    return (
        *_itemprop_claim(element, zone, languages),
        *_time_claim(element, zone, languages),
        *_byline_claim(element, zone, languages),
    )


def _json_ld_claim(root: Any, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    for key in ("datePublished", "dateCreated"):
        for entry in json_ld(root):
            said = entry.get(key)
            interval = _day(said, zone, languages) if isinstance(said, str) else None
            if interval is not None:
                why = f"its JSON-LD gives {key} {said}"
                return (Claim(basis=Basis.JSON_LD, why=why, interval=interval),)
    return ()


def _meta_claim(root: Any, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    told = meta(root)
    for name in names("html")["published"]:
        said = told.get(name)
        interval = _day(said, zone, languages) if said else None
        if interval is not None:
            why = f"its <meta> {name} says {said}"
            return (Claim(basis=Basis.META, why=why, interval=interval),)
    return _itemprop_claim(root, zone, languages)


def _itemprop_claim(root: Any, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    for element in root.iter("meta", "time", "span", "abbr"):
        if (element.get("itemprop") or "").casefold() != "datepublished":
            continue
        said = element.get("content") or element.get("datetime") or element.get("title")
        interval = _day(said, zone, languages) if said else None
        if interval is not None:
            why = f"its markup gives datePublished {said}"
            return (Claim(basis=Basis.META, why=why, interval=interval),)
    return ()


def _time_claim(root: Any, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    """The ``<time>`` that says it is of publication, else the first that says nothing else."""
    found: list[tuple[bool, str, Interval]] = []
    for element in root.iter("time"):
        about = " ".join(_abouts(element))
        if _CHANGE.search(about) or _beside_change(element) or _outside(element, root):
            continue
        said = tidy(element.get("datetime") or "".join(element.itertext())).strip()
        interval = _day(said, zone, languages)
        if interval is not None:
            sure = element.get("pubdate") is not None or bool(_PUBLISHED.search(about))
            found.append((not sure, said, interval))
    if not found:
        return ()
    _, said, interval = min(found, key=lambda entry: entry[0])
    why = f"its <time> element says {said}"
    return (Claim(basis=Basis.TIME, why=why, interval=interval),)


def _byline_claim(root: Any, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    """A short element that is marked as a date or byline, and reads as one."""
    for element in root.iter("p", "div", "span", "li", "address", "small"):
        abouts = _abouts(element)
        if not abouts or not _shows_date(" ".join(abouts)) or _outside(element, root):
            continue
        said = " ".join(tidy(_own_text(element)).split())
        byline = read_byline(said, zone, languages) if said else None
        if (
            byline is None and said and len(element) > 1
        ):  # its parts may stand in marks of their own
            said = " | ".join(
                filter(None, (" ".join(tidy(one).split()) for one in element.itertext()))
            )
            byline = read_byline(said, zone, languages)
        if byline is not None and byline.interval is not None:
            why = f'its byline says "{said}"'
            return (Claim(basis=Basis.BYLINE, why=why, interval=byline.interval),)
    return ()


def _htmldate_claim(root: Any, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    from htmldate import find_date  # noqa: PLC0415 (htmldate takes 0.2 s)

    if any(name in meta(root) for name in names("html")["modified"]):
        return ()  # htmldate would take a change for want of anything better
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # dateutil's, about zones that it does not know
            said = find_date(
                without(root, _misleads),
                extensive_search=False,
                original_date=True,
                outputformat="%Y-%m-%d",
                min_date=EARLIEST,
                max_date=LATEST,
            )
    except (ValueError, OverflowError, RecursionError):
        return ()
    interval = _day(said, zone, languages) if said else None
    if interval is None:
        return ()
    why = f"its markup shows {said} where a page shows its date (htmldate)"
    return (Claim(basis=Basis.BYLINE, why=why, interval=interval),)


def _misleads(element: Any) -> bool:
    """What htmldate must not see: what is weighed already, what surrounds, what tells a change."""
    about = " ".join(_abouts(element))
    if element.tag in SEEN or element.tag in OUTSIDE or _COMMENT.search(about):
        return True
    if element.tag == "meta":
        return "url" in about or "url" in (element.get("property") or "")
    return bool(_CHANGE.search(about) or _CHANGE.search(_own_text(element)[:BYLINE_LENGTH]))


def _day(said: str, zone: tzinfo, languages: tuple[str, ...]) -> Interval | None:
    """A day or a moment; coarser dates say nothing of a publication."""
    text = tidy(said).strip()
    interval = read_date(text, zone, languages) if 6 <= len(text) <= 60 else None
    return interval if interval is not None and interval.grain <= Grain.DAY else None


@lru_cache(maxsize=1024)
def _shows_date(about: str) -> bool:
    """Whether what is said about an element says that it shows a date, and none of a change."""
    return bool(_SHOWS_DATE.search(about)) and not _CHANGE.search(about)


def _abouts(element: Any) -> list[str]:
    """Class, id, itemprop and the like of an element, in its own order."""
    return [value for key, value in element.items() if key in ABOUT and value]


def _beside_change(element: Any) -> bool:
    """Whether the words right before an element speak of a change."""
    before = element.getprevious()
    parent = element.getparent()
    lead = before.tail if before is not None else parent.text if parent is not None else ""
    return bool(_CHANGE.search(lead or ""))


def _outside(element: Any, root: Any) -> bool:
    """Whether an element stands in what surrounds the article."""
    for parent in element.iterancestors():
        if parent is root:
            return False
        if parent.tag in OUTSIDE or _COMMENT.search(" ".join(_abouts(parent))):
            return True
    return False


def _own_text(element: Any) -> str:
    """An element's text while it is short; nothing for a long one."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part)
        if length > 4 * BYLINE_LENGTH:
            return ""
    return " ".join(parts)
