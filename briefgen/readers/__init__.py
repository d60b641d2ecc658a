"""file → Documents: decoding, splitting, dating, languages, sentences; one reader a format."""

from briefgen.readers.ingest import read_bytes, text_document
from briefgen.readers.registry import READERS, Reader
from briefgen.readers.shapes import Reading, ReadOptions
from briefgen.readers.sidecar import Sidecar, parse_sidecar
from briefgen.readers.sources import read

__all__ = [
    "READERS",
    "ReadOptions",
    "Reader",
    "Reading",
    "Sidecar",
    "parse_sidecar",
    "read",
    "read_bytes",
    "text_document",
]
