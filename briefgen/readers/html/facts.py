"""Element tree of a page → Facts: title, standfirst, publisher, address and language."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.readers.chrome import plain
from briefgen.readers.raw.decode import tidy

__all__ = ["Facts", "json_ld", "meta", "page_facts"]

JSON_LENGTH = 2_000_000
"""Characters of one JSON-LD script that are read."""
JSON_DEPTH = 12
ARTICLE_TYPES = ("article", "posting", "report", "webpage", "newsarticle")
"""Endings of the schema.org types that speak of the page, lower case."""

_SITE_END = re.compile(r"\s+(?:[|•·–—»]|-|::)\s+[^|•·–—»]{2,40}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of itself."""

    title: str | None = None
    standfirst: str | None = None
    """Its description, where the page shows the same words to its readers."""
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def page_facts(root: Any) -> Facts:
    """All that a page says of itself but its date."""
    told = meta(root)
    entries = [entry for entry in json_ld(root) if _is_article(entry)]
    publisher = told.get("og:site_name") or _named(entries, "publisher")
    description = _text(entries, "description") or told.get("og:description")
    description = description or told.get("description")
    return Facts(
        title=_title(root, told, entries, publisher),
        standfirst=description if description and _shown(root, description) else None,
        publisher=publisher or told.get("application-name"),
        url=_address(root, told, entries),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def meta(root: Any) -> Mapping[str, str]:
    """The page's ``<meta>`` elements: lower-case name → content, the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _line(element.get("content"))
        if name and content:
            found.setdefault(name.strip().casefold(), content)
    return found


def json_ld(root: Any) -> list[Mapping[str, Any]]:
    """The tables of the page's JSON-LD scripts, nested ones too, in page order."""
    found: list[Mapping[str, Any]] = []
    for script in root.iter("script"):
        kind = (script.get("type") or "").casefold()
        if "ld+json" not in kind or not script.text or len(script.text) > JSON_LENGTH:
            continue
        try:
            raw = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        found.extend(_tables(raw, JSON_DEPTH))
    return found


def _tables(raw: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth == 0:
        return
    if isinstance(raw, dict):
        yield raw
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _tables(raw.get(key), depth - 1)
    elif isinstance(raw, list):
        for item in raw:
            yield from _tables(item, depth - 1)


def _is_article(entry: Mapping[str, Any]) -> bool:
    kinds = entry.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.casefold().endswith(ARTICLE_TYPES) for kind in kinds)


def _title(
    root: Any, told: Mapping[str, str], entries: list[Mapping[str, Any]], site: str | None
) -> str | None:
    """The page's one h1, else its headline; never the site's name, alone or behind it."""
    element = next(root.iter("title"), None)
    whole = _line("".join(element.itertext())) if element is not None else None
    end = _SITE_END.search(whole) if whole else None
    lines = [_line("".join(one.itertext())) for one in root.iter("h1")]
    named = next((line for line in lines if line and end and plain(line) == plain(end[0])), None)
    site = site or named
    headings = [line for line in lines if line and line not in {named, site}]
    if len(headings) == 1:
        return headings[0]
    declared = _text(entries, "headline") or told.get("og:title") or told.get("twitter:title")
    if declared:
        same = [heading for heading in headings if plain(heading) == plain(declared)]
        return same[0] if same else _without_site(declared, site)
    if headings:
        return headings[0]
    return _without_site(whole, site) if whole else None


def _without_site(title: str, site: str | None) -> str:
    if site and title.casefold().endswith(site.casefold()):
        return title[: -len(site)].rstrip(" |•·–—»:-") or title
    return _SITE_END.sub("", title) if len(title.split()) > 5 else title


def _address(root: Any, told: Mapping[str, str], entries: list[Mapping[str, Any]]) -> str | None:
    links = (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    for address in (*links, told.get("og:url"), _text(entries, "url")):
        if address and address.strip().startswith(("http://", "https://")):
            return str(address).strip()
    return None


def _named(entries: list[Mapping[str, Any]], key: str) -> str | None:
    for entry in entries:
        value = entry.get(key)
        value = value[0] if isinstance(value, list) and value else value
        name = value.get("name") if isinstance(value, dict) else value
        if isinstance(name, str) and _line(name):
            return _line(name)
    return None


def _text(entries: list[Mapping[str, Any]], key: str) -> str | None:
    for entry in entries:
        value = entry.get(key)
        if isinstance(value, str) and _line(value):
            return _line(value)
    return None


def _shown(root: Any, text: str) -> bool:
    """Whether one element of the page shows exactly these words."""
    told = plain(text)
    return any(
        plain("".join(element.itertext())) == told
        for element in root.iter("p", "h2", "h3")
        if len(element) <= 3
    )


def _line(text: str | None) -> str | None:
    return " ".join(tidy(text).split()) or None if text else None
