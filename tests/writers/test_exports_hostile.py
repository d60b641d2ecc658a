"""No text of a source is markup, a formula or a field in any export; all of it comes back."""

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import mwparserfromhell
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from mwparserfromhell import nodes
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from pyld import jsonld

from briefgen.editor.ledger import make_ledger
from briefgen.knowledge.project import Project, Theater, Topic
from briefgen.model import Chronology, Interval, Notice, Standing, Status
from briefgen.writers.escape import clean
from briefgen.writers.exports import EXPORTS, export_all
from briefgen.writers.exports.markwhen import JOINER, MARKUP, plain_markwhen
from briefgen.writers.exports.separated import STARTS, plain_cell
from briefgen.writers.exports.wikitext import escape_wikitext

PIECES = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r", "\n", "＝1", "'=1",
    "<script>alert(1)", "</script>", "</style>", "<!--", "-->", "<b onclick=x>", '"', "''",
    "'''x'''", "[[File:x.png]]", "[http://evil.example x]", "http://evil.example/",
    "mailto:a@b.example", "{{delete}}", "{|", "|}", "||", "<nowiki>", "<ref>", "~~~~",
    "__NOTOC__", "RFC 123", "ISBN 9780000000002", "#tag", "#REDIRECT", "@ref", "!id",
    "[x](http://e)", "![p](q)", "[ ]", "[x]", "(location)", "50%", ".end", "2031-01-01: x",
    "// note", "---", "title: x", "BEGIN:VEVENT", "END:VCALENDAR", "\\n", "\\,", ";", ",",
    "\u2028", "\u202e", "\x00", "\x1b[31m", "&amp;", "&#60;", "_x0041_", "{{ 7*7 }}",
    "{% raw %}", "javascript:x", "قال", "�", "\U0001f680", "* ", "# ", "== h ==", ": x", "; y",
    "----",
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cs"]))),
    max_size=5,
).map(" ".join)
WORDS = st.one_of(TEXTS, st.sampled_from(PIECES).flatmap(lambda p: TEXTS.map(lambda t: p + t)))

Build = Callable[[str], tuple[Chronology, Project]]


@pytest.fixture(scope="session")
def build(invented: Any) -> Build:
    """A day in which everything that a source or a project says is the text."""

    def of(text: str) -> tuple[Chronology, Project]:
        document = invented.make_document(
            f"A{text}", [f"{text} was told."], publisher=f"{text} Post", published=invented.day(6),
            path=f"{text}.txt", url=f"https://news.example/{text}",
        )  # fmt: skip
        quote = f"{text} was told."
        dated: list[tuple[Interval | None, Status]] = [
            (invented.NIGHT, Status.OCCURRED), (invented.SINCE, Status.ONGOING),
            (invented.BY_MAY, Status.DEADLINE), (invented.day(9), Status.SCHEDULED),
            (None, Status.SCHEDULED), (None, Status.OCCURRED),
        ]  # fmt: skip
        events = [
            invented.make_event(
                f"{text} stood in headline {'abcdef'[n]}", Standing.SINGLE_SOURCE,
                invented.make_report(
                    document, quote, when, who=(f"{text} himself", "say", None), status=status,
                    theater="north", topics=("air",), place="Vanna",
                ),
            )
            for n, (when, status) in enumerate(dated)
        ]  # fmt: skip
        chronology = Chronology(
            date=invented.date(2031, 3, 6),
            cutoff=invented.datetime(2031, 3, 6, 20, tzinfo=invented.UTC),
            documents=(document,),
            events=tuple(event for event in events if event.interval),
            undated=tuple(event for event in events if not event.interval),
            notices=(Notice(stage="read", message=f"{text} could not be read"),),
        )
        project = Project(
            title=f"{text} Brief", note=text, bundled_places=False,
            theaters=(Theater(id="north", name=f"{text} North"),),
            topics=(Topic(id="air", name=f"{text} Air"),),
        )  # fmt: skip
        return chronology, project

    return of


def exported(name: str, day: tuple[Chronology, Project]) -> bytes:
    return export_all([name], *day, every=True)[name]


def line(text: str) -> str:
    """As a format of lines shows it."""
    return " ".join(clean(text).split())


@given(WORDS)
def test_csv(build: Build, text: str) -> None:
    """No cell starts as a formula does, and each gives its text back."""
    day = build(text)
    told = list(csv.DictReader(io.StringIO(exported("csv", day).decode(), newline="")))
    ledger = make_ledger(*day)
    assert len(ledger.all) == len(told)
    for row, known in zip(told, ledger.all, strict=True):
        assert clean(known.entry.headline) == back(row["notes"])
        assert clean(known.entry.evidence[0].quote) == back(row["quote"])
        assert clean(known.sources[0].publisher or "") == back(row["source"])
        assert not [cell for cell in row.values() if cell.startswith(STARTS)]


def back(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(STARTS) else cell


@given(WORDS)
def test_a_cell_gives_its_text_back(text: str) -> None:
    assert text == back(plain_cell(text))


@given(WORDS)
def test_xlsx(build: Build, text: str) -> None:
    """No cell is a formula, and each holds its text."""
    day = build(text)
    book = load_workbook(io.BytesIO(exported("xlsx", day)))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {"s", "n", "d"} >= {cell.data_type for cell in cells}
    told = {unescape(cell.value) for cell in cells if isinstance(cell.value, str)}
    for known in make_ledger(*day).all:
        assert clean(known.entry.headline) in told
        assert clean(known.entry.evidence[0].quote) in told


@given(WORDS)
def test_ics(build: Build, text: str) -> None:
    """A source's text is in the values of fields, and never a field or a component."""
    day = build(text)
    calendar = Calendar.from_ical(exported("ics", day))
    ledger = make_ledger(*day)
    assert ["VEVENT"] * 4 + ["VTODO", "VJOURNAL"] == [part.name for part in calendar.subcomponents]
    for part, known in zip(calendar.subcomponents, ledger.all, strict=True):
        assert str(part["summary"]).endswith(line(known.entry.headline))
        assert line(known.entry.evidence[0].quote) in str(part["description"])
        assert {
            "SUMMARY", "DESCRIPTION", "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE",
            "STATUS", "TRANSP", "CATEGORIES", "LOCATION", "URL", "X-BRIEFGEN-STATUS",
            "X-BRIEFGEN-STANDING", "X-BRIEFGEN-EDTF", "X-BRIEFGEN-THEATER",
        } >= set(part)  # fmt: skip


class Markup(HTMLParser):
    """Tags and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def shown(page: str) -> str:
    return " ".join("".join(Markup(page).text).split())


@given(WORDS)
def test_timelinejs(build: Build, text: str) -> None:
    """TimelineJS shows texts as HTML: no tag is a source's."""
    day = build(text)
    data = json.loads(exported("timelinejs", day))
    ledger = make_ledger(*day)
    for slide, known in zip(data["events"], ledger.lines, strict=True):
        page = Markup(slide["text"]["headline"] + slide["text"]["text"])
        assert {"p", "blockquote", "ul", "li", "a"} >= set(page.tags)
        assert {"href"} >= page.attributes
        assert all(link.startswith("https://news.example/") for link in page.links)
        assert line(known.entry.headline) == shown(slide["text"]["headline"])
        assert line(known.entry.evidence[0].quote) in shown(slide["text"]["text"])
        assert [] == Markup(slide["group"]).tags
    assert {"p", "ul", "li"} >= set(Markup(data["title"]["text"]["text"]).tags)


@given(WORDS)
def test_geojson(build: Build, text: str) -> None:
    day = build(text)
    data = json.loads(exported("geojson", day))
    for feature, known in zip(data["features"], make_ledger(*day).all, strict=True):
        told = feature["properties"]
        assert clean(known.entry.headline) == told["headline"]
        assert clean(known.entry.evidence[0].quote) == told["quotes"][0]["quote"]


@given(WORDS)
def test_jsonld(build: Build, text: str) -> None:
    """What a source says is a literal, and never a term, a context or an address."""
    day = build(text)
    graph = jsonld.expand(json.loads(exported("jsonld", day)))
    quotations = [node for node in graph if "https://schema.org/Quotation" in node["@type"]]
    ledger = make_ledger(*day)
    for node, known in zip(quotations, ledger.all, strict=True):
        assert [{"@value": clean(known.entry.evidence[0].quote)}] == node["https://schema.org/text"]
    for node in graph:
        assert node["@id"].startswith("urn:x-briefgen:")


@given(WORDS)
def test_wikitext(build: Build, text: str) -> None:
    """Every tag, link and heading of the page is one of ours."""
    day = build(text)
    page = exported("wikitext", day).decode()
    code = mwparserfromhell.parse(page)
    headings = code.filter_headings()
    assert ["1", "2", "2", "2", "2"] == [str(h.level) for h in headings]
    tags = {str(tag.tag) for tag in code.filter_tags()}
    assert {"span", "b", "i", "li"} >= tags
    assert [] == [*code.filter_templates(), *code.filter_comments(), *code.filter_arguments()]
    assert all(re.fullmatch(r"#s\d+", str(link.title)) for link in code.filter_wikilinks())
    addresses = [str(link.url) for link in code.filter_external_links()]
    assert all(address.startswith("https://news.example/") for address in addresses)
    assert len(addresses) == 1
    plain = " ".join(code.strip_code(normalize=True, collapse=False).split())
    for known in make_ledger(*day).all:
        assert line(known.entry.headline) in plain


@given(WORDS)
def test_wikitext_of_a_text_is_text(text: str) -> None:
    code = mwparserfromhell.parse(f"* ''x'' {escape_wikitext(text)} ''y''")
    ours = [node for node in code.nodes if isinstance(node, nodes.Tag)]
    assert ["li", "i", "i"] == [str(tag.tag) for tag in ours]
    others = [node for node in code.nodes if not isinstance(node, nodes.Tag)]
    assert all(isinstance(node, nodes.Text | nodes.HTMLEntity) for node in others)
    shown_ = " ".join(code.strip_code(normalize=True, collapse=False).split())
    assert " ".join(f"x {line(text)} y".split()) == shown_


STARTS_EVENT = re.compile(
    r"^\s*(?:by|before|after|now|\d|[+:!]|every|#{1,6}\s|//|-)", re.IGNORECASE
)
"""How a line begins that markwhen does not take for text."""
OURS = re.compile(r"^(?:\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?: |## \w|---$)")


@given(WORDS)
def test_markwhen(build: Build, text: str) -> None:
    """A line begins as ours do, and no tag, link or id stands in it."""
    day = build(text)
    rows = exported("markwhen", day).decode().split("\n")
    body = rows[rows.index("---", 1) + 1 :]
    ledger = make_ledger(*day)
    assert len(ledger.lines) == len([row for row in body if row[:4].isdigit()])
    for row in body:
        assert not STARTS_EVENT.match(row) or OURS.match(row), row
        assert not MARKUP.search(row.removeprefix("## ")) or JOINER in row
    whole = "\n".join(body).replace(JOINER, "")
    for known in ledger.all:
        assert line(known.entry.headline).replace(JOINER, "") in whole


@given(WORDS)
def test_markwhen_parts_what_would_be_markup(text: str) -> None:
    plain = plain_markwhen(text)
    assert line(text.replace(JOINER, "")) == plain.replace(JOINER, "")
    assert not re.search(r"[#@!][\w/\[]|\]\(|\[[xX ]?\]|\d%|\.(?:start|end)", plain)


@given(WORDS)
def test_parquet(build: Build, text: str) -> None:
    day = build(text)
    rows = pq.read_table(io.BytesIO(exported("parquet", day))).to_pylist()
    for row, known in zip(rows, make_ledger(*day).all, strict=True):
        assert clean(known.entry.headline) == row["headline"]
        assert clean(known.entry.evidence[0].quote) == row["reports"][0]["quote"]


@given(WORDS)
def test_html(build: Build, text: str) -> None:
    """The page has one script, ours, and no address but those of sources."""
    day = build(text)
    page = Markup(exported("html", day).decode())
    assert (1, 1) == (page.tags.count("script"), page.tags.count("style"))
    assert {
        "html", "head", "meta", "title", "style", "body", "a", "header", "div", "p", "span",
        "h1", "time", "main", "section", "h2", "form", "label", "select", "option", "input",
        "button", "output", "ul", "li", "svg", "rect", "path", "ol", "bdi", "details",
        "summary", "q", "i", "br", "b", "footer", "script",
    } >= set(page.tags)  # fmt: skip
    assert not [name for name in page.attributes if name.startswith("on") or name == "src"]
    away = [link for link in page.links if not link.startswith("#")]
    assert all(link.startswith("https://news.example/") for link in away)
    told = " ".join("".join(page.text).split())
    for known in make_ledger(*day).all:
        assert line(known.entry.headline) in told
        assert line(known.entry.evidence[0].quote) in told


@given(WORDS)
def test_the_plain_ones(build: Build, text: str) -> None:
    """The table, the Markdown and chronology.json are made of any text."""
    made = export_all(["table", "json", "md"], *build(text))
    assert json.loads(made["json"])["events"]
    assert all(data.decode() for data in made.values())


def test_no_export_is_left_out() -> None:
    source = Path(__file__).read_text("utf-8")
    here = set(re.findall(r'exported\("(\w+)"', source)) | {"table", "json", "md"}
    assert set(EXPORTS) == here
