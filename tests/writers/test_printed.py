"""The PDF: tagged, with outline, links and attachment; reads nothing but its own fonts."""

import builtins
import csv
import logging
import re
import sys
import unicodedata
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import page
import pytest
from pypdf import PdfReader

from briefgen.editor import compose
from briefgen.errors import WriterError
from briefgen.knowledge.paper import Paper
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology
from briefgen.writers import chronology_json, write
from briefgen.writers.printed import AMBIGUOUS


@pytest.fixture(scope="module")
def data(briefing: Briefing, day: Chronology, project: Project) -> bytes:
    return write("pdf", briefing, day, project)


@pytest.fixture(scope="module")
def pdf(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def titles(outline: Any) -> list[str]:
    found: list[str] = []
    for item in outline:
        found += titles(item) if isinstance(item, list) else [item.title]
    return found


def test_is_a4_and_numbered(pdf: PdfReader) -> None:
    pages = len(pdf.pages)
    assert 2 <= pages <= 6
    for number, sheet in enumerate(pdf.pages, 1):
        assert (595, 842) == (round(sheet.mediabox.width), round(sheet.mediabox.height))
        assert f"{number} / {pages}" in sheet.extract_text()


def test_letter_is_a_setting(day: Chronology, project: Project, briefing: Briefing) -> None:
    letter = replace(project, paper=Paper(page="letter"))
    sheets = {
        (round(page.mediabox.width), round(page.mediabox.height))
        for page in PdfReader(BytesIO(write("pdf", briefing, day, letter))).pages
    }
    assert {(612, 792)} == sheets


SCRIPTS = {
    "Cyrillic": "Краматорськ і Ґалаґан",
    "Greek": "Αλεξανδρούπολη",
    "Latin": "Żółć, Şırnak, Đakovo",
    "Arabic": "المتحدث الرسمي",
}


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_every_script_is_drawn_with_its_own_letters(
    script: str, day: Chronology, project: Project
) -> None:
    """No glyph of a line is .notdef, and the letters come out of the PDF as they went in."""
    told = SCRIPTS[script]
    events = (replace(day.events[0], headline=f"A note read {told}"), *day.events[1:])
    named = replace(day, events=events)
    data = write("pdf", compose(named, project), named, project)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    letters = unicodedata.normalize("NFKC", re.sub(r"[\s\u00ad-]", "", text))
    words = [unicodedata.normalize("NFKC", word) for word in told.replace(",", "").split()]
    assert [] == [word for word in words if word not in letters and word[::-1] not in letters]


def test_a_validator_of_both_standards_finds_nothing(data: bytes) -> None:
    for profile in ("3a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert [] == [str(failure) for failure in report.failures], profile
        assert report.is_compliant


def test_outline_names_every_section(pdf: PdfReader, briefing: Briefing) -> None:
    expected = [s.title for s in briefing.sections if s.kind != "text"]
    outline = titles(pdf.outline)
    assert briefing.title == outline[0]
    assert expected == [title for title in outline if title in expected]


def test_entries_and_sources_link_to_each_other(pdf: PdfReader, briefing: Briefing) -> None:
    targets = {
        str(note.get_object()["/Dest"])
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if "/Dest" in note.get_object()
    }
    cited = {number for entry in briefing.entries() for number in entry.sources}
    assert {f"s{number}" for number in cited} <= targets
    assert {entry.anchor for entry in briefing.entries()} <= targets


def test_the_chronology_is_attached(pdf: PdfReader, day: Chronology) -> None:
    attached = dict(pdf.attachments)
    assert ["chronology.csv", "chronology.json"] == sorted(attached)
    assert [chronology_json(day)] == attached["chronology.json"]
    (table,) = attached["chronology.csv"]
    assert 1 + len(day.events) + len(day.undated) == len(list(csv.reader(StringIO(table.decode()))))
    root: Any = pdf.trailer["/Root"]
    assert {"/Data"} == {file.get_object()["/AFRelationship"] for file in root["/AF"]}


def test_declares_its_standards_and_language(data: bytes, pdf: PdfReader) -> None:
    assert b"<pdfaid:part>3</pdfaid:part>" in data or b'pdfaid:part="3"' in data
    assert b'pdfuaid:part="1"' in data
    root: Any = pdf.trailer["/Root"]
    assert "en" == root["/Lang"]
    assert root["/MarkInfo"]["/Marked"]
    assert AMBIGUOUS not in data


def test_every_font_is_embedded_and_ours(pdf: PdfReader) -> None:
    pages: list[Any] = list(pdf.pages)
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names
    assert all(name.startswith(("Source-", "SourceS", "Amiri")) for name in names), names


def test_metadata_comes_from_the_brief_not_the_clock(pdf: PdfReader, briefing: Briefing) -> None:
    assert pdf.metadata is not None
    assert briefing.cutoff == pdf.metadata.creation_date
    assert f"{briefing.title} – {briefing.date_label}" == pdf.metadata.title


@pytest.mark.parametrize(
    "element",
    [
        '<img alt="" src="file:///etc/passwd">',
        '<img alt="" src="http://127.0.0.1:9/x.png">',
        '<img alt="" src="data:image/svg+xml,&lt;svg/&gt;">',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        '<img alt="" src="asset:/none.ttf">',
    ],
)
def test_a_template_can_load_nothing_else(
    element: str, tmp_path: Path, day: Chronology, project: Project, briefing: Briefing
) -> None:
    page = f'<html lang="en"><head><title>x</title></head><body><h1>x</h1>{element}</body></html>'
    (tmp_path / "print.html.j2").write_text(page, encoding="utf-8")
    with pytest.raises(WriterError, match=r"bundled assets only|no bundled asset"):
        write("pdf", briefing, day, replace(project, templates=tmp_path))


def test_missing_libraries_are_named(
    briefing: Briefing, day: Chronology, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without_pango(name: str, *arguments: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(WriterError, match=r"apt install libpango-1\.0-0 libpangoft2-1\.0-0"):
        write("pdf", briefing, day, project)


def test_weasyprints_remarks_stay_off_the_terminal(
    invented: Any,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    day, project = invented.one_event_day(), replace(invented.PROJECT, templates=tmp_path)
    page = (
        '<html lang="en"><head><title>x</title><style>p{foo:bar}</style></head>'
        "<body><h1>x</h1></body></html>"
    )
    (tmp_path / "print.html.j2").write_text(page, encoding="utf-8")
    with caplog.at_level(logging.DEBUG, logger="briefgen.writers.printed"):
        write("pdf", compose(day, project), day, project)
    assert "" == capfd.readouterr().err
    assert any("foo" in record.getMessage() for record in caplog.records)
    assert "weasyprint" in sys.modules


def test_a_day_of_one_event_fits_two_pages(project: Project, invented: Any) -> None:
    one = invented.one_event_day()
    reader = PdfReader(BytesIO(write("pdf", compose(one, project), one, project)))
    assert len(reader.pages) <= 2


def test_a_pdf_is_written_again_while_a_stream_ends_ambiguously(
    monkeypatch: pytest.MonkeyPatch, briefing: Briefing, day: Chronology, project: Project
) -> None:
    monkeypatch.setattr("briefgen.writers.printed.AMBIGUOUS", b"%PDF")  # every file starts so
    monkeypatch.setattr("briefgen.writers.printed.PADDINGS", 3)
    again = PdfReader(BytesIO(write("pdf", briefing, day, project)))
    assert {"chronology.json", "chronology.csv"} == set(again.attachments)
