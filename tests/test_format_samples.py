"""The binary files of samples/formats: made here, and read as they lie there.

They are committed, so that a person can open them; `pytest tests/test_format_samples.py --accept`
makes them anew. Their bytes depend on the libraries that write them, so what is compared is what
briefgen reads in them.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from briefgen.readers import Reading, ReadOptions, read_bytes

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "samples/formats"
OPTIONS = ReadOptions(zone=UTC)
MADE = (2026, 4, 13, 18, 0, 0)
"""When all of them were made, as they say."""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/"
    "core-properties' xmlns:dcterms='http://purl.org/dc/terms/'>"
    "<dcterms:modified>2026-04-13T18:00:00Z</dcterms:modified></cp:coreProperties>"
)


def packed(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file with the same bytes each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def salvage_log() -> bytes:
    """Two sheets of the salvage company, and one that it hid: merged days, months, a formula."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Salvage"
    sheet.append(("Linden Maid: log of the salvage master",))
    sheet.append(("Date", "Time", "Place", "What", "Said by"))
    rows = (
        (date(2026, 4, 10), "14:00", "Divers find a tear of three metres in her hull."),
        (None, "17:30", "Four tonnes of fuel are pumped out."),
        (date(2026, 4, 11), "05:50", "A towing line parts; the tug Hestia turns back."),
        (date(2026, 4, 12), "06:40", "The tug Hestia pulls her off the rock."),
    )
    for number, (day, time, text) in enumerate(rows, 3):
        sheet.append((day, time, "Lantern Rock", text, "Peder Lomax, salvage master"))
        sheet.cell(number, 1).number_format = "dd.mm.yyyy"
    sheet.merge_cells("A3:A4")
    plans = book.create_sheet("Plans")
    plans.append(("When", "What", "Status"))
    plans.append((date(2026, 5, 1), "The hull is to be repaired at Lind Quay.", "scheduled"))
    plans.append(("by 30 April", "Report of the inquiry is due.", "deadline"))
    plans.append((date(2026, 4, 20), '=CONCATENATE("Old ","plan")', "scheduled"))
    plans.cell(2, 1).number_format = "mmm yyyy"
    book.create_sheet("Rates").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return packed({**files, "docProps/core.xml": CORE.encode()})


def paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def desk_note() -> bytes:
    """An analyst's note: text under days, and a table of events with their sources."""
    rows = (
        ("Date", "Place", "Event", "Source"),
        ("09/04/2026", "Kestrel Narrows", "Night traffic was stopped.", "Port Aven harbour board"),
        ("13/04/2026", "Ostervik", "The inquiry opened.", "Strait Maritime Commission"),
    )
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    body = "".join(
        (
            paragraph("Linden Maid: what we know", "Title"),
            paragraph("By Tamsin Orrey, 13 April 2026"),
            paragraph("Thursday 9 April", "Heading2"),
            paragraph("The lifeboat took off seven people at half past two in the morning."),
            paragraph("The harbour board says that four tonnes of fuel were lost."),
            paragraph("Friday 10 April", "Heading2"),
            paragraph("Sorrand’s coast guard put the loss at twelve tonnes."),
            "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>",
        )
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{told}"/></w:style>'
        for name, told in (("Title", "Title"), ("Heading2", "heading 2"))
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType="
        "'application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/word/document.xml' ContentType='{main}'/></Types>"
    )
    relations = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='r1' Target='word/document.xml' Type='http://schemas.openxmlformats.org/"
        "officeDocument/2006/relationships/officeDocument'/></Relationships>"
    )
    files = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "docProps/core.xml": CORE,
    }
    return packed({name: text.encode() for name, text in files.items()})


BULLETIN = """
<h1>Inquiry into the grounding of the Linden Maid</h1><main>
<p>OSTERVIK, 13 April 2026 — The Strait Maritime Commission opened its inquiry into the grounding
of the coaster Linden Maid on Monday. Its investigators will question the master on Wednesday.</p>
<p>The ship ran onto Lantern Rock on Wednesday night in dense fog. The Commission found that
the foghorn was silent from ten o’clock; the harbour board had reported insufficient pressure in
March.</p>
<p>About twenty-three ships waited at the two ends of the strait over the weekend. Night traffic is
to reopen on Tuesday, the harbour board said.</p>
<p>Sorrand’s coast guard said on Friday that twelve tonnes of fuel were lost. The harbour board
counts four. The Commission will publish its own figure with its report, which is due by
30 April.</p>
<h2>What the crew said</h2>
<p>The mate told the Commission’s officials that he saw no light and heard no horn. The crew of
seven were taken off by the Sallow Bay lifeboat and slept in the school.</p>
<p>The first attempt to pull the ship off failed on Saturday, when a line parted. The tug Hestia
took her off on Sunday morning and brought her to Sallow Bay.</p></main>"""


def bulletin() -> bytes:
    """Two columns with parted words, under a running head, above page numbers."""
    from weasyprint import HTML  # noqa: PLC0415 (2 s, only here)

    font = (ROOT / "templates/fonts/SourceSerif4-Regular.ttf").as_uri()
    style = f"""
    @font-face {{ font-family: Serif; src: url({font}) }}
    @page {{ size: 148mm 105mm; margin: 18mm 14mm; @top-center {{
      content: "Strait Maritime Commission · Bulletin 8/2026" }}
      @bottom-center {{ content: counter(page) " / " counter(pages) }} }}
    html {{ font: 9.5pt Serif; hyphens: auto; text-align: justify }} h1 {{ text-align: left }}
    main {{ columns: 2; column-gap: 6mm }} h2 {{ font-size: 13pt }}"""
    head = (
        f"<meta name='dcterms.modified' content='2026-04-13T18:00:00+00:00'><style>{style}</style>"
    )
    page = f"<html lang='en'><head>{head}</head><body>{BULLETIN}</body></html>"
    data = HTML(string=page).write_pdf()
    assert isinstance(data, bytes)
    return data


def week() -> bytes:
    """A folder as somebody packed it: a page with its sidecar, notes, and an archive in it."""
    tug = (
        b"Tug Leaves for Lantern Rock\n\n\nThe tug Hestia left Port Aven for Lantern Rock at noon "
        b"on Friday. She is to pull the Linden Maid off on Saturday, the harbour board said.\n"
    )
    notes = b"- 8 April 2026: fog over the strait.\n- since 9 April 2026: no traffic at night.\n"
    return packed(
        {
            "friday/tug.txt": tug,
            "friday/tug.meta.yaml": b"publisher: The Port Aven Courier\npublished: 2026-04-10\n",
            "friday/rock.jpg": b"\xff\xd8\xff\xe0 no picture",
            "older.zip": packed({"notes.md": notes}),
        }
    )


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "salvage-log.xlsx": salvage_log,
    "desk-note.docx": desk_note,
    "bulletin.pdf": bulletin,
    "week.zip": week,
}


def said(reading: Reading) -> list[object]:
    """What was read, but for the bytes that it was read from."""
    documents = [
        (one.title, one.text, one.rows, one.published, one.bounds, one.source.path)
        for one in reading.documents
    ]
    return [*documents, *(notice.message for notice in reading.notices)]


@pytest.mark.parametrize("name", SAMPLES)
def test_what_lies_there_is_what_is_made_here(name: str, accept: bool) -> None:
    made = SAMPLES[name]()
    path = FOLDER / name
    if accept:
        path.write_bytes(made)
    assert said(read_bytes(made, name, OPTIONS)) == said(
        read_bytes(path.read_bytes(), name, OPTIONS)
    )


def test_they_were_changed_when_they_say() -> None:
    for name in ("salvage-log.xlsx", "desk-note.docx", "bulletin.pdf"):
        reading = read_bytes((FOLDER / name).read_bytes(), name, OPTIONS)
        assert {bound.latest for one in reading.documents for bound in one.bounds} == {
            datetime(*MADE, tzinfo=UTC)
        }
