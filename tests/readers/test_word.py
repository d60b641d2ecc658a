"""DOCX documents: headings, notes under days, event tables; what was deleted stays deleted."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from briefgen.model import Document
from briefgen.readers import Reading, ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Day"/>
<w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Lista"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr/></w:pPr></w:style>
</w:styles>"""
CORE = """<cp:coreProperties
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2019-01-01T00:00:00Z</dcterms:created>
<dcterms:modified>2026-03-13T17:05:00Z</dcterms:modified></cp:coreProperties>"""


def para(text: str, style: str = "", *, bold: bool = False) -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{styled}<w:r>{look}<w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(*body: str, core: str = CORE) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>"
        )
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("docProps/core.xml", core)
    return stream.getvalue()


def read_word(*body: str) -> Reading:
    return read_bytes(docx(*body), "note.docx", OPTIONS)


def parts_of(document: Document) -> list[tuple[str, str | None, str]]:
    dates = {row.start: row.date for row in document.rows}
    return [
        (block.kind.value, dates.get(block.start), document.text[block.start : block.end])
        for block in document.blocks
    ]


def test_what_stands_under_headings_that_are_days_is_notes_of_those_days() -> None:
    (document,) = read_word(
        para("The week in the strait", "Titel"),
        para("By Tamsin Orrey, 13 March 2026"),
        para("Thursday 12 March", "Own"),
        para("Six hours of talks ended with one page."),
        para("The ferry stayed in port.", "Lista"),
        para("Friday 13 March", bold=True),
        para("Eleven fishermen were released."),
    ).documents
    assert document.title == "The week in the strait"
    assert document.published is not None
    assert parts_of(document) == [
        ("heading", None, "Thursday 12 March"),
        ("item", "Thursday 12 March", "Thursday 12 March: Six hours of talks ended with one page."),
        ("item", "Thursday 12 March", "Thursday 12 March: The ferry stayed in port."),
        ("heading", None, "Friday 13 March"),
        ("item", "Friday 13 March", "Friday 13 March: Eleven fishermen were released."),
    ]
    (bound,) = document.bounds
    assert bound.latest == datetime(2026, 3, 13, 17, 5, tzinfo=UTC)


def test_headings_of_the_first_rank_part_articles() -> None:
    first, second = read_word(
        para("Depot burns", "Rubrik1"),
        para("BRASK, 12 March 2026 (Meridian Wire) — The depot burned."),
        para("Ferry stops", "Rubrik1"),
        para("The ferry stopped."),
        para("Passengers wait", "Rubrik2"),
        para("Forty waited."),
    ).documents
    assert (first.title, second.title) == ("Depot burns", "Ferry stops")
    assert parts_of(second)[-2:] == [
        ("heading", None, "Passengers wait"),
        ("paragraph", None, "Forty waited."),
    ]


MERGED = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + para("11/03/2026")
GOES_ON = "<w:tcPr><w:vMerge/></w:tcPr>" + para("")


def test_a_table_of_events_is_rows_and_any_other_is_items() -> None:
    log, wire, orders = read_word(
        para("The desk keeps this log."),
        table(
            (para("Date"), para("Event"), para("Source")),
            (MERGED, para("Guards fired."), para("Meridian Wire")),
            (GOES_ON, para("The cable was cut."), para("Observer")),
            (para("13/03/2026"), para("A drone was lost."), para("Observer")),
        ),
        table((para("Boat"), para("Crew")), (para("Corinna"), para("9"))),
        table((para("Only"),), (para("a frame"),)),
    ).documents
    assert parts_of(log) == [
        ("paragraph", None, "The desk keeps this log."),
        ("item", None, "Boat · Crew"),
        ("item", None, "Corinna · 9"),
        ("paragraph", None, "Only"),
        ("paragraph", None, "a frame"),
    ]
    assert (wire.source.publisher, parts_of(wire)) == (
        "Meridian Wire",
        [("item", "2026-03-11", "2026-03-11: Guards fired.")],
    )
    assert [one[1] for one in parts_of(orders)] == ["2026-03-11", "2026-03-13"]


def test_deleted_text_field_codes_and_notes_are_not_read() -> None:
    (document,) = read_word(
        "<w:p><w:r><w:t>Nine</w:t><w:tab/><w:t>boats</w:t></w:r><w:del><w:r><w:delText>ten</w:delText>"
        "</w:r></w:del><w:ins><w:r><w:t xml:space='preserve'> sailed</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText><w:footnoteReference/><w:t>.</w:t></w:r></w:p>"
    ).documents
    assert document.text == "Nine boats sailed."


DEEP = "<w:sdt><w:sdtContent>" * 300 + para("Deep.") + "</w:sdtContent></w:sdt>" * 300


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx("<w:p>"), "broken XML"),
        (docx(DEEP), "broken XML"),
        (docx(para("Fog."), core="<!DOCTYPE x []><x/>"), "XML with a document type"),
        (docx(para("Fog."))[:300], "no archive that can be opened"),
        (docx(), "empty: it holds no text"),
    ],
    ids=["broken", "deep", "entities", "cut", "empty"],
)
def test_a_bad_document_is_told(data: bytes, said: str) -> None:
    reading = read_bytes(data, "note.docx", OPTIONS)
    assert reading.documents == ()
    assert said in reading.notices[0].message


def test_properties_that_cannot_be_read_bound_nothing() -> None:
    for core in ("<x/>", "<x", CORE.replace("2026-03-13", "soon")):
        (document,) = read_bytes(docx(para("Fog fell."), core=core), "a.docx", OPTIONS).documents
        assert document.bounds == ()
