"""All formats of one brief: the same entries in the same order, the same bytes each time."""

import email
import email.policy
import html
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from email.message import EmailMessage
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from briefgen.editor import compose
from briefgen.errors import UsageError, WriterError
from briefgen.knowledge.mail import Mail
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology, Notice
from briefgen.writers import WRITERS, chronology_json, chronology_markdown, write, write_all
from briefgen.writers.escape import clean
from briefgen.writers.mail import HTML_BYTES

Outputs = Mapping[str, bytes]
FORMATS = tuple(WRITERS)


@pytest.fixture(scope="module")
def outputs(briefing: Briefing, day: Chronology, project: Project) -> Outputs:
    made = write_all(FORMATS, briefing, day, project)
    return dict(zip(FORMATS, made.values(), strict=True))


@pytest.fixture(scope="module")
def large_mail(project: Project, invented: Any) -> EmailMessage:
    """A message of 400 events; its PDF is not laid out."""
    big = invented.large_day(400)
    writers = {**WRITERS, "pdf": replace(WRITERS["pdf"], make=lambda _: b"%PDF")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefgen.writers.table.WRITERS", writers)
        return parse(write("eml", compose(big, project), big, project))


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No PDF is laid out."""
    writers = {**WRITERS, "pdf": replace(WRITERS["pdf"], make=lambda _: b"%PDF")}
    monkeypatch.setattr("briefgen.writers.table.WRITERS", writers)


def parse(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


class Page(HTMLParser):
    """What a test asks of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def having(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


def visible(page: str) -> str:
    return squeeze(
        "".join(Page(re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)).text)
    )


def squeeze(text: str) -> str:
    return " ".join(clean(text).split())


def texts(outputs: Outputs) -> dict[str, str]:
    """Each format as its reader sees it, white space squeezed."""
    message = parse(outputs["eml"])
    md = MarkdownIt("gfm-like", {"linkify": False}).render(outputs["md"].decode())
    return {
        "md": visible(md),
        "html": visible(outputs["html"].decode()),
        "mail text": squeeze(part(message, "plain")),
        "mail html": visible(part(message, "html")),
    }


class TestParity:
    """All formats of one edition carry the same events, in the same order."""

    @pytest.mark.parametrize("name", ["md", "html", "mail text", "mail html"])
    def test_the_same_entries_in_the_same_order(
        self, outputs: Outputs, briefing: Briefing, name: str
    ) -> None:
        text = texts(outputs)[name]
        at = 0
        for entry in briefing.entries():
            headline = squeeze(entry.headline)
            found = text.find(headline, at)
            assert found >= at, (name, entry.number, headline)
            if name != "md" or entry.score is None:  # an ordered list numbers these by itself
                assert str(entry.number) in text[at : found + len(headline)]
            at = found + len(headline)

    def test_markdown_numbers_read_raw(self, outputs: Outputs, briefing: Briefing) -> None:
        told = outputs["md"].decode().partition("## How the dates were found")[0]
        numbers = re.findall(
            r"^(?:- (?:\*Earlier:\* )?\*\*|\| \*\*)?(\d+)(?:\.| ·|\*\* [·|]) ", told, re.MULTILINE
        )
        disputed = told[told.index("## Disputed") : told.index("## Continuing")]
        repeated = re.findall(r"^\| \*\*(\d+)\*\* ·", disputed, re.MULTILINE)
        expected = [str(entry.number) for entry in briefing.entries()]
        assert Counter([*expected, *repeated]) == Counter(numbers)

    def test_the_pdf_holds_every_entry(self, outputs: Outputs, briefing: Briefing) -> None:
        """Columns interleave in extracted text, so order is that of the structure's anchors."""
        pdf = PdfReader(BytesIO(outputs["pdf"]))
        text = re.sub(r"\W", "", "".join(page.extract_text() for page in pdf.pages))
        for entry in briefing.entries():
            if entry.headline.isascii():
                assert re.sub(r"\W", "", entry.headline) in text
        assert {entry.anchor for entry in briefing.entries()} <= set(pdf.named_destinations)

    @pytest.mark.parametrize("name", ["md", "html", "mail text", "mail html"])
    def test_standings_and_marks_are_told(
        self, outputs: Outputs, briefing: Briefing, name: str
    ) -> None:
        text = texts(outputs)[name]
        for entry in briefing.entries():
            for word in entry.marks:
                assert word in text
        assert "denied by Marl's coast guard" in text
        assert "16 drones" in text
        assert "14 drones" in text

    def test_every_quote_stands_in_the_formats_that_show_evidence(
        self, outputs: Outputs, briefing: Briefing
    ) -> None:
        shown = texts(outputs)
        for entry in briefing.entries():
            for proof in entry.evidence:
                assert squeeze(proof.quote) in shown["md"]
                assert squeeze(proof.quote) in shown["html"]


class TestSameBytes:
    def test_twice(
        self, outputs: Outputs, briefing: Briefing, day: Chronology, project: Project
    ) -> None:
        again = write_all(FORMATS, briefing, day, project)
        assert [*outputs.values()] == [*again.values()]

    def test_file_names(self, briefing: Briefing, day: Chronology, project: Project) -> None:
        told: list[str] = []
        made = write_all(["json", "md", "json"], briefing, day, project, told.append)
        assert ["chronology.json", "brief-2031-03-06.md"] == told == list(made)

    def test_the_pdf_is_laid_out_once(
        self, briefing: Briefing, day: Chronology, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        calls: Counter[str] = Counter()

        def counting(order: Any) -> bytes:
            calls["pdf"] += 1
            assert order.made["json"]
            return b"%PDF"

        writers = {**WRITERS, "pdf": replace(WRITERS["pdf"], make=counting)}
        monkeypatch.setattr("briefgen.writers.table.WRITERS", writers)
        made = write_all(["eml", "pdf"], briefing, day, project)
        assert {"pdf": 1} == calls
        assert b"%PDF" == made["brief-2031-03-06.pdf"]

    def test_an_unknown_format(self, briefing: Briefing, day: Chronology, project: Project) -> None:
        with pytest.raises(UsageError, match="no format 'docx'; known are md"):
            write("docx", briefing, day, project)


class TestPage:
    def test_is_self_contained(self, outputs: Outputs) -> None:
        page = Page(outputs["html"].decode())
        assert [] == page.having("src")
        assert not {"link", "img", "iframe", "object"} & {tag for tag, _ in page.tags}
        assert [("script", {})] == [(tag, attrs) for tag, attrs in page.tags if tag == "script"]
        assert "url(" not in outputs["html"].decode()
        links = {link for link in page.having("href") if not link.startswith("#")}
        assert {
            "https://courier.example/raid?id=1&x=%3C2%3E",
            "https://telegraph.example/drones",
            "https://council.example/minutes",
        } == links

    def test_ids_are_unique_and_links_arrive(self, outputs: Outputs) -> None:
        page = Page(outputs["html"].decode())
        ids = Counter(page.having("id"))
        assert [] == [name for name, count in ids.items() if count > 1]
        assert {link[1:] for link in page.having("href") if link.startswith("#")} <= set(ids)

    def test_landmarks_and_headings(self, outputs: Outputs) -> None:
        tags = [tag for tag, _ in Page(outputs["html"].decode()).tags]
        assert {"header": 1, "nav": 1, "main": 1, "footer": 1} == {
            tag: tags.count(tag) for tag in ("header", "nav", "main", "footer")
        }
        levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
        assert 1 == levels.count(1) == levels[0]
        assert all(b - a <= 1 for a, b in pairwise(levels))

    def test_contrast(self, outputs: Outputs) -> None:
        """WCAG AA: 4.5 to 1 for text, in both colour schemes."""
        css = outputs["html"].decode()
        for scheme in re.findall(r":root\{(--ink[^}]*)\}", css)[:2]:
            colours = dict(re.findall(r"--(\w+):(#\w{6})", scheme))
            for text in ("ink", "red", "soft", "mark"):
                for ground in ("paper", "wash"):
                    assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


def scriptless(page: bytes) -> str:
    """A page without its own script, which is its last element."""
    text, script, rest = page.decode().rpartition('<script>"use strict";')
    assert script
    assert rest.endswith("</script>\n</body>\n</html>\n")
    return text


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's ratio of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class TestHostileText:
    """No markup of a source reaches an output unescaped."""

    def test_html(self, outputs: Outputs) -> None:
        for page in (scriptless(outputs["html"]), part(parse(outputs["eml"]), "html")):
            assert "<script" not in page
            assert "{{ 7*7 }}" in html.unescape(page)
            assert "javascript:" not in "".join(Page(page).having("href"))

    def test_markdown(self, outputs: Outputs) -> None:
        rendered = Page(MarkdownIt("gfm-like", {"linkify": False}).render(outputs["md"].decode()))
        assert {"h1", "h2", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
                "strong", "em", "a", "hr"} >= {tag for tag, _ in rendered.tags}  # fmt: skip

    def test_no_override_reverses_the_line(self, outputs: Outputs) -> None:
        for data in (outputs["md"], outputs["html"]):
            assert "\u202e" not in data.decode()
            assert "\x07" not in data.decode()

    def test_titles_of_the_project(
        self, day: Chronology, project: Project, briefing: Briefing
    ) -> None:
        mean = replace(briefing, title='</style></title><script>x</script> # "\\', note="<b>")
        made = write_all(["html", "md"], mean, day, project)
        assert "<script" not in scriptless(made["brief-2031-03-06.html"])
        assert made["brief-2031-03-06.md"].startswith(b"# &lt;/style&gt;")


class TestJson:
    def test_keys_in_the_order_of_the_schema(self, outputs: Outputs, day: Chronology) -> None:
        data = json.loads(outputs["json"])
        assert outputs["json"] == chronology_json(day)
        assert ["schema", "date", "cutoff", "documents", "events", "undated", "notices"] == [*data]
        assert "briefgen.chronology/1" == data["schema"]
        first = ["id", "title", "publisher", "url", "language", "path", "position", "published"]
        added = ["format", "sha256", "retrieved", "origin", "bounds", "margins"]
        assert [*first, *added] == [*data["documents"][0]]
        event = next(e for e in data["events"] if "16 drones" in e["headline"])
        assert ["id", "headline", "status", "standing", "date", "theater", "topics", "places",
                "reports", "fulfilled_by"] == [*event]  # fmt: skip
        assert {
            "edtf": "2031-03-05/2031-03-06",
            "earliest": "2031-03-05T18:00:00+00:00",
            "latest": "2031-03-06T06:00:00+00:00",
            "grain": "part",
            "approximate": False,
            "uncertain": False,
            "label": "night of 5–6 Mar 2031",
        } == event["date"]
        report = event["reports"][0]
        assert ["document", "start", "end", "quote", "attribution", "said", "rule", "anchor",
                "why", "edtf", "quantities"] == [*report]  # fmt: skip
        assert {"value": 16, "unit": "drone", "text": "16 drones"} == report["quantities"][0]

    def test_open_ends_and_missing_dates_are_null(self, outputs: Outputs) -> None:
        data = json.loads(outputs["json"])
        ferry = next(e for e in data["events"] if "ferry" in e["headline"])
        assert ("2030-11/..", None) == (ferry["date"]["edtf"], ferry["date"]["latest"])
        assert [None, None] == [event["date"] for event in data["undated"]]
        assert data["documents"][3]["published"] is None

    def test_the_timeline_as_markdown(self, day: Chronology, project: Project) -> None:
        text = chronology_markdown(day, project).decode()
        assert "- **Night of 5–6 Mar 2031** — Marl's harbour office said" in text
        assert len(day.events) == text.count("\n- **")
        assert "&lt;script&gt;" in text

    def test_the_timeline_names_a_file_and_stops_a_title_once(
        self, day: Chronology, project: Project
    ) -> None:
        notice = Notice(stage="read", message="a.csv: line 3 is left out", document="a.csv")
        documents = (replace(day.documents[0], title="She is off."), *day.documents[1:])
        told = replace(day, documents=documents, notices=(notice,))
        text = chronology_markdown(told, project).decode()
        assert "\n- a.csv: line 3 is left out" in text
        assert "1. She is off. " in text


class TestMail:
    def test_headers(self, outputs: Outputs) -> None:
        message = parse(outputs["eml"])
        assert "[Marl Sea Daily Brief] 6 Mar 2031: 16 events" == message["Subject"]
        assert "desk@brief.example" == message["From"]
        assert 'reader@brief.example, "Ä. Leser" <leser@brief.example>' == message["To"]
        assert "Thu, 06 Mar 2031 20:00:00 +0000" == message["Date"]
        assert re.fullmatch(
            r"<briefgen\.2031-03-06\.[0-9a-f]{16}@brief\.example>", message["Message-ID"]
        )

    def test_parts(self, outputs: Outputs) -> None:
        message = parse(outputs["eml"])
        kinds = [p.get_content_type() for p in message.walk()]
        assert ["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related",
                "text/html", "image/png", "application/pdf"] == kinds  # fmt: skip
        (attached,) = message.iter_attachments()
        assert "brief-2031-03-06.pdf" == attached.get_filename()
        assert outputs["pdf"] == attached.get_content()

    def test_lines_are_short_and_end_in_crlf(self, outputs: Outputs) -> None:
        lines = outputs["eml"].split(b"\n")
        assert all(line.endswith(b"\r") for line in lines[:-1])
        assert max(map(len, lines)) <= 998
        text = part(parse(outputs["eml"]), "plain").splitlines()
        assert max(len(line) for line in text if "://" not in line) <= 76

    def test_styles_are_inlined(self, outputs: Outputs) -> None:
        page = part(parse(outputs["eml"]), "html")
        assert 'style="' in page
        assert "@media (prefers-color-scheme" in page

    def test_a_great_day_stays_whole_in_gmail(self, large_mail: EmailMessage) -> None:
        page = part(large_mail, "html")
        assert len(page.encode()) <= HTML_BYTES
        overflow = re.search(r"Entries (\d+) to 400 are in the attached PDF", page)
        assert overflow is not None
        first = int(overflow[1])
        assert first > 100
        numbers = [int(n) for n in re.findall(r"<p [^>]*><b [^>]*>(\d+)</b>", page)]
        assert [*range(1, first)] == numbers

    @pytest.mark.usefixtures("unprinted")
    def test_a_subject_with_an_unknown_field(
        self, briefing: Briefing, day: Chronology, project: Project
    ) -> None:
        wrong = replace(project, mail=Mail(subject="{titel}"))
        with pytest.raises(WriterError, match=r"\[mail\] subject '\{titel\}'.*fields are title"):
            write("eml", briefing, day, wrong)

    @pytest.mark.usefixtures("unprinted")
    def test_a_line_feed_injects_no_header(
        self, briefing: Briefing, day: Chronology, project: Project
    ) -> None:
        mean = replace(project, mail=Mail(subject="a\r\nBcc: x@y.example"))
        message = parse(write("eml", briefing, day, mean))
        assert "a Bcc: x@y.example" == message["Subject"]
        assert message["Bcc"] is None
