"""Every format of an edition tells the same events in the same order; no bare weekday of ours."""

import ctypes
import email
import email.policy
import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from markdown_it import MarkdownIt

from briefgen import pipeline, writers
from briefgen.knowledge import load_project
from briefgen.knowledge.locale import load_locale
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology
from briefgen.model.briefing import to_plain
from briefgen.readers import ReadOptions
from briefgen.writers.escape import clean

SAMPLES = Path(__file__).parent.parent.parent / "samples"
WEEKS = {"kestrel-strait": "inbox", "real-map": "inbox", "two-days": "tuesday"}
FORMATS = ("md", "html", "eml", "pdf", "json", "briefing")
READ = ("md", "html", "mail text", "mail html", "pdf")
SOURCES_WORDS = {"quote", "said", "claims", "path", "url"}
"""Fields that hold what others wrote."""


@cache
def edition(week: str) -> tuple[Briefing, Chronology, Project]:
    project = load_project(SAMPLES / week / "briefgen.toml")
    options = ReadOptions(zone=project.zone, language=project.language, limits=project.limits)
    reading = pipeline.read([SAMPLES / week / WEEKS[week]], options)
    day = pipeline.day_of(reading.documents, project)
    assert day is not None
    chronology = pipeline.chronicle(reading, project, day)
    return pipeline.brief(chronology, project), chronology, project


@cache
def made(week: str) -> dict[str, bytes]:
    briefing, chronology, project = edition(week)
    outputs = writers.write_all(FORMATS, briefing, chronology, project)
    return dict(zip(FORMATS, outputs.values(), strict=True))


@cache
def texts(week: str) -> dict[str, str]:
    """Each format as its reader sees it, letters and digits alone."""
    outputs = made(week)
    message = email.message_from_bytes(outputs["eml"], policy=email.policy.default)
    plain, page = message.get_body(("plain",)), message.get_body(("related", "html"))
    assert plain is not None
    assert page is not None
    (first, *_) = page.iter_parts() if page.is_multipart() else (page,)
    read = {
        "md": visible(MarkdownIt("gfm-like", {"linkify": False}).render(outputs["md"].decode())),
        "html": visible(outputs["html"].decode()),
        "mail text": str(plain.get_content()),
        "mail html": visible(str(first.get_content())),
        "pdf": "".join(tagged(outputs["pdf"])),
    }
    return {name: letters(text) for name, text in read.items()}


def visible(page: str) -> str:
    bare = re.sub(r"<(style|script|head)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", bare))


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", clean(text))


def tagged(data: bytes) -> Iterator[str]:
    """The text of a PDF in the order of its structure, as a screen reader gives it."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            words: dict[int, str] = {}
            text_page = pdfium.FPDFText_LoadPage(page)
            for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
                size = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
                buffer = ctypes.create_string_buffer(size)
                to = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
                pdfium.FPDFTextObj_GetText(item, text_page, to, size)
                marked = pdfium.FPDFPageObj_GetMarkedContentID(item)
                told = buffer.raw[:size].decode("utf-16-le").rstrip("\0")
                words[marked] = words.get(marked, "") + told
            pdfium.FPDFText_ClosePage(text_page)
            tree = pdfium.FPDF_StructTree_GetForPage(page)
            for n in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                for marked in marks(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n)):
                    yield words.get(marked, "")
            pdfium.FPDF_StructTree_Close(tree)


def marks(element: Any) -> Iterator[int]:
    """Ids of the marked content under an element, in order."""
    for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield from marks(child)
        else:
            yield pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n)


@pytest.mark.parametrize("week", WEEKS)
@pytest.mark.parametrize("name", READ)
def test_the_same_events_in_the_same_order(week: str, name: str) -> None:
    """What the eye reads, and in the PDF what the ear hears: headline after headline."""
    text, at = texts(week)[name], 0
    for entry in edition(week)[0].entries():
        wanted = letters(entry.headline)
        found = text.find(wanted, at)
        assert found >= at, (entry.number, entry.headline)
        at = found + len(wanted)


@pytest.mark.parametrize("week", WEEKS)
def test_data_hold_the_same_events(week: str) -> None:
    """The brief as data in its order; the chronology in its own, with every event of the brief."""
    briefing = edition(week)[0]
    told = [entry.event for entry in briefing.entries()]
    assert len(told) == len(set(told))
    chronology = json.loads(made(week)["json"])
    events = [event["id"] for event in (*chronology["events"], *chronology["undated"])]
    assert sorted(told) == sorted(events)
    assert told == [*homes(json.loads(made(week)["briefing"])["sections"])]


def homes(value: Any) -> Iterator[str]:
    """Ids of the entries, each where it is told first."""
    yield from dict.fromkeys(found(value))


def found(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "evidence" in value and "event" in value:
            yield value["event"]
        for item in value.values():
            yield from found(item)
    elif isinstance(value, list):
        for item in value:
            yield from found(item)


@pytest.mark.parametrize("week", WEEKS)
def test_no_bare_weekday_in_our_own_words(week: str) -> None:
    """A weekday stands beside its date, or within what a source said."""
    briefing = edition(week)[0]
    wording = load_locale(briefing.language).wording
    names = "|".join(sorted({*wording.weekdays_long}, key=len, reverse=True))
    dated = re.compile(rf"\b(?:{names}),? \d{{1,2}} \w+ \d{{4}}")
    bare = re.compile(rf"\b(?:{names})\b")
    quoted = re.compile(r"“[^”]*(?:”|$)|„[^“]*(?:“|$)|«[^»]*(?:»|$)")
    ours = [dated.sub("", quoted.sub("", text)) for text in own(to_plain(briefing))]
    assert briefing.date_label in [*own(to_plain(briefing))]
    assert [] == [text for text in ours if bare.search(text)]


def own(value: Any) -> Iterator[str]:
    """Texts of a brief less those of its sources."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in SOURCES_WORDS:
                yield from own(item)
    elif isinstance(value, list):
        for item in value:
            yield from own(item)
    elif isinstance(value, str):
        yield value


def test_no_template_names_a_weekday() -> None:
    """So that what a brief holds is all that any format says."""
    names = load_locale("en").wording.weekdays_long
    found = [
        (name, day)
        for name, data in writers.templating.bundled_templates().items()
        for day in names
        if re.search(rf"\b{day}\b", data.decode())
    ]
    assert [] == found
