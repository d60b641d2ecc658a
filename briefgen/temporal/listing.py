"""Text → lines that tell each time expression: for people, as JSON, and as corpus predictions."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import tzinfo
from types import MappingProxyType
from typing import Any

from briefgen.errors import KnowledgeError, UsageError
from briefgen.knowledge.milestones import Milestone
from briefgen.knowledge.plain_words import locale_of
from briefgen.model import Interval, Mention, Relation, to_edtf
from briefgen.temporal.exchange import marks, timexes
from briefgen.temporal.field import read_field
from briefgen.temporal.tag import tag
from briefgen.temporal.wording import label

__all__ = ["as_json", "as_text", "corpus"]


def as_text(
    text: str,
    *,
    published: Interval | None,
    language: str,
    zone: tzinfo,
    milestones: tuple[Milestone, ...] = (),
) -> Iterator[str]:
    """A short paragraph for each expression: what was said, what it means, and why."""
    locale = locale_of(language)
    mentions = tag(text, published=published, locale=locale, zone=zone, milestones=milestones)
    if not mentions:
        yield "no time expression"
        return
    for mention in mentions:
        until = mention.relation is Relation.UNTIL
        means = "no place on the time line"
        if mention.interval:
            means = label(mention.interval, locale, until=until)
        edtf = f"  EDTF {to_edtf(mention.interval)}" if mention.interval else ""
        yield f"“{mention.text}”  →  {means}"
        yield f"    {mention.type} {mention.value}{edtf}"
        yield f"    {mention.why}"
        cues = "; ".join(mention.cues)
        yield f"    rule {mention.rule}, anchor {mention.anchor}" + (f", {cues}" if cues else "")


def as_json(
    text: str,
    *,
    published: Interval | None,
    language: str,
    zone: tzinfo,
    milestones: tuple[Milestone, ...] = (),
    about: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """One JSON object a line, with offsets in code points; `about` stands in each."""
    locale = locale_of(language)
    mentions = tag(text, published=published, locale=locale, zone=zone, milestones=milestones)
    for mention in mentions:
        interval = mention.interval
        yield _dump(
            dict(about)
            | _timex(mention)
            | {
                "edtf": to_edtf(interval) if interval else None,
                "earliest": interval.start.isoformat() if interval and interval.start else None,
                "latest": interval.end.isoformat() if interval and interval.end else None,
                "label": label(interval, locale, until=mention.relation is Relation.UNTIL)
                if interval
                else None,
                "language": language,
                "rule": mention.rule,
                "anchor": mention.anchor.value,
                "relation": mention.relation.value,
                "cues": list(mention.cues),
                "why": mention.why,
            }
        )


def corpus(
    lines: str,
    *,
    name: str,
    zone: tzinfo,
    hear: Callable[[str], str],
    wrong: Callable[[str], None],
    milestones: tuple[Milestone, ...] = (),
) -> Iterator[str]:
    """Predictions for a corpus in the field's exchange form, one document a line.

    ``{"id", "text", "dct", "lang"}`` in, ``{"id", "timexes": [{start, end, text, type, value}]}``
    out; ``hear`` tells the language of a text that names none, and ``wrong`` is told of each line
    that is not of that shape; it is left out. Raises UsageError where no line is.
    """
    read = 0
    first = ""
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            text, dct = given["text"], given.get("dct")
            locale = locale_of(given.get("lang") or hear(text))
            stated = isinstance(dct, str) and dct
            found = read_field(dct, zone=zone, published=None, languages=()) if stated else None
        except (ValueError, TypeError, KeyError, AttributeError, KnowledgeError) as error:
            wanted = '{"id", "text", "dct", "lang"}'
            message = f"{name}, line {number}: not {wanted} ({error})"
            first = first or message
            wrong(f"{message}; it is left out")
            continue
        read += 1
        published = found[0] if found else None
        mentions = tag(text, published=published, locale=locale, zone=zone, milestones=milestones)
        yield _dump({"id": given.get("id"), "timexes": timexes(mentions)})
    if first and not read:
        raise UsageError(f"{first}; nor is any other line of it")


def _timex(mention: Mention) -> dict[str, Any]:
    """The TIMEX3 attributes; those that are empty left out."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type.value,
        "value": mention.value,
    } | {key: value for key, value in marks(mention).items() if value}


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
