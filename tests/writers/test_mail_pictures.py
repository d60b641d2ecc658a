"""The digest as mail programs show it: pictures by Content-ID, or none; its HTML in a browser."""

import email
import email.policy
import html
import json
import re
import shutil
import struct
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from briefgen.editor import compose
from briefgen.knowledge.mail import Mail
from briefgen.knowledge.project import Project
from briefgen.model import Chronology
from briefgen.writers import WRITERS, write

LINT = Path(__file__).with_name("caniemail.mjs")
PACKAGE = Path(__file__).parent.parent.parent / ".cache" / "npm" / "node_modules" / "caniemail"


def made(day: Chronology, project: Project) -> bytes:
    """A message with pictures; its PDF is not laid out."""
    writers = {**WRITERS, "pdf": replace(WRITERS["pdf"], make=lambda _: b"%PDF")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefgen.writers.table.WRITERS", writers)
        return write("eml", compose(day, project), day, project)


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def related(message: EmailMessage) -> tuple[str, list[EmailMessage]]:
    """The HTML part, and the pictures beside it."""
    body = message.get_body(("related",))
    assert isinstance(body, EmailMessage)
    page, *pictures = body.iter_parts()
    assert isinstance(page, EmailMessage)
    return str(page.get_content()), [p for p in pictures if isinstance(p, EmailMessage)]


@pytest.fixture(scope="module")
def placed(invented: Any) -> Chronology:
    """The invented day with places that have points."""
    day = invented.placed_day()
    assert isinstance(day, Chronology)
    return day


@pytest.fixture(scope="module")
def message(placed: Chronology, project: Project) -> EmailMessage:
    return parsed(made(placed, project))


@pytest.fixture(scope="module")
def shown(message: EmailMessage) -> str:
    """The page as a mail program shows it: each cid: is the picture."""
    page, pictures = related(message)
    for picture in pictures:
        data = b64encode(picture.get_content()).decode()
        page = page.replace(f"cid:{picture['Content-ID'][1:-1]}", f"data:image/png;base64,{data}")
    return page


def test_every_picture_is_referred_to_and_told(message: EmailMessage) -> None:
    page, pictures = related(message)
    assert ["map.png", "strip.png"] == [picture.get_filename() for picture in pictures]
    assert [f"<{cid}>" for cid in re.findall(r'src="cid:([^"]+)"', page)] == [
        picture["Content-ID"] for picture in pictures
    ]
    told = re.findall(r'<img [^>]*alt="([^"]+)"', page)
    assert 2 == len(told)
    assert "Map with 3 events at 2 places" in told[0]


def test_pictures_have_two_pixels_for_each_shown(message: EmailMessage) -> None:
    _, pictures = related(message)
    for picture in pictures:
        data = picture.get_content()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert 2 * 592 == struct.unpack(">I", data[16:20])[0]


def test_pictures_hold_words(placed: Chronology, project: Project) -> None:
    """The fonts are found: without its texts the drawing is another."""
    resvg = pytest.importorskip("resvg_py")
    drawings: list[str] = []
    plain = resvg.svg_to_bytes

    def watch(**options: Any) -> bytes:
        drawings.append(options["svg_string"])
        wordless = re.sub(r"<text.*?</text>", "", options["svg_string"], flags=re.DOTALL)
        with_words, without = plain(**options), plain(**{**options, "svg_string": wordless})
        assert len(with_words) > 1.3 * len(without)
        return bytes(with_words)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resvg, "svg_to_bytes", watch)
        made(placed, project)
    assert 2 == len(drawings)


def test_twice_the_same_bytes(placed: Chronology, project: Project) -> None:
    assert made(placed, project) == made(placed, project)


def test_without_the_renderer_nothing_speaks_of_pictures(
    placed: Chronology, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    message = parsed(made(placed, project))
    kinds = [part.get_content_type() for part in message.walk()]
    body = message.get_body(("html",))
    assert body is not None
    page = str(body.get_content())
    assert not {"multipart/related", "image/png"} & set(kinds)
    assert "cid:" not in page
    assert "At a glance" not in page


def test_text_alone_has_no_pictures(placed: Chronology, project: Project) -> None:
    message = parsed(made(placed, replace(project, mail=Mail(formats=("text", "pdf")))))
    kinds = [part.get_content_type() for part in message.walk()]
    assert ["multipart/mixed", "text/plain", "application/pdf"] == kinds


def test_a_pdf_that_is_not_attached_is_not_laid_out(
    placed: Chronology, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Any) -> bytes:
        pytest.fail("nobody asked for it")

    writers = {**WRITERS, "pdf": replace(WRITERS["pdf"], make=refuse)}
    monkeypatch.setattr("briefgen.writers.table.WRITERS", writers)
    plain = replace(project, mail=Mail(formats=("text",)))
    message = parsed(write("eml", compose(placed, plain), placed, plain))
    assert "text/plain" == message.get_content_type()


def test_the_line_in_the_list_is_the_bottom_line(message: EmailMessage) -> None:
    """Programs show what comes first; nothing but white space follows for a while."""
    page, _ = related(message)
    first = re.search(r'<div class="pre"[^>]*>([^<]*)</div>', page)
    assert first is not None
    text = html.unescape(first[1])
    line = text.rstrip("\u00a0\u200c")
    assert line.startswith("Kesh claimed that its boats sank a Marl cutter")
    assert len(text) - len(line) >= 80


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("pictures", [False, True])
def test_axe_finds_nothing(
    message: EmailMessage, shown: str, browser: Any, dark: bool, pictures: bool
) -> None:
    """Light and dark, with pictures and without; dark rules survive the inlining."""
    found = browser.ask(
        shown if pictures else related(message)[0],
        """const run = await axe.run(document, { resultTypes: ["violations"] });
        const violations = run.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]);
        const ground = getComputedStyle(document.querySelector(".inner")).backgroundColor;
        return { ground, violations };""",
        axe=True,
        dark=dark,
    )
    ground = "rgb(23, 21, 17)" if dark else "rgb(255, 254, 251)"
    assert {"ground": ground, "violations": []} == found


def test_narrow_windows_need_no_scrolling_aside(shown: str, browser: Any) -> None:
    frame = f"<!doctype html><html><head></head><body><iframe id='f' width='375'></iframe>\
<script type='text/plain' id='page'>{b64encode(shown.encode()).decode()}</script></body></html>"
    found = browser.ask(
        frame,
        """const frame = document.getElementById("f");
        const text = atob(document.getElementById("page").textContent);
        const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
        frame.srcdoc = new TextDecoder().decode(bytes);
        await new Promise((done) => { frame.onload = done; });
        const root = frame.contentDocument.documentElement;
        const ends = [...frame.contentDocument.images].map((i) => i.getBoundingClientRect().right);
        const wide = Math.max(...ends);
        return { over: root.scrollWidth - root.clientWidth, wide: wide <= 375 && wide > 300 };""",
    )
    assert {"over": 0, "wide": True} == found


@pytest.mark.skipif(
    not (PACKAGE.is_dir() and shutil.which("node")), reason="caniemail is not there: make mail-lint"
)
def test_mail_programs_know_what_the_digest_uses(message: EmailMessage, tmp_path: Path) -> None:
    """Of the programs of the list, all but what caniemail.mjs names with its reason."""
    path = tmp_path / "mail.html"
    path.write_text(related(message)[0], "utf-8")
    done = subprocess.run(
        ["node", str(LINT), str(PACKAGE), str(path)], capture_output=True, text=True, check=False
    )
    assert "" == done.stderr
    assert {} == json.loads(done.stdout)
