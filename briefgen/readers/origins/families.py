"""Documents → the same, with their origins: publisher families, agency copy, reprints.

Ten reprints of one wire story are one source. A document's origin is the family of the agency that
its dateline credits, else that of its publisher or address, else the document that it copies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from briefgen.knowledge.project import Family
from briefgen.model import BlockKind, Document
from briefgen.readers.origins.near_copies import near_copies

__all__ = ["with_origins"]

HEAD = 160
"""Characters of a first paragraph in which an agency is credited."""

_CREDIT = re.compile(r"\(([^()\d]{2,40})\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The families, by what betrays them."""

    publishers: dict[str, str]
    domains: dict[str, str]
    credits: dict[str, str]


def with_origins(documents: Sequence[Document], families: Sequence[Family]) -> tuple[Document, ...]:
    """The documents in the same order; the earliest of several copies gives the others' origin."""
    known = _Known(
        publishers={_plain(name): one.id for one in families for name in one.publishers},
        domains={domain.casefold(): one.id for one in families for domain in one.domains},
        credits={_plain(credit): one.id for one in families for credit in one.credits},
    )
    origins = [_family(document, known) for document in documents]
    for group in near_copies(documents):
        first = min(group, key=lambda index: (_published(documents[index]), index))
        credited = (origins[index] for index in sorted(group) if _credit(documents[index], known))
        origin = next(credited, None) or origins[first] or documents[first].id
        for index in group:
            origins[index] = origin
    return tuple(
        document
        if origin == document.source.origin
        else replace(document, source=replace(document.source, origin=origin))
        for document, origin in zip(documents, origins, strict=True)
    )


def _family(document: Document, known: _Known) -> str | None:
    source = document.source
    named = known.publishers.get(_plain(source.publisher)) if source.publisher else None
    return _credit(document, known) or named or _by_address(source.url, known)


def _credit(document: Document, known: _Known) -> str | None:
    """The agency that the head of the first paragraph credits: "KYIV, July 18 (Reuters) —"."""
    first = next((one for one in document.blocks if one.kind is BlockKind.PARAGRAPH), None)
    if first is None or not known.credits:
        return None
    head = document.text[first.start : min(first.end, first.start + HEAD)]
    found = (known.credits.get(_plain(match[1])) for match in _CREDIT.finditer(head))
    return next(filter(None, found), None)


def _by_address(url: str | None, known: _Known) -> str | None:
    """The family of an address's domain, or of one that it is a part of."""
    try:
        host = (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return None
    parts = host.casefold().split(".")
    domains = (".".join(parts[at:]) for at in range(len(parts)))
    return next((known.domains[domain] for domain in domains if domain in known.domains), None)


def _published(document: Document) -> float:
    dating = document.published
    start = dating.interval.start if dating is not None else None
    return start.timestamp() if start is not None else float("inf")


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
