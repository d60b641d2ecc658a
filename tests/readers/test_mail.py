"""Mail, mailboxes and saved pages: what a reader sees, an item's date before the mail's."""

import base64
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest

from briefgen.model import Document, to_edtf
from briefgen.readers import Reading, ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
SENT = "Thu, 18 Jul 2024 09:30:00 +0300 (MSK)"
HEAD = f"From: Example Daily <n@example.org>\r\nSubject: The morning\r\nDate: {SENT}\r\n"


def read_mail_of(data: bytes, name: str = "letter.eml") -> Reading:
    return read_bytes(data, name, OPTIONS)


def letter(kind: str, body: bytes, head: str = HEAD, encoding: str = "8bit") -> bytes:
    lines = f"MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}"
    return f"{head}{lines}\r\n\r\n".encode() + body


def the_one(data: bytes) -> Document:
    (document,) = read_mail_of(data).documents
    return document


def test_a_letter_is_dated_by_its_header_and_published_by_its_sender() -> None:
    document = the_one(letter("text/plain", b"The depot burned yesterday."))
    assert (document.title, document.text) == ("The morning", "The depot burned yesterday.")
    assert document.published is not None
    assert document.published.interval.start == datetime(2024, 7, 18, 6, 30, tzinfo=UTC)
    assert document.published.why == "the mail was sent Thu, 18 Jul 2024 09:30:00 +0300"
    assert (document.source.publisher, document.source.format) == ("Example Daily", "mail")


def test_what_an_item_says_of_its_date_goes_before_the_mail() -> None:
    body = b"HARROW, July 16, 2024 (Wire) - The depot burned on Tuesday, the fire service said."
    document = the_one(letter("text/plain", body))
    assert document.published is not None
    assert document.published.basis.value == "dateline"


@pytest.mark.parametrize(
    ("charset", "body", "expected"),
    [
        ("utf-8", "Пожежа в порту.".encode(), "Пожежа в порту."),
        ("iso-8859-1", "Café fermé.".encode(), "Café fermé."),
        ("iso-8859-1", "Café fermé.".encode("latin-1"), "Café fermé."),
        ("windows-1251", "Пожар в порту.".encode("cp1251"), "Пожар в порту."),
        (
            "us-ascii",
            "Пожар в порту потушили за ночь.".encode("cp1251"),
            "Пожар в порту потушили за ночь.",
        ),
        ("no-such-charset", "Café fermé.".encode(), "Café fermé."),
        ("iso-2022-jp", "港の火事。".encode("iso-2022-jp"), "港の火事。"),
    ],
)
def test_a_charset_that_lies_is_told_from_the_bytes(
    charset: str, body: bytes, expected: str
) -> None:
    assert the_one(letter(f"text/plain; charset={charset}", body)).text == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"=?utf-8?q?Caf=C3=A9?= news", "Café news"),
        ("Café news".encode(), "Café news"),
        (b"=?utf-8?b?broken", "=?utf-8?b?broken"),
        (b"=?utf-8?b?a?=", "=?utf-8?b?a?="),
        (b"=?x-none?q?a?=", "=?x-none?q?a?="),
    ],
)
def test_a_subject_is_read_however_it_is_written(raw: bytes, expected: str) -> None:
    head = (
        b"From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: " + raw + b"\r\n\r\nWords stand here."
    )
    assert the_one(head).title == expected


def composed(html: str, plain: str = "See it online.") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "n@example.org"
    message["Date"] = "Thu, 18 Jul 2024 09:30:00 +0000"
    message["Subject"] = "The morning"
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return message


def test_the_html_is_read_and_the_plain_text_where_it_says_more() -> None:
    page = "<p>The depot in Harrow burned yesterday, the fire service said.</p>"
    assert the_one(composed(page).as_bytes()).text.startswith("The depot in Harrow")
    plain = "The depot in Harrow burned yesterday, the fire service said. Nobody was hurt."
    assert the_one(composed("<p>Hello.</p>", plain).as_bytes()).text == plain


def test_cells_that_only_lay_out_a_letter_part_its_text() -> None:
    page = (
        "<table><tr><td><h2>One</h2><p>The depot burned yesterday.</p><p>Nobody was hurt.</p>"
        "</td></tr><tr><td><table role=presentation><tr><td>The port reopened on Tuesday.</td></tr>"
        "</table></td></tr></table>"
    )
    document = the_one(composed(page).as_bytes())
    kinds = [(b.kind.value, document.text[b.start : b.end]) for b in document.blocks]
    assert ("paragraph", "The depot burned yesterday.") in kinds
    assert ("paragraph", "The port reopened on Tuesday.") in kinds


ITEMS = """<table role=presentation>
<tr><td><h2><a href="https://example.org/1">Crane falls in Harrow</a></h2><p><i>{first}</i></p>
<p>A crane fell in the port of Harrow yesterday, the port said. It hurt nobody at all.</p></td></tr>
<tr><td><h2><a href="https://example.org/2">Ferry late again</a></h2><p><i>17 July 2024</i></p>
<p>The ferry was late yesterday for the third day, the line said. It gave no reason.</p></td></tr>
<tr><td><h2>Market opens in Calder</h2>
<p>The market of Calder opened its doors yesterday, the town said. It had been shut.</p></td></tr>
</table>"""


@pytest.mark.parametrize(
    ("first", "third"), [("18 July 2024", "mail-header"), ("9 July 2024", None)]
)
def test_a_letter_dates_an_undated_item_only_where_its_items_are_of_its_day(
    first: str, third: str | None
) -> None:
    reading = read_mail_of(composed(ITEMS.format(first=first)).as_bytes())
    found = [d.published.basis.value if d.published else None for d in reading.documents]
    assert found == ["byline", "byline", third]
    assert [d.title for d in reading.documents][2] == "Market opens in Calder"
    assert reading.notices == ()


def test_what_is_attached_is_read_and_bounded_by_the_letter() -> None:
    message = composed("<p>Two files come with this letter, and a picture.</p>")
    note = b"---\npublished: 2024-07-16\n---\n# Note\n\nThe crane fell yesterday.\n"
    message.add_attachment(note, maintype="text", subtype="markdown", filename="note.md")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(composed("<p>The inner letter tells of a flood in Harrow.</p>"))
    reading = read_mail_of(message.as_bytes())
    assert [d.source.path for d in reading.documents] == [
        "letter.eml",
        "letter.eml!note.md",
        "letter.eml!5.eml",
    ]
    note_read = reading.documents[1]
    assert note_read.bounds[0].latest == datetime(2024, 7, 18, 9, 30, tzinfo=UTC) + timedelta(
        seconds=1
    )
    assert [n.message for n in reading.notices] == [
        "letter.eml!logo.png: left out: of a kind that is not read"
    ]


def test_letters_in_letters_are_opened_to_a_bound() -> None:
    message = composed("<p>The innermost letter tells of a flood in Harrow.</p>")
    for _ in range(8):
        outer = composed("<p>See the letter that is attached to this one.</p>")
        outer.add_attachment(message)
        message = outer
    reading = read_mail_of(message.as_bytes())
    assert "more than 4 deep" in reading.notices[0].message
    assert reading.documents


def test_a_letter_without_a_date_is_bounded_by_its_last_stamp() -> None:
    head = "Received: from a by b; Thu, 18 Jul 2024 06:31:00 +0000\r\nFrom: a@b.example\r\n"
    document = the_one(letter("text/plain", b"The depot burned yesterday.", head))
    assert document.published is None
    assert document.bounds[0].latest == datetime(2024, 7, 18, 6, 31, 1, tzinfo=UTC)


MAILBOX = (
    b"From a@b.example Thu Jul 18 09:30:00 2024\n"
    + letter("text/plain", b"One.\n>From here on it is quoted.\n\nFrom now on, nothing.\n")
    + b"\n\nFrom c@d.example Fri Jul 19 09:30:00 2024\r\n"
    + letter("text/html", base64.b64encode(b"<p>Two.</p>"), encoding="base64")
)


def test_a_mailbox_is_known_by_its_first_line_and_holds_letters() -> None:
    documents = read_mail_of(MAILBOX, "saved").documents
    assert [d.source.path for d in documents] == ["saved!1.eml", "saved!2.eml"]
    assert documents[0].text.endswith("From now on, nothing.")
    assert "From here on it is quoted." in documents[0].text
    assert "no mailbox" in read_mail_of(b"Dear all", "a.mbox").notices[0].message


@pytest.mark.parametrize(
    "line",
    [
        "From - Thu Jul 18 09:30:00 2024",
        "From MAILER-DAEMON Thu Jul 18 09:30:00 2024 +0200",
        "From news@strait.example Thu, 18 Jul 2024 09:30:00 EST",
        "From 1784@xxx 2024-07-18 09:30:00",
    ],
)
def test_a_mailbox_is_known_however_its_from_lines_word_the_date(line: str) -> None:
    one = line.encode() + b"\n" + letter("text/plain", b"Three boats came in, and one sank.")
    documents = read_mail_of(one + b"\n\n" + one, "saved").documents
    assert ["saved!1.eml", "saved!2.eml"] == [d.source.path for d in documents]


PAGE = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/depot
Subject: Depot burns
Date: Sat, 20 Jul 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Location: https://example.org/depot
Content-Transfer-Encoding: quoted-printable

<html><head><meta property=3D"article:published_time" content=3D"2024-07-18"></hea=
d><body><h1>Depot burns</h1><p>The depot in Harrow burned yesterday=E2=80=94again, the=
 fire service said.</p></body></html>
--b--
"""


def test_a_saved_page_is_dated_by_itself_and_bounded_by_its_saving() -> None:
    (document,) = read_mail_of(PAGE.encode(), "page.mhtml").documents
    assert "burned yesterday—again" in document.text
    assert document.published is not None
    assert document.published.basis.value == "meta"
    assert document.source.retrieved == datetime(2024, 7, 20, 10, tzinfo=UTC)
    assert (document.source.url, document.source.format) == ("https://example.org/depot", "mhtml")


def test_the_saving_of_a_page_dates_nothing() -> None:
    undated = PAGE.replace("article:published_time", "nothing")
    assert read_mail_of(undated.encode(), "page.mht").documents[0].published is None


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
        HEAD.encode() + b"Content-Type: multipart/mixed\r\n\r\nWords without a boundary.",
        letter("text/plain", b"VGhlIGRlcG90IGJ1cm5lZ", encoding="base64"),
        b"From: a\r\nDate: \xff\xfe\r\nSubject: =?utf-8?b?////?=\r\n\r\nWords.",
        HEAD.encode() + b"Content-Type: text/plain; charset*=x'y\r\n\r\nWords.",
        b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (n, n)
            for n in range(3000)
        ),
        PAGE[:300].encode(),
        letter('text/plain; charset="a\0b"', "Café fermé.".encode("latin-1")),
    ],
    ids=[
        "cut",
        "no boundary",
        "cut base64",
        "broken headers",
        "odd parameter",
        "deep",
        "cut page",
        "NUL",
    ],
)
def test_a_broken_letter_gives_its_words_or_a_notice(data: bytes) -> None:
    reading = read_mail_of(data)
    assert reading.documents or reading.notices


def test_a_letter_s_zone_of_several_places_is_told() -> None:
    data = (
        b"From: Desk <d@example.org>\nDate: Fri, 14 Nov 2031 23:40:00 CST\nSubject: Quay shut\n"
        b"MIME-Version: 1.0\nContent-Type: text/plain\n\nThe quay was shut on Friday evening.\n"
    )
    found = read_bytes(data, "quay.eml", OPTIONS)
    (document,) = found.documents
    assert document.published is not None
    assert "2031-11-14" == to_edtf(document.published.interval)
    (notice,) = found.notices
    assert notice.message.startswith('quay.eml: "Quay shut": its zone CST ')
