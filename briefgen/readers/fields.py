"""The words of one date field → an Interval: the one place where readers ask temporal."""

from collections.abc import Iterable
from datetime import tzinfo

from briefgen.model import Interval, Relation

__all__ = ["read_date"]


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
    try:
        from briefgen.temporal import read_field  # noqa: PLC0415 (brings the rule tables)
    except ImportError:
        read_field = _stand_in
    found = read_field(text, zone=zone, published=published, languages=languages)
    if found is None or found[1] not in tuple(relations):
        return None
    return found[0]


def _stand_in(text, zone, published, languages):
    import re

    import dateparser

    from briefgen.model import Relation, civil_day

    text = text.strip()
    rel = Relation.AT
    m = re.match(r"(since|by|until|before|after)\s+(.*)", text, re.IGNORECASE)
    if m:
        rel, text = Relation(m[1].lower()), m[2]
    if not re.search(r"\d{4}|day$|^overnight|[A-Z][a-z]+ \d", text):
        return None
    settings = (
        {"REQUIRE_PARTS": ["day", "month", "year"]}
        if not published
        else {"RELATIVE_BASE": published.start.replace(tzinfo=None)}
    )
    try:
        got = dateparser.parse(text, languages=["en"], settings=settings)
    except Exception:
        return None
    if got is None:
        return None
    return civil_day(got.date(), zone), rel
