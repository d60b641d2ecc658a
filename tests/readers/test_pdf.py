"""PDF files: what a reader of the page reads, in that order, without what every page repeats."""

import io
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from briefgen.knowledge.project import Limits
from briefgen.model import BlockKind, Document, to_edtf
from briefgen.readers import Reading, ReadOptions, read_bytes
from briefgen.readers.typed.layout import Box, Line
from briefgen.readers.typed.passages import read_passages

OPTIONS = ReadOptions(zone=UTC)
FONTS = Path(__file__).parents[2] / "templates/fonts"
FRAME = """
@font-face { font-family: Reading; src: url(asset:Source.ttf) }
@page {
  size: A5; margin: 20mm;
  @top-center { content: "Strait Desk · Weekly Digest No. 11" }
  @bottom-left { content: "For the desk only" }
  @bottom-right { content: "Page " counter(page) " of " counter(pages) }
}
html { font: 11pt Reading; hyphens: auto; text-align: justify }
"""
STORY = (
    "VELHAVEN, 12 March 2026 — The harbour office of Kaldra said on Thursday that the final "
    "inspection of the fishing fleet was finished, and that the flooding of its offices had been "
    "insufficiently reported. Officials affirmed the difficult efforts of the staff."
)
SECOND = (
    "A representative of the international commission described the circumstances as "
    "extraordinarily unfortunate. Several vessels were redirected northward."
)


@cache
def printed(body: str, style: str = "", head: str = "") -> bytes:
    from weasyprint import HTML  # noqa: PLC0415 (2 s, only for these tests)

    font = next(FONTS.glob("*erif*Regular*")).as_uri()
    css = FRAME.replace("asset:Source.ttf", font) + style
    page = f"<html lang='en'><head>{head}<style>{css}</style></head><body>{body}</body></html>"
    data = HTML(string=page).write_pdf()
    assert isinstance(data, bytes)
    return data


def blocks_of(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def told_about(reading: Reading) -> list[str]:
    return [notice.message for notice in reading.notices]


def test_words_parted_at_line_ends_are_whole_and_page_frames_are_out() -> None:
    numbered = [f"{SECOND[:-1]} on day {number}." for number in range(14)]
    body = f"<h1>Fleet inspection ends at Kaldra</h1><p>{STORY}</p><h2>The crossing</h2>" + "".join(
        f"<p>{text}</p>" for text in numbered
    )
    (document,) = read_bytes(printed(body), "digest.pdf", OPTIONS).documents
    assert blocks_of(document) == [
        ("title", "Fleet inspection ends at Kaldra"),
        ("paragraph", STORY),
        ("heading", "The crossing"),
        *(("paragraph", text) for text in numbered),
    ]
    assert document.published is not None
    assert document.published.why == 'its dateline says "12 March 2026"'


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        ("It was insufficiently told.", "insufficiently"),
        ("A long-range drone fell.", "long-range"),
        ("At long last, the range was shut.", "long-range"),
        ("It was told.", "longrange"),
    ],
)
def test_a_hyphen_at_a_line_s_end_stays_where_the_document_has_it_elsewhere(
    elsewhere: str, told: str
) -> None:
    first, second = ("insuffi-", "ciently") if told == "insufficiently" else ("long-", "range")
    lines = [f"He called it a {first}", f"{second} told drone.", f"x {elsewhere} x"]
    page = [
        Line(
            box=Box(left=0, right=100, bottom=-12.0 * n, top=10 - 12.0 * n, text=line, size=10),
            column=(0, 100),
        )
        for n, line in enumerate(lines)
    ]
    assert f"a {told} told" in read_passages([page])[0].text


BULLETIN = (
    (
        "Fire at pier four put out",
        "SALLOW BAY, 18 September 2031 – Pier four burned until noon.",
    ),
    ("Patrol boats fired on", "KALDRA, 19 September 2031 – Two boats were fired on overnight."),
)


def test_a_bulletin_in_columns_under_a_running_head_comes_apart_at_its_datelines() -> None:
    stories = "".join(f"<h2>{title}</h2><p>{text} {SECOND}</p>" for title, text in BULLETIN)
    style = """
    @page { size: A4; @top-left { content: "Strait Bulletin" } @top-right { content: "No. 38" } }
    html { line-height: 1.5 } main { columns: 2; column-gap: 9mm } h1 { font-size: 20pt }
    """
    body = f"<h1>Weekly bulletin</h1><main>{stories}</main>"
    documents = read_bytes(printed(body, style), "bulletin.pdf", OPTIONS).documents
    assert [title for title, _ in BULLETIN] == [one.title for one in documents]
    assert [f"{text} {SECOND}" for _, text in BULLETIN] == [
        next(text for kind, text in blocks_of(one) if kind == "paragraph") for one in documents
    ]
    assert ["2031-09-18", "2031-09-19"] == [
        to_edtf(one.published.interval) for one in documents if one.published
    ]


def test_columns_are_read_one_after_the_other() -> None:
    body = f"<h1>Fleet inspection ends</h1><main><p>{STORY}</p><p>{SECOND}</p></main>"
    style = "@page { size: A4 } main { columns: 2; column-gap: 8mm }"
    (document,) = read_bytes(printed(body, style), "digest.pdf", OPTIONS).documents
    assert [text for kind, text in blocks_of(document) if kind == "paragraph"][-2:] == [
        STORY,
        SECOND,
    ]


def test_a_table_of_events_is_rows_and_a_list_is_items() -> None:
    rows = "".join(
        f"<tr><td>{day}/03/2026</td><td>Kaldra</td><td>{text}</td></tr>"
        for day, text in ((9, "Four boats were seized."), (13, SECOND))
    )
    body = (
        "<h1>Log of the strait</h1><table><tr><th>Date</th><th>Place</th><th>What</th></tr>"
        f"{rows}</table><ul><li>Fog on Monday.</li><li>Rain on Tuesday.</li></ul>"
    )
    style = (
        "table { width: 100% } td { padding: 2mm; text-align: left } td:first-child { width: 20mm }"
    )
    reading = read_bytes(printed(body, style), "log.pdf", OPTIONS)
    prose, table = reading.documents
    assert [(row.date, row.place, table.text[row.start : row.end]) for row in table.rows] == [
        ("2026-03-09", "Kaldra", "2026-03-09: Four boats were seized."),
        ("2026-03-13", "Kaldra", f"2026-03-13: {SECOND}"),
    ]
    assert [text for kind, text in blocks_of(prose) if kind == "item"] == [
        "Fog on Monday.",
        "Rain on Tuesday.",
    ]


def test_dates_of_the_file_bound_and_date_nothing() -> None:
    head = "<meta name='dcterms.modified' content='2026-03-13T17:05:00+01:00'>"
    (document,) = read_bytes(printed("<p>Fog fell.</p>", head=head), "a.pdf", OPTIONS).documents
    assert document.published is None
    (bound,) = document.bounds
    assert bound.latest == datetime(2026, 3, 13, 16, 5, tzinfo=UTC)


def test_a_scan_is_told() -> None:
    svg = "<svg width='50' height='50'><rect width='50' height='50'/></svg>"
    style = "@page { @top-center { content: none } @bottom-left { content: none }"
    data = printed(svg, style + "@bottom-right { content: none } }")
    reading = read_bytes(data, "scan.pdf", OPTIONS)
    assert reading.documents == ()
    (said,) = told_about(reading)
    assert said.startswith("scan.pdf: a scan: 1 page without any text; run it through OCR")


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed("<p>Fog fell.</p>"))))
    writer.encrypt("a word", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (locked(), "locked with a password; save it without one"),
        (b"%PDF-1.7\n%nothing follows", "no PDF that can be read"),
        (printed("<p>Fog fell.</p>")[:900], "no PDF that can be read"),
    ],
    ids=["locked", "empty", "cut"],
)
def test_a_bad_pdf_is_told(data: bytes, said: str) -> None:
    reading = read_bytes(data, "a.pdf", OPTIONS)
    assert reading.documents == ()
    assert said in told_about(reading)[0]


def test_pages_over_the_limit_are_told() -> None:
    body = "<p style='break-after: page'>Fog fell on Monday.</p>" * 4
    options = replace(OPTIONS, limits=Limits(pages=2))
    reading = read_bytes(printed(body), "a.pdf", options)
    assert told_about(reading) == ["a.pdf: only its first 2 of 4 pages are read; split it"]


def test_what_is_no_pdf_but_called_one_is_read_as_what_it_is() -> None:
    page = (
        b"<!doctype html><html><body><h1>Fog</h1><p>The fog fell on the harbour.</p></body></html>"
    )
    (document,) = read_bytes(page, "a.pdf", OPTIONS).documents
    assert document.source.format == "html"
    assert BlockKind.PARAGRAPH in {block.kind for block in document.blocks}


def test_without_the_extra_for_pdf_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    reading = read_bytes(printed("<p>Fog fell.</p>"), "a.pdf", OPTIONS)
    assert told_about(reading) == [
        "a.pdf: reading PDF needs pypdfium2: pip install 'briefgen[office]'"
    ]
