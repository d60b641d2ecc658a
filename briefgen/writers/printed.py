"""Briefing → PDF: the print template laid out by WeasyPrint, as PDF/A-3a and PDF/UA-1."""

import hashlib
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any

from briefgen.errors import TemplateError, WriterError
from briefgen.writers.exports.table import export_all
from briefgen.writers.order import Order
from briefgen.writers.templating import asset, bundled, render
from briefgen.writers.text import context

__all__ = ["AMBIGUOUS", "VARIANT", "page_of", "pdf"]

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""Debian's packages of the libraries that WeasyPrint loads."""
VARIANT = "pdf/a-3a"
SCHEME = "asset:/"
AMBIGUOUS = b"\r\nendstream"
"""The end of a stream whose last byte some readers take for a part of the line's end."""
PADDINGS = 8

log = logging.getLogger(__name__)


def pdf(order: Order) -> bytes:
    """Tagged, with outline and links, the chronology attached; the same bytes every time.

    Raises TemplateError, and WriterError where a system library is missing or layout fails.
    """
    page, created = page_of(order), _created(order)
    with _quiet():
        engine = _engine()
        try:
            return _lay_out(engine, page, _attached(order), created)
        except (
            engine.urls.FatalURLFetchingError,
            ArithmeticError,
            LookupError,
            OSError,
            RecursionError,
            TypeError,
            ValueError,
        ) as error:
            raise WriterError(f"the PDF cannot be laid out: {error!r}") from error


def page_of(order: Order) -> str:
    """The HTML that is laid out. Raises TemplateError."""
    return render(
        "print.html.j2",
        order.project.templates,
        {
            **context(order),
            "page": order.project.paper.page,
            "created": _created(order).strftime("%Y-%m-%dT%H:%M:%SZ"),
        },
    )


def _created(order: Order) -> datetime:
    """The cut-off is the date of the file and of all in it."""
    return order.briefing.cutoff.astimezone(UTC).replace(microsecond=0)


def _engine() -> Any:
    """The weasyprint package. Raises WriterError where its libraries are missing."""
    try:
        import weasyprint  # noqa: PLC0415 (weasyprint takes 2 s)
    except OSError as error:
        raise WriterError(
            f"the PDF needs system libraries that are missing ({error}); "
            f"on Debian or Ubuntu: apt install {PACKAGES}; or ask for other formats with --to"
        ) from error
    return weasyprint


def _attached(order: Order) -> tuple[tuple[str, str, bytes], ...]:
    """Name, description and content of each file within the PDF."""
    table = export_all(("csv",), order.chronology, order.project)["csv"]
    return (
        (
            "chronology.json",
            "The chronology as JSON (briefgen.chronology/1)",
            order.made["json"],
        ),
        ("chronology.csv", "The chronology as a table, a row an event (RFC 4180)", table),
    )


def _lay_out(
    engine: Any, page: str, files: Sequence[tuple[str, str, bytes]], created: datetime
) -> bytes:
    """Pages laid out once, written until no stream's end can be misread (once, as a rule)."""
    options = {
        "pdf_variant": VARIANT,
        "pdf_tags": True,
        "pdf_identifier": hashlib.sha256(page.encode()).digest()[:16],
    }
    document = engine.HTML(string=page, url_fetcher=_assets(engine)).render(**options)
    data = b""
    for padding in range(PADDINGS):
        attachments = [
            engine.Attachment(  # its source can be read once only
                string=content,
                name=name,
                description=description,
                created=created,
                modified=created,
                relationship="Data",
            )
            for name, description, content in files
        ]
        finisher = partial(_finish, padding)
        data = bytes(document.write_pdf(finisher=finisher, attachments=attachments, **options))
        if AMBIGUOUS not in data:
            break
    return data


def _assets(engine: Any) -> Any:
    """A fetcher of bundled fonts and of nothing else: no file, no network."""
    fatal, response = engine.urls.FatalURLFetchingError, engine.urls.URLFetcherResponse

    class Assets(engine.urls.URLFetcher):  # type: ignore[misc]  # weasyprint is untyped
        """``asset:/NAME`` → a file of ``templates/fonts``."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            del headers
            if not url.startswith(SCHEME):
                raise fatal(f"a brief may load bundled assets only, not {url[:80]}")
            try:
                return response(url, asset(url), {"Content-Type": "font/ttf"})
            except TemplateError as error:
                raise fatal(str(error)) from error

    return Assets()


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
    theirs = [
        logging.getLogger(name) for name in ("weasyprint", "weasyprint.progress", "fontTools")
    ]
    state = [(logger, logger.handlers[:], logger.propagate) for logger in theirs]
    for logger in theirs:
        logger.handlers, logger.propagate = [_Relay()], False
    try:
        with warnings.catch_warnings():
            # WeasyPrint 70 leaves its colour profile open until it is collected.
            warnings.simplefilter("ignore", ResourceWarning)
            yield
    finally:
        for logger, handlers, propagate in state:
            logger.handlers, logger.propagate = handlers, propagate


class _Relay(logging.Handler):
    """Records of another library → our debug log."""

    def emit(self, record: logging.LogRecord) -> None:
        """Pass the message on."""
        log.debug("%s: %s", record.name, record.getMessage())
