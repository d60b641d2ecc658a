"""Briefing → PDF: the print template laid out by WeasyPrint, as PDF/A-3a and PDF/UA-1."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from briefgen.errors import WriterError
from briefgen.writers.order import Order
from briefgen.writers.templating import asset, bundled, render
from briefgen.writers.text import context

if TYPE_CHECKING:
    from weasyprint import HTML, Attachment

__all__ = ["pdf"]

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""Debian's packages of the libraries that WeasyPrint loads."""
VARIANT = "pdf/a-3a"
SCHEME = "asset:/"
AMBIGUOUS = b"\r\nendstream"
"""The end of a stream whose last byte some readers take for a part of the line's end."""
PADDINGS = 8

log = logging.getLogger(__name__)


def pdf(order: Order) -> bytes:
    """A4, tagged, with outline and links, chronology.json attached; the same bytes every time.

    Raises TemplateError, and WriterError where a system library is missing or layout fails.
    """
    created = order.briefing.cutoff.astimezone(UTC).replace(microsecond=0)
    page = render(
        "print.html.j2",
        order.project.templates,
        {**context(order), "created": created.strftime("%Y-%m-%dT%H:%M:%SZ")},
    )
    identifier = hashlib.sha256(page.encode()).digest()[:16]
    with _quiet():
        source, attachment = _load(page, order.made["json"], created)
        try:
            document = source.render(pdf_variant=VARIANT, pdf_tags=True)
            for padding in range(PADDINGS):
                data = bytes(
                    document.write_pdf(
                        pdf_variant=VARIANT,
                        pdf_tags=True,
                        pdf_identifier=identifier,
                        attachments=[attachment],
                        finisher=partial(_finish, padding),
                    )
                )
                if AMBIGUOUS not in data:
                    break
        except (ArithmeticError, LookupError, OSError, TypeError, ValueError) as error:
            raise WriterError(f"the PDF cannot be laid out: {error!r}") from error
    return data


def _load(page: str, chronology: bytes, created: datetime) -> "tuple[HTML, Attachment]":
    """WeasyPrint's document of the page and its attachment. Raises WriterError without pango."""
    try:
        from weasyprint import HTML, Attachment  # noqa: PLC0415 (weasyprint takes 2 s)
        from weasyprint.urls import (  # noqa: PLC0415 (the same)
            FatalURLFetchingError,
            URLFetcher,
            URLFetcherResponse,
        )
    except OSError as error:
        raise WriterError(
            f"the PDF needs system libraries that are missing ({error}); "
            f"on Debian or Ubuntu: apt install {PACKAGES}; or ask for other formats with --to"
        ) from error

    class Assets(URLFetcher):  # type: ignore[misc]  # weasyprint is untyped
        """Bundled fonts and nothing else: no file, no network."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            del headers
            if not url.startswith(SCHEME):
                raise FatalURLFetchingError(f"a brief may load bundled assets only, not {url[:80]}")
            return URLFetcherResponse(url, asset(url), {"Content-Type": "font/ttf"})

    attachment = Attachment(
        string=chronology,
        name="chronology.json",
        description="The chronology as JSON (briefgen.chronology/1)",
        created=created,
        modified=created,
        relationship="Data",
    )
    return HTML(string=page, url_fetcher=Assets()), attachment


def _finish(padding: int, _document: Any, pdf: Any) -> None:
    """Declare PDF/UA-1 beside PDF/A-3a, and leave no stream's length open to two readings.

    The metadata must lie open for both declarations. A compressed stream that happens to end in
    a carriage return is stored as it is; objects in a stream of their own are shifted by padding.
    """
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.compress = False
    declaration = (bundled() / "pdfua.xml").read_bytes().strip()
    end = b"</rdf:RDF>"
    metadata.stream = [
        part.replace(end, declaration + end) if isinstance(part, bytes) else part
        for part in metadata.stream
    ]
    for item in pdf.objects:
        if getattr(item, "compress", False) and item.data.endswith(AMBIGUOUS):
            item.compress = False
    if padding:
        pdf.info["Padding"] = padding


@contextmanager
def _quiet() -> Iterator[None]:
    """WeasyPrint's remarks go to our own log, not to the terminal."""
    theirs = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    handler = _Relay()
    state = [(logger, logger.handlers[:], logger.propagate) for logger in theirs]
    for logger in theirs:
        logger.handlers, logger.propagate = [handler], False
    try:
        yield
    finally:
        for logger, handlers, propagate in state:
            logger.handlers, logger.propagate = handlers, propagate


class _Relay(logging.Handler):
    """Records of another library → our debug log."""

    def emit(self, record: logging.LogRecord) -> None:
        """Pass the message on."""
        log.debug("%s: %s", record.name, record.getMessage())
