"""Letters within letters: what somebody passes on or answers is of its own sender and day."""

import html
from datetime import UTC

import pytest

from briefgen.model import Document, to_edtf
from briefgen.readers import ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
SENT = "Thu, 18 Jul 2024 09:30:00 +0300 (MSK)"
HEAD = f"From: Example Daily <n@example.org>\r\nSubject: The morning\r\nDate: {SENT}\r\n"


def letter_with(kind: str, body: str, head: str = HEAD) -> tuple[Document, ...]:
    """The documents of a letter with one part."""
    lines = f"MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: 8bit"
    data = f"{head}{lines}\r\n\r\n{body}".encode()
    return read_bytes(data, "letter.eml", OPTIONS).documents


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-----Ursprüngliche Nachricht-----",
        "---------- Message transféré ---------",
        "---------- Mensaje reenviado ---------",
        "---------- Переслане повідомлення ---------",
        "-------- Пересылаемое сообщение --------",
    ],
)
def test_the_mark_of_what_is_passed_on_is_no_title(mark: str) -> None:
    text = f"{mark}\n\nPier 2 will be shut tomorrow for repairs. The ferry will use pier 5."
    (document,) = letter_with("text/plain; charset=utf-8", text)
    assert mark not in document.text
    assert mark != document.title


OWN = "Look at this, please."
OTHER = "Pier 2 was shut on Tuesday after a barge hit it."
HEADS = {
    "gmail": """---------- Forwarded message ---------
From: Harbour Office <h@example.org>
Date: Wed, 12 Nov 2031 at 08:15
Subject: Pier 2
To: <c@example.org>
""",
    "outlook": """________________________________
From: Harbour Office <h@example.org>
Sent: Wednesday, November 12, 2031 8:15 AM
To: Clerk <c@example.org>; Second Clerk <d@example.org>;
 Third Clerk <e@example.org>
Subject: Pier 2
""",
    "outlook, spaced": """-----Original Message-----

From: Harbour Office

Sent: 12 November 2031 08:15

Subject: Pier 2
""",
    "apple": """Begin forwarded message:

From: Harbour Office <h@example.org>
Subject: Pier 2
Date: 12 November 2031 at 08:15:00 GMT
To: c@example.org
""",
    "bold": """*From:* Harbour Office <h@example.org>
*Sent:* 12 November 2031 08:15
*Subject:* Pier 2
""",
    "de": """-----Ursprüngliche Nachricht-----
Von: Harbour Office <h@example.org>
Gesendet: Mittwoch, 12. November 2031 08:15
An: Sekretariat
Betreff: Pier 2
""",
    "fr": """---------- Message transféré ---------
De : Harbour Office <h@example.org>
Envoyé : mercredi 12 novembre 2031 08:15
À : Bureau
Objet : Pier 2
""",
    "es": """---------- Mensaje reenviado ---------
De: Harbour Office <h@example.org>
Enviado el: 12 de noviembre de 2031 08:15
Asunto: Pier 2
""",
    "uk": """---------- Переслане повідомлення ---------
Від: Harbour Office <h@example.org>
Дата: 12 листопада 2031, 08:15
Тема: Pier 2
""",
    "ru": """-------- Пересылаемое сообщение --------
От кого: Harbour Office <h@example.org>
Дата: 12 ноября 2031, 08:15
Тема: Pier 2
""",
}


def said_by(documents: tuple[Document, ...]) -> list[tuple[str, str, str | None, str]]:
    """Title, last paragraph, publisher and date of each."""
    return [
        (
            d.title,
            d.text[d.blocks[-1].start : d.blocks[-1].end],
            d.source.publisher,
            to_edtf(d.published.interval) if d.published else "",
        )
        for d in documents
    ]


PASSED = [
    ("Fwd: Pier 2", OWN, "Clerk", "2031-11-13T09:00:00Z"),
    ("Pier 2", OTHER, "Harbour Office", "2031-11-12T08:15:00Z"),
]
CLERK = (
    "From: Clerk <c@example.org>\r\nSubject: Fwd: Pier 2\r\n"
    "Date: Thu, 13 Nov 2031 09:00:00 +0000\r\n"
)


@pytest.mark.parametrize("style", HEADS)
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_what_a_letter_passes_on_is_of_its_own_sender_and_day(style: str, kind: str) -> None:
    text = f"{OWN}\n\n{HEADS[style]}\n{OTHER}\n"
    if kind == "html":
        lines = "<br>\n".join(html.escape(line) for line in HEADS[style].splitlines())
        text = f"<p>{OWN}</p><div class='x'>{lines}</div><br><p>{OTHER}</p>"
    found = said_by(letter_with(f"text/{kind}; charset=utf-8", text, CLERK))
    assert PASSED == [
        (title, text, who, when.replace("08:15Z", "08:15:00Z")) for title, text, who, when in found
    ]


@pytest.mark.parametrize(
    "words",
    [
        "On Wed, 12 Nov 2031 at 08:15, Harbour Office <h@example.org> wrote:",
        "On Wed, 12 Nov 2031 at 08:15, Harbour Office\n<harbour.office@example.org> wrote:",
        "Am Mi., 12. Nov. 2031 um 08:15 Uhr schrieb Harbour Office <h@example.org>:",
        "Le mer. 12 nov. 2031 à 08:15, Harbour Office <h@example.org> a écrit :",
        "El mié, 12 nov 2031 a las 08:15, Harbour Office (<h@example.org>) escribió:",
        "ср, 12 лист. 2031 р. о 08:15 Harbour Office <h@example.org> пише:",
        "ср, 12 нояб. 2031 г. в 08:15, Harbour Office <h@example.org>:",
    ],
)
def test_what_a_letter_answers_is_of_its_own_sender_and_day(words: str) -> None:
    text = (
        f"The barge was freed on Wednesday night.\n\n{words}\n\n> Pier 2 was shut\n> on Tuesday.\n"
    )
    answer, asked = said_by(letter_with("text/plain; charset=utf-8", text, CLERK))
    assert ("The barge was freed on Wednesday night.", "2031-11-13T09:00:00Z") == (
        answer[1],
        answer[3],
    )
    assert ("Harbour Office", "2031-11-12") == (asked[2], asked[3][:10])
    assert asked[1].startswith("Pier 2 was shut")


def test_letters_within_letters_within_one_letter_are_told_apart() -> None:
    inner = "> From: A. Bell\n> Date: 11 November 2031\n> Subject: Barge\n>\n> She is late.\n"
    text = f"{OWN}\n\n{HEADS['bold']}\n{OTHER}\n\n{inner}"
    found = said_by(letter_with("text/plain", text, CLERK))
    assert ["Clerk", "Harbour Office", "A. Bell"] == [who for _, _, who, _ in found]
    assert ("Barge", "She is late.", "A. Bell", "2031-11-11") == found[2]


def test_a_head_without_a_sender_or_a_day_is_text() -> None:
    text = (
        "To: all watches\nSubject: Pier 2\n\nPier 2 will be shut tomorrow, he wrote: stay away.\n"
    )
    (document,) = letter_with("text/plain", text, CLERK)
    assert "Clerk" == document.source.publisher
