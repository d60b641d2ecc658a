"""Issued briefs → an Atom feed of editions, RFC 4287; entry ids are tag URIs, RFC 4151."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

from briefgen.writers.escape import clean, http_url

__all__ = ["atom"]

_NS = "http://www.w3.org/2005/Atom"
_DOMAIN = re.compile(r"[A-Za-z0-9.-]+")


def atom(
    editions: Sequence[tuple[datetime, dict[str, Any]]],
    *,
    domain: str,
    base: str | None = None,
) -> bytes:
    """The feed, the newest edition first: of each its cut-off and its brief.

    ``domain`` is the publisher's, for ids that no other feed has. ``base`` is the address under
    which the pages ``brief-2024-07-18.html`` lie; without one entries have no link.
    """
    ET.register_namespace("", _NS)
    feed = ET.Element(f"{{{_NS}}}feed")
    place = domain if _DOMAIN.fullmatch(domain) else "localhost"
    title = editions[0][1]["title"] if editions else "briefgen"
    updated = max((cutoff for cutoff, *_ in editions), default=datetime(1970, 1, 1, tzinfo=UTC))
    _put(feed, "title", title)
    _put(feed, "id", f"tag:{place},2024:briefgen")
    _put(feed, "updated", _moment(updated))
    author = ET.SubElement(feed, f"{{{_NS}}}author")
    _put(author, "name", title)
    _put(feed, "generator", "briefgen")
    for cutoff, brief in editions:
        feed.append(_entry(cutoff, brief, place, base))
    ET.indent(feed, " ")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(cutoff: datetime, brief: dict[str, Any], domain: str, base: str | None) -> ET.Element:
    """An edition: one id through all its revisions, by which readers show it as updated."""
    day = date.fromisoformat(brief["day"])
    entry = ET.Element(f"{{{_NS}}}entry")
    _put(entry, "title", f"{brief['title']}: {brief['date_label']}")
    _put(entry, "id", f"tag:{domain},{day.isoformat()}:briefgen/{brief['number']}")
    _put(entry, "published", _moment(cutoff))
    _put(entry, "updated", _moment(cutoff))
    address = http_url(f"{base.rstrip('/')}/brief-{day.isoformat()}.html") if base else None
    if address:
        ET.SubElement(entry, f"{{{_NS}}}link", rel="alternate", href=address)
    counts = ", ".join(f"{count['value']} {count['label']}" for count in brief["counts"])
    lines = [f"{brief['edition_label']}.", *brief["bottom_line"], brief["change"], f"{counts}."]
    _put(entry, "summary", " ".join(line for line in lines if line))
    return entry


def _put(parent: ET.Element, name: str, text: str) -> None:
    element = ET.SubElement(parent, f"{{{_NS}}}{name}")
    element.text = " ".join(clean(text).split())


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
