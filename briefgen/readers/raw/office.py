"""Office documents → XML that is safe to read, and when the file was last changed."""

from datetime import UTC, datetime
from typing import Any

from briefgen.errors import SourceError
from briefgen.knowledge.project import Limits
from briefgen.model import Bound
from briefgen.readers.raw.archives import Archive, part, stream

__all__ = ["office_bounds", "parse_xml", "refuse_bombs"]

PROPERTIES = "docProps/core.xml"
MODIFIED = "{http://purl.org/dc/terms/}modified"
DECLARED = b"<!DOCTYPE"
"""No office program writes one; what an XML bomb is made of stands in it."""


def refuse_bombs(archive: Archive, limits: Limits) -> None:
    """Raise SourceError for parts that unpack to too much, or declare entities."""
    size = 0
    for name in archive.entries:
        rest = b""
        for chunk in stream(archive, name, limits):
            size += len(chunk)
            if size > limits.unpacked_bytes:
                remedy = "raise unpacked_bytes under [limits] in briefgen.toml"
                raise SourceError(f"unpacks to too much; split it, or {remedy}")
            if DECLARED in rest + chunk:
                raise SourceError("XML with a document type, as in a bomb; save it again")
            rest = chunk[-len(DECLARED) :]


def parse_xml(data: bytes) -> Any:
    """The root element: no entities, no network, bounded depth. Raises SourceError."""
    from lxml import etree  # noqa: PLC0415 (20 ms, only for markup)

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"broken XML: {error}; save it again") from error
    if root is None:
        raise SourceError("broken XML: it is empty; save it again")
    return root


def office_bounds(archive: Archive, limits: Limits) -> tuple[Bound, ...]:
    """When the file was last changed, as its properties say: it tells of nothing later.

    When it was made says nothing: a template may be years older than what is written in it.
    """
    try:
        data = part(archive, PROPERTIES, limits)
        said = None if data is None else parse_xml(data).findtext(MODIFIED)
    except SourceError:
        return ()
    try:
        moment = datetime.fromisoformat((said or "").strip())
    except ValueError:
        return ()
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    why = f"its properties say that it was last changed {moment:%Y-%m-%d %H:%M}"
    return (Bound(latest=moment, why=why),)
